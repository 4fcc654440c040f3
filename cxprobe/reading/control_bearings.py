"""What speaks for or against a control beside its name: where it stands, in which form, next to what."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from cxprobe.reading.control_scene import Scene, is_promo_field, is_quantity, is_search_field, marked
from cxprobe.reading.control_words import fold
from cxprobe.reading.snapshot import Control

Bearing = tuple[float, str]
"""By how much it changes the odds that a control serves an intent, and why in plain words."""
Judge = Callable[[Control, Scene], Bearing | None]

_SURELY, _FOR, _AGAINST, _NOT = 4.0, 1.6, 0.35, 0.02
_FORMS_OF_THEIR_OWN = ("search", "newsletter", "promo", "log-in")
_CAROUSEL = re.compile(
    r"slick|swiper|carousel|slider|splide|flickity|glide|owl-|pagination|pager|page-?(?:item|link|next)"
    r"|(?<![a-z])(?:arrow|chevron)|calendar|datepicker|lightbox|gallery"
)
_PAGE = re.compile(r"[?&/](?:page|p|pagina|seite|start|offset|pg)[=/]\d+", re.IGNORECASE)
_GUEST = re.compile(
    r"\bguests?\b|\bgast\b|invite|invitado|ospite|\bgosc\b|convidado|visitante|anonymous"
    r"|without (?:an )?account|new customers?|neukund|neue kund|nouveau client|nuevo cliente|nuovo client"
    r"|nieuwe klant|now[yi] klient"
)
_LOG_IN = re.compile(
    r"returning|log-?in|sign-?in|already|bestandskund|anmeld|connexion|inloggen|zaloguj|password"
)
_CARD = re.compile(r"cc-number|card.?number|cardnumber|kartennummer|numero de (?:carte|tarjeta)|cvc|cvv")
_ADDRESS = re.compile(r"cc-|postal|street|address|given-name|family-name")
_ELSEWHERE = (
    r"\bbrands?\b|\bfilter|(?:find|nearest|your) (?:a )?(?:store|branch)|\bfaqs?\b|\bhelp\b|post ?code"
    r"|\bzip\b"
    r"|order number|\bmarken?\b|filial|\bmarques?\b|\bmarcas?\b"
)
"""What a field that searches may search beside goods."""
_CODE = re.compile(
    r"code|coupon|voucher|promo|gutschein|rabat|cupon|cupom|cupao|sconto|korting|kupon"
    r"|codigo|codice"
)
_MESSAGE = re.compile(
    r"message|nachricht|mensaje|messaggio|bericht|wiadomosc|mensagem|question|enquiry|comment"
)


def _header(control: Control) -> bool:
    return control.landmark in ("header", "nav", "search")


def covered(control: Control, _: Scene) -> Bearing | None:
    """Something lies over it."""
    return (_AGAINST, "but something lies over it") if control.covered else None


def tiny(control: Control, _: Scene) -> Bearing | None:
    """It is drawn too small to be seen."""
    width, height = control.box[2:]
    return (_AGAINST, "but it is hardly to be seen") if 0 < width <= 2 or 0 < height <= 2 else None


def disabled_look(control: Control, _: Scene) -> Bearing | None:
    """Its classes say that it cannot be pressed yet."""
    off = re.search(r"(?<![a-z:-])(?:is-)?disabled(?![a-z:-])", control.classes.lower())
    return (0.5, "but it looks switched off") if off else None


def in_the_footer(control: Control, _: Scene) -> Bearing | None:
    """What is done on a page does not stand in its footer."""
    return (_NOT, "but it stands in the footer") if control.landmark == "footer" else None


def in_the_head(control: Control, _: Scene) -> Bearing | None:
    """What is done on a page does not stand in its head."""
    return (0.15, "but it stands in the page's head") if _header(control) else None


def pressed_or_followed(control: Control, _: Scene) -> Bearing | None:
    """Doing something is a button more often than a link."""
    return (0.6, "though it is a link") if control.tag == "a" and control.href else None


def at_the_top(control: Control, _: Scene) -> Bearing | None:
    """It stands in the head of the page, where everybody looks for it."""
    return (_FOR, "it stands in the page's head") if _header(control) else None


def in_a_dialog(control: Control, _: Scene) -> Bearing | None:
    """It stands in what has just opened."""
    return (_FOR, "it stands in what has just opened") if control.landmark == "dialog" else None


def in_the_main(control: Control, _: Scene) -> Bearing | None:
    """It stands in the middle of the page."""
    return (1.3, "it stands in the main part of the page") if control.landmark in ("main", "") else None


def this_very_page(control: Control, scene: Scene) -> Bearing | None:
    """A link to where we are leads nowhere."""
    if control.tag != "a" or not control.href or control.href.startswith("#"):
        return None
    here, there = urlsplit_safely(scene.snapshot.url), urlsplit_safely(control.href)
    same = here[1:4] == there[1:4] and here[2] not in ("", "/") and not there[4]
    return (_AGAINST, "but it leads to this very page") if same else None


def urlsplit_safely(url: str) -> tuple[str, str, str, str, str]:
    """The five parts of an address; empty ones for what is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ("", "", "", "", "")
    return (parts.scheme, parts.netloc, parts.path.rstrip("/"), parts.query, parts.fragment)


