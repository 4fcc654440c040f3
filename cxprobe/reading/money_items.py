"""Goods on a bill: which amounts belong to one article, how many of it, and the price of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from cxprobe.reading import money_words as words
from cxprobe.reading.money_bill import BillLine
from cxprobe.reading.money_rows import Row
from cxprobe.reading.prices import prices

_MOST = 99
"""The largest number of one article that is taken for a quantity. Ours."""
_TIMES = re.compile(r"(?<![\w.,-])(\d{1,3})\s?[×x](?=\s|$)|(?<!\w)[×x]\s?(\d{1,3})(?![\w.,])", re.IGNORECASE)
_QUANTITY = re.compile(
    r"(?:qty|quantity|menge\b.*|anzahl|stück(?:zahl)?|quantité|qté|cantidad\b.*|uds?|quantità\b.*|q\.?tà"
    r"|aantal|ilość"
    r"|quantidade|qtd)"
    r"\.?\s*:?\s*(\d{1,3})(?![\w.,])",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^(?:.* quantity|remove|delete|update|edit|save for later|move to \w+|quantity\b.*|qty|in stock|add"
    r"|change"
    r"|mettre à jour|zaktualizuj|odśwież|[-+−–×x]"
    r"|sku.*"
    r"|entfernen|löschen|aktualisieren|menge|anzahl|auf lager|lieferbar|supprimer|retirer|modifier|quantité"
    r"|en stock|eliminar"
    r"|quitar|actualizar|cantidad|en existencias|rimuovi|elimina|aggiorna|quantità|disponibile"
    r"|verwijder(?:en)?|bijwerken|aantal"
    r"|op voorraad|usuń|zmień|ilość\b.*|dostępny|remover|atualizar|quantidade|em stock|em estoque"
    r"|\d{1,3})\W*$",
    re.IGNORECASE,
)


def items_of(rows: Iterable[Row]) -> tuple[BillLine, ...]:
    """The articles among rows without a meaning of their own, in order."""
    return tuple(_item(group) for group in _grouped(rows))


def _grouped(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows of one article: an amount without a name of its own belongs to the article before it."""
    group: list[Row] = []
    for row in rows:
        if group and (_name(row, remarks=False) or row.currency != group[0].currency):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _name(row: Row, *, remarks: bool = True) -> str:
    """What an article is called: the nearest words above its amounts that are no control's and no remark."""
    own = "" if row.alone else _TIMES.sub(" ", row.label).strip(" \t×x:–-")
    own = re.sub(r" \d$", "", " ".join(own.split()))
    if own and not _NOISE.match(own) and not words.is_each(own, ""):
        return own
    named = [
        text for text in row.above if not (_NOISE.match(text) or words.is_each(text, "") or prices(text))
    ]
    named = [" ".join(_TIMES.sub(" ", text).split()) for text in named if re.search(r"[^\W\d]{2}", text)]
    named = [text for text in named if text and not _QUANTITY.fullmatch(text)]
    plain = [text for text in named if not (":" in text or words.says_when(text) or words.kind_of(text))]
    return next(reversed(plain or (named if remarks else [])), "")


def _item(group: list[Row]) -> BillLine:
    amounts = [amount for row in group for amount in row.amounts if amount > 0] or [group[0].amounts[0]]
    quantity = _quantity(group)
    unit, amount, count, sure = _reckoned(amounts, quantity, each=_has_each(group), times=_times_price(group))
    return BillLine(
        kind="item", amount=amount, currency=group[0].currency, quote=_quote(group), label=_name(group[0]),
        quantity=count, unit=unit, sure=sure and len(amounts) <= 2,
    )  # fmt: skip


def _quote(group: list[Row]) -> str:
    name = _name(group[0])
    said = group[0].quote if name in group[0].quote else f"{name} {group[0].own}"
    return " ".join([said, *(row.own if row.alone else row.quote for row in group[1:])])


def _quantity(group: list[Row]) -> Decimal | None:
    for row in group:
        for text in (row.quote, row.label, *row.above):
            found = _TIMES.search(text) or _QUANTITY.search(text)
            if found:
                return Decimal(next(each for each in found.groups() if each))
        alone = [
            text for text in (*row.above, row.label.rsplit(" ", 1)[-1]) if re.fullmatch(r"\d{1,2}", text)
        ]
        if alone:
            return Decimal(alone[-1])
    return None


def _has_each(group: list[Row]) -> bool:
    return any(words.is_each(row.label, row.after) for row in group)


def _times_price(group: list[Row]) -> bool:
    """Whether the quantity stands right before a price, as in "2 × £25.00"."""
    return any(re.search(r"\d\s?[×x]\s?[£$€A-Z]{0,3}\s?\d", row.quote) for row in group)


Reckoned = tuple[Decimal | None, Decimal, Decimal | None, bool]
"""The price of one, the article's amount, how many, and whether that is sure."""


def _reckoned(amounts: list[Decimal], quantity: Decimal | None, *, each: bool, times: bool) -> Reckoned:
    first, last = amounts[0], amounts[-1]
    if len(amounts) == 1:
        return _of_one(first, quantity, each=each, times=times)
    if quantity is None and first and last >= first and last % first == 0 and last // first <= _MOST:
        return first, last, last // first, True
    if each or times or (quantity and first * quantity == last):
        return first, last, quantity, True
    return None, last, quantity, last < first and quantity in (None, 1)


def _of_one(amount: Decimal, quantity: Decimal | None, *, each: bool, times: bool) -> Reckoned:
    """Of a single amount: whether it is for one or for all can only be told by the words beside it."""
    if quantity is None:
        return (amount, amount, None, False) if each else (None, amount, None, True)
    if each or times:
        return amount, amount * quantity, quantity, True
    return (amount, amount, quantity, True) if quantity == 1 else (None, amount, quantity, False)
