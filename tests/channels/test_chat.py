"""Conversations in chat windows of different making."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from cxprobe.channels.visits import Browsers
from cxprobe.customer import Customer, Scene
from cxprobe.errors import Inconclusive
from cxprobe.judging.expectations import answered
from cxprobe.people.day import Day
from cxprobe.people.identity import fresh_identity
from cxprobe.people.misfortunes import CATALOGUE
from cxprobe.people.persona import find_persona
from cxprobe.settings import bundled

if TYPE_CHECKING:
    from tests.channels.conftest import Site

BOT = """
const say = (who, text, wait) => setTimeout(() => add(who, text), wait);
const heard = [];
const reply = (text) => {
  heard.push(text);
  if (/KC-\\d+/.test(text)) { say("Helper bot", "Thank you. I have refunded £39.00 to your card.", 300); }
  else if (heard.length === 1) { say("Helper bot", "I am sorry. Could you give me your order number?", 300); }
};
"""
PLAIN = f"""<title>Plain</title><h1>Shop</h1>
<button id=o>Chat with us</button>
<div role=dialog aria-label=Chat hidden><ul role=log></ul>
<label>Your message <input id=m></label><button id=s>Send</button></div>
<script>
const add = (who, text) => {{ const li = document.createElement("li");
  li.innerHTML = `<b class=author>${{who}}</b> <span>${{text}}</span>`;
  document.querySelector("[role=log]").append(li); }};
{BOT}
o.onclick = () => {{
  document.querySelector("[role=dialog]").hidden = false;
  say("Helper bot", "Hello! How can I help?", 100); }};
