"""French words for what fields ask."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "name": (
        "nom|nom complet|nom et prénom|nom prénom|prénom et nom|votre nom|destinataire|nom du destinataire"
        "|prénom nom|prénoms et nom|personne à contacter|nom du contact|nom et prénoms"
        "|nom du titulaire du compte"
    ),
    "given-name": "prénom|prénoms|votre prénom|premier prénom",
    "family-name": "nom de famille|nom d usage|patronyme|nom usuel",
    "additional-name": "deuxième prénom|second prénom|autres prénoms",
    "honorific-prefix": "civilité|titre|m mme",
    "email": (
        "e mail|email|courriel|adresse e mail|adresse email|adresse mail|mail|adresse électronique"
        "|votre e mail|adresse courriel|courrier électronique|mél|adresse de courriel|adresse de messagerie"
        "|votre adresse e mail|votre email|votre adresse email"
    ),
    "tel": (
        "whatsapp|téléphone joignable|téléphone|numéro de téléphone|téléphone portable|mobile|portable"
        "|n de téléphone|tél|téléphone mobile|numéro de mobile|téléphone fixe|numéro de portable|tel"
        "|votre téléphone|numéro de téléphone mobile|numéro de téléphone portable|téléphone domicile"
    ),
    "tel-country-code": "indicatif|indicatif pays|indicatif téléphonique",
    "tel-extension": "poste",
    "fax": "fax|télécopie",
    "street-address": (
        "adresse|rue|adresse postale|numéro et rue|numéro et nom de rue|numéro et voie"
        "|numéro et nom de la rue|voie|n et rue|n et libellé de la voie|adresse de livraison"
        "|adresse de facturation|votre adresse|libellé de la voie|numéro et libellé de voie|nom de rue"
        "|nom de la rue|n et nom de rue|rue et numéro|adresse complète|n et voie|numéro de voie et rue"
        "|adresse rue|nom de la voie"
    ),
    "address-line1": "adresse ligne 1|adresse 1|ligne 1|ligne d adresse 1|rue ligne 1",
    "address-line2": (
        "complément d adresse|complément adresse|adresse ligne 2|adresse 2|ligne 2|appartement|bâtiment|étage"
        "|complément|bâtiment étage|appartement suite|ligne d adresse 2|complément d adresse 1"
        "|bâtiment appartement|résidence|appartement étage|suite|adresse complémentaire|résidence bâtiment"
        "|adresse suite|appt|escalier étage|bureau|compléments d adresse|bâtiment appartement lot etc"
    ),
    "address-line3": (
        "adresse ligne 3|adresse 3|ligne 3|lieu dit|complément d adresse 2|complément d adresse 3"
    ),
    "address-level1": (
        "région|département|état|province|état province|canton|état région|région état|région département"
        "|province état|état comté"
    ),
    "address-level2": "ville|commune|localité|ville commune|municipalité",
    "address-level3": "quartier|arrondissement",
    "postal-code": "code postal|cp|code postale|code zip",
    "country": (
        "pays|pays région|pays de résidence|pays de livraison|votre pays|pays ou région|pays de facturation"
    ),
    "organization": (
        "société|entreprise|raison sociale|nom de l entreprise|nom de la société|organisation|organisme"
        "|nom société|établissement"
    ),
    "cc-number": (
        "numéro de carte|numéro de la carte|numéro de carte bancaire|numéro carte|n de carte|carte bancaire"
        "|carte de crédit|numéro de votre carte|numéro de carte de crédit|numéro de cb"
        "|numéro de la carte bancaire"
    ),
    "cc-name": (
        "titulaire de la carte|nom sur la carte|nom du titulaire|titulaire|nom du porteur"
        "|nom du titulaire de la carte|porteur|nom figurant sur la carte|nom inscrit sur la carte"
        "|nom du détenteur|détenteur de la carte|nom et prénom du titulaire|porteur de la carte"
    ),
    "cc-exp": (
        "date d expiration|expiration|date de validité|valable jusqu au|fin de validité|expire fin"
        "|date de fin de validité|valide jusqu au|expire le|date expiration|date exp"
    ),
    "cc-csc": (
        "3 chiffres au dos|trois derniers chiffres|3 derniers chiffres|chiffres au dos|cryptogramme"
        "|cryptogramme visuel|code de sécurité|code de vérification|code cvc|code cvv|code sécurité"
        "|numéro de sécurité|cryptogramme visuel cvc|code de contrôle|numéro de vérification"
        "|code de sécurité cvv"
    ),
    "card-type": "type de carte",
    "bday": "date de naissance|né le|née le|né e le|date d anniversaire|anniversaire",
    "~birth": "naissance|né|née",
    "~month": "mois|mois d expiration",
    "~year": "année|aa|aaaa|année d expiration|an",
    "~day": "jour",
    "username": (
        "identifiant|nom d utilisateur|utilisateur|identifiant ou e mail|e mail ou identifiant|login"
        "|identifiant de connexion|adresse e mail ou identifiant|identifiant client|compte"
        "|e mail ou nom d utilisateur|email ou téléphone|nom utilisateur|adresse e mail ou numéro de mobile"
    ),
    "password": "mot de passe|mdp|votre mot de passe|code secret|mot passe",
    "~new": "nouveau|choisissez|créer|créez|nouveau mot de passe|créer un mot de passe|définir|choisir",
    "~old": "actuel|ancien|mot de passe actuel|ancien mot de passe",
    "~again": (
        "confirmer|confirmation|confirmez|répéter|répétez|retapez|saisissez à nouveau|à nouveau|de nouveau"
        "|ressaisir|confirmé"
    ),
    "one-time-code": (
        "code de confirmation|code à usage unique|code sms|code de validation|code d authentification"
        "|code d activation|code reçu|code d accès|mot de passe à usage unique"
    ),
    "pin": "code pin|code confidentiel",
    "promo-code": (
        "code promo|code promotionnel|bon de réduction|code de réduction|coupon|code avantage|code parrainage"
        "|bon d achat|code réduction|code remise|code privilège|code coupon|réduction|code promotion"
        "|code parrain|chèque cadeau"
    ),
    "gift-card": "carte cadeau|numéro de carte cadeau|chèque cadeau",
    "search": (
        "rechercher|recherche|que recherchez vous|chercher|rechercher un produit|mot clé|mots clés"
        "|je recherche|rechercher un article"
    ),
    "quantity": "quantité|qté|nombre|nombre d articles",
    "amount": "montant|prix|somme|don|montant du don|prix min|prix max",
    "message": (
        "message|commentaire|votre message|remarques|question|commentaires|demande|votre demande"
        "|instructions de livraison|note|notes|votre question|votre commentaire|remarque"
        "|informations complémentaires|description|mot doux|message cadeau|note de commande|précisions"
        "|instructions|votre avis|notes de commande"
    ),
    "subject": ("sujet|objet|motif|objet de la demande|sujet du message|objet du message|motif de contact"),
    "nickname": "pseudo|pseudonyme|surnom|alias|nom d affichage|nom affiché",
    "consent": (
        "conditions générales|j accepte|conditions|politique de confidentialité|cgv|j ai lu|cgu|consentement"
        "|données personnelles|accepte|je consens|j ai pris connaissance|confidentialité|je certifie"
        "|mentions légales|traitement de mes données"
    ),
    "newsletter": (
        "newsletter|lettre d information|offres|s abonner|recevoir|infolettre|bons plans|actualités"
        "|par e mail|nos offres|offres promotionnelles|partenaires"
    ),
    "extra": (
        "assurance|garantie|emballage cadeau|extension de garantie|paquet cadeau|arrondir|premium|abonnement"
        "|papier cadeau|carbone"
    ),
    "remember": (
        "se souvenir de moi|rester connecté|mémoriser|enregistrer|se rappeler|enregistrer ma carte"
        "|restez connecté|par défaut"
    ),
    "same-address": (
        "même adresse|identique|adresse de facturation différente|adresse de livraison différente"
        "|adresse différente|utiliser cette adresse|adresse de facturation est identique"
    ),
    "captcha": (
        "caractères|anti robot|code de sécurité image|recopiez le code|je ne suis pas un robot"
        "|recopier le code|antispam"
    ),
    "bot-trap": "ne pas remplir|laisser vide|laissez ce champ vide|champ vide",
    "order-number": (
        "numéro de commande|numéro de suivi|numéro de réservation|référence|n de commande|numéro de facture"
        "|référence de commande|numéro de dossier|référence de réservation|numéro de colis|référence commande"
    ),
    "gender": "sexe|genre",
    "delivery-method": (
        "mode de livraison|livraison|retrait|point relais|livraison à domicile|méthode de livraison"
        "|retrait en magasin|expédition"
    ),
    "payment-method": (
        "mode de paiement|moyen de paiement|paiement|virement|méthode de paiement|chèque|prélèvement"
        "|payer par"
    ),
    "bank-account": "iban|bic|numéro de compte|rib|code banque|code guichet|clé rib",
    "account-number": (
        "numéro client|numéro de client|carte de fidélité|numéro d adhérent|numéro d abonné|n client"
        "|numéro de contrat|numéro de membre|numéro de carte de fidélité|matricule|code client"
        "|numéro de police"
    ),
    "tax-id": (
        "numéro de tva|tva|siret|siren|n tva|numéro tva|tva intracommunautaire"
        "|numéro de tva intracommunautaire|numéro siret|n siret"
    ),
    "id-number": "numéro de passeport|carte d identité|numéro de sécurité sociale|pièce d identité",
    "website": "site web|site internet|site",
    "age": "âge|votre âge",
    "security-question": ("question secrète|réponse|question de sécurité|nom de jeune fille|réponse secrète"),
    "job-title": "fonction|profession|poste occupé|métier",
    "thing": (
        "nom du produit|taille|couleur|marque|modèle|magasin|lieu de naissance|nationalité|ville de naissance"
        "|pays de naissance|école|secteur d activité|effectif|comment nous avez vous connu|trier par"
        "|catégorie|départ|arrivée|aller|retour|voyageurs|devise|gravure|nom de naissance lieu"
        "|immatriculation|nom de l événement"
    ),
    "language": "langue",
    "house-number": "numéro|numéro de rue|numéro de voie|n|n de voie|numéro de maison",
    "date": "date|date de livraison|date de départ|date d arrivée|heure|date de retour|date souhaitée",
    "file": "pièce jointe|fichier|télécharger",
}

PHRASES: dict[str, str] = {
    "log in": (
        "se connecter|connexion|connectez vous|s identifier|identifiez vous|déjà client|me connecter"
        "|déjà inscrit|j ai déjà un compte|je me connecte|déjà un compte|identification"
    ),
    "sign up": (
        "s inscrire|inscription|créer un compte|créer mon compte|nouveau client|inscrivez vous|je m inscris"
        "|créez votre compte|je crée mon compte|créer votre compte|création de compte|devenir membre"
        "|nouveau compte"
    ),
    "forgot": "mot de passe oublié|oublié|identifiant oublié",
    "change password": (
        "changer le mot de passe|modifier le mot de passe|réinitialiser|nouveau mot de passe"
        "|modifier mon mot de passe"
    ),
    "password rules": "au moins|caractères|majuscule|caractère spécial|chiffre|minimum",
    "send": (
        "envoyer|continuer|valider|suivant|payer|commander|se connecter|connexion|s inscrire|créer un compte"
        "|créer mon compte|enregistrer|confirmer|passer la commande|passer commande|valider ma commande"
        "|valider la commande|finaliser la commande|je m inscris|s abonner|procéder au paiement|acheter"
        "|rechercher|commander avec obligation de paiement|ok|soumettre|valider et payer|poursuivre"
        "|je me connecte|m inscrire|étape suivante|continuer vers la livraison|continuer vers le paiement"
        "|valider mon panier|réserver|je m abonne|me connecter|confirmer la commande|payer maintenant"
        "|envoyer le message|passer au paiement|confirmer et payer|donner|faire un don|je donne"
        "|payer ma commande|valider le paiement|enregistrer l adresse|continuer en tant qu invité"
        "|livrer à cette adresse|suivre ma commande"
    ),
    "send this": (
        "valider|envoyer|confirmer|continuer|enregistrer|payer|régler|commander|réserver|finaliser|poursuivre"
        "|soumettre"
    ),
    "not send": (
        "annuler|retour|afficher|masquer|supprimer|modifier|fermer|mot de passe oublié|aide|en savoir plus"
        "|effacer|précédent|tout accepter|tout refuser|paramétrer|appliquer|appliquer le code"
        "|continuer mes achats|retour au panier|ajouter un code promo|menu|afficher le mot de passe"
        "|renvoyer le code|accepter|refuser|continuer sans accepter|utiliser le code|plus d informations"
        "|imprimer"
    ),
}