# ---- consent ---------------------------------------------------------------------------------------


def about_cookies(control: Control, scene: Scene) -> Bearing | None:
    """Plain words like "Decline" mean cookies only where cookies are spoken of."""
    if scene.speaks_of_cookies(control):
        return (_FOR, "it stands beside words about cookies")
    return (_NOT, "but nothing beside it speaks of cookies")


# ---- searching -------------------------------------------------------------------------------------


def beside_the_search_field(control: Control, scene: Scene) -> Bearing | None:
    """A search button belongs to a search field; among links in text it is none."""
    if control.is_field:
        filtering = re.search(_ELSEWHERE, fold(f"{control.placeholder} {control.label}"))
        if filtering or control.landmark in ("aside", "footer"):
            return (0.15, "but it searches something else")
        return (_FOR, "it stands in the page's head") if _header(control) else None
    if any(is_search_field(field) for field in scene.company(control)):
        return (1.2, "it belongs to a search field")
    return (0.2, "but it stands in the footer") if control.landmark in ("footer", "aside") else None


# ---- buying ----------------------------------------------------------------------------------------


def others_goods(control: Control, scene: Scene) -> Bearing | None:
    """Goods that are recommended are not those the page is about."""
    return (_NOT, "but it belongs to goods shown beside") if scene.is_related(control) else None


def of_this_product(control: Control, scene: Scene) -> Bearing | None:
    """It stands under the page's own title, or with a quantity."""
    if any(is_quantity(field) for field in scene.company(control)):
        return (2.0, "it stands with a quantity")
    if scene.title and fold(control.heading) == scene.title:
        return (_FOR, "it stands under the page's title")
    return None


def asks_for_a_person(_: Control, scene: Scene) -> Bearing | None:
    """On a page that asks for an address or a card, nothing is put into a basket any more."""
    personal = any(
        re.search(r"cc-|postal|street|given-name|family-name", c.autocomplete) for c in scene.typed
    )
    return (0.2, "but the page asks for an address or a card") if personal else None


def on_a_product_page(control: Control, scene: Scene) -> Bearing | None:
    """On a product's page, "Buy now" is no payment at the end of a checkout."""
    quantity = any(is_quantity(field) for field in scene.company(control))
    adding = re.search(r"add[-_ ]?to[-_ ]?(?:cart|basket|bag)|tocart", marked(control))
    declared = any(d.products for d in scene.snapshot.documents) and not scene.typed
    return (0.03, "but it stands on a product's page") if quantity or adding or declared else None


def before_the_details(_: Control, scene: Scene) -> Bearing | None:
    """Where an address is asked for, the checkout has begun."""
    asked = any(c.type in ("email", "tel") or _ADDRESS.search(c.autocomplete) for c in scene.typed)
    return (0.3, "but the checkout has begun already") if asked else None


