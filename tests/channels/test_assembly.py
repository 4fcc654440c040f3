"""Raw reports become moments: a pure function, so no browser is needed here."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.channels.assembly import Assembly, in_roles
from cxprobe.channels.fence import Refusal
from cxprobe.journey.clock import CLICK, Pace
from cxprobe.journey.moments import Moment
from cxprobe.journey.redaction import Redactor
from cxprobe.people.day import Line

START = 1_700_000_000.0
PACE = Pace()


def ms(seconds: float) -> float:
    """Seconds of the journey, as a report's stamp."""
    return (START + seconds) * 1000


def report(kind: str, at: float, **data: Any) -> dict[str, Any]:
    """A report of the page itself."""
    return {"k": kind, "t": ms(at), "page": 0, "frame": "", **data}


def press(at: float, target: str = "Buy", via: str = "mouse") -> dict[str, Any]:
    """A press, as the page tells it."""
    return report("press", at, target=target, role="button", via=via)


def keys(at: float, field: str = "Name", **data: Any) -> dict[str, Any]:
    """Keys in a field, as the page tells them."""
    given = {"count": 5, "corrections": 0, "empty": True, "secret": False, "search": False, "key": field}
    return report("keys", at, field=field, **{**given, **data})


def document(at: float, url: str = "http://shop.example/", **landed: float) -> list[dict[str, Any]]:
    """A page that was navigated to at a time, and what was told of it later."""
    known = {"t0": ms(at), "top": True}
    told = [report("document", at + 0.01, url=url, **known)]
    if landed:
        ended = landed["ended"]
        told.append(
            report(
                "arrived",
                ended,
                url=url,
                title="Shop",
                status=200,
                ttfb=landed.get("ttfb", 0) * 1000,
                **known,
            )
        )
        told.append(report("landed", ended, last=ms(ended), first=ms(ended), **known))
    return told


def leave(at: float, since: float, *, last: float = 0.0, pending: bool = False) -> dict[str, Any]:
    """A page that was left while an act was going on."""
    return report("leave", at, t0=ms(since), last=ms(last) if last else 0, pending=pending, label="Buy")


def wait(began: float, ended: float, server: float = 0.0) -> dict[str, Any]:
    """A wait in the page."""
    return report(
        "wait",
        ended,
        t0=ms(began),
        first=ms(ended),
        last=ms(ended),
        cause="fetch",
        label="Buy",
        server=server * 1000,
    )


def assembled(*reports: dict[str, Any], **known: Any) -> list[Moment]:
    """The moments of some reports."""
    known = {"line": Line(), "redactor": Redactor(), "site": "http://shop.example", **known}
    return Assembly(started=START, pace=PACE, **known).moments(reports)


# ---- waits -------------------------------------------------------------------------------------------


def test_a_page_is_waited_for_from_the_press_that_led_to_it() -> None:
    """The wait begins at the press, not when the browser set out."""
    moments = assembled(press(1.0), leave(1.05, 1.0), *document(1.06, ended=2.0))

    visit = next(m for m in moments if m.kind == "visit")
    assert [pytest.approx(1.0), pytest.approx(2.0)] == [visit.waited, visit.at]


def test_a_page_is_waited_for_from_the_press_however_late_the_answer() -> None:
    """A request that was open when the page was left ties the new page to the press."""
    moments = assembled(press(1.0), leave(7.0, 1.0, pending=True), *document(7.01, ended=7.5))

    assert [pytest.approx(6.5)] == [m.waited for m in moments if m.kind == "visit"]


def test_a_page_that_comes_long_after_an_act_is_not_its_doing() -> None:
    """A page that opens by itself is waited for from when it set out."""
    moments = assembled(press(1.0), leave(5.0, 1.0, last=1.2), *document(5.01, ended=5.5))

    assert [pytest.approx(0.49)] == [m.waited for m in moments if m.kind == "visit"]


def test_a_short_change_is_no_wait() -> None:
    """Two frames are no wait; a tenth of a second is."""
    waits = [m.waited for m in assembled(wait(1.0, 1.02), wait(2.0, 2.1))]

    assert [pytest.approx(0.1)] == waits


def test_a_slow_line_is_not_charged_to_the_company() -> None:
    """On a slow line the company is charged what its server took, the line's own latency taken off."""
    slow = Line(latency=0.4, down=400)
    moment = assembled(wait(1.0, 4.0, server=1.4), line=slow)[0]

    assert [pytest.approx(1.0), pytest.approx(2.0)] == [moment.waited, moment.data["own_line"]]


