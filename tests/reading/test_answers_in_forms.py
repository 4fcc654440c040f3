"""What there is to do in a form, in order; and what is done about the errors it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cxprobe.reading.answers import TICKED
from cxprobe.reading.corrections import correction, is_taken, sentence_by_sentence
from cxprobe.reading.forms import Reading
from cxprobe.reading.snapshot import Control, Document, Snapshot
from cxprobe.reading.tasks import as_fields, keys, tasks
from tests.reading.test_answers import ANNA, BOB, SUE, field, listed


def done(*readings: Reading, who: Any = ANNA) -> list[tuple[str, str]]:
    """What this person does in these fields: act and value."""
    return [(task.act, task.value) for task in tasks(readings, who, {})]


def tile(label: str, purpose: str, **what: Any) -> Reading:
    """One tile of a group."""
    return field(None, purpose, type="radio", label=label, field=purpose or "group", **what)


def test_only_what_is_shown_and_empty_is_filled_in() -> None:
    """Hidden, disabled, filled and read-only fields are passed over."""
    shown = field("email")
    rest: list[dict[str, Any]] = [
        {"visible": False},
        {"disabled": True},
        {"filled": True},
        {"read_only": True},
    ]

    assert [("write", ANNA.email)] == done(shown, *(field("email", **what) for what in rest))


def test_a_list_that_guesses_is_put_right() -> None:
    """The country that stands there beforehand is the shop's; a date that is only picked is picked."""
    country = listed("country", "France", "Germany", filled=True)

    assert [("choose", "Germany")] == done(country)
    assert [("date", "04.03.1985")] == done(field("bday", read_only=True))
    assert [] == done(listed("quantity", "1", "2", filled=True))


def test_a_list_is_chosen_from_and_a_suggestion_is_written_before() -> None:
    """A country that is searched for is taken from its list; a street is theirs, whatever is suggested."""
    assert [("list", "Deutschland")] == done(field("country", role="combobox"))
    assert [("write", ANNA.street)] == done(field("address-line1", role="combobox"))


def test_ticked_beforehand_is_unticked_where_nobody_asked() -> None:
    """News and what is sold; not the terms."""
    news, sold, terms = (
        field(None, purpose, type="checkbox", label=purpose, checked=True, filled=True)
        for purpose in ("newsletter", "extra", "consent")
    )

    assert [("untick", TICKED)] * 2 == done(news, sold, terms)


@pytest.mark.parametrize(
    ("group", "taken"),
    [
        ([tile("PayPal", "payment-method"), tile("Credit card", "payment-method")], "Credit card"),
        ([tile("Gift card", "payment-method"), tile("Kreditkarte", "payment-method")], "Kreditkarte"),
        ([tile("Invoice", "payment-method", checked=True), tile("Visa", "payment-method")], "Visa"),
        ([tile("PayPal", "payment-method"), tile("Invoice", "payment-method")], "PayPal"),
        ([tile("Collect in store", "delivery-method"), tile("Standard", "delivery-method")], "Standard"),
        ([tile("Express", "delivery-method", checked=True), tile("Standard", "delivery-method")], None),
        ([tile("Herr", ""), tile("Frau", "")], "Frau"),
        ([tile("Male", ""), tile("Female", ""), tile("Other", "")], "Female"),
        ([tile("Red", ""), tile("Blue", "")], None),
        ([tile("Red", "", required=True), tile("Blue", "", required=True)], "Red"),
    ],
)
def test_one_tile_of_a_group_is_taken(group: list[Reading], taken: str | None) -> None:
    """The card, delivery to the door, the title that is theirs; the first where one must be."""
    got = [task.label for task in tasks(group, ANNA, {})]

    assert ([taken] if taken else []) == got


def test_a_number_that_is_split() -> None:
    """A card in fours, a telephone number in three; a card in one field stays whole."""
    four = [field("cc-number", max_length=4, field=f"c{n}") for n in range(4)]
    three = [field("tel", max_length=size, field=f"t{size}{n}") for n, size in enumerate((3, 3, 4))]

    assert [("write", "4242")] * 4 == done(*four)
    assert [("write", part) for part in ("212", "555", "0123")] == done(*three, who=BOB)
    assert [("write", "4242424242424242")] == done(field("cc-number", max_length=19))


def test_a_street_goes_without_its_number_where_that_is_asked_apart() -> None:
    """Street here, number there."""
    fields = field("address-line1", label="Straße"), field("address-line2", label="Hausnummer")

    assert [("write", "Alte Gasse"), ("write", "9a")] == done(*fields)


