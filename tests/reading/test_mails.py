"""Mails read from bytes: their words, links, and what kind of mail each is."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.mail_words import Link, words_and_links
from cxprobe.reading.mails import KINDS, Mail, fits, own_words, read_mail

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def mail(subject: str, text: str = "", **headers: str) -> Mail:
    """A mail of plain text to Mia."""
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "Kettle & Co <hello@kettle.example>"
    message["To"] = "Mia Rose <Mia.Rose@example.com>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return read_mail(message.as_bytes(), NOON)


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Your order KC-1042", "order"),
        ("Receipt for your purchase", "order"),
        ("Ihre Bestellung KC-1042 ist eingegangen", "order"),
        ("Merci pour votre commande", "order"),
        ("Hemos recibido tu pedido", "order"),
        ("Il tuo ordine KC-1042", "order"),
        ("Je bestelling bij Kettle & Co", "order"),
        ("Twoje zamówienie KC-1042", "order"),
        ("A sua encomenda KC-1042", "order"),
        ("Your order KC-1042 is on its way", "delivery"),
        ("Ihre Bestellung wurde versandt", "delivery"),
        ("Votre commande a été expédiée", "delivery"),
        ("Invoice IN-1042 for your order", "invoice"),
        ("Ihre Rechnung", "invoice"),
        ("Votre facture du mois", "invoice"),
        ("We have got your message (KC-T-7)", "ticket"),
        ("Your message to us: ticket T-7", "ticket"),
        ("Ihre Anfrage T-7", "ticket"),
        ("Your return label", "return"),
        ("Your return of order KC-1042", "return"),
        ("Twoja etykieta zwrotna", "return"),
        ("Your refund of £39.00", "refund"),
        ("Remboursement de votre commande", "refund"),
        ("Ihre Rückerstattung", "refund"),
        ("Welcome to our newsletter", "newsletter"),
        ("Bienvenido a nuestro boletín", "newsletter"),
        ("20% off every kettle", "offer"),
        ("Nur heute: Angebote für Sie", "offer"),
        ("Your account is ready", "account"),
        ("Passwort zurücksetzen", "account"),
        ("How did we do? Your order KC-1042", "feedback"),
        ("Wie war Ihr Einkauf?", "feedback"),
        ("Hello", "other"),
        ("Order KC-1042: returns are free", "order"),
        ("Order KC-1042: your refund", "refund"),
        ("Your receipt: rate us", "order"),
        ("Please rate us", "feedback"),
        ("Dein Paket kommt heute", "delivery"),
        ("Your DPD parcel arrives today", "delivery"),
        ("Re: Broken kettle [#8812]", "ticket"),
        ("Case 0012 opened", "ticket"),
        ("We have received your order #1234: tracking follows", "order"),
        ("Your order KC-1042: log in to your account", "order"),
    ],
)
def test_the_subject_tells_what_a_mail_is_about(subject: str, kind: str) -> None:
    """In eight languages, and of two words that fit the surer one counts."""
    assert kind == mail(subject).kind


def test_where_the_subject_says_nothing_the_first_words_do() -> None:
    """A mail called "Hello" that begins with a receipt is one."""
    assert "order" == mail("Hello Mia", "Thank you for your order KC-1042.\n").kind
    assert "other" == mail("Hello Mia", "x " * 300 + "Thank you for your order.").kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Thank you for your order KC-1042. It will be delivered on Tuesday. Free returns within 30 days.",
            "order",
        ),
        ("We have received your order #1234 today. Tracking follows. Rate us!", "order"),
        ("Your parcel is on its way. Thank you for your order KC-1042.", "delivery"),
    ],
)
def test_of_the_kinds_in_its_words_the_first_counts(text: str, kind: str) -> None:
    """A confirmation that also speaks of delivery, returns and stars is one of an order."""
    assert kind == mail("Thank you, Mia!", text).kind


def test_what_goes_to_a_list_is_no_answer_to_an_order() -> None:
    """A mail with a List-Unsubscribe header that praises your last order is advertising."""
    listed = {"List_Unsubscribe": "<https://kettle.example/u/1>"}

    assert "newsletter" == mail("Hello Mia", "Kettles are in the news.", **listed).kind
    assert "offer" == mail("Order now", "Everything at 20 % off", **listed).kind
    assert "order" == mail("Order now", "Everything at 20 % off").kind
    assert "order" == mail("Your order KC-1042", "Thank you.", **listed).kind


def test_a_mail_fits_by_its_kind_or_by_its_words() -> None:
    """A kind's name means that kind; other words must stand in it, however they are written."""
    got = mail("Your order KC-1042", "The invoice follows.\nCopper  stove\nkettle")

    assert fits(got, "order")
    assert not fits(got, "invoice")
    assert fits(got, "copper STOVE kettle")
    assert fits(got, "")
    assert not fits(got, "teapot")


