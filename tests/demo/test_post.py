"""The company's mails: written when its pages say so, carried by SMTP, read back from its mailbox."""

from __future__ import annotations

import mailbox
import re
import smtplib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from pathlib import Path

import pytest
from aiosmtpd.handlers import Mailbox

from cxprobe import demo
from cxprobe.demo import Company
from cxprobe.demo.fittings import LANGUAGES
from cxprobe.demo.letters import mail_words
from cxprobe.demo.post import LATE, Post
from cxprobe.demo.postman import Postman
from cxprobe.demo.promise import delivered_by, today
from cxprobe.demo.store import SAMPLE_ORDER, Order, Store
from cxprobe.demo.switches import Board
from cxprobe.demo.words import words_in
from tests.demo.conftest import OpenCompany, Shopper

Visit = Callable[[Company], Shopper]
DEMO = Path(demo.__file__).parent
GUS = "gus@example.com"
PATIENCE = 30.0  # seconds; a mail takes a tenth of one, on a machine with nothing else to do
QUICK = 200.0  # the speed at which a late mail is late by a tenth of a second


@pytest.fixture
def order(tmp_path: Path) -> Iterator[Order]:
    """Order KC-1001, of which everybody has heard."""
    store = Store(tmp_path / "books.sqlite")
    with closing(store):
        found = store.order(SAMPLE_ORDER)
        assert found is not None
        yield found


@pytest.fixture
def open_post(tmp_path: Path) -> Iterator[Callable[..., Post]]:
    """A company's post without the company, under some switches."""
    opened: list[Post] = []

    def open_one(
        *faults: str, alike: tuple[str, ...] = (), sins: tuple[str, ...] = (), speed: float = 1
    ) -> Post:
        board = Board(sins, faults, alike)
        opened.append(Post(tmp_path / f"mail{len(opened)}", board, "http://shop.example", speed=speed))
        return opened[-1]

    yield open_one
    for post in opened:
        post.close()


def _mails(folder: Path, count: int = 1) -> list[EmailMessage]:
    """The mails in a mailbox, once there are so many, the first one first."""
    box, until = mailbox.Maildir(folder), time.monotonic() + PATIENCE
    while len(box) < count and time.monotonic() < until:
        time.sleep(0.02)
    keys = sorted(box.keys(), key=lambda key: int(re.findall(r"Q(\d+)", key)[0]))
    assert count == len(keys), [_read(box.get_bytes(key))["Subject"] for key in keys]
    return [_read(box.get_bytes(key)) for key in keys]


