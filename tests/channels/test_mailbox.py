"""Mailboxes: a Maildir folder, a mailbox on a server, and a customer who waits for mail."""

from __future__ import annotations

import mailbox as maildirs
import re
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cxprobe.channels.inbox import Inbox, asked_at
from cxprobe.channels.mailbox import Maildir, ServerMailbox, open_mailbox
from cxprobe.channels.purse import Purse
from cxprobe.channels.web import Web
from cxprobe.doctor.trace import _opened
from cxprobe.errors import Inconclusive, MailboxClosed, UsageError
from cxprobe.journey.moments import Moment
from cxprobe.reading.mails import read_mail
from cxprobe.reading.money import read_bill
from tests.channels.conftest import Site

Arrive = Callable[..., Web]


def message(to: str, subject: str, text: str = "Hello.", **headers: str) -> EmailMessage:
    """A mail from the company."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Kettle & Co <hello@kettle.example>", to, subject
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty Maildir folder."""
    maildirs.Maildir(tmp_path / "box", create=True)
    return tmp_path / "box"


@pytest.fixture
def post(folder: Path) -> Callable[..., None]:
    """Puts a mail into the folder, as a mail server does."""

    def put(to: str, subject: str, text: str = "Hello.", **headers: str) -> None:
        maildirs.Maildir(folder).add(message(to, subject, text, **headers))

    return put


# -- the folder --------------------------------------------------------------------------------


def test_a_folder_gives_what_came_since_for_one_address(folder: Path, post: Callable[..., None]) -> None:
    """Oldest first, to whom it was addressed and nobody else, and in whatever case."""
    post("gus@example.com", "Not for Mia")
    post("Mia@Example.com", "First")
    time.sleep(0.02)
    post("mia@example.com, gus@example.com", "Second")
    box = open_mailbox(str(folder))

    got = box.since(datetime.now(UTC) - timedelta(minutes=1), "mia@example.com")

    assert ["First", "Second"] == [mail.subject for mail in got]
    assert ["Not for Mia", "First", "Second"] == [
        mail.subject for mail in box.since(datetime.now(UTC) - timedelta(minutes=1))
    ]


def test_older_mails_are_left_alone(folder: Path, post: Callable[..., None]) -> None:
    """What came before the visit began is nobody's business."""
    post("mia@example.com", "Old")

    assert [] == open_mailbox(str(folder)).since(datetime.now(UTC) + timedelta(minutes=1))


def test_a_mail_that_a_mail_programme_has_seen_is_still_there(
    folder: Path, post: Callable[..., None]
) -> None:
    """Moved from new to cur it is the same mail, once."""
    post("mia@example.com", "Seen")
    box = open_mailbox(str(folder))
    before = box.since(datetime.now(UTC) - timedelta(minutes=1))
    file = next((folder / "new").iterdir())
    file.rename(folder / "cur" / f"{file.name}:2,S")

    assert before == box.since(datetime.now(UTC) - timedelta(minutes=1))
    assert 1 == len(before)


def test_a_folder_that_is_none_is_our_blindness(tmp_path: Path) -> None:
    """A path that was typed wrong must not look like a mail that never came."""
    with pytest.raises(MailboxClosed, match="no Maildir folder"):
        open_mailbox(str(tmp_path / "nothing")).since(datetime.now(UTC))


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        ("", "Maildir folders"),
        ("pop3://cx:geheim@mail.example", "Maildir folders"),
        ("imaps://mail.example/INBOX", "host and a user"),
        ("imap://cx:geheim@mail.example/INBOX", "in clear"),
        ("imaps://cx:geheim@mail.example:99999/INBOX", "up to 65535"),
        ("imaps://cx@mail.example:geheim", "up to 65535"),
        ("imaps://cx:geheim@[::1", "host and a user"),
        ("pop3://cx:geheim@[::1", "Maildir folders"),
    ],
)
def test_what_names_no_mailbox_is_refused(spec: str, why: str) -> None:
    """With what to type, and never with the password."""
    with pytest.raises(UsageError, match=why) as refused:
        open_mailbox(spec)

    assert "geheim" not in str(refused.value)