def test_html_is_read_as_it_is_shown() -> None:
    """Tables come as lines of cells; hidden words, styles and scripts are not read."""
    message = EmailMessage()
    message["Subject"], message["To"] = "Your order", "mia@example.com, Gus <GUS@example.com>"
    message.set_content("The plain version")
    message.add_alternative(
        """<html><head><title>No</title><style>p {color: red}</style></head><body>
        <div style="display:none">Preview <b>words</b></div><h1>Thank&nbsp;you</h1>
        <table><tr><th>Total</th><td>£39.00</td></tr></table><p hidden>secret</p>
        <p>Look <a href="https://kettle.example/o/1">at your <b>order</b></a> or
        <a href="https://kettle.example/off">unsubscribe</a>.</p></body></html>""",
        subtype="html",
    )

    got = read_mail(message.as_bytes(), NOON)

    assert "Thank you\nTotal\t£39.00\nLook at your order or unsubscribe." == got.text
    assert (
        Link("at your order", "https://kettle.example/o/1"),
        Link("unsubscribe", "https://kettle.example/off"),
    ) == got.links
    assert "https://kettle.example/off" == got.unsubscribe
    assert ("mia@example.com", "gus@example.com") == got.to


def test_an_unclosed_hidden_tag_does_not_swallow_the_mail() -> None:
    """Tags without an end, as mails have them, hide no more than they should."""
    message = EmailMessage()
    message["Subject"] = "Hello"
    message.set_content(
        "<div style='display:none'>no<br><img src=x></div><p>yes<br>indeed</p>", subtype="html"
    )

    assert "yes\nindeed" == read_mail(message.as_bytes(), NOON).text


@pytest.mark.parametrize(
    "source",
    [
        "<p hidden>no<p>yes",
        "<p hidden>no<div>yes</div>",
        "<ul><li hidden>no<li>yes</ul>",
        "<ul><li hidden>no<ul><li>no</ul></ul><p>yes",
        "<table><tr><td hidden>no<td>yes</table>",
        "<table><tr hidden><td>no<tr><td>yes</table>",
        "<select><option hidden>no<option>yes</select>",
        "<div hidden><p>no<p>no<ul><li>no<li>no</ul></div>yes",
    ],
)
def test_a_hidden_tag_without_an_end_ends_where_its_like_begins(source: str) -> None:
    """Paragraphs, entries, cells and rows need no end tag, and end with what holds them."""
    assert ("yes", ()) == words_and_links(source, "html")


def _raw(headers: str, body: bytes = b"hello") -> bytes:
    return b"Subject: Your order\r\n" + headers.encode() + b"\r\n\r\n" + body


@pytest.mark.parametrize(
    "source",
    [
        _raw("Content-Type: text/plain; charset=undefined"),
        _raw("Content-Type: text/plain; charset=idna", b"\xff hello .. "),
        _raw("Content-Type: text/plain; charset=punycode", b"\xff\x80"),
        _raw('Content-Type: text/plain; charset="a\x00b"'),
        _raw("Date: Mon, 99999999999999999999 Nov 2026 12:00:00 +0000"),
        _raw("Content-Type: text/html", b"<p>hello <![foo[ bar"),
    ],
    ids=["undefined", "idna", "punycode", "NUL", "20-digit day", "marked section"],
)
def test_what_is_badly_made_is_read_as_far_as_can_be(source: bytes) -> None:
    """Its subject at least."""
    assert "Your order" == read_mail(source).subject