def test_a_dead_line_is_not_charged_to_the_company() -> None:
    """Of a wait, what fell into the time the customer's line was down is the line's."""
    moment = assembled(wait(1.0, 6.0), offline=[(START + 2, START + 5)])[0]

    assert [pytest.approx(2.0), pytest.approx(3.0)] == [moment.waited, moment.data["own_line"]]


# ---- acts --------------------------------------------------------------------------------------------


def test_a_double_click_costs_one_click_more() -> None:
    """The second press on the same control at once needs no thinking and no aiming."""
    first, second, other = assembled(press(1.0), press(1.2), press(1.4, "Other"))

    assert (PACE.press(), CLICK, PACE.press()) == (first.human, second.human, other.human)
    assert 'Presses "Buy" again.' == second.sentence


def test_a_press_by_keyboard_costs_a_key() -> None:
    """Somebody without a mouse aims by pressing keys, which are counted by themselves."""
    (moment,) = assembled(press(1.0, via="keyboard"))

    assert PACE.keys(1, moved=False) == moment.human


def test_corrections_are_keys_too() -> None:
    """What was taken back was typed, and taking it back was typing."""
    (moment,) = assembled(keys(1.0, count=7, corrections=2))

    assert (9, 2, PACE.keys(9)) == (moment.data["count"], moment.data["corrections"], moment.human)


@pytest.mark.parametrize(
    ("second", "again"),
    [
        ({}, True),
        ({"empty": False}, False),
        ({"field": "Town"}, False),
        ({"search": True}, False),
        ({"field": "Your message", "key": "message"}, False),
    ],
)
def test_a_field_found_empty_and_filled_again_is_told(second: dict[str, Any], again: bool) -> None:
    """Typing again what a form forgot is asked twice; correcting, searching and chatting are not."""
    first = {key: value for key, value in second.items() if key in ("search", "key")}
    field = second.get("field", "Name") if "key" in second else "Name"
    moments = assembled(keys(1.0, field, **first), keys(2.0, **{"field": "Name", **second}))

    assert again is moments[1].data["again"]


# ---- words and errors --------------------------------------------------------------------------------


def test_the_same_words_are_read_once() -> None:
    """Words that were seen before are not new, and cost nothing."""
    first = report("text", 1.0, texts=["Two words", "Three more words"], where="")
    second = report("text", 2.0, texts=["Two words", "Fresh"], where="")
    third = report("text", 3.0, texts=["Fresh"], where="")

    assert [["Two words", "Three more words"], ["Fresh"]] == [
        m.data["texts"] for m in assembled(first, second, third)
    ]


def test_what_is_addressed_to_the_reader_is_read_whole() -> None:
    """An alert's words are read to the end, a page's in part."""
    page, alert = assembled(
        report("text", 1.0, texts=["one two three four five"], where=""),
        report("text", 2.0, texts=["six seven eight nine ten"], where="alert"),
    )

    assert page.human < alert.human


def test_what_pours_in_is_not_read_to_the_end() -> None:
    """A page that grows by itself takes no more of the customer's time than they would give it."""
    pours = [report("text", 1.0 + n, texts=[f"line {n} " + "word " * 500], where="") for n in range(20)]
    windows = [report("dialog", 30.0 + n, text="Really?", type="alert") for n in range(200)]

    read = sum(m.human for m in assembled(*pours))
    answered = [m for m in assembled(*windows) if m.human > 0]
    after = sum(
        m.human for m in assembled(*pours, press(25.0), report("text", 26.0, texts=["fresh words"], where=""))
    )

    assert PACE.reading(2000) == pytest.approx(read)
    assert 20 == len(answered)
    assert after > read


@pytest.mark.parametrize(
    ("text", "field", "native", "count"),
    [
        ("Enter your name", "Name", False, 1),
        ("Please fill in this field.", "", True, 1),
        ("Something went wrong", "", False, 1),
        ("Thank you", "", False, 0),
    ],
)
def test_only_trouble_is_an_error(text: str, field: str, native: bool, count: int) -> None:
    """What is said at a field, by the browser, or in words of trouble; not good news."""
    told = report("error", 1.0, text=text, field=field, native=native, where="alert")

    assert count == len(assembled(told))


def test_an_error_after_a_slip_is_the_customers_own() -> None:
    """While a form was sent too early, its errors are marked as the customer's doing; later ones are not."""
    said = {"text": "Enter your name", "field": "Name", "native": False, "where": "field"}
    early, later = assembled(
        report("error", 1.5, **said), report("error", 3.0, **said), slips=[(START + 1, START + 2)]
    )

    assert (True, False) == (early.data.get("own", False), later.data.get("own", False))


# ---- failures ----------------------------------------------------------------------------------------


def failed(at: float, url: str = "http://shop.example/api", resource: str = "fetch") -> dict[str, Any]:
    """A request that was answered with a 500."""
    return report("network", at, url=url, resource=resource, status=500)