def test_a_server_is_named_as_an_address() -> None:
    """User, password and folder may hold what an address must encode."""
    box = open_mailbox("imaps://cx%40shop.example:p%2Fw@mail.example/Shop%20mail")

    assert isinstance(box, ServerMailbox)
    assert ("cx@shop.example", "p/w", "mail.example", 993, "Shop mail", True) == (
        box.user, box.password, box.host, box.port, box.folder, box.encrypted,
    )  # fmt: skip
    assert "p/w" not in repr(box)
    assert isinstance(open_mailbox("mail/cx"), Maildir)


# -- the server --------------------------------------------------------------------------------


class Imap(socketserver.ThreadingTCPServer):
    """As much of an IMAP server (RFC 3501) as it takes to log in and read."""

    allow_reuse_address = True
    daemon_threads = True
    mails: list[bytes]
    password: str
    said: list[str]
    given: list[int]
    """UIDs of mails that were given whole, in order."""
    sizes: dict[int, int]
    """What a mail is said to be large, by UID."""
    sought: list[str]


class Talk(socketserver.StreamRequestHandler):
    """One connection."""

    server: Imap

    def handle(self) -> None:
        """Answer line by line until the other side leaves."""
        self._say("* OK ready")
        for line in self.rfile:
            tag, _, asked = line.decode().strip().partition(" ")
            self.server.said.append(asked.split(" ")[0])
            if not self._answered(tag, asked):
                return

    def _answered(self, tag: str, asked: str) -> bool:
        verb = asked.upper()
        if verb.startswith("CAPABILITY"):
            self._say("* CAPABILITY IMAP4rev1")
        elif verb.startswith("LOGIN") and self.server.password not in asked:
            self._say(f"{tag} NO the password {asked} is wrong")
            return True
        elif verb.startswith(("SELECT", "EXAMINE")):
            self._say(f"* {len(self.server.mails)} EXISTS")
        elif verb.startswith("UID SEARCH"):
            self.server.sought.append(asked)
            wanted = re.findall(r'TO "(.*?)"', asked)
            fits = [n for n, mail in enumerate(self.server.mails, 1) if _goes_to(wanted, mail)]
            self._say(f"* SEARCH {' '.join(map(str, fits))}")
        elif verb.startswith("UID FETCH"):
            self._give(*asked.split(" ", 3)[2:])
        elif verb.startswith("LOGOUT"):
            self._say("* BYE")
        self._say(f"{tag} OK done")
        return not verb.startswith("LOGOUT")

    def _give(self, uids: str, parts: str) -> None:
        for uid in map(int, uids.split(",")):
            mail = self.server.mails[uid - 1]
            if "HEADER" in parts:
                given = mail.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
            else:
                given = mail
                self.server.given.append(uid)
            size = self.server.sizes.get(uid, len(mail))
            head = f"* {uid} FETCH (UID {uid} RFC822.SIZE {size} FLAGS () BODY[] {{{len(given)}}}\r\n"
            self.wfile.write(head.encode() + given + b")\r\n")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


def _goes_to(wanted: list[str], mail: bytes) -> bool:
    """Whether a mail is to one of some addresses, or none is named."""
    return not wanted or any(f"To: {each}".encode() in mail for each in wanted)


@pytest.fixture
def server() -> Iterator[Imap]:
    """A mail server on loopback."""
    imap = Imap(("127.0.0.1", 0), Talk)
    imap.mails, imap.password, imap.said, imap.given, imap.sizes, imap.sought = [], "geheim", [], [], {}, []
    threading.Thread(target=imap.serve_forever, args=(0.02,), daemon=True).start()
    yield imap
    imap.shutdown()
    imap.server_close()


