"""Forms written in the manner of real shops, in eight languages: what each field takes, and who sends.

The forms lie in `test_forms_data`, one file a language. A form begins with "= language | title |
heading"; then a line a control: what it takes ("-" and a purpose where it is left alone), its label,
and its attributes: n name, i id, p placeholder, a autocomplete, t type, m maxlength, o options (@ for a
usual list), h hint, g group.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from cxprobe.reading.forms import read_form, sends
from cxprobe.reading.snapshot import Control, Document, Snapshot

DATA = Path(__file__).parent / "test_forms_data"
LISTS = {
    "months": "Month|01|02|03|04|05|06|07|08|09|10|11|12",
    "mois": "Mois|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "mesi": "|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    "days": "|" + "|".join(map(str, range(1, 32))),
    "years": "|" + "|".join(map(str, range(2025, 2040))),
    "births": "|" + "|".join(map(str, range(2012, 1920, -1))),
    "titles": "Mr|Mrs|Miss|Ms|Dr",
    "anreden": "Keine Angabe|Frau|Herr",
    "dial": "United Kingdom (+44)|Ireland (+353)|France (+33)|Germany (+49)|Spain (+34)",
    "countries": "Select a country|Ireland|France|Germany|United Kingdom|United States|Spain",
    "laender": "Deutschland|Österreich|Schweiz|Luxemburg",
    "pays": "France|Belgique|Suisse|Luxembourg",
    "paises": "España|Portugal|Francia|Alemania",
    "paisespt": "Portugal|Espanha|França|Brasil",
    "paesi": "Italia|Svizzera|Francia|Germania",
    "landen": "Nederland|België|Duitsland",
    "kraje": "Polska|Niemcy|Czechy|Francja",
    "states": "Please select|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware",
    "bundeslaender": "Bayern|Berlin|Hamburg|Hessen|Sachsen|Thüringen",
    "provincias": "Albacete|Alicante|Barcelona|Madrid|Sevilla|Valencia",
    "province": "Bologna|Firenze|Milano|Napoli|Roma|Torino",
    "wojewodztwa": "dolnośląskie|lubelskie|małopolskie|mazowieckie|opolskie",
}
USED = {
    *("promo-code", "search", "message", "quantity", "organization", "order-number", "captcha", "gender"),
    *("delivery-method", "payment-method", "bot-trap"),
}
"""Purposes that a customer acts on; others only say that a field was understood."""


@dataclass(frozen=True)
class Line:
    """One control of a written form, and what is to be said of it."""

    kind: str
    """ "field", "box", "send" or "nosend"."""
    wanted: tuple[str, ...]
    """The tokens that are right; for what is left alone and for boxes, the purposes."""
    control: Control


@dataclass(frozen=True)
class Form:
    """A written form."""

    name: str
    snapshot: Snapshot
    lines: tuple[Line, ...]


def written(path: Path) -> list[Form]:
    """The forms of a file."""
    forms: list[Form] = []
    for block in path.read_text("utf-8").split("\n= ")[1:]:
        head, *rows = (row for row in block.splitlines() if row and not row.startswith("#"))
        language, title, heading = (part.strip() for part in head.split("|"))
        lines = tuple(line_of(row, number, heading) for number, row in enumerate(rows))
        document = Document(language=language, title=title)
        snapshot = Snapshot(documents=(document,), controls=tuple(line.control for line in lines))
        forms.append(Form(f"{path.stem}-{len(forms) + 1}", snapshot, lines))
    return forms


def line_of(row: str, number: int, heading: str) -> Line:
    """One line of a form: "postal-code: PLZ*; n=zip"."""
    what, _, rest = row.partition(":")
    label, *pairs = (part.strip() for part in rest.split(";"))
    said = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
    kind, _, purpose = what.partition(" ")
    if kind in ("send", "nosend"):
        return Line(kind, (), button(label, said, number, heading))
    control = field(label, said, number, heading)
    if kind == "box":
        return Line(kind, (purpose,), replace(control, type="checkbox", role="checkbox"))
    return Line("alone" if kind == "-" else "field", tuple((purpose or kind).split("|")), control)


def button(label: str, said: dict[str, str], number: int, heading: str) -> Control:
    """A button of a form."""
    kind = said.get("t", "submit")
    return Control(
        id=number,
        index=number,
        tag="button",
        type=kind,
        role="button",
        name=label,
        label=label,
        field=said.get("n", ""),
        form=0,
        sends=kind == "submit",
        heading=heading,
        visible=True,
    )


def field(label: str, said: dict[str, str], number: int, heading: str) -> Control:
    """A field of a form."""
    listed = LISTS[said["o"][1:]] if said.get("o", "").startswith("@") else said.get("o", "")
    kind = said.get("t", "text")
    tag = "select" if listed else "textarea" if kind == "textarea" else "input"
    return Control(
        id=number,
        index=number,
        tag=tag,
        type=kind if tag == "input" else "",
        name=label or said.get("p", ""),
        label=label,
        placeholder=said.get("p", ""),
        hint=said.get("h", ""),
        group=said.get("g", ""),
        field=said.get("n", ""),
        element=said.get("i", ""),
        autocomplete=said.get("a", ""),
        max_length=int(said.get("m", -1)),
        options=tuple(listed.split("|")) if listed else (),
        form=0,
        heading=heading,
        visible="hidden" not in said,
    )


def mistakes(form: Form, language: str) -> list[str]:
    """What is read otherwise than it was written, each in a line."""
    documents = (replace(form.snapshot.documents[0], language=language),)
    snapshot = replace(form.snapshot, documents=documents)
    found = []
    for line, reading in zip(form.lines, read_form(snapshot), strict=True):
        about = line.control.label or line.control.placeholder or line.control.field
        if line.kind == "field" and reading.token not in line.wanted:
            read = f"{reading.token} ({reading.purpose}: {reading.reason})"
            found.append(f"{about!r} is {'|'.join(line.wanted)}, read {read}")
        if line.kind == "alone" and reading.token:
            found.append(f"{about!r} must be left alone, read {reading.token}: {reading.reason}")
        if line.kind == "alone" and not USED.isdisjoint(line.wanted) and reading.purpose not in line.wanted:
            found.append(f"{about!r} is {'|'.join(line.wanted)}, read {reading.purpose!r}")
        if line.kind == "box" and reading.purpose not in line.wanted:
            found.append(f"{about!r} is {'|'.join(line.wanted)}, read {reading.purpose!r}")
        if line.kind in ("send", "nosend") and sends(line.control, snapshot) != (line.kind == "send"):
            found.append(f"{about!r} {'does not send' if line.kind == 'nosend' else 'sends'}")
    return found


FORMS = [form for path in sorted(DATA.glob("*.txt")) for form in written(path)]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_is_read_as_a_person_would(form: Form) -> None:
    """Every field of every written form, on a page that says its language and on one that does not."""
    assert [] == mistakes(form, form.snapshot.documents[0].language)
    assert [] == mistakes(form, "")
