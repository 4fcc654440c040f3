"""Papers as PDF: what stands on them, in which letters, and who may see them."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cxprobe import demo
from cxprobe.demo import Company
from cxprobe.demo.fittings import LANGUAGES
from cxprobe.demo.goods import SHELF
from cxprobe.demo.letters import mail_words
from cxprobe.demo.money import Bill, Line
from cxprobe.demo.papers import invoice, label
from cxprobe.demo.scripts import as_written, joined
from cxprobe.demo.store import Order
from cxprobe.demo.words import MARKETS, Words, words_in
from tests.demo.conftest import OpenCompany, Shopper

Visit = Callable[[Company], Shopper]
FONTS = Path(demo.__file__).parent / "fonts"
ARABIC, HEBREW = "محمد عبد السلام", "שרה כהן"
ORDER = Order(
    1042,
    "token",
    datetime(2026, 3, 2, 10, 12, tzinfo=UTC),
    {"first_name": "Zoë", "last_name": "O'Brien", "email": "zoe@example.com"},
    {"line1": "1 High Street", "line2": "Flat 2", "town": "Leeds", "postcode": "LS1 1AA", "country": "GB"},
    (Line(SHELF[0], 2), Line(SHELF[-1], 1, "forest/M")),
    Bill(11200, 1120, 495, 499, "KETTLE10"),
    date(2026, 3, 5),
)


def _text(paper: bytes) -> str:
    """What a PDF says, its letters as they are typed."""
    pages = PdfReader(io.BytesIO(paper)).pages
    return _typed("\n".join(page.extract_text() for page in pages))


def _typed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _named(first: str, last: str = "", **to: str) -> Order:
    contact: Mapping[str, str] = {**ORDER.contact, "first_name": first, "last_name": last}
    return replace(ORDER, contact=contact, delivery={**ORDER.delivery, **to})


def _own(language: str) -> Words:
    return words_in(language, MARKETS[language].symbol)


def test_an_invoice_says_who_sold_what_to_whom_and_for_how_much() -> None:
    """Seller, customer, numbers, day, lines, promo, delivery, VAT, total, and that it is paid."""
    said = _text(invoice(ORDER, _own("en")))

    wanted = (
        "Kettle & Co Ltd", "Stoke-on-Trent", "GB 000 0019 87", "Zoë O'Brien", "1 High Street", "Flat 2",
        "Leeds LS1 1AA", "United Kingdom", "IN-1042", "KC-1042", "02/03/2026",
        "Copper stove kettle 2 £39.00 £78.00", "Barista apron 1 £34.00 £34.00",
        "Colour: Forest green, Size: M", "Subtotal £112.00", "Discount (KETTLE10) −£11.20",
        "Delivery £4.95", "Kettle Care £4.99", "Total £110.74", "Includes VAT (20 %) £18.46",
        "Paid by card on 02/03/2026. Nothing is left to pay.",
    )  # fmt: skip
    assert [] == [each for each in wanted if each not in said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invoice_is_in_the_customers_language_and_money(language: str) -> None:
    """Each language's own words and its market's own currency sign come out."""
    words = _own(language)
    paid = mail_words(language).plain("paid", day=words.date(ORDER.placed))
    total = f"{words.plain('total')} {words.money(ORDER.bill.total)}"

    said = _text(invoice(ORDER, words))

    assert [] == [each for each in (words.plain("invoice"), total, paid) if _typed(each) not in said]


@pytest.mark.parametrize(
    "name",
    [
        "Łucja Żółć",
        "Ðorđe Šćepanović",
        "Ελένη Παπαδοπούλου",
        "Олександр Ґалаґан",
        "Nguyễn Thị",
        HEBREW,
        ARABIC,
    ],
    ids=["Polish", "Serbian", "Greek", "Ukrainian", "Vietnamese", "Hebrew", "Arabic"],
)
def test_every_name_can_be_read_back(name: str) -> None:
    """Whatever the script, and whichever way it runs."""
    first, _, last = name.partition(" ")

    assert name in _text(invoice(_named(first, last), _own("en")))


def test_the_sign_of_every_market_can_be_read_back() -> None:
    """And a few of the neighbours'."""
    signs = "£ € zł $ ₪ ₺ ₴ ₹"

    assert signs in _text(invoice(_named(signs), _own("en")))


def test_a_name_without_letters_of_ours_leaves_the_invoice_whole() -> None:
    """The mail address says whose it is."""
    said = _text(invoice(_named("太郎", "山田"), _own("en")))

    assert "zoe@example.com" in said
    assert "Total £110.74" in said


def test_a_very_long_name_is_broken_and_loses_nothing() -> None:
    """With and without spaces."""
    first, last = "A" * 120 + "Z", "Maria " * 40
    said = re.sub(r"\s", "", _text(invoice(_named(first, last), _own("en"))))

    assert first + last.replace(" ", "") in said


def test_many_lines_take_more_pages() -> None:
    """And the total stands on the last one."""
    paper = invoice(replace(ORDER, lines=ORDER.lines * 30), _own("en"))

    pages = PdfReader(io.BytesIO(paper)).pages
    assert len(pages) > 1
    assert "Total £110.74" in pages[-1].extract_text()