def spec(server: Imap, password: str = "geheim") -> str:
    """The server's address, as settings have it."""
    return f"imap://cx:{password}@127.0.0.1:{server.server_address[1]}/INBOX"


def test_a_server_is_read_with_imap_tools(server: Imap) -> None:
    """Its mails come as a folder's do; the connection is kept for the next look, and ended in the end."""
    now = datetime.now(UTC)
    for to, subject in (("mia@example.com", "For Mia"), ("gus@example.com", "For Gus")):
        mail = message(to, subject, Received=f"from a by b; {now:%a, %d %b %Y %H:%M:%S} +0000")
        server.mails.append(mail.as_bytes().replace(b"\n", b"\r\n"))
    box = open_mailbox(spec(server))

    first = box.since(now - timedelta(seconds=1), "mia@example.com")
    again = box.since(now - timedelta(seconds=1), "mia@example.com")
    box.close()

    assert ["For Mia"] == [mail.subject for mail in first] == [mail.subject for mail in again]
    assert [1, 1] == [server.said.count("LOGIN"), server.said.count("LOGOUT")]
    assert "STORE" not in " ".join(server.said)
    assert sorted(set(server.given)) == server.given
    assert all('TO "mia@example.com"' in each and "SINCE" in each for each in server.sought)


def arrived(at: datetime, to: str = "mia@example.com", subject: str = "Hello") -> bytes:
    """A mail as a server has it that stamped it at a time."""
    mail = message(to, subject, Received=f"from a by b; {at:%a, %d %b %Y %H:%M:%S} +0000")
    return mail.as_bytes().replace(b"\n", b"\r\n")


@pytest.mark.parametrize("hours", [-3, 3])
def test_what_came_since_the_first_look_is_new_whatever_the_servers_clock(server: Imap, hours: int) -> None:
    """A server that is hours behind or ahead has no say in when a mail came that was not there before."""
    began = datetime.now(UTC)
    server.mails.append(arrived(began - timedelta(hours=4), subject="Old"))
    box = open_mailbox(spec(server))
    before = box.since(began, "mia@example.com")
    server.mails.append(arrived(began + timedelta(hours=hours), subject="New"))

    (new,) = box.since(began, "mia@example.com")
    box.close()

    assert ([], "New") == (before, new.subject)
    assert began <= new.at <= datetime.now(UTC)


def test_the_largest_mails_are_not_fetched(server: Imap) -> None:
    """Who wrote and what about is known, and no more."""
    now = datetime.now(UTC)
    server.mails += [arrived(now, subject="Small"), arrived(now, subject="Large")]
    server.sizes[2] = 100 * 1024 * 1024

    with closing(open_mailbox(spec(server))) as box:
        got = box.since(now - timedelta(seconds=2), "mia@example.com")

    assert {"Small": "Hello.", "Large": ""} == {mail.subject: mail.text for mail in got}
    assert [1] == server.given


def test_a_server_that_shuts_us_out_is_our_blindness(server: Imap) -> None:
    """The reason is told, and the password is not, even where the server repeats it."""
    with pytest.raises(MailboxClosed, match="cannot be read") as closed:
        open_mailbox(spec(server, "falsch")).since(datetime.now(UTC))

    assert "falsch" not in str(closed.value)


def test_a_mailbox_that_opens_is_asked_for_no_mail(server: Imap) -> None:
    """The doctor sees that it opens, and downloads nobody's mails for it."""
    server.mails.append(arrived(datetime.now(UTC)))

    found = _opened(spec(server))

    assert ("ok", []) == (found.state, server.given)
    assert all("nobody@" in each for each in server.sought)


# -- the customer ------------------------------------------------------------------------------


def inbox(web: Web, spec: str) -> Inbox:
    """The customer's mails, read at a place."""
    return Inbox(web, spec, Purse(web.recorder))