def _read(source: bytes) -> EmailMessage:
    mail = message_from_bytes(source, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def _text(mail: EmailMessage, kind: str = "plain") -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return unescape(str(body.get_content()))


def _everything_sent(post: Post) -> list[str]:
    """The subjects of what arrived, after one more letter that is always carried arrived too."""
    post.postman.carry(_note("the last one"))
    box, until = mailbox.Maildir(post.postman.mailbox), time.monotonic() + PATIENCE
    while time.monotonic() < until:
        subjects = [str(_read(box.get_bytes(key))["Subject"]) for key in list(box.keys())]
        if "the last one" in subjects:
            return [subject for subject in subjects if subject != "the last one"]
        time.sleep(0.02)
    raise AssertionError("the post stands still")


def _note(subject: str, to: str = GUS) -> Callable[[], EmailMessage]:
    def write() -> EmailMessage:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "hello@kettle.example", to, subject
        mail.set_content("Hello")
        return mail

    return write


# -- what is written, and when


def test_an_order_is_confirmed_by_mail(open_company: OpenCompany, visit: Visit) -> None:
    """With its number, lines, total, day of delivery and invoice, in text and in HTML."""
    company = open_company()
    shopper = visit(company)
    shopper.pay(shopper.reach_payment())
    number = shopper.orders()[0]

    mail = _mails(company.mailbox)[0]

    wanted = (number, "1 × Copper stove kettle", "£39.00", f"Delivered by {words_in('en').day(_promised())}")
    assert GUS == mail["To"]
    assert "Kettle & Co <hello@kettle.example>" == mail["From"]
    assert f"Your order {number}" == mail["Subject"]
    assert mail["Message-ID"].endswith("@kettle.example>")
    assert mail["Date"].datetime.date() == today()
    assert [] == [each for kind in ("plain", "html") for each in wanted if each not in _text(mail, kind)]
    assert [f"{number}.pdf"] == [paper.get_filename() for paper in mail.iter_attachments()]
    assert b"%PDF" == next(mail.iter_attachments()).get_content()[:4]


def _promised() -> date:
    return delivered_by(today())


def test_the_mail_leads_to_the_invoice_from_any_browser(open_company: OpenCompany, visit: Visit) -> None:
    """Whoever got the mail may see it."""
    company = open_company()
    shopper, telephone = visit(company), visit(company)
    shopper.pay(shopper.reach_payment())

    links = re.findall(r'href="([^"]+)"', _text(_mails(company.mailbox)[0], "html"))

    assert [200, 200, 200] == [telephone.http.get(link).status_code for link in links]
    assert "application/pdf" == telephone.http.get(links[0]).headers["content-type"]


@pytest.mark.parametrize(
    ("path", "typed", "subject", "says"),
    [
        (
            "/contact",
            {"name": "Gus", "email": GUS, "subject": "order", "message": "Where <i>is</i> it?"},
            "We have your message, ticket T-2001",
            ("Gus", "T-2001", "Where <i>is</i> it?", "We will answer to gus@example.com by"),
        ),
        (
            "/returns",
            {"order_number": "KC-1001", "email": GUS, "reason": "broken"},
            "Your return label RT-3001",
            ("RT-3001", "We will refund £39.00", "/returns/"),
        ),
        ("/newsletter", {"email": GUS}, "Welcome to our newsletter", ("Once a month", "/newsletter/out/")),
        (
            "/account/new",
            {"email": GUS, "password": "kettles-and-pots"},
            "Your account at Kettle & Co",
            (GUS, "/account"),
        ),
    ],
    ids=["ticket", "return", "newsletter", "account"],
)
def test_what_a_page_says_was_sent_was_sent(
    open_company: OpenCompany,
    visit: Visit,
    path: str,
    typed: dict[str, str],
    subject: str,
    says: tuple[str, ...],
) -> None:
    """To the address that was given, with what it is about; and the page names the time it takes."""
    company = open_company()

    page = unescape(visit(company).send(path, **typed).text)

    mail = _mails(company.mailbox)[0]
    assert (GUS, subject) == (mail["To"], mail["Subject"])
    assert [] == [each for kind in ("plain", "html") for each in says if each not in _text(mail, kind)]
    assert re.search(rf"sent [\w ]+ to <bdi>{GUS}</bdi>: you will have the e-mail within 5 seconds\.", page)


def test_a_form_sent_twice_is_one_mail(open_company: OpenCompany, visit: Visit) -> None:
    """As it is one ticket, one return and one subscriber."""
    company = open_company()
    shopper = visit(company)
    for _ in range(2):
        shopper.send("/contact", name="Gus", email=GUS, subject="order", message="Hm?")
        shopper.send("/returns", order_number="KC-1001", email=GUS, reason="broken")
        shopper.send("/newsletter", email=GUS)
    shopper.send("/newsletter", email="beth@example.com")

    mails = _mails(company.mailbox, 4)

    assert ["T-2001", "RT-3001", "newsletter"] == [mail["Subject"].split()[-1] for mail in mails[:3]]
    assert "beth@example.com" == mails[3]["To"]


def test_a_refund_promised_in_the_chat_is_confirmed(open_post: Callable[..., Post], order: Order) -> None:
    """With the sum, the order and the reference."""
    post = open_post()
    post.refund_confirmed(GUS, order, 3900, "RF-2001")

    said = _text(_mails(post.postman.mailbox)[0])

    assert "We have refunded £39.00 to your card for order KC-1001." in said
    assert "Your reference is RF-2001." in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_mails_are_in_the_customers_language(
    open_post: Callable[..., Post], order: Order, language: str
) -> None:
    """Whatever the company's own is."""
    post, words, told = open_post(), words_in(language, "€"), mail_words(language)
    post.order_confirmed(order, words)

    mail = _mails(post.postman.mailbox)[0]

    assert words.tag == mail["Content-Language"]
    assert told.plain("order_subject", number="KC-1001") == mail["Subject"]
    assert f"{words.plain('total')}: {words.money(order.bill.total)}" in _text(mail)
    assert told.plain("regards") in _text(mail, "html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_sentence_about_mails_with_the_same_gaps(language: str) -> None:
    """None missing, none too many."""
    tables = [mail_words(each).sentences for each in ("en", language)]

    english, other = ({key: set(re.findall(r"{(\w+)}", text)) for key, text in t.items()} for t in tables)
    assert english == other


def test_no_sentence_about_mails_is_forgotten() -> None:
    """Every one is said somewhere."""
    pages = [*DEMO.glob("*.py"), *DEMO.glob("templates/*.html"), *DEMO.glob("templates/mail/*")]
    said = "".join(path.read_text("utf-8") for path in pages)

    assert [] == [key for key in mail_words("en").sentences if f'"{key}"' not in said]


# -- the newsletter


def test_who_leaves_the_newsletter_is_asked_once_and_gone(open_company: OpenCompany, visit: Visit) -> None:
    """A page with a button, a word that it is done, and nothing left afterwards."""
    company = open_company()
    shopper = visit(company)
    shopper.send("/newsletter", email=GUS)
    way_out = _way_out(_mails(company.mailbox)[0])

    pages = [shopper.see(way_out), shopper.send(way_out).text, shopper.see(way_out)]

    told = ("Shall we stop writing to", "gets no more newsletters from us", "Nobody is signed up")
    assert [True, True, True] == [said in page for said, page in zip(told, pages, strict=True)]
    assert [True, False, False] == ["<button" in re.findall("(?s)<main.*</main>", page)[0] for page in pages]


def test_one_click_of_a_mail_program_is_enough(open_company: OpenCompany, visit: Visit) -> None:
    """As RFC 8058 has it; and the same address is in the mail's own link."""
    company = open_company()
    visit(company).send("/newsletter", email=GUS)
    mail = _mails(company.mailbox)[0]
    program = visit(company)

    answer = program.send(_way_out(mail), **{"List-Unsubscribe": "One-Click"})

    assert "List-Unsubscribe=One-Click" == mail["List-Unsubscribe-Post"]
    assert _way_out(mail) in _text(mail)
    assert 200 == answer.status_code
    assert "Nobody is signed up" in program.see(_way_out(mail))


def test_signing_up_twice_leaves_by_the_same_way(
    open_company: OpenCompany, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first mail's link ends both, which came a while apart."""
    monkeypatch.setattr("cxprobe.demo.post._AT_ONCE", 0.0)
    company = open_company()
    for email in (GUS, GUS.upper()):
        visit(company).send("/newsletter", email=email)

    first, second = _mails(company.mailbox, 2)

    assert _way_out(first) == _way_out(second)


def _way_out(mail: EmailMessage) -> str:
    return str(mail["List-Unsubscribe"]).strip("<>")


@pytest.mark.parametrize("typed", ["", "gus", "gus@", "gus @example.com"])
def test_an_address_nobody_can_have_is_not_signed_up(shopper: Shopper, typed: str) -> None:
    """It is said beside the field, and what was typed stays."""
    page = shopper.send("/newsletter", email=typed).text

    assert "name@example.com" in page
    assert f'value="{typed}"' in page


# -- faults, and what looks like them


def _all_kinds(post: Post, order: Order) -> None:
    post.order_confirmed(order)
    post.ticket_received(GUS, "Gus", "T-2001", "Where is it?", today())
    post.newsletter_welcome(GUS)
    post.account_welcome(GUS)


def test_on_a_good_day_every_mail_comes(open_post: Callable[..., Post], order: Order) -> None:
    """Which the tests below would not notice by themselves."""
    post = open_post()
    _all_kinds(post, order)
    post.refund_confirmed(GUS, order, 3900)

    assert 5 == len(_everything_sent(post))


def test_mail_never_sent_promises_and_sends_nothing(open_post: Callable[..., Post], order: Order) -> None:
    """Of any kind."""
    post = open_post("mail-never-sent")
    _all_kinds(post, order)

    assert "We have sent a receipt" in post.says("order", words_in("en"), GUS)
    assert [] == _everything_sent(post)


def test_no_mail_may_be_sent_by_who_says_so(open_company: OpenCompany, visit: Visit) -> None:
    """The checkout beforehand, the confirmation afterwards; nothing promises a receipt."""
    company = open_company()
    company.play_alike("mail-never-sent")
    shopper = visit(company)
    token = shopper.reach_payment()
    before, after = shopper.see("/checkout/contact"), shopper.pay(token).text

    assert "We send no mails. Please print the page that comes last." in before
    assert "Your receipt goes here" not in before
    assert "We send no confirmation of this by mail. Please print this page" in after
    assert "sent a receipt" not in after
    assert [] == _everything_sent(_post_of(company))


def _post_of(company: Company) -> Post:
    assert company._post is not None
    return company._post


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"faults": ("mail-late",)}, "you will have the e-mail within 5 seconds."),
        (
            {"alike": ("mail-late",)},
            "Our post is slow today: you will get the e-mail to <bdi>gus@example.com</bdi> within",
        ),
    ],
    ids=["without a word", "announced"],
)
def test_a_late_mail_is_late_and_comes(
    open_post: Callable[..., Post], order: Order, how: dict[str, tuple[str, ...]], says: str
) -> None:
    """Twenty seconds, at the pace of the company; the fault says nothing, its look-alike does."""
    post = open_post(*how.get("faults", ()), alike=how.get("alike", ()), speed=QUICK)
    began = time.monotonic()
    post.account_welcome(GUS)
    _mails(post.postman.mailbox)

    assert time.monotonic() - began >= LATE / QUICK
    assert says in post.says("order", words_in("en"), GUS)