def test_a_second_discount_has_a_line_of_its_own() -> None:
    """As it has on the page; the total follows."""
    said = _text(invoice(replace(ORDER, bill=replace(ORDER.bill, week=1008)), _own("en")))

    assert "−£10.08" in said
    assert "Total £100.66" in said


def test_a_label_says_from_whom_to_whom_and_which_return() -> None:
    """All that the post office needs."""
    said = _text(label("RT-3001", _named(ARABIC), _own("de")))

    assert [] == [each for each in ("RT-3001", "1 Spout Lane", ARABIC, "KC-1042") if each not in said]
    assert "Rücksendeetikett" in said


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("abc", "abc"),
        ("אב", "בא"),
        ("سلام", "\ufee1\ufefc\ufeb3"),  # meem alone, lam-alef at the end, seen at the beginning
        ("محمد", "\ufeaa\ufee4\ufea4\ufee3"),
        ("KC אב, Leeds", "KC בא, Leeds"),
    ],
)
def test_right_to_left_letters_are_turned_and_joined(typed: str, printed: str) -> None:
    """As they stand on paper from left to right."""
    assert printed == as_written(typed)


def test_marks_do_not_part_letters() -> None:
    """A vowel sign between two Arabic letters leaves them joined."""
    assert "\ufee3\u064e\ufea4" == joined("م\u064eحم")[:3]


@settings(deadline=None, database=None)
@given(st.text(st.characters(max_codepoint=0x58F), max_size=30))
def test_left_to_right_text_is_left_alone(text: str) -> None:
    """To the letter."""
    assert text == as_written(text)


@settings(deadline=None, database=None, max_examples=50)
@given(st.text(alphabet="محدسلاانبيةءאבגשab 12", max_size=20))
def test_joining_and_turning_lose_no_letter(text: str) -> None:
    """And add none."""
    assert sorted(text) == sorted(unicodedata.normalize("NFKC", as_written(text)))


def test_the_letters_are_small_and_their_licence_lies_beside_them() -> None:
    """Every letter of the shop's own words is among them."""
    font = FONTS / "DejaVuSans-letters.ttf"
    with TTFont(font) as opened:
        drawn = set(opened.getBestCmap())
    tables = [table for code in LANGUAGES for table in (_own(code).sentences, mail_words(code).sentences)]
    said = "".join(sentence for table in tables for sentence in table.values())

    assert font.stat().st_size < 200_000
    assert "Bitstream" in (FONTS / "LICENSE-DejaVu.txt").read_text("utf-8")
    assert set() == {each for each in said if ord(each) not in drawn and not each.isspace()}


def test_the_shop_leads_to_the_pdf_from_where_people_look(shopper: Shopper) -> None:
    """From the confirmation, the list of orders and the invoice."""
    thanks = shopper.pay(shopper.reach_payment()).text
    number = shopper.orders()[0]
    path = f"/invoice/{number}.pdf"

    answer = shopper.http.get(path)

    assert [True, True, True] == [
        path in page for page in (thanks, shopper.see("/orders"), shopper.see(f"/order/{number}/invoice"))
    ]
    assert "application/pdf" == answer.headers["content-type"]
    assert "Total £39.00" in _text(answer.content)
    assert answer.content[:4] == shopper.http.get(f"/invoice/IN-{number[3:]}.pdf").content[:4] == b"%PDF"


def test_an_invoice_is_for_its_customer_or_who_holds_its_key(kettle: Company, visit: Visit) -> None:
    """A number alone opens nothing; the link on the page of an invoice asked for by number and mail does."""
    stranger = visit(kettle)
    page = stranger.send("/invoice", order_number="KC-1001", email="gus@example.com").text
    linked = re.findall(r'href="(/invoice/KC-1001\.pdf\?key=\w+)"', page)[0]

    asked = ["KC-1001.pdf", "KC-1001.pdf?key=é", "KC-9.pdf", "x.pdf"]
    assert [404] * 4 == [stranger.http.get(f"/invoice/{path}").status_code for path in asked]
    assert 200 == stranger.http.get(linked).status_code


def test_an_invoice_over_another_sum_is_so_on_paper_too(open_company: OpenCompany, visit: Visit) -> None:
    """One more than was paid."""
    shopper = visit(open_company("invoice-mismatch"))
    shopper.pay(shopper.reach_payment())

    assert "Total £40.00" in _text(shopper.http.get(f"/invoice/{shopper.orders()[0]}.pdf").content)


def test_an_invoice_may_tell_net_and_gross(open_company: OpenCompany, visit: Visit) -> None:
    """It looks like another sum, and the gross is what was paid."""
    company = open_company()
    company.play_alike("invoice-mismatch")
    shopper = visit(company)
    shopper.pay(shopper.reach_payment())

    said = _text(shopper.http.get(f"/invoice/{shopper.orders()[0]}.pdf").content)

    assert "Net £32.50\nplus VAT (20 %) £6.50\nTotal with VAT £39.00" in said
    assert "Total £39.00" not in said