def kinds(web: Web) -> list[str]:
    """The kinds of what was written down about mails and money."""
    told = ("mail", "no_mail", "mismatch", "unsubscribed", "blocked")
    return [moment.kind for moment in web.recorder.moments() if moment.kind in told]


def only(web: Web, kind: str) -> Moment:
    """The one moment of a kind."""
    (found,) = (moment for moment in web.recorder.moments() if moment.kind == kind)
    return found


def test_a_mail_is_waited_for_and_written_down(
    arrive: Arrive, folder: Path, post: Callable[..., None]
) -> None:
    """Its subject, kind, sender and words, and how long it took since it was asked for; each once."""
    web = arrive()
    web.open("/")
    ours = inbox(web, str(folder))
    threading.Timer(0.5, post, ("x@example.com", "For somebody else")).start()
    threading.Timer(
        0.5, post, (web.conditions.identity.email, "Your order KC-1042", "Thank you for your order KC-1042.")
    ).start()

    got = ours.wait_for("order", 20.0)
    nothing = ours.wait_for("", 0.0)

    assert got is not None
    assert nothing is None
    told = only(web, "mail")
    assert ("Your order KC-1042", "mail", "mail") == (told.quote, told.channel, told.touchpoint)
    assert {"kind": "order", "words": 6} == {key: told.data[key] for key in ("kind", "words")}
    assert ["Thank you for your order KC-1042."] == told.data["texts"]
    assert 0 <= told.data["took"] < 20
    assert told.waited == pytest.approx(told.data["took"], abs=0.01)


def test_a_mail_that_does_not_come_is_written_down(arrive: Arrive, folder: Path) -> None:
    """With what was looked for, and for how long."""
    web = arrive()
    web.open("/")

    got = inbox(web, str(folder)).wait_for("order", 1.5)

    assert got is None
    told = only(web, "no_mail")
    assert "order" == told.data["about"]
    assert told.data["waited"] >= 1.5
    assert "none comes" in told.sentence
    assert told.data["enough"] is True  # as long as the test said


def test_whether_it_was_waited_as_long_as_for_a_reply_is_written_down(arrive: Arrive, folder: Path) -> None:
    """Who looks as long as their patience for a reply has looked for long enough."""
    web = arrive()
    patience = replace(web.conditions.member.patience, reply=1.0)
    web.conditions = replace(web.conditions, member=replace(web.conditions.member, patience=patience))
    web.open("/")

    inbox(web, str(folder)).wait_for("order", None)

    assert only(web, "no_mail").data["enough"] is True


def test_a_real_company_has_minutes_for_a_mail_it_said_no_time_for(arrive: Arrive, folder: Path) -> None:
    """Patience for a reply is not enough away from this machine; patience for the visit ends it sooner."""
    web = arrive()
    patience = replace(web.conditions.member.patience, reply=0.5, journey=3.0)
    member = replace(web.conditions.member, patience=patience)
    identity = replace(web.conditions.identity, email="gus@reachable.net")
    web.conditions = replace(web.conditions, member=member, identity=identity)
    web.open("/")
    web.base_url = "https://shop.example"

    inbox(web, str(folder)).wait_for("order", None)

    told = only(web, "no_mail")
    assert told.data["waited"] > 0.9
    assert told.data["enough"] is False


def test_mails_to_the_address_that_is_told_count(
    arrive: Arrive, folder: Path, post: Callable[..., None]
) -> None:
    """An order of another address than the customer's own is written about to that address."""
    web = arrive()
    web.open("/")
    for to in ("Gus@Example.com", "mia@example.com", web.conditions.identity.email):
        post(to, f"To {to.partition('@')[0]}")

    got = Inbox(web, str(folder), Purse(web.recorder), lambda: "gus@example.com").everything()

    assert ["To Gus", f"To {web.conditions.identity.email.partition('@')[0]}"] == [m.subject for m in got]


