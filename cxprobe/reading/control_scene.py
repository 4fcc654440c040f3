"""A page seen as a whole, for judging one control by the others: forms, neighbours, other people's goods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from cxprobe.reading.control_words import fold
from cxprobe.reading.snapshot import Control, Document, Snapshot

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-\[\].:/]+")
_COOKIES = re.compile(
    r"cookie|consent|gdpr|rgpd|dsgvo|privacy|datenschutz|einwilligung|confidentialite|privacidad|zgod[ay]"
    r"|\bcmp\b"
    r"|onetrust|didomi|prywatnosc|tracking|usercentrics|privacidade|toestemming"
)
_RELATED = re.compile(
    r"\brelated|you (?:may|might|could) (?:also )?(?:also )?(?:like|be interested|love)|(?:also|others"
    r"|frequently)"
    r" (?:bought|viewed|purchased|like)|bought together|recently viewed|recommend|similar (?:products|items)"
    r"|cross-?sell|up-?sells?|more (?:from|like)|complete the (?:look|set)|bestsellers?|customers who"
    r"|inspired by"
    r"|ahnliche|zubehor|passend|das konnte|kunden kauften|zuletzt angesehen|empfehl|wird oft|auch interessier"
    r"|vous aimerez|similaires|associes|egalement|recommand|recemment consult|dans la meme categorie"
    r"|relacionad|tambien|te puede|recomendad|similares|vistos recientemente"
    r"|correlati|potrebbe|consigliat|simili|visti di recente|hanno acquistato"
    r"|gerelateerd|vergelijkbare|ook (?:leuk|bekeken|interessant)|aanbevolen|recent bekeken"
    r"|podobne|powiazane|polecane|moze ci sie|ostatnio ogladane|klienci kupili|rowniez"
    r"|relacionados|tambem|recomendados|vistos recentemente"
)
_SEARCH = re.compile(
    r"\bsearch|\bsuche|\brecherche|\bbuscar|\bbusca\b|\bbusqueda|\bcerca\b|\bricerca|\bzoek|\bszuka|\bpesquis"
    r"|looking for|\bkeywords?\b|schlagwort|\bq\b"
)
_PROMO = re.compile(
    r"promo|coupon|voucher|discount|gutschein|rabat|cupon|cupom|cupao|sconto|korting|aktionscode|descuento"
    r"|desconto|code avantage|bon de reduction|kupon|actiecode|redeem|gift ?card"
)
_OTHER_CODE = re.compile(r"post|zip|security|secur|cv[cv]|area|country|postal|sms|verif|sicherheit|phone")
_NEWS = re.compile(
    r"newsletter|subscrib|mailing|abonn|suscri|iscriv|nieuwsbrief|inschrijv|zapisz|infolettre|boletin"
    r"|offers and"
    r"|news ?letter|10 ?% off|notify"
)
_PASSWORD = re.compile(
    r"passwor[dt]|passwort|mot de passe|contrasena|wachtwoord|haslo|\bsenha|palavra-?passe"
)
_NEW = re.compile(
    r"new|regist|sign ?up|create|confirm|repeat|again|neu|wiederhol|creer|crear|crea|nuov|nieuw|nowe|criar"
)
_PRICE = re.compile(
    r"(?:[£€$¥]|\b(?:zl|eur|gbp|usd|pln|chf|kr|r\$))\s?\d|\d(?:[.,]\d{2})?\s?(?:[£€$¥]|zl\b|eur\b|gbp\b"
    r"|usd\b|pln\b"
    r"|chf\b|kr\b)|(?<![\d.])\d{1,5}[.,]\d{2}(?![\d%.])"
)
_CHECKOUT = re.compile(
    r"check-?out|\bkasse|caisse|\bcassa|\bkassa|afrekenen|(?:shipping|delivery|billing) (?:address|method"
    r"|details|options)"
    r"|payment|one-?page|lieferadresse|versandart|zahlungsart|rechnungsadresse|adresse de livraison"
    r"|mode de livraison"
    r"|paiement|direccion de envio|metodo de (?:envio|pago)|tramitar|finalizar|indirizzo di (?:spedizione"
    r"|consegna)"
    r"|spedizione|pagamento|bezorgadres|verzendmethode|betaalmethode|dostawa|platnosc|zamowienie|checkout"
    r"|entrega"
    r"|/(?:order|commande|kasse|caisse|pedido|ordine)(?:/|$)"
)
_TYPED = ("checkbox", "radio", "hidden", "range", "color", "file")
_SMALL = 8
"""Fields up to which a form is taken for one thing; a page that is all one form is read piece by piece."""
_NEAR = 12


def called(control: Control) -> str:
    """Everything a control is called, folded: name, label, placeholder, title, its own names in words."""
    own = _CAMEL.sub(" ", f"{control.field} {control.element}")
    return fold(f"{control.name} {control.label} {control.placeholder} {control.title} {own}")


def marked(control: Control) -> str:
    """Its classes, id, field name and selector in small letters."""
    return f"{control.classes} {control.element} {control.field}".lower()


def shows_price(text: str) -> bool:
    """Whether a text shows an amount of money."""
    return _PRICE.search(fold(text)) is not None


def is_search_field(control: Control) -> bool:
    """Whether words to search for are typed into it."""
    if (
        not control.is_field
        or control.tag == "select"
        or control.type in (*_TYPED, "password", "email", "tel")
    ):
        return False
    declared = control.type == "search" or control.role == "searchbox" or control.landmark == "search"
    hint = control.field.lower() in ("q", "s", "query", "search", "keyword", "keywords", "k", "term", "w")
    return declared or hint or _SEARCH.search(called(control)) is not None


def is_promo_field(control: Control) -> bool:
    """Whether a promo code is typed into it."""
    if not (control.tag == "input" and control.type in ("text", "search", "")):
        return False
    words = called(control)
    beside = f"{control.form_hint} {control.heading} {control.group} {control.before}"
    bare = re.search(r"\b(?:code|kod|codice|codigo)\b", words) and not _OTHER_CODE.search(words)
    return bool(_PROMO.search(words) or (bare and _PROMO.search(fold(beside))))


def is_quantity(control: Control) -> bool:
    """Whether it says how many."""
    words = called(control)
    return (
        re.search(
            r"\b(?:quantity|qty|menge|anzahl|quantite|cantidad|quantita|aantal|ilosc|quantidade)\b", words
        )
        is not None
    )


_FEW = 3
"""Fields in a form from which on it is for more than a code."""
_CODE_BUTTON = re.compile(
    r"\b(?:apply|redeem|use|einlosen|anwenden|appliquer|valider|aplicar|canjear|applica|toepassen|zastosuj"
    r"|code|coupon|voucher|gutschein)\b"
)
"""Names of buttons that hand in a code and nothing else."""


class Scene:
    """One page, with what is asked of it again and again worked out once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @cached_property
    def buttons(self) -> tuple[Control, ...]:
        """What can be pressed now."""
        return tuple(self.snapshot.buttons())

    @cached_property
    def fields(self) -> tuple[Control, ...]:
        """What can be filled in now, boxes and tiles included."""
        return tuple(self.snapshot.fields())

    @cached_property
    def typed(self) -> tuple[Control, ...]:
        """The fields for words and lists, search and newsletters left out."""
        return tuple(
            c
            for c in self.fields
            if c.type not in _TYPED
            and not is_search_field(c)
            and not is_quantity(c)
            and c.landmark not in ("header", "footer", "nav", "search")
        )

    @cached_property
    def places(self) -> dict[tuple[int, int], int]:
        """Each control's place in the whole page's list."""
        return {(c.frame, c.id): place for place, c in enumerate(self.snapshot.controls)}

    @cached_property
    def _forms(self) -> dict[tuple[int, int], list[Control]]:
        forms: dict[tuple[int, int], list[Control]] = {}
        for field in self.fields:
            if field.form >= 0:
                forms.setdefault((field.frame, field.form), []).append(field)
        return forms

    def company(self, control: Control) -> tuple[Control, ...]:
        """The fields that a button stands together with: its form's, or those that come before it."""
        fields = self._forms.get((control.frame, control.form), []) if control.form >= 0 else []
        if control.form >= 0 and len(fields) <= _SMALL:
            return tuple(fields)
        return tuple(self._before(control))

    def _before(self, control: Control) -> Iterator[Control]:
        """The fields before a button, back to the one pressed for something else."""
        place = self.places.get((control.frame, control.id), 0)
        found = False
        for other in reversed(self.snapshot.controls[max(0, place - _NEAR) : place]):
            if other.frame != control.frame or other.form != control.form:
                return
            if other.is_field and other.usable:
                found = True
                yield other
            elif found and other.tag != "a" and other.is_button and other.usable:
                return

    def around(self, control: Control, back: int = 3, on: int = 3) -> tuple[Control, ...]:
        """The controls that stand right before and after it, within its frame."""
        place = self.places.get((control.frame, control.id), 0)
        near = self.snapshot.controls[max(0, place - back) : place + on + 1]
        return tuple(c for c in near if c.frame == control.frame and c is not control)

    def form_kind(self, control: Control) -> str:
        """What the form of a button is for: search, log-in, register, promo, newsletter, or "" for others."""
        company = self.company(control)
        typed = [c for c in company if c.type not in _TYPED and c.tag != "select"]
        hint = fold(_CAMEL.sub(" ", control.form_hint))
        if any(c.type == "password" or _PASSWORD.search(called(c)) for c in typed):
            return _log_in_or_register(typed, hint)
        if len(typed) == 1 and self._ends_more_than(typed[0], control):
            return ""
        if len(typed) == 1:
            return _kind_of_one(typed[0], f"{hint} {fold(control.name)} {fold(control.before)}")
        return "promo" if typed and all(is_promo_field(c) for c in typed) else ""

    def _ends_more_than(self, field: Control, button: Control) -> bool:
        """Whether a button ends a whole form in which this field only happens to come last.

        A code field has a button of its own, or is one of many things that a "Next" sends.
        """
        whole = [c for c in self._forms.get((button.frame, button.form), []) if c.usable]
        worded = _CODE_BUTTON.search(fold(button.name)) is not None
        return button.sends and field.form >= 0 and len(whole) > _FEW and not worded

    @cached_property
    def _related(self) -> dict[int, list[tuple[int, float]]]:
        """Per frame, from which height to which goods stand that are not what the page is about."""
        bands: dict[int, list[tuple[int, float]]] = {}
        for frame, document in enumerate(self.snapshot.documents):
            headings = document.headings
            for i, heading in enumerate(headings):
                if heading.level == 1 or not _RELATED.search(fold(heading.text)):
                    continue
                ends = (h.top for h in headings[i + 1 :] if h.level <= heading.level and h.top > heading.top)
                bands.setdefault(frame, []).append((heading.top, next(ends, float("inf"))))
        return bands

    def is_related(self, control: Control) -> bool:
        """Whether it belongs to goods that are shown beside what the page is about."""
        words = fold(f"{control.heading} {control.group}")
        if control.heading and _RELATED.search(words) and not self._is_title(control.heading):
            return True
        if re.search(r"related|upsell|up-sell|cross-?sell|recommend|recently", marked(control)):
            return True
        top = control.box[1]
        return any(start <= top < end for start, end in self._related.get(control.frame, ()))

    def _is_title(self, heading: str) -> bool:
        return any(h.level == 1 and h.text == heading for d in self.snapshot.documents for h in d.headings)

    @cached_property
    def title(self) -> str:
        """The page's highest heading, folded."""
        headings = self.snapshot.documents[0].headings if self.snapshot.documents else ()
        return next((fold(h.text) for h in headings if h.level == 1), "")

    @cached_property
    def is_checkout(self) -> bool:
        """Whether the address or the headings say that this is a step on the way to an order."""
        documents = self.snapshot.documents[:1]
        said = " ".join(fold(h.text) for d in documents for h in d.headings if len(h.text) < 60)
        path = self.snapshot.url.lower().split("?")[0]
        return _CHECKOUT.search(f"{path} {said} {fold(self.snapshot.title)}") is not None

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        return tuple(fold(line) for line in self.snapshot.lines)

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        where: dict[str, list[int]] = {}
        for place, line in enumerate(self._lines):
            where.setdefault(line, []).append(place)
        return where

    def said_near(self, name: str, back: int, on: int) -> str:
        """The lines of the page that stand around the first line of exactly this name; "" where none does."""
        places = self._where.get(fold(name), ())
        return "\n".join(self._lines[max(0, places[0] - back) : places[0] + on + 1]) if places else ""

    def speaks_of_cookies(self, control: Control) -> bool:
        """Whether consent to cookies is what stands around a control."""
        around = f"{control.before} {control.after} {control.group} {control.heading} {control.label}"
        own = f"{control.form_hint} {control.hint} {marked(control)} {control.selector}"
        if _COOKIES.search(fold(f"{around} {own}")):
            return True
        document = self._document(control)
        if control.landmark == "dialog" and _COOKIES.search(fold(" ".join(document.dialogs))):
            return True
        if control.frame and _COOKIES.search(document.url.lower()):
            return True
        near = " ".join(c.name for c in self.around(control, 4, 4))
        return _COOKIES.search(fold(near) + self.said_near(control.name, 6, 1)) is not None

    def _document(self, control: Control) -> Document:
        documents = self.snapshot.documents
        return documents[control.frame] if control.frame < len(documents) else Document()


def _log_in_or_register(typed: list[Control], hint: str) -> str:
    passwords = [c for c in typed if c.type == "password" or _PASSWORD.search(called(c))]
    new = any(c.autocomplete == "new-password" or _NEW.search(called(c)) for c in passwords)
    if new or len(passwords) > 1 or re.search(r"regist|sign ?up|create|signup", hint):
        return "register"
    return "log-in" if len(typed) <= 3 else ""


def _kind_of_one(field: Control, words: str) -> str:
    if is_promo_field(field):
        return "promo"
    if is_search_field(field) or _SEARCH.search(words):
        return "search"
    return "newsletter" if _NEWS.search(f"{words} {called(field)}") else ""
