"""What forms ask for: cues that disagree, reasons, passwords, buttons that send, and hostile pages."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.forms import Reading, read_form, sends
from cxprobe.reading.snapshot import Control, Document, Snapshot


def control(label: str = "", **said: Any) -> Control:
    """A drawn text field in a form, or what else is said."""
    plain: dict[str, Any] = {
        "tag": "input",
        "type": "text",
        "label": label,
        "name": label,
        "form": 0,
        "visible": True,
    }
    return Control(**{"id": 0, "index": 0} | plain | said)


def button(label: str, **said: Any) -> Control:
    """A drawn submit button in a form, or what else is said."""
    return control(label, **{"tag": "button", "type": "submit", "sends": True, "role": "button"} | said)


def page(*controls: Control, **said: Any) -> Snapshot:
    """A page of these controls, numbered in order."""
    numbered = tuple(
        replace(each, id=place, index=each.index if each.index < 0 else place)
        for place, each in enumerate(controls)
    )
    return Snapshot(documents=(Document(**said),), controls=numbered)


def read(*controls: Control, **said: Any) -> tuple[Reading, ...]:
    """What these controls ask for."""
    return read_form(page(*controls, **said))


def tokens(*controls: Control, **said: Any) -> list[str | None]:
    """The tokens of these controls."""
    return [reading.token for reading in read(*controls, **said)]


def test_every_numbered_control_is_read_in_order() -> None:
    """Links and other elements that are no form controls have no reading."""
    shown = page(control("E-mail"), control("Terms", tag="a", type="", index=-1), button("Send"))

    assert ["E-mail", "Send"] == [reading.control.label for reading in read_form(shown)]


@pytest.mark.parametrize("declared", ["", "off", "on", "new-password", "nope", "postal-code", "given-name"])
def test_a_clear_field_is_read_whatever_it_declares(declared: str) -> None:
    """Makers write "new-password" to be rid of autofill; label and name together outweigh it."""
    assert ["postal-code"] == tokens(control("Postcode", field="postcode", autocomplete=declared))


@pytest.mark.parametrize("declared", ["new-password", "current-password", "email"])
def test_a_search_box_is_left_alone(declared: str) -> None:
    """Whatever is declared of it."""
    [reading] = read(control("Search", type="search", field="q", autocomplete=declared))

    assert (None, "search") == (reading.token, reading.purpose)


def test_a_declared_token_convinces_where_nothing_else_is_said() -> None:
    """The last token counts; sections and addresses before it are passed over."""
    declared = ("section-a shipping given-name", "billing postal-code", "cc-csc")

    assert ["given-name", "postal-code", "cc-csc"] == [tokens(control(autocomplete=d))[0] for d in declared]


def test_a_reason_is_told_in_words_a_person_understands() -> None:
    """What was seen, quoted, and what agrees with it."""
    [reading] = read(control("Postcode", autocomplete="postal-code"))

    assert "its label says “Postcode”, and declared postal-code" == reading.reason


def test_what_agrees_makes_surer() -> None:
    """A label alone, then with a name that agrees, then with one that does not."""
    alone, agreed, at_odds = (
        read(control("City", field=name))[0].confidence for name in ("", "city", "last_name")
    )

    assert at_odds < alone < agreed <= 1.0


def test_what_is_unknown_says_so() -> None:
    """A question about something else is left alone."""
    [reading] = read(control("What shape is your garden?", field="q53"))

    assert (None, "", "nothing says what it is for") == (reading.token, reading.purpose, reading.reason)


@pytest.mark.parametrize(
    ("labels", "button_says", "wanted"),
    [
        (["E-mail", "Password"], "Log in", "current-password"),
        (["E-mail", "Password"], "Create account", "new-password"),
        (["E-mail", "Choose a password"], "Continue", "new-password"),
        (["E-Mail", "Passwort"], "Anmelden", "current-password"),
        (["E-Mail", "Passwort"], "Jetzt registrieren", "new-password"),
        (["First name", "Last name", "E-mail", "Password"], "Continue", "new-password"),
    ],
)
def test_the_form_decides_whether_a_password_is_new(labels: list[str], button_says: str, wanted: str) -> None:
    """The same label means another thing where one logs in and where one signs up."""
    fields = [control(each, type="password" if "assw" in each else "text") for each in labels]

    assert wanted == tokens(*fields, button(button_says))[-2]


@pytest.mark.parametrize("declared", ["new-password", "current-password"])
def test_a_password_for_logging_in_is_the_current_one(declared: str) -> None:
    """What the form is for outweighs what the field declares."""
    fields = (control("E-mail"), control("Password", type="password", autocomplete=declared))

    assert (
        "current-password" == tokens(*fields, button("Log in"), button("Forgot password?", type="button"))[1]
    )


def test_boxes_for_one_figure_each_are_no_fields_of_a_person() -> None:
    """A code that is typed figure by figure is left alone."""
    boxes = [control("Phone code", type="tel", max_length=1, field=f"tel{n}") for n in range(6)]

    assert {(None, "one-time-code")} == {(r.token, r.purpose) for r in read(*boxes)}


def test_a_name_among_the_fields_of_a_card_is_the_holders() -> None:
    """And a name among those of an address is not."""
    card = tokens(control("Card number"), control("Name"), control("Expiry (MM/YY)"), control("CVC"))
    home = tokens(control("Name"), control("Address"), control("City"))

    assert ("cc-name", "name") == (card[1], home[0])


def test_a_decoy_is_told_apart() -> None:
    """What a person is told to leave empty is a trap for robots."""
    [_, trap] = read(control("E-mail"), control("Please leave this field empty", field="email2"))

    assert (None, "bot-trap") == (trap.token, trap.purpose)


@pytest.mark.parametrize(
    ("label", "purpose"),
    [
        ("I agree to the terms and conditions", "consent"),
        ("Send me special offers by e-mail", "newsletter"),
        ("Add travel insurance for £4.99", "extra"),
        ("Express delivery, £5.00", "delivery-method"),
        ("Pay with PayPal", "payment-method"),
        ("Ich akzeptiere die AGB", "consent"),
        ("Geschenkverpackung hinzufügen", "extra"),
        ("Ik wil de nieuwsbrief ontvangen", "newsletter"),
    ],
)
def test_a_box_has_a_purpose_and_no_token(label: str, purpose: str) -> None:
    """Consents, newsletters and extras are told apart."""
    [reading] = read(control(label, type="checkbox"))

    assert (None, purpose) == (reading.token, reading.purpose)


def test_a_button_outside_its_form_sends_it() -> None:
    """As many pages without a form element have it."""
    send = button("Place your order", type="button", sends=False, form=-1)
    shown = page(control("E-mail"), send)

    assert sends(shown.controls[1], shown)


@pytest.mark.parametrize(
    "label",
    [
        "Show password",
        "Continue with Google",
        "Sign in with Facebook",
        "Cancel",
        "Back",
        "Clear",
        "Forgot password?",
        "Mit Apple anmelden",
        "Resend code",
    ],
)
def test_other_buttons_of_a_form_do_not_send_it(label: str) -> None:
    """Though they are submit buttons by type, as a button is that says nothing."""
    shown = page(control("E-mail"), control("Password", type="password"), button(label), button("Log in"))

    assert [False, True] == [sends(each, shown) for each in shown.controls[2:]]


def test_the_code_has_a_button_of_its_own() -> None:
    """Applying a promo code sends no order."""
    shown = page(control("E-mail"), control("Promo code"), button("Apply"), button("Pay now"))

    assert [False, True] == [sends(each, shown) for each in shown.controls[2:]]


def test_without_fields_nothing_is_sent() -> None:
    """Cookie walls and menus have buttons, and no form."""
    shown = page(button("Continue", form=-1), button("Accept all", form=-1))

    assert [False, False] == [sends(each, shown) for each in shown.controls]


TEXT = st.one_of(
    st.text(max_size=30), st.sampled_from(["Name", "MM/YY", "card", "2", "~", "()", "É", "名前"])
)
CONTROLS = st.builds(
    Control,
    id=st.integers(0, 5),
    index=st.integers(-1, 5),
    frame=st.integers(0, 3),
    form=st.integers(-1, 2),
    tag=st.sampled_from(["input", "select", "textarea", "button", "a", "div", ""]),
    type=st.sampled_from(["text", "tel", "password", "email", "date", "number", "hidden", "radio", "x", ""]),
    label=TEXT,
    name=TEXT,
    placeholder=TEXT,
    hint=TEXT,
    before=TEXT,
    group=TEXT,
    field=TEXT,
    element=TEXT,
    autocomplete=TEXT,
    options=st.lists(TEXT, max_size=4).map(tuple),
    values=st.lists(TEXT, max_size=4).map(tuple),
    max_length=st.integers(-1, 20),
    visible=st.booleans(),
    sends=st.booleans(),
)


@settings(deadline=None, database=None, max_examples=150)
@given(st.lists(CONTROLS, max_size=12), st.lists(st.builds(Document, language=TEXT), max_size=2))
def test_any_page_can_be_read(controls: list[Control], documents: list[Document]) -> None:
    """Nothing raises; every numbered control has a reading, its confidence is a share, its token known."""
    shown = Snapshot(documents=tuple(documents), controls=tuple(controls))

    readings = read_form(shown)
    for each in shown.controls:
        sends(each, shown)

    assert [c for c in controls if c.index >= 0] == [reading.control for reading in readings]
    assert all(0 <= reading.confidence <= 1 for reading in readings)
    assert all(reading.token in (None, reading.purpose) for reading in readings)


def test_a_page_of_two_thousand_controls_is_read_in_half_a_second() -> None:
    """Whatever is on it, no form is slow to read; the best of three, as the machine may be busy."""
    read(control("E-mail"))  # the tables are made once
    took = []
    for attempt in range(3):
        fields = [control(f"Your city {attempt} {n}", field=f"x{attempt}_{n}") for n in range(2000)]
        shown = page(*fields)
        began = time.perf_counter()
        read_form(shown)
        took.append(time.perf_counter() - began)

    assert 0.5 > min(took)