@pytest.mark.parametrize(
    ("told", "counts"),
    [("cx@shop.example", True), ("CX+old@shop.example", True), ("gus@shop.example", False)],
)
def test_on_a_real_site_only_the_mailbox_that_is_read_counts(told: str, counts: bool) -> None:
    """Mails to somebody else are not looked for."""
    web = SimpleNamespace(
        base_url="https://shop.example",
        conditions=SimpleNamespace(identity=SimpleNamespace(email="cx+mia-1a@shop.example")),
    )
    ours = Inbox(web, "", None, lambda: told)  # type: ignore[arg-type]  # as much as it takes

    assert counts == (told.casefold() in ours._addresses())
    assert "cx+mia-1a@shop.example" == ours._addresses()[0]


def test_the_mailboxs_password_is_not_shown() -> None:
    """A failing test prints what it holds."""
    assert "geheim" not in repr(Inbox(None, "imaps://cx:geheim@mail.example", None))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("spec", "why"),
    [("", r"No mailbox is configured: under \[mail\]"), ("/no/such/box", "no Maildir folder")],
)
def test_without_a_mailbox_we_could_not_tell(arrive: Arrive, spec: str, why: str) -> None:
    """The journey is inconclusive, and says what to type."""
    web = arrive()
    web.open("/")

    with pytest.raises(Inconclusive, match=why):
        inbox(web, spec).wait_for("", 1.0)

    assert "mailbox" == only(web, "blocked").data["reason"]


def test_secrets_in_a_mail_are_not_written_down(
    arrive: Arrive, folder: Path, post: Callable[..., None]
) -> None:
    """A mail that repeats the password is quoted without it."""
    web = arrive()
    web.open("/")
    identity = web.conditions.identity
    post(identity.email, "Your account", f"Your password is {identity.password}")

    inbox(web, str(folder)).everything()

    assert identity.password not in repr(web.recorder.moments())
    assert "password" in repr(only(web, "mail").data["texts"])


def test_another_day_or_total_in_the_mail_is_a_contradiction(
    arrive: Arrive, folder: Path, post: Callable[..., None]
) -> None:
    """What the pages said before is held against the mail's words."""
    web = arrive()
    web.open("/")
    ours = inbox(web, str(folder))
    ours.purse.bills.append(("confirmed", read_bill("Subtotal £39.00\nDelivery £4.90\nTotal £43.90")))
    ours.purse.delivery = "Delivered by Friday 27 November"
    post(
        web.conditions.identity.email, "Your order KC-1042",
        "Delivered by Monday 30 November\nSubtotal £39.00\nDelivery £4.90\nTotal £44.90",
    )  # fmt: skip

    ours.wait_for("order", 10.0)

    about = {m.data["about"]: m.quote for m in web.recorder.moments() if m.kind == "mismatch"}
    assert {"mail": "Total £44.90", "delivery date": "Delivered by Monday 30 November"} == about


def test_the_same_day_and_total_in_the_mail_agree(
    arrive: Arrive, folder: Path, post: Callable[..., None]
) -> None:
    """A mail that says the same says nothing against anybody."""
    web = arrive()
    web.open("/")
    ours = inbox(web, str(folder))
    ours.purse.bills.append(("confirmed", read_bill("Subtotal £39.00\nDelivery £4.90\nTotal £43.90")))
    ours.purse.delivery = "Delivered by Friday 27 November"
    post(
        web.conditions.identity.email, "Your order KC-1042",
        "Delivered by Friday, 27 November\nSubtotal £39.00\nDelivery £4.90\nTotal £43.90",
    )  # fmt: skip

    ours.wait_for("order", 10.0)

    assert ["mail"] == kinds(web)


# -- unsubscribing -----------------------------------------------------------------------------


def newsletter(site: Site, link: str, *, one_click: bool = False) -> Any:
    """A newsletter that names a way to unsubscribe, in its words or for the mail programme's button."""
    headers = {"List_Unsubscribe": f"<{site.url}{link}>"} if one_click else {}
    if one_click:
        headers["List_Unsubscribe_Post"] = "List-Unsubscribe=One-Click"
    text = "Kettles!" if one_click else f"Kettles! To unsubscribe: {site.url}{link}"
    return read_mail(message("mia@example.com", "Our newsletter", text, **headers).as_bytes())