def at_the_end(control: Control, scene: Scene) -> Bearing | None:
    """It stands where a card is asked for, or an order is shown before it is placed."""
    company = scene.company(control)
    if any(_CARD.search(f"{c.autocomplete} {marked(c)} {fold(c.label)}") for c in company):
        return (2.5, "it stands with the fields of a card")
    return (1.2, "it sends the form") if control.sends else None


def not_in_forms_of_their_own(control: Control, scene: Scene) -> Bearing | None:
    """A button of the search, the newsletter, the promo code or the log-in leads nowhere else."""
    kind = scene.form_kind(control)
    if kind not in _FORMS_OF_THEIR_OWN:
        return None
    told = {"search": "search", "newsletter": "newsletter", "promo": "promo code", "log-in": "log-in"}[kind]
    return (_NOT, f"but it belongs to the {told}")


def turns_pages(control: Control, scene: Scene) -> Bearing | None:
    """A "Next" of a carousel, a gallery or a list's pages leads to no next step."""
    marks = f"{marked(control)} {control.selector.lower()} {fold(control.group)}"
    if _CAROUSEL.search(marks) or _PAGE.search(control.href):
        return (_NOT, "but it turns pages or pictures")
    numbers = sum(c.name.strip().isdigit() for c in scene.around(control))
    return (_NOT, "but it turns the pages of a list") if numbers >= 2 else None


def on_the_way(_: Control, scene: Scene) -> Bearing | None:
    """A step of a checkout is a place to go on from."""
    return (_FOR, "the page is a step on the way to an order") if scene.is_checkout else None


def sends_fields(control: Control, scene: Scene) -> Bearing | None:
    """It ends a form that asks for something."""
    if scene.company(control) and control.sends:
        return (2.5, "it sends the form")
    return (1.8, "it ends a form") if scene.company(control) and control.tag == "button" else None


def beside_the_code(control: Control, scene: Scene) -> Bearing | None:
    """The word "Apply" means a promo code only beside the field for one."""
    if control.is_field:
        return None
    if any(is_promo_field(c) for c in scene.company(control)):
        return (_SURELY, "it stands beside the field for a code")
    if any(is_promo_field(c) and c.usable for c in scene.around(control, 3, 0)):
        return (_SURELY, "it stands beside the field for a code")
    if _CODE.search(fold(control.name)):
        return (0.6, "though no field for a code is to be seen")
    return (_NOT, "but no field for a code stands beside it")


def no_field_yet(control: Control, scene: Scene) -> Bearing | None:
    """Where the field for a code is shown, nothing needs to be pressed to get it."""
    if control.is_field:
        return None
    shown = any(is_promo_field(field) for field in scene.fields)
    return (_NOT, "but the field for a code is there already") if shown else None


def guests_half(control: Control, scene: Scene) -> Bearing | None:
    """The word "Continue" is the guest's way only in the half that speaks of guests."""
    if scene.form_kind(control) in ("log-in", "register", "newsletter", "search"):
        return (_NOT, "but it belongs to those who have an account")
    return None


def for_guests(control: Control, scene: Scene) -> bool:
    """Whether what stands around a control speaks of guests or new customers, and not of logging in."""
    near = fold(f"{control.heading} {control.group} {control.form_hint} {control.before}")
    ticked = any(
        c.checked and _GUEST.search(fold(f"{c.name} {c.label} {' '.join(c.values)}"))
        for c in scene.company(control)
    )
    if ticked:
        return True
    return _GUEST.search(near) is not None and not _LOG_IN.search(fold(control.heading))


# ---- service ---------------------------------------------------------------------------------------


def sends_a_message(control: Control, scene: Scene) -> Bearing | None:
    """The word "Send" is for what was written: a form with a message, or at least one that is filled in."""
    company = scene.company(control)
    if any(c.tag == "textarea" or _MESSAGE.search(fold(c.label)) for c in company):
        return (2.5, "it sends a message")
    if scene.form_kind(control) in _FORMS_OF_THEIR_OWN:
        return (_NOT, "but it belongs to another form")
    return (1.2, "it sends the form") if company and control.sends else (0.4, "but there is nothing to send")