@settings(deadline=None, database=None, max_examples=200)
@given(
    st.sampled_from(["text/plain", "text/html", "multipart/mixed; boundary=x", "message/rfc822", "a/b"]),
    st.sampled_from(["utf-8", "undefined", "idna", "punycode", "a\0b", "rot13", "hex", "utf-7"]),
    st.sampled_from(["base64", "quoted-printable", "x-uuencode", "8bit"]),
    st.binary(max_size=80) | st.text("<![]foo -->&#;=?x\n", max_size=60).map(str.encode),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 255)), max_size=4),
)
def test_no_bytes_are_too_odd(
    kind: str, charset: str, way: str, body: bytes, flips: list[tuple[int, int]]
) -> None:
    """Whatever a server sends, there is a mail of it."""
    told = f"Content-Type: {kind}; charset={charset}\r\nContent-Transfer-Encoding: {way}\r\nDate: x"
    source = bytearray(_raw(told, body))
    for place, value in flips:
        source[place % len(source)] = value

    assert read_mail(bytes(source)).kind in KINDS


@pytest.mark.parametrize(
    ("headers", "way", "one_click"),
    [
        ({"List_Unsubscribe": "<mailto:off@kettle.example>, <https://kettle.example/u/1>"},
         "https://kettle.example/u/1", False),
        ({"List_Unsubscribe": "<https://kettle.example/u/1>",
          "List_Unsubscribe_Post": "List-Unsubscribe=One-Click"}, "https://kettle.example/u/1", True),
        ({"List_Unsubscribe": "<mailto:off@kettle.example>"}, "mailto:off@kettle.example", False),
        ({}, "", False),
    ],
)  # fmt: skip
def test_where_to_unsubscribe(headers: dict[str, str], way: str, one_click: bool) -> None:
    """The header names it (RFC 2369), a web address before a mail address; one click as RFC 8058 has it."""
    got = mail("News", "Kettles everywhere.", **headers)

    assert (way, one_click) == (got.unsubscribe, got.one_click)


def test_what_came_with_it_is_kept() -> None:
    """Attachments are named, and their bytes are there to be read."""
    message = EmailMessage()
    message["Subject"] = "Invoice"
    message.set_content("See the file.")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="IN-1042.pdf")

    got = read_mail(message.as_bytes(), NOON)

    assert ("IN-1042.pdf",) == got.attachments
    assert b"%PDF-1.7" == got.files["IN-1042.pdf"]
    assert "See the file." == got.text


def test_when_it_came_is_told_by_the_last_machine_on_its_way() -> None:
    """The topmost Received header, else the date it was written."""
    source = (
        b"Received: from a by b; Sun, 22 Nov 2026 12:00:05 +0000\r\n"
        b"Date: Sun, 22 Nov 2026 11:00:00 +0000\r\nSubject: Hello\r\n\r\nHi\r\n"
    )

    assert NOON.replace(second=5) == read_mail(source).at
    assert NOON.replace(hour=11) == read_mail(source.partition(b"\r\n")[2]).at


@settings(deadline=None, database=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=80).map(
            lambda t: f"To: {t}\nFrom: {t}\nDate: {t}\n\n{t}".encode("utf-8", "replace")
        ),
        st.text(alphabet="<>/abp =\"'!-&;#0\n", max_size=120).map(
            lambda t: b"Content-Type: text/html; charset=x-odd\n\n" + t.encode()
        ),
    )
)
def test_no_mail_is_too_odd_to_be_read(source: bytes) -> None:
    """Whatever bytes arrive, there is a mail with words and a known kind."""
    got = read_mail(source)

    assert got.kind in KINDS
    assert isinstance(got.text, str)
    assert got.at.tzinfo is not None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Yes.\nOn 3 March 2026 at 10:15, Gus wrote:\n> 14 days?", "Yes."),
        ("Ja.\nAm 03.03.2026 um 10:15 schrieb Gus Grumbold <gus@example.com>:\n14 Tage?", "Ja."),
        ("Oui.\nLe 3 mars 2026 à 10:15, Gus a écrit :\n14 jours ?", "Oui."),
        ("Tak.\nW dniu 3.03.2026 Gus napisał(a):\n14 dni?", "Tak."),
        ("Sure.\n-----Original Message-----\nFrom: Gus\n14 days?", "Sure."),
        ("> 14 days?\nNo, 30.", "No, 30."),
        ("---------- Forwarded message ---------\nFrom: Shop\n30 days", None),
        ("On Monday we wrote to you: it is done.", None),
    ],
)
def test_a_quoted_mail_is_not_said_again(text: str, own: str | None) -> None:
    """What was written before stands below; a mail that is nothing else is read whole."""
    assert (text if own is None else own) == own_words(text)