def test_a_link_unsubscribes_and_its_page_says_so(arrive: Arrive, site: Site) -> None:
    """The line that confirms it is the proof."""
    site.put("/off", "<h1>Goodbye</h1><p>You have been unsubscribed.</p>")
    web = arrive()

    line = inbox(web, "").unsubscribe(newsletter(site, "/off"))

    assert "You have been unsubscribed." == line == only(web, "unsubscribed").quote


def test_a_page_that_asks_again_is_answered(arrive: Arrive, site: Site) -> None:
    """Its question is no confirmation; its button is pressed once."""
    site.put(
        "/sure",
        "<h1>Do you want to be unsubscribed?</h1>"
        "<form action='/done' method=post><button>Unsubscribe</button></form>",
    )
    site.put("/done", "<p>You will no longer receive our newsletter.</p>")
    web = arrive()

    line = inbox(web, "").unsubscribe(newsletter(site, "/sure"))

    assert "You will no longer receive our newsletter." == line


def test_one_click_is_a_post_as_mail_programmes_send_it(arrive: Arrive, site: Site) -> None:
    """Where only the header names a way (RFC 8058), and from inside the fence."""
    site.put("/one", "<p>You are unsubscribed.</p>")
    web = arrive()

    line = inbox(web, "").unsubscribe(newsletter(site, "/one", one_click=True))

    assert "You are unsubscribed." == line
    assert ["POST"] == [each.method for each in site.asked if each.path == "/one"]


def test_a_page_that_confirms_nothing_gives_nothing(arrive: Arrive, site: Site) -> None:
    """Nothing then, and no moment that says otherwise."""
    site.put("/hm", "<h1>Our newsletter</h1><p>Nice to see you.</p>")
    web = arrive()

    assert "" == inbox(web, "").unsubscribe(newsletter(site, "/hm"))
    assert [] == kinds(web)


def test_what_will_be_so_is_pressed_for_first(arrive: Arrive, site: Site) -> None:
    """A page that says what its button does has done nothing yet."""
    site.put(
        "/will",
        "<h1>Goodbye?</h1><p>You will no longer receive our newsletter.</p>"
        "<form action='/bye2' method=post><button>Unsubscribe me</button></form>",
    )
    site.put("/bye2", "<p>Done: you have been removed.</p>")
    web = arrive()

    line = inbox(web, "").unsubscribe(newsletter(site, "/will"))

    assert "Done: you have been removed." == line
    assert ["POST"] == [each.method for each in site.asked if each.path == "/bye2"]


@pytest.mark.parametrize("redirected", [True, False])
def test_one_click_stops_at_the_fence(arrive: Arrive, site: Site, redirected: bool) -> None:
    """Where it leads elsewhere, at once or by a redirect, we could not tell."""
    site.put("/away", (302, "http://elsewhere.example/off"))
    mail = newsletter(site, "/away", one_click=True)
    web = arrive()
    away = mail if redirected else replace(mail, unsubscribe="http://elsewhere.example/off")

    with pytest.raises(Inconclusive, match="outside the fence"):
        inbox(web, "").unsubscribe(away)

    assert "fence" == only(web, "blocked").data["reason"]