def test_a_failure_says_whose_it_is() -> None:
    """Another host's is a third party's; one while the line was down is the line's."""
    ours, theirs, line = assembled(
        failed(1.0), failed(2.0, "http://ads.example/x"), failed(10.0), offline=[(START + 9, START + 11)]
    )

    assert [(False, False), (True, False), (False, True)] == [
        (m.data["third_party"], m.data["own_line"]) for m in (ours, theirs, line)
    ]


@pytest.mark.parametrize(
    ("site", "url", "theirs"),
    [
        ("https://shop.example", "https://www.shop.example/api", False),
        ("https://www.shop.co.uk", "https://api.shop.co.uk/v1", False),
        ("https://shop.co.uk", "https://other.co.uk/v1", True),
        ("https://shop.example", "wss://live.shop.example/", False),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/api", False),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8001/api", True),
    ],
)
def test_a_companys_other_hosts_are_its_own(site: str, url: str, theirs: bool) -> None:
    """Whose a failure is goes by the domain somebody registered; on this machine, by the port."""
    (moment,) = assembled(failed(1.0, url), site=site)

    assert theirs is moment.data["third_party"]


def test_a_socket_that_failed_is_a_failed_request() -> None:
    """A live connection that broke is told like any other request without an answer."""
    (moment,) = assembled(report("socket", 1.0, url="ws://shop.example/live", resource="websocket"))

    assert ("network", "websocket", False) == (
        moment.kind,
        moment.data["resource"],
        moment.data["third_party"],
    )


def test_a_frames_document_fails_once() -> None:
    """The frame and the page around it both tell of it; two fetches are two failures."""
    frame = "http://shop.example/frame"
    moments = assembled(
        failed(1.0, frame, "document"), failed(1.1, frame, "iframe"), failed(2.0), failed(2.1)
    )

    assert [frame, "http://shop.example/api", "http://shop.example/api"] == [m.data["url"] for m in moments]


def test_a_report_of_an_unknown_kind_is_ignored() -> None:
    """A newer watcher may tell more."""
    assert ["press"] == [m.kind for m in assembled(report("telepathy", 1.0), press(2.0))]


@pytest.mark.parametrize("kind", ["moment", "made", "visit", "own_line", "waiting", "again", "slipped"])
def test_a_page_cannot_call_what_is_ours(kind: str) -> None:
    """A page that forges a report whose kind is a name in our own code is not heard."""
    assert ["press"] == [m.kind for m in assembled(report(kind, 1.0), press(2.0))]


@pytest.mark.parametrize(
    "forged",
    [
        {},
        {"k": "press"},
        {"k": ["press"]},
        report("press", 1.0),
        report("press", 1.0, target=1, role="button", via="mouse"),
        {**press(1.0), "t": "soon"},
        {**press(1.0), "t": float("nan")},
        {**press(1.0), "t": 10**400},
        keys(1.0, count="many"),
        keys(1.0, count=-5),
        report("text", 1.0, texts=[1], where=""),
        report("network", 1.0, url="http://[", resource="fetch", status=[]),
    ],
    ids=str,
)
def test_a_malformed_report_is_dropped(forged: dict[str, Any]) -> None:
    """What a page tells that no watcher would tell is nothing; the rest of the journey is kept."""
    assert ["Real"] == [m.data["target"] for m in assembled(forged, press(2.0, "Real"))]


_KINDS = [
    "document",
    "arrived",
    "landed",
    "leave",
    "route",
    "wait",
    "press",
    "enter",
    "keys",
    "choose",
    "scroll",
    "text",
    "error",
    "dialog",
    "console",
    "network",
    "socket",
    "dead_end",
    "rage",
    "moment",
    "made",
]
_NAMES = [
    "t",
    "t0",
    "page",
    "frame",
    "url",
    "title",
    "top",
    "status",
    "ttfb",
    "first",
    "last",
    "cause",
    "label",
    "server",
    "pending",
    "target",
    "role",
    "via",
    "sends",
    "field",
    "key",
    "count",
    "corrections",
    "empty",
    "secret",
    "search",
    "nav",
    "option",
    "pixels",
    "texts",
    "where",
    "text",
    "native",
    "type",
    "level",
    "resource",
    "failure",
    "times",
]
_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["http://[", "http://shop.example/x", "ws://a:b/", "\u2100://\u2100/"]),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)
_FORGED = st.builds(
    lambda kind, data: {**data, "k": kind},
    st.sampled_from(_KINDS) | _ODD,
    st.dictionaries(st.sampled_from(_NAMES), _ODD, max_size=40),
)
_ALMOST = st.builds(
    lambda real, name, odd: {**real, name: odd},
    st.sampled_from(
        [
            press(1.0),
            keys(1.0),
            wait(1.0, 2.0),
            leave(1.0, 0.5),
            *document(1.0, ended=2.0),
            failed(1.0),
            report("route", 1.0, url="http://shop.example/x", title="X", top=True),
            report("socket", 1.0, url="ws://shop.example/"),
            report("text", 1.0, texts=["Words"], where="log"),
            report("error", 1.0, text="It failed", field="", native=False, where="alert"),
            report("dead_end", 1.0, target="Buy"),
        ]
    ),
    st.sampled_from(_NAMES),
    _ODD,
)