def test_an_address_is_searched_for_only_where_it_cannot_be_written() -> None:
    """Beside a street and a town the search is left alone."""
    search = field("address-line1", label="Find your address")
    street = field("address-line1", label="Street address")

    assert [("write", ANNA.street)] == done(search, street)
    assert [("write", ANNA.street)] == done(search)


def test_fields_are_recognised_after_a_redrawing() -> None:
    """By name, label and place among those alike; tiles by their values."""
    one = [field("email", field="mail", id=4), field("email", field="mail", id=5)]
    again = [field("email", field="mail", id=14), field("email", field="mail", id=15)]
    tiles = [tile("A", "", values=("a",)), tile("A", "", values=("b",))]

    assert keys(one) == keys(again)
    assert 2 == len(set(keys(one)))
    assert 2 == len(set(keys(tiles)))


def test_fields_that_a_page_draws_itself_are_fields() -> None:
    """A button that opens a list, a box that is a button; with what the hidden list behind them says."""
    hidden = Control(
        id=1, index=0, tag="select", label="Country", field="country", options=("UK",), role="combobox"
    )
    box = Control(id=2, tag="span", role="combobox", opens="true", visible=True, name="Choose")
    tick = Control(id=3, index=1, tag="button", type="button", role="checkbox", visible=True)
    told = as_fields(Snapshot(controls=(hidden, box, tick))).controls

    assert ["select", "select", "input"] == [control.tag for control in told]
    assert ("Country", "country", ("UK",)) == (told[1].label, told[1].field, told[1].options)
    assert "checkbox" == told[2].type
    assert all(control.index >= 0 for control in told)


# ---- errors --------------------------------------------------------------------------------------


def put_right(reading: Reading, error: str, *tried: str, who: Any = SUE) -> str | None:
    """What this person puts there once they have read the error."""
    task = correction(reading, error, who, {}, set(tried))
    return task.value if task else None


def test_another_way_is_tried_after_an_error() -> None:
    """As the error says, else another than before; what is all they have is not written again."""
    phone = field("tel", filled=True)

    assert "+447700900123" == put_right(phone, "Use the international format, +44 …", "07700 900123")
    assert "07700900123" == put_right(phone, "Digits only please", "07700 900123")
    assert "07700900123" == put_right(phone, "Invalid phone number", "07700 900123")
    assert put_right(field("email", filled=True), "Invalid e-mail address", SUE.email) is None


def test_what_was_missing_is_given() -> None:
    """An empty field, a list, a box nobody knew was needed; never the newsletter."""
    title = listed("honorific-prefix", "Select", "Mr", "Ms")
    box = field(None, type="checkbox", label="House rules")
    news = field(None, "newsletter", type="checkbox", label="News")

    assert SUE.postcode == put_right(field("postal-code"), "Please enter a postcode")
    assert "Ms" == put_right(title, "Please choose a title")
    assert "Kent" == put_right(listed("address-level1", "Select", "Kent"), "Please select a county")
    assert TICKED == put_right(box, "You must accept this")
    assert put_right(news, "You must accept this") is None


def test_a_name_in_other_letters() -> None:
    """Where a page takes no umlaut and no apostrophe, they are left out, as people do."""
    name = field("family-name", filled=True)
    irish = replace(SUE, last_name="O'Brien")

    assert "Muller" == put_right(name, "Only letters A to Z, please", "Müller", who=ANNA)
    assert "OBrien" == put_right(name, "Invalid characters", "O'Brien", who=irish)
    assert put_right(name, "This name is on a list", "O'Brien", who=irish) is None


def test_a_password_grows_with_the_rules() -> None:
    """The error says what the field did not."""
    word = put_right(
        field("new-password", type="password", filled=True), "At least 20 characters", SUE.password
    )

    assert len(word or "") >= 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This e-mail address is already registered.", True),
        ("An account with this e-mail already exists", True),
        ("Diese E-Mail-Adresse wird bereits verwendet", True),
        ("Cette adresse est déjà utilisée", True),
        ("Please enter a valid e-mail address", False),
        ("You have already typed this", False),
    ],
)
def test_whether_an_address_is_taken(text: str, expected: bool) -> None:
    """Said in many ways."""
    assert expected is is_taken(text)


def test_a_summary_is_taken_apart() -> None:
    """Sentence by sentence, since each means another field."""
    page = Snapshot(documents=(Document(messages=("Enter a name. Choose a title.", "Sorry")),))

    assert ("Enter a name.", "Choose a title.", "Sorry") == sentence_by_sentence(page).documents[0].messages