@pytest.mark.parametrize(
    ("text", "header", "way"),
    [
        ("mailto:off@kettle.example", "https://kettle.example/u/1", "https://kettle.example/u/1"),
        ("Unsubscribe: https://kettle.example/bye", "https://kettle.example/u/1", "https://kettle.example/bye"),
        ("See your order: https://kettle.example/o?opt-out=0", "https://kettle.example/u/1", "https://kettle.example/u/1"),
        ("See your order: https://kettle.example/o?opt-out=0", "", ""),
        ("Too many? https://kettle.example/unsubscribe/1", "", "https://kettle.example/unsubscribe/1"),
        ("Kettles!", "mailto:off@kettle.example", "mailto:off@kettle.example"),
    ],
)  # fmt: skip
def test_the_way_off_the_list_is_a_page_if_there_is_one(text: str, header: str, way: str) -> None:
    """By a link's words, then the header, then an address that says so; by mail where all else fails."""
    made = message("mia@example.com", "News", **({"List_Unsubscribe": f"<{header}>"} if header else {}))
    if text.startswith("mailto:"):
        made.set_content(f'<p>Kettles! <a href="{text}">Unsubscribe</a></p>', subtype="html")
    else:
        made.set_content(text)

    assert way == read_mail(made.as_bytes()).unsubscribe


# -- since when --------------------------------------------------------------------------------


def test_a_mail_took_as_long_as_since_it_was_promised() -> None:
    """The last words before it that speak of such a mail count, and else the customer's last act."""
    moments = [
        Moment(at=0.0, kind="goal"),
        Moment(at=5.0, kind="press"),
        Moment(at=6.0, kind="text", quote="Thank you for your order. Your order number is KC-1042."),
        Moment(at=9.0, kind="press"),
        Moment(at=20.0, kind="press"),
    ]

    assert 6.0 == asked_at(moments, "order", 12.0)
    assert 9.0 == asked_at(moments, "newsletter", 12.0)
    assert 0.0 == asked_at(moments, "order", 1.0)


@pytest.mark.parametrize(
    ("line", "confirms"),
    [
        ("Done. mia@example.com gets no more newsletters from us.", True),
        ("You are no longer subscribed.", True),
        ("Erledigt. mia@example.com bekommt keine Newsletter mehr von uns.", True),
        ("C’est fait. Vous ne recevrez plus notre lettre d’information.", True),
        ("Hecho. mia@example.com no recibirá más boletines nuestros.", True),
        ("Fatto. mia@example.com non riceverà più la nostra newsletter.", True),
        ("Gedaan. mia@example.com krijgt geen nieuwsbrieven meer van ons.", True),
        ("Gotowe. Na adres mia@example.com nie przyjdzie już nasz newsletter.", True),
        ("Feito. mia@example.com não recebe mais newsletters nossas.", True),
        ("Shall we unsubscribe mia@example.com?", False),
        ("Sollen wir Ihnen keine Newsletter mehr schicken?", False),
        ("Subscribe to our newsletter", False),
        ("Thank you for your order", False),
        ("Once you confirm, you will no longer receive our newsletter.", False),
        ("Click below and you will be unsubscribed.", False),
        ("Wenn Sie bestätigen, erhalten Sie keine Newsletter mehr.", False),
        ("Dès que vous confirmez, vous ne recevrez plus notre lettre.", False),
        ("Si confirma, ya no recibirá boletines.", False),
        ("Se confermi, non riceverai più la newsletter.", False),
        ("Zodra u bevestigt, ontvangt u geen nieuwsbrief meer.", False),
        ("Jeśli potwierdzisz, nie otrzymasz już biuletynu.", False),
        ("Assim que confirmar, já não recebe newsletters.", False),
        ("No more boring tea!", False),
        ("No te pierdas nada más", False),
        ("Plus de thé, et plus de choix", False),
        ("Nooit meer zonder thee: geen saaie dagen meer", False),
        ("You have been unsubscribed. If this was a mistake, click here.", True),
    ],
)
def test_what_confirms_that_mails_will_stop(arrive: Arrive, site: Site, line: str, confirms: bool) -> None:
    """In eight languages; a question confirms nothing."""
    site.put("/bye", f"<meta charset=utf-8><h1>Newsletter</h1><p>{line}</p>")

    assert (line if confirms else "") == inbox(arrive(), "").unsubscribe(newsletter(site, "/bye"))
