"""The errors a page shows, and which field each of them means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.snapshot import Control, Document, Snapshot
from cxprobe.reading.trouble import errors_on, tells_of_trouble

See = Callable[..., Snapshot]

FIELDS = (
    "<label for=e>E-mail</label><input id=e><label for=z>Postcode</label><input id=z>"
    "<label for=c>Card number</label><input id=c autocomplete=cc-number><label for=p>Phone</label>"
    "<input id=p>"
)
GERMAN = (
    "<label for=e>E-Mail</label><input id=e><label for=z>PLZ</label><input id=z>"
    "<label for=o>Ort</label><input id=o>"
)


def told(snapshot: Snapshot) -> list[tuple[str, str | None]]:
    """Each error with the id of its field."""
    return [(error.text, error.control.element if error.control else None) for error in errors_on(snapshot)]


SHOWN = [
    ("<input id=z aria-invalid=true data-error='Enter a postcode'>", [("Enter a postcode", "z")]),
    (f"{FIELDS}<p role=alert>Please enter a valid postcode.</p>", [("Please enter a valid postcode.", "z")]),
    (f"{FIELDS}<p role=alert>Your zip code is not valid</p>", [("Your zip code is not valid", "z")]),
    (f"{FIELDS}<p role=alert>The card number is incorrect.</p>", [("The card number is incorrect.", "c")]),
    (f"{FIELDS}<p role=alert>Sorry, something went wrong.</p>", [("Sorry, something went wrong.", None)]),
    (
        f"{FIELDS}<div role=alert><b>There were problems:</b><p>E-mail is required</p>"
        f"<p>Phone is too short</p></div>",
        [("E-mail is required", "e"), ("Phone is too short", "p")],
    ),
    (
        f"{GERMAN}<p role=alert>Bitte geben Sie eine gültige Postleitzahl ein.</p>",
        [("Bitte geben Sie eine gültige Postleitzahl ein.", "z")],
    ),
    (f"{GERMAN}<p role=alert>Ort ist ein Pflichtfeld</p>", [("Ort ist ein Pflichtfeld", "o")]),
    (
        "<label for=v>Code postal</label><input id=v><p role=alert>Le code postal est invalide</p>",
        [("Le code postal est invalide", "v")],
    ),
    (
        "<label for=v>Teléfono</label><input id=v><p role=alert>El teléfono no es válido</p>",
        [("El teléfono no es válido", "v")],
    ),
    (
        "<label for=v>CAP</label><input id=v><p role=alert>Il CAP non è valido</p>",
        [("Il CAP non è valido", "v")],
    ),
    (
        "<label for=v>Plaats</label><input id=v><p role=alert>Plaats is verplicht</p>",
        [("Plaats is verplicht", "v")],
    ),
    (
        "<label for=v>Miasto</label><input id=v><p role=alert>Pole Miasto jest wymagane</p>",
        [("Pole Miasto jest wymagane", "v")],
    ),
    (
        "<label for=v>Cidade</label><input id=v><p role=alert>Cidade é obrigatória</p>",
        [("Cidade é obrigatória", "v")],
    ),
    (
        "<label for=e>Email</label><input id=e><p>This field is required.</p>",
        [("This field is required.", "e")],
    ),
    ("<label for=e>Email</label><input id=e aria-invalid=true>", [("", "e")]),
    ("Size<p>Please select a size</p>", [("Please select a size", None)]),
]


@pytest.mark.parametrize(("html", "errors"), SHOWN)
def test_errors_are_tied_to_what_they_mean(
    seen: See, html: str, errors: list[tuple[str, str | None]]
) -> None:
    """By what is tied to a field, by the words of its label, by what both are about."""
    assert errors == told(seen(f"<main><form>{html}</form></main>"))


FINE = [
    "<p role=alert>Kettle was added to your basket.</p>",
    "<p role=status>Your code was applied.</p>",
    "<p role=status>3 results</p>",
    "<p>Fields marked * are required</p>",
    "<p>Please enter your details below</p>",
    "<input id=z data-error='Saved'>",
    "<p role=alert>Vielen Dank! Ihre Nachricht wurde gesendet.</p>",
    "<p role=alert>Article ajouté au panier</p>",
]


@pytest.mark.parametrize("html", FINE)
def test_good_news_and_hints_are_no_errors(seen: See, html: str) -> None:
    """Nor is what a form asks for before anything was typed."""
    assert [] == told(seen(f"<main><form>{FIELDS}{html}</form></main>"))


def test_an_error_is_told_once(seen: See) -> None:
    """At its field, in the summary and in the text it is one error."""
    page = seen(
        "<main><div role=alert>E-mail is required</div><form><label for=e>E-mail</label>"
        "<input id=e data-error='E-mail is required'></form><p>E-mail is required</p></main>"
    )

    assert [("E-mail is required", "e")] == told(page)


@pytest.mark.parametrize(
    "text",
    [
        "Dieser Gutschein ist abgelaufen",
        "Ce code n'est pas valide",
        "El cupón no es válido",
        "Il codice inserito non è valido",
        "De kortingscode is ongeldig",
        "Kod rabatowy wygasł",
        "Este cupão não é válido",
        "No voucher found with that code",
    ],
)
def test_trouble_in_eight_languages(text: str) -> None:
    """As shops refuse a code."""
    assert tells_of_trouble(text)


@settings(deadline=None, database=None, max_examples=60)
@given(
    st.lists(st.text(max_size=40), max_size=4),
    st.lists(st.tuples(st.text(max_size=12), st.booleans(), st.text(max_size=20)), max_size=4),
)
def test_any_page_can_be_searched_for_errors(
    messages: list[str], fields: list[tuple[str, bool, str]]
) -> None:
    """It never raises, and every error is tied to a field of the page or to none."""
    controls = tuple(
        Control(id=i, tag="input", type="text", visible=True, label=label, invalid=invalid, error=error)
        for i, (label, invalid, error) in enumerate(fields)
    )
    page = Snapshot(
        documents=(Document(text="\n".join(messages), messages=tuple(messages)),), controls=controls
    )

    got = errors_on(page)

    assert all(error.control is None or error.control in controls for error in got)
    assert all(error.text or error.control for error in got)