def test_a_late_mail_is_not_there_at_once(open_post: Callable[..., Post], order: Order) -> None:
    """Other post goes past it."""
    post = open_post("mail-late")
    post.order_confirmed(order)

    assert [] == _everything_sent(post)


def test_the_mail_may_name_another_day(open_company: OpenCompany, visit: Visit) -> None:
    """Later than the confirmation's."""
    company = open_company("mail-other-day")
    shopper = visit(company)
    page = shopper.pay(shopper.reach_payment()).text

    said = _text(_mails(company.mailbox)[0])

    told = words_in("en").day(_promised())
    assert f"Delivered by {told}" in page
    assert told not in said
    assert re.search(r"Delivered by \w+day \d+ \w+\.", said)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("en", "Monday, 16/11/2026"), ("de", "Montag, 16.11.2026"), ("pl", "poniedziałek, 16.11.2026")],
)
def test_the_mail_may_write_the_same_day_otherwise(
    open_post: Callable[..., Post], order: Order, language: str, wanted: str
) -> None:
    """As a weekday and figures: it looks like another day, and is the same."""
    post = open_post(alike=("mail-other-day",))
    words = words_in(language)
    vars(order)["promised"] = date(2026, 11, 16)
    post.order_confirmed(order, words)

    assert wanted in _text(_mails(post.postman.mailbox)[0])