s.onclick = () => {{ if (!m.value) return; add("You", m.value); reply(m.value); m.value = ""; }};
</script>"""
SHADOW = f"""<title>Shadow</title><h1>Shop</h1><chat-box></chat-box>
<script>
class ChatBox extends HTMLElement {{ connectedCallback() {{
  const root = this.attachShadow({{mode: "open"}});
  root.innerHTML = `<button>Need help?</button><section hidden>
    <div aria-live=polite style="min-height:60px"></div>
    <form><textarea aria-label="Type a message"></textarea><button>Send</button></form></section>`;
  const log = root.querySelector("[aria-live]"), form = root.querySelector("form");
  const m = root.querySelector("textarea");
  globalThis.add = (who, text) => {{
    const d = document.createElement("div");
    d.innerText = `${{who}}: ${{text}}`; log.append(d); }};
  root.querySelector("button").onclick = () => {{ root.querySelector("section").hidden = false; }};
  form.onsubmit = (e) => {{ e.preventDefault(); add("Me", m.value); reply(m.value); m.value = ""; }};
}} }}
{BOT}
customElements.define("chat-box", ChatBox);
</script>"""
FRAME = "<title>Frame</title><h1>Shop</h1><iframe src=/plain title=chat width=400 height=400></iframe>"
SILENT = PLAIN.replace("heard.push(text);", "return;")
CROSSING = PLAIN.replace(
    'say("Helper bot", "Hello! How can I help?", 100);',
    'm.addEventListener("input", () => add("Helper bot", "Hello! How can I help?"), {once: true});',
)
SIGN = "Our chat is closed now. We are here Monday to Friday, 9:00 to 17:00."
CLOSED = SILENT.replace("<ul role=log></ul>", f"<p>{SIGN}</p><ul role=log></ul>")
CLOSES = SILENT.replace("<ul role=log></ul>", "<p id=sign></p><ul role=log></ul>").replace(
    'say("Helper bot", "Hello! How can I help?", 100);',
    f"m.addEventListener('input', () => document.getElementById('sign').append('{SIGN}'), {{once: true}});",
)
PAGES = {
    "/closed": CLOSED,
    "/closes": CLOSES,
    "/crossing": CROSSING,
    "/plain": PLAIN,
    "/shadow": SHADOW,
    "/frame": FRAME,
    "/silent": SILENT,
}


@pytest.fixture(scope="module")
def shops(open_site: Callable[..., Site]) -> str:
    """Shops whose chat windows are made differently."""
    return open_site({path: f"<!doctype html>{page}" for path, page in PAGES.items()}).url


def visitor(browsers: Browsers, site: str, **patience: float) -> Customer:
    """An ordinary customer, with as much patience as is said."""
    member = find_persona("ordinary", [bundled("personas")]).draw(1)
    member = dataclasses.replace(member, patience=dataclasses.replace(member.patience, **patience))  # type: ignore[arg-type]
    conditions = Day().conditions(member, fresh_identity(member.locale, seed=1), CATALOGUE)
    return Customer(browsers.visit(conditions, site), Scene())


@pytest.mark.parametrize("window", ["/plain", "/shadow", "/frame"])
def test_a_matter_is_settled_in_any_window(browsers: Browsers, shops: str, window: str) -> None:
    """The customer is asked for the order number once, gives it, and sees that the refund is made."""
    customer = visitor(browsers, shops)

    with customer.wants("a refund", knows={"order number": "KC-1001"}) as journey:
        customer.open(window)
        chat = customer.open_chat()
        chat.say("My kettle arrived broken. I want my money back.")
        chat.talk()
    customer.leave()

    said = [m.quote for m in journey.moments if m.kind == "said"]
    resolved = [m.quote for m in journey.moments if m.kind == "resolved"]
    assert ["I have refunded £39.00 to your card."] == resolved
    assert 2 == len(said)
    assert "KC-1001" in said[1]


def test_nobody_answers(browsers: Browsers, shops: str) -> None:
    """A customer whom nobody answers asks twice whether anybody is there, and then leaves."""
    customer = visitor(browsers, shops, reply=1.0)

    with customer.wants("a refund") as journey:
        customer.open("/silent")
        chat = customer.open_chat()
        chat.hear(within=10)  # the greeting
        chat.say("My kettle arrived broken.")
        chat.talk()
    customer.leave()

    said = [m.quote for m in journey.moments if m.kind == "said"]
    left = [m for m in journey.moments if m.kind == "gave_up"]
    assert ["My kettle arrived broken.", "Are you still there?", "Are you still there?"] == said
    assert ["reply"] == [m.data["clock"] for m in left]


@pytest.mark.parametrize("when", ["closed", "closes"])
def test_a_chat_that_says_when_it_opens_is_closed_and_not_deaf(
    browsers: Browsers, shops: str, when: str
) -> None:
    """Outside the hours on its door nobody is to blame, though the sign comes while somebody writes."""
    customer = visitor(browsers, shops, reply=1.0)

    with customer.wants("a refund") as journey:
        customer.open(f"/{when}")
        chat = customer.open_chat()
        chat.say("My kettle arrived broken.")
        chat.talk()
    customer.leave()
    with pytest.raises(Inconclusive):
        journey.expect(answered())

    reasons = [m.data["reason"] for m in journey.moments if m.kind == "blocked"]
    assert ["closed"] == reasons


def test_waiting_for_a_reply_is_measured(browsers: Browsers, shops: str) -> None:
    """The bot takes 0.3 s to answer: the customer waited that long, and not for our own looking."""
    customer = visitor(browsers, shops)

    with customer.wants("a refund") as journey:
        customer.open("/plain")
        chat = customer.open_chat()
        chat.hear(within=10)
        chat.say("My kettle arrived broken.")
        reply = chat.hear()
    customer.leave()

    heard = [m for m in journey.moments if m.kind == "heard" and m.data["reply"]]
    assert "I am sorry. Could you give me your order number?" == reply
    assert 0.25 < heard[-1].waited < 3
    assert "bot" == heard[-1].actor


def test_a_greeting_that_crosses_the_first_words_is_no_answer(browsers: Browsers, shops: str) -> None:
    """The customer writes at once, the greeting comes meanwhile: only what is said after is the answer."""
    customer = visitor(browsers, shops)

    with customer.wants("a refund") as journey:
        customer.open("/crossing")
        reply = customer.say("My kettle arrived broken.")
    customer.leave()

    heard = {m.quote: m.data["reply"] for m in journey.moments if m.kind == "heard"}
    answer = "I am sorry. Could you give me your order number?"
    assert answer == reply
    assert {"Hello! How can I help?": False, answer: True} == heard