@settings(deadline=None, database=None, max_examples=300)
@given(st.lists(_FORGED | _ALMOST, max_size=6))
def test_whatever_a_page_forges_nothing_breaks(forged: list[dict[str, Any]]) -> None:
    """No report, however odd, ends a journey or goes back in time."""
    assert all(m.waited >= 0 <= m.human for m in assembled(*forged, press(2.0)))


# ---- presses in vain ---------------------------------------------------------------------------------


def dead_end(at: float, **where: Any) -> dict[str, Any]:
    """A control that did nothing that its own frame could see."""
    return {**report("dead_end", at, target="Print"), **where}


def elsewhere(kind: str, at: float, **where: Any) -> dict[str, Any]:
    """Something another frame or page told."""
    what: dict[str, dict[str, Any]] = {
        "text": {"texts": ["New words"], "where": ""},
        "network": {"url": "http://shop.example/api", "resource": "fetch", "status": 500},
        "document": {"url": "http://shop.example/tab", "top": True, "t0": ms(at)},
        "arrived": {"url": "http://shop.example/tab", "top": True, "t0": ms(at)},
        "route": {"url": "http://shop.example/tab", "title": "", "top": True},
        "wait": {"t0": ms(at - 1), "first": ms(at), "last": ms(at), "cause": "fetch", "label": ""},
        "console": {"text": "Oh", "level": "error"},
    }
    return {**report(kind, at, **what[kind]), **where}


@pytest.mark.parametrize("kind", ["document", "text", "wait", "route", "arrived", "network"])
@pytest.mark.parametrize(
    "where", [{"frame": "http://shop.example/inner"}, {"page": 1}], ids=["frame", "page"]
)
def test_an_effect_in_another_frame_or_page_is_an_effect(kind: str, where: dict[str, Any]) -> None:
    """A button whose effect shows around its frame, or in a new window, was not pressed in vain."""
    moments = assembled(dead_end(1.0), elsewhere(kind, 3.4, **where))

    assert "dead_end" not in [m.kind for m in moments]


@pytest.mark.parametrize(
    "other",
    [
        elsewhere("text", 0.9, page=1),
        elsewhere("text", 3.6, page=1),
        elsewhere("text", 2.0),
        elsewhere("console", 2.0, page=1),
        elsewhere("network", 2.0, page=-1),
    ],
    ids=["before", "too late", "the same frame", "a note", "the browser"],
)
def test_what_is_no_effect_of_a_press_leaves_it_a_dead_end(other: dict[str, Any]) -> None:
    """What came before or long after, what the frame itself saw, and what nobody saw excuse nothing."""
    assert "dead_end" in [m.kind for m in assembled(dead_end(1.0), other)]


def test_secrets_are_taken_out_of_every_part() -> None:
    """Sentence, quote, frame and data of any moment are redacted where it is made."""
    number = "4242 4242 4242 4242"
    (moment,) = assembled({**press(1.0, f"Use {number}"), "frame": f"http://shop.example/?card={number}"})

    assert number not in f"{moment}"
    assert 'Presses "Use •••".' == moment.sentence


def test_a_refusal_of_the_fence_is_a_moment() -> None:
    """What was reached for and of what kind, at the time it was refused."""
    assembly = Assembly(started=START, pace=PACE, line=Line(), redactor=Redactor())
    moment = assembly.refusal(Refusal(START + 2, "http://evil.example/x", "beacon"))

    assert ("fence", 2.0, "beacon") == (moment.kind, moment.at, moment.data["resource"])
    assert "evil.example" in moment.sentence


def test_people_who_work_there_go_by_their_roles() -> None:
    """A name is replaced wherever it stands as a word, and only there."""
    moment = Moment(
        at=1, kind="text", quote="Ann here", sentence="Ann joins Annual", data={"texts": ["I am Ann."]}
    )
    told = in_roles(moment, {"Ann": "Agent A"})

    assert ("Agent A here", "Agent A joins Annual", ["I am Agent A."]) == (
        told.quote,
        told.sentence,
        told.data["texts"],
    )