def test_poor_follow_through_forgets_what_the_chat_promised(
    open_post: Callable[..., Post], order: Order
) -> None:
    """And only that: the till's own mails come."""
    good, bad = open_post(), open_post(sins=("poor-follow-through",))
    for post in (good, bad):
        post.refund_confirmed(GUS, order, 3900)
        post.account_welcome(GUS)

    assert [True, False] == [post.follows_through for post in (good, bad)]
    assert [2, 1] == [len(_everything_sent(post)) for post in (good, bad)]


# -- the postman


def test_nothing_starts_before_the_first_letter_and_nothing_stays(tmp_path: Path) -> None:
    """No thread is left behind, and a letter that is not due is not waited for."""
    postman = Postman(tmp_path / "mail")
    idle = set(threading.enumerate())
    postman.carry(_note("now"))
    postman.carry(_note("in an hour"), 3600)
    mails = _mails(postman.mailbox)
    postman.close()

    assert ["now"] == [mail["Subject"] for mail in mails]
    assert [] == _of_the_post(set(threading.enumerate()) - idle)
    with pytest.raises(ConnectionRefusedError):
        smtplib.SMTP(*postman.address)


def test_whoever_hands_in_a_letter_does_not_wait(tmp_path: Path) -> None:
    """It is written on another thread, after carry() returned."""
    postman, asked, writers = Postman(tmp_path / "mail"), threading.Event(), list[str]()

    def write() -> EmailMessage:
        asked.wait(PATIENCE)
        writers.append(threading.current_thread().name)
        return _note("slowly written")()

    with closing(postman):
        postman.carry(write)
        asked.set()
        _mails(postman.mailbox)

    assert [threading.current_thread().name] != writers


def test_letters_arrive_in_order(tmp_path: Path) -> None:
    """One after the other, as they were handed in."""
    wanted = [f"number {n}" for n in range(12)]
    with closing(Postman(tmp_path / "mail")) as postman:
        for subject in wanted:
            postman.carry(_note(subject))

        assert wanted == [mail["Subject"] for mail in _mails(postman.mailbox, 12)]


def test_a_letter_that_cannot_be_written_holds_up_no_other(tmp_path: Path) -> None:
    """And is remembered."""
    with closing(Postman(tmp_path / "mail")) as postman:
        postman.carry(_unwritable)
        postman.carry(_note("the next"))

        assert ["the next"] == [mail["Subject"] for mail in _mails(postman.mailbox)]
    assert ["ValueError: no ink"] == postman.undelivered


def _unwritable() -> EmailMessage:
    raise ValueError("no ink")


