"""What a page tells of trouble: whether a text does, and which errors it shows, each with its field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxprobe.reading.control_scene import called
from cxprobe.reading.control_words import fold
from cxprobe.reading.page_orders import asks_for_missing
from cxprobe.reading.snapshot import Control, Snapshot

_TROUBLE = re.compile(
    r"\b(sorry|error|errors|wrong|invalid|incorrect|fail(?:ed|ure)?|problem|unable|unavailable|missing"
    r"|required|"
    r"declined|refused|rejected|expired|denied|unknown|(?:not|isn['’]t a|not a|no|no \w+) (?:found|valid"
    r"|available"
    r"|possible|"
    r"recogni[sz]ed|accepted|applied|match(?:ing)?)|"
    r"(?:could|can|did|does|do|is|are|was|has)(?:n['’]t| ?not)|cannot|no longer|out of stock|"
    r"please (?:enter|fill|check|correct|choose|select|provide|try|complete|use|tick|accept|agree|specify)|"
    r"must (?:be|contain|have|match|include|not)|already (?:exists|in use|registered|taken|used)|"
    r"too (?:short|long|many|late|large)|try again|went wrong|"
    r"fehler\w*|ungültig\w*|leider|bitte (?:geben|füllen|prüfen|wählen|korrigieren|überprüfen|tragen"
    r"|bestätigen|"
    r"akzeptieren)|pflichtfeld\w*|abgelehnt|nicht (?:korrekt|gültig|gefunden|verfügbar|möglich|erkannt"
    r"|akzeptiert)|"
    r"abgelaufen|fehlgeschlagen|erforderlich|"
    r"erreur|invalides?|désolé\w*|veuillez|obligatoires?|requis|refusée?|échou\w*|échec|incorrecte?s?"
    r"|expirée?|"
    r"n['’](?:est|a|existe) (?:pas|plus)|"
    r"inválid[oa]s?|no (?:es |son )?válid[oa]s?|lo sentimos|por favor,? (?:introduzca|rellene|revise"
    r"|introduce|"
    r"rellena|seleccione|selecciona|complete|ingrese)|obligatori[oa]s?|rechaz(?:ad[oa]|ó)|caducad[oa]"
    r"|incorrect[oa]s?|"
    r"errore|non (?:è )?(?:valid[oaie]|corrett[oa]|disponibile)|spiacenti|richiest[oa]|rifiutat[oa]"
    r"|scadut[oa]|"
    r"fout(?:en|ieve)?|ongeldig\w*|verplicht\w*|helaas|geweigerd|verlopen|vul (?:een|uw|je|dit)|onjuist\w*|"
    r"błąd|błęd\w+|nieprawidłow\w*|niepoprawn\w*|niestety|wymagan\w*|odrzuc\w+|odmówi\w+|wygas[łl]\w*|"
    r"erros?|desculpe|obrigatóri[oa]s?|recus(?:ad[oa]|ou)|rejeitad[oa]|expir(?:ad[oa]|ou)|"
    r"não (?:é |foi )?(?:válid[oa]|possível|encontrad[oa]))\b",
    re.IGNORECASE,
)
_SUCCESS = re.compile(
    r"\b(added|thank(?:s| you)|success\w*|saved|applied|welcome|confirmed|updated|subscribed|removed|copied|"
    r"hinzugefügt|danke|vielen dank|erfolgreich|gespeichert|aktualisiert|ajouté\w*|merci|enregistré\w*"
    r"|succès|"
    r"añadid[oa]|gracias|guardad[oa]|éxito|aggiunt[oa]|grazie|salvat[oa]|toegevoegd|bedankt|opgeslagen"
    r"|dodano|"
    r"dziękujemy|zapisano|adicionad[oa]|obrigad[oa]|guardad[oa]|sucesso)\b",
    re.IGNORECASE,
)
_NO_ERROR = re.compile(
    r"^(?:please note|note|tip|hinweis|nb)\b|\?$|(?:must|should) (?:be|contain|have) at least"
    r"|fields? (?:marked|with)|(?:marked|indicated) with|\* ?(?:required|mandatory|pflicht|obligat|verplicht"
    r"|wymagan)"
    r"|^required fields?$|pflichtfelder|champs? (?:marques|obligatoires)|campos? (?:marcados|obligatorios)"
    r"|free|coupon\?|cookies"
)
_STRICT = re.compile(
    r"\b(?:please (?:select|choose|pick) (?:an? |your |some |the )?(?:product |variant )?(?:size|colou?r"
    r"|variant|option)s?"
    r"|this field is required|is (?:a )?required(?: field)?\.?$|(?:can(?:no|')t|must not"
    r"|may not) be (?:blank|empty)"
    r"|is (?:not (?:a )?valid|invalid)|not a valid|enter a valid|is incorrect"
    r"|dieses feld (?:ist|muss)|ist ein pflichtfeld|ist ungultig|kein(?:e)? gultige|darf nicht leer"
    r"|muss ausgefullt"
    r"|ce champ (?:est|doit)|est obligatoire|n'est pas valide|est invalide|(?:ce"
    r"|le) champ .{0,30} (?:requis|obligatoire)"
    r"|este campo es|es obligatori[oa]|no es valid[oa]|campo obligatorio|e obbligatori[oa]|non e valid[oa]"
    r"|campo obbligatorio|is verplicht|is (?:een )?ongeldig|is geen geldig|jest wymagane|jest nieprawidlow"
    r"|pole jest|jest niepoprawn|e obrigatori[oa]|nao e valid[oa]|campo obrigatorio|e invalid[oa])"
)
_ABOUT: tuple[tuple[str, str], ...] = (
    ("email", r"e-?mail|correo|courriel"),
    (
        "cc-csc",
        r"security code|\bcv[cv]\b|\bcsc\b|prufnummer|sicherheitscode|cryptogramme|codigo de seguridad"
        r"|codice di sicurezza|beveiligingscode|kod (?:cvv|bezpieczenstwa)|codigo de seguranca",
    ),
    (
        "cc-exp",
        r"expir|valid (?:until|thru)|gultig bis|ablauf|caducidad|vencimiento|scadenza|vervaldatum"
        r"|data waznosci"
        r"|validade",
    ),
    ("cc-name", r"name on (?:the )?card|card ?holder|karteninhaber|titulaire|titular"),
    (
        "cc-number",
        r"card number|credit card|kartennummer|numero de (?:la )?(?:carte|tarjeta)|numero (?:della )?carta"
        r"|kaartnummer|numer karty|numero do cartao",
    ),
    (
        "postal-code",
        r"post ?(?:al)? ?code|\bzip|\bplz\b|postleitzahl|code postal|codigo postal|\bcap\b|kod pocztowy",
    ),
    ("tel", r"phone|mobile|\btel\b|telefon|telephone|telefoon|telemovel"),
    ("given-name", r"first name|given name|forename|vorname|prenom|\bnombre\b|voornaam|\bimie|primeiro nome"),
    (
        "family-name",
        r"last name|surname|family name|nachname|nom de famille|apellido|cognome|achternaam|nazwisko"
        r"|apelido",
    ),
    ("address-line2", r"line ?2|address ?2|adresszusatz|complement"),
    (
        "street-address",
        r"street|address|strasse|hausnummer|adresse|\brue\b|direccion|calle|indirizzo|\badres\b|straat"
        r"|ulica|morada|endereco|domicilio",
    ),
    (
        "address-level2",
        r"city|town|\bort\b|stadt|ville|ciudad|poblacion|citta|\bplaats|miasto|miejscowosc|cidade"
        r"|localidad",
    ),
    ("address-level1", r"\bstate\b|county|province|region|bundesland|provincia"),
    ("country", r"country|\bland\b|\bpays\b|\bpais\b|paese|\bkraj\b"),
    ("password", r"passwor[dt]|mot de passe|contrasena|wachtwoord|haslo|\bsenha|palavra-?passe"),
    (
        "terms",
        r"terms|conditions|agb\b|bedingungen|conditions generales|\bcgv\b|condiciones|termini|condizioni"
        r"|voorwaarden|regulamin|termos|condicoes|privacy|datenschutz",
    ),
    ("promo", r"promo|coupon|voucher|discount|gutschein|rabat|cupon|sconto|korting"),
    ("quantity", r"quantity|menge|quantite|cantidad|quantita|aantal|ilosc|quantidade"),
    ("bday", r"birth|geburt|naissance|nacimiento|nascita|geboorte|urodzenia|nascimento"),
    ("size", r"\bsize|\bgrosse|taille|talla|taglia|\bmaat\b|rozmiar|tamanho|colou?r|farbe|couleur|option"),
    ("delivery", r"delivery method|shipping method|versandart|mode de livraison|metodo de envio|dostaw"),
)
_MEANT = tuple((token, re.compile(words)) for token, words in _ABOUT)
_DULL = frozenset(
    re.findall(
        r"\w+",
        "please enter a the your valid field is required this bitte ihre geben sie ein of and or to code",
    )
)


@dataclass(frozen=True, slots=True)
class PageError:
    """An error that a page shows, in its words, and the field it means; None where that cannot be told.

    The text is "" where a field is marked as wrong and nothing says why.
    """

    text: str
    control: Control | None = None


def tells_of_trouble(text: str) -> bool:
    """Whether a message says that something is wrong: words of trouble, not outweighed by success.

    English, German, French, Spanish, Italian, Dutch, Polish and Portuguese, in the usual words.
    """
    trouble = len(_TROUBLE.findall(text))
    return trouble > 0 and trouble >= len(_SUCCESS.findall(text))


def errors_on(snapshot: Snapshot) -> tuple[PageError, ...]:
    """The errors a page shows, each once, tied to the field it means where that can be told.

    Those that stand at a field come first, then summaries and messages, then lines of the text that
    can be nothing else, then fields that are only marked. News of success and mere hints are none.
    """
    fields = [c for c in snapshot.controls if c.is_field and c.visible]
    found = list(_at_fields(fields))
    _join(found, _in_messages(snapshot, fields))
    _join(found, _in_lines(snapshot, fields))
    told = {(e.control.frame, e.control.id) for e in found if e.control}
    marked = (c for c in fields if c.invalid and (c.frame, c.id) not in told)
    return (*found, *(PageError("", control) for control in marked))


def _at_fields(fields: Iterable[Control]) -> Iterator[PageError]:
    """What stands at the fields themselves; of a group of boxes once."""
    seen: set[tuple[int, str, str]] = set()
    for control in fields:
        text = " ".join(control.error.split())
        beside = " ".join(control.after.split())
        if (
            not text
            and (control.invalid or _looks_wrong(control))
            and len(beside) < 160
            and tells_of_trouble(beside)
        ):
            text = beside
        of_group = control.type in ("radio", "checkbox") and (control.frame, control.field, text)
        if not text or of_group in seen or (_SUCCESS.search(text) and not tells_of_trouble(text)):
            continue
        if of_group:
            seen.add(of_group)
        yield PageError(text, control)


def _looks_wrong(control: Control) -> bool:
    return (
        re.search(
            r"(?<![a-z])(?:error|invalid|is-invalid|has-error"
            r"|danger)(?![a-z])",
            control.classes,
        )
        is not None
    )


def _in_messages(snapshot: Snapshot, fields: list[Control]) -> Iterator[PageError]:
    for document in snapshot.documents:
        for message in document.messages:
            for part in _parts(message):
                if _is_error(part):
                    yield PageError(part, _meant(part, fields))


def _in_lines(snapshot: Snapshot, fields: list[Control]) -> Iterator[PageError]:
    """Lines of the text that can be nothing but errors, as pages show them that mark nothing up."""
    labels = {fold(c.label or c.name).rstrip(" *:"): c for c in reversed(fields) if c.label or c.name}
    above: Control | None = None
    for line in snapshot.lines:
        said = fold(line)
        above = labels.get(said.rstrip(" *:"), above)
        if len(line) <= 120 and _STRICT.search(said) and not _NO_ERROR.search(said):
            yield PageError(line, _meant(line, fields) or above)


def _parts(message: str) -> list[str]:
    """A summary line by line, its heading left out where the lines say what is wrong."""
    lines = [" ".join(line.split()).lstrip("•-*· ") for line in message.splitlines() if line.strip()]
    if len(lines) <= 1:
        return lines
    telling = [line for line in lines[1:] if _is_error(line)]
    return telling or [line for line in lines if _is_error(line)]


def _is_error(text: str) -> bool:
    wrong = tells_of_trouble(text) or (asks_for_missing(text) and not _SUCCESS.search(text))
    return wrong and len(text) <= 300 and not _NO_ERROR.search(fold(text))


def _join(found: list[PageError], more: Iterable[PageError]) -> None:
    """Add what has not been said yet, the same words and words that say them at length alike."""
    for error in more:
        said = fold(error.text).rstrip(".! ")
        if not any(said in (known := fold(e.text).rstrip(".! ")) or (known and known in said) for e in found):
            found.append(error)


def _meant(text: str, fields: list[Control]) -> Control | None:
    """The field that an error's words mean: by its label's words, else by what both are about."""
    said = fold(text)
    words = set(re.findall(r"[^\W_]+", said))
    scored = [(score, -place) for place, c in enumerate(fields) if (score := _score(said, words, c)) >= 0.6]
    return fields[-max(scored)[1]] if scored else None


def _score(said: str, words: set[str], control: Control) -> float:
    label = fold(control.label or control.name or control.placeholder).rstrip(" *:")
    own = set(re.findall(r"[^\W_]+", label)) - _DULL
    spoken = " ".join(re.findall(r"[^\W_]+", said))
    whole = " ".join(re.findall(r"[^\W_]+", label))
    named = 0.0
    if own and len(label) <= 60:
        named = 1.0 if f" {whole} " in f" {spoken} " else 0.9 * len(own & words) / len(own)
    about = 0.0
    topic = next((token for token, pattern in _MEANT if pattern.search(said)), "")
    if topic:
        same = next(
            (token for token, p in _MEANT if p.search(f"{called(control)} {control.autocomplete}")), ""
        )
        about = 0.8 if same == topic else -0.3
    score = max(named + min(about, 0.0) if named < 1.0 else named, about)
    return score + (0.15 if control.invalid else 0.0) + (0.02 if not control.filled else 0.0)