def nothing_else_to_open(control: Control, _: Scene) -> Bearing | None:
    """What is open already needs no opening."""
    return (0.1, "but it is open already") if control.expanded else None


def floats_in_the_corner(control: Control, _: Scene) -> Bearing | None:
    """Chats are opened by a button in the corner."""
    opener = control.tag == "button" or control.role == "button"
    return (1.4, "it is a button") if opener else None


def closes_something(control: Control, _: Scene) -> Bearing | None:
    """Something must be open to be closed."""
    if control.landmark == "dialog":
        return (2.0, "it stands in what is open")
    return (
        (1.5, "it can be pressed")
        if re.search(r"modal|popup|overlay|dialog", marked(control))
        else (0.6, "though nothing seems to be open")
    )


def has_the_credentials(control: Control, scene: Scene) -> Bearing | None:
    """The button of the log-in form logs in."""
    return (2.0, "it stands with a password") if scene.form_kind(control) == "log-in" else None


def makes_an_account(control: Control, scene: Scene) -> Bearing | None:
    """The newsletter's "Sign up" makes no account."""
    kind = scene.form_kind(control)
    if kind == "register":
        return (2.0, "it stands with a new password")
    return (_NOT, "but it belongs to the newsletter") if kind == "newsletter" else None


def is_a_filter(control: Control, scene: Scene) -> Bearing | None:
    """Facets count what they filter."""
    return (_AGAINST, "but it filters a list") if re.search(r"\(\d+\)$", control.name.strip()) else None


_ACT: tuple[Judge, ...] = (in_the_footer, in_the_head)
_ALL: tuple[Judge, ...] = (covered, tiny, disabled_look)

BEARINGS: Mapping[str, tuple[Judge, ...]] = MappingProxyType(
    {
        "refuse cookies": (*_ALL, about_cookies),
        "accept cookies": (*_ALL, about_cookies),
        "search": (*_ALL, beside_the_search_field),
        "add to basket": (*_ALL, *_ACT, others_goods, of_this_product, asks_for_a_person),
        "open basket": (*_ALL, at_the_top, in_a_dialog, this_very_page),
        "promo": (*_ALL, *_ACT, in_the_main, no_field_yet),
        "apply promo": (*_ALL, *_ACT, beside_the_code, pressed_or_followed),
        "check out": (
            *_ALL,
            in_the_footer,
            in_a_dialog,
            in_the_main,
            this_very_page,
            not_in_forms_of_their_own,
            others_goods,
            before_the_details,
        ),
        "as guest": (*_ALL, *_ACT, guests_half),
        "continue": (
            *_ALL,
            *_ACT,
            not_in_forms_of_their_own,
            turns_pages,
            on_the_way,
            sends_fields,
            pressed_or_followed,
        ),
        "pay": (*_ALL, *_ACT, not_in_forms_of_their_own, on_a_product_page, at_the_end, pressed_or_followed),
        "track order": (*_ALL, this_very_page),
        "return item": (*_ALL, this_very_page, in_the_main),
        "returns policy": (*_ALL, this_very_page),
        "delivery information": (*_ALL, this_very_page, is_a_filter),
        "contact": (*_ALL, this_very_page),
        "help": (*_ALL, this_very_page, is_a_filter),
        "log in": (*_ALL, this_very_page, has_the_credentials, at_the_top),
        "create account": (*_ALL, this_very_page, makes_an_account),
        "invoice": (*_ALL, in_the_main),
        "open chat": (*_ALL, nothing_else_to_open, floats_in_the_corner),
        "send": (*_ALL, *_ACT, sends_a_message, pressed_or_followed),
        "open menu": (*_ALL, nothing_else_to_open, at_the_top, in_the_footer),
        "close": (*_ALL, closes_something),
    }
)
"""What is asked of a control beside its name, by intent."""