@pytest.mark.parametrize(
    "email",
    [
        "o'brien+kettle@example.com",
        "müller@example.com",
        "a,b@example.com",
        "x<y>z@example.com",
        "עברית@example.com",
    ],
)
def test_every_address_that_the_shop_takes_is_written_to(open_post: Callable[..., Post], email: str) -> None:
    """Plus signs, umlauts, commas: one mail, to one address."""
    post = open_post()
    post.account_welcome(email)

    mail = _mails(post.postman.mailbox)[0]

    assert [] == post.postman.undelivered
    to = [f"{address.username}@{address.domain}" for address in mail["To"].addresses]
    assert [email.encode()] == [address.encode("utf-8", "surrogateescape") for address in to]


def test_the_mailbox_is_one_that_other_tools_read(open_company: OpenCompany) -> None:
    """There as soon as the company is open, and filled by whoever sends to its address."""
    company = open_company()
    folders = sorted(folder.name for folder in company.mailbox.iterdir())
    with smtplib.SMTP(*company.smtp) as line:
        line.send_message(_note("from a stranger")())

    subjects = [mail["Subject"] for mail in Mailbox(company.mailbox).mailbox]

    assert ["cur", "new", "tmp"] == folders
    assert ["from a stranger"] == subjects


def _of_the_post(threads: set[threading.Thread]) -> list[str]:
    return [thread.name for thread in threads if thread.name.startswith("kettle-post")]


def test_a_company_takes_its_threads_along() -> None:
    """Also those of its post; a closed one has none to ask for."""
    before = set(threading.enumerate())
    with Company() as company:
        idle = set(threading.enumerate())
        host, port = company.smtp
        started = set(threading.enumerate()) - idle
    closed = Company()

    assert [] == _of_the_post(idle - before)
    assert ["kettle-post-office"] == _of_the_post(started)
    assert [] == _of_the_post(set(threading.enumerate()) - before)
    with pytest.raises(ConnectionRefusedError):
        smtplib.SMTP(host, port)
    with pytest.raises(RuntimeError, match="closed and has no post"):
        _ = closed.mailbox


# -- the outbox


def test_the_outbox_shows_what_was_sent(open_company: OpenCompany, visit: Visit) -> None:
    """The newest first, each with its words and what is attached."""
    company = open_company()
    office = visit(company)
    empty = office.see("/outbox")
    office.send("/newsletter", email=GUS)
    office.send("/returns", order_number="KC-1001", email=GUS, reason="broken")
    _mails(company.mailbox, 2)

    shown = office.see("/outbox")
    links = re.findall(r'href="(/outbox/[^"]+)"', shown)
    mail = office.see(links[0])
    paper = re.findall(r'href="(/outbox/[^"]+pdf)"', mail)[0]

    assert "No mail was sent yet." in empty
    assert ["Your return label RT-3001", "Welcome to our newsletter"] == re.findall(
        "<h2><bdi>(.*)</bdi>", shown
    )
    assert "The return label for your parcel is attached." in mail
    assert b"%PDF" == office.http.get(paper).content[:4]


def test_the_outbox_runs_nothing_that_a_customer_wrote(open_company: OpenCompany, visit: Visit) -> None:
    """Words are shown as words."""
    company = open_company()
    office = visit(company)
    office.send("/contact", name="<b>Gus", email=GUS, subject="order", message="<script>alert(1)</script>")
    _mails(company.mailbox)

    link = re.findall(r'href="(/outbox/[^"]+)"', office.see("/outbox"))[0]
    source = office.http.get(link).text

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    assert "<script" not in source
    assert "<b>" not in source


@pytest.mark.parametrize("path", ["/outbox/nothing", "/outbox/nothing/x.pdf", "/outbox/%2e%2e"])
def test_what_was_never_sent_is_not_found(shopper: Shopper, path: str) -> None:
    """An honest 404."""
    assert 404 == shopper.http.get(path).status_code


def test_the_outbox_is_not_for_customers(shopper: Shopper) -> None:
    """No page of the shop leads there."""
    pages = [shopper.see(path) for path in ("/", "/account", "/contact", "/newsletter")]

    assert [] == [page for page in pages if "/outbox" in page]


@pytest.mark.parametrize("name", ["KC-99999999999999999999", "KC-²", "IN-١٠٠١"])
def test_a_number_that_no_order_can_have_is_not_found(shopper: Shopper, name: str) -> None:
    """Longer than any, or of other digits: there is no such page, and nothing breaks."""
    assert 404 == shopper.http.get(f"/invoice/{name}.pdf").status_code
