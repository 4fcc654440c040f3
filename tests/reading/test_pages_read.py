"""What kind of page it is, by what it says and what can be done on it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.pages import confirms_order, is_paying, order_numbers, read_page
from cxprobe.reading.snapshot import Control, Document, Heading, Snapshot

See = Callable[..., Snapshot]

ADDRESS = (
    "<form><label for=n>Full name</label><input id=n autocomplete=name><label for=e>E-mail</label>"
    "<input id=e type=email><label for=s>Street</label><input id=s><button>Continue</button></form>"
)
CARD = (
    "<form><label for=c>Card number</label><input id=c autocomplete=cc-number>"
    "<button>Pay £39.00</button></form>"
)
CARDS = "<a href='/product/a'>Copper kettle</a>£49.00<a href='/product/b'>Steel kettle</a>£29.00"

PAGES = [
    ("product", "<main><h1>Kettle</h1>£39.00<form><button>Add to basket</button></form></main>"),
    (
        "product",
        "<main><h1>Kettle</h1>39,00 €<form><button>In den Warenkorb</button></form><h2>Ähnliche Artikel</h2>"
        f"{CARDS}<button>In den Warenkorb</button></main>",
    ),
    ("list", f"<main><h1>Kettles</h1>{CARDS}</main>"),
    ("list", "<main><h1>Search results for umbrella</h1>No results found</main>"),
    ("list", "<main><h1>Suchergebnisse</h1>Keine Ergebnisse</main>"),
    ("basket", "<main><h1>Your basket is empty</h1><a href='/'>Continue shopping</a></main>"),
    (
        "basket",
        "<main><h1>Shopping cart</h1>Kettle £39.00<input type=number name=quantity>"
        "<a href='/checkout'>Proceed "
        "to checkout</a></main>",
    ),
    ("basket", "<main><h1>Warenkorb</h1>Kessel 39,00 €<a href='/kasse'>Zur Kasse</a></main>"),
    ("basket", "<main><h1>Twój koszyk jest pusty</h1></main>"),
    ("form", f"<main><h1>Delivery address</h1>{ADDRESS}</main>"),
    (
        "form",
        "<main><h1>Delivery</h1><form><input type=radio name=d aria-label=Standard><button>Continue</button>"
        "</form></main>",
    ),
    (
        "form",
        "<main><h1>Checkout</h1><a href='/guest'>Continue as guest</a><form><input type=email name=e>"
        "<input type=password name=p><button>Log in</button></form></main>",
    ),
    ("payment", f"<main><h1>Payment</h1>{CARD}</main>"),
    (
        "payment",
        "<main><h1>Review your order</h1>Total £39.00<form><button>Place order</button></form></main>",
    ),
    (
        "payment",
        "<main><h1>Bestellung prüfen</h1>Summe 39,00 €<form><button>Zahlungspflichtig bestellen</button>"
        "</form></main>",
    ),
    ("confirmed", "<main><h1>Thank you for your order</h1>Your order number is KC-1042.</main>"),
    (
        "confirmed",
        "<main><h1>Order received</h1>Thank you. Your order has been received.<p>Order number:</p>28</main>",
    ),
    ("confirmed", "<main><h1>Vielen Dank für Ihre Bestellung!</h1>Bestellnummer: 10042</main>"),
    ("confirmed", "<main><h1>Merci pour votre commande</h1>Numéro de commande : 10042</main>"),
    ("confirmed", "<main><h1>¡Gracias por tu compra!</h1>Número de pedido: 10042</main>"),
    ("confirmed", "<main><h1>Grazie per il tuo ordine</h1>Numero d'ordine: 10042</main>"),
    ("confirmed", "<main><h1>Bedankt voor je bestelling</h1>Bestelnummer: 10042</main>"),
    ("confirmed", "<main><h1>Dziękujemy za zamówienie</h1>Numer zamówienia: 10042</main>"),
    ("confirmed", "<main><h1>Obrigado pela sua encomenda</h1>Encomenda n.º 10042</main>"),
    ("confirmed", "<main><h1>Thank you for your purchase!</h1>We have e-mailed you a receipt.</main>"),
    ("error", "<main><h1>404</h1>Page not found</main>"),
    ("error", "<main><h1>Seite nicht gefunden</h1></main>"),
    ("error", "<main><h1>Oops! Something went wrong</h1>Please try again later.</main>"),
    ("error", "<main>Internal Server Error</main>"),
    ("error", "<main><h1>Une erreur est survenue</h1></main>"),
    ("out-of-stock", "<main><h1>Kettle</h1>£39.00<p>Out of stock</p></main>"),
    (
        "out-of-stock",
        "<main><h1>Kessel</h1>39,00 €<p>Derzeit nicht verfügbar</p><button>Merken</button></main>",
    ),
    ("out-of-stock", "<main><h1>Théière</h1>39,00 €<p>Rupture de stock</p></main>"),
    ("closed", "<main><h1>We are currently closed</h1>Back on Monday at 9.</main>"),
    ("closed", "<main><h1>Chat</h1>You write outside our opening hours.</main>"),
    ("closed", "<main><h1>Unser Shop ist derzeit geschlossen</h1></main>"),
    (
        "log-in",
        "<main><h1>Log in</h1><form><input type=email name=e><input type=password name=p>"
        "<button>Log in</button></form></main>",
    ),
    ("bot-wall", "<main>Verify you are human</main>"),
    ("bot-wall", "<main>Bitte bestätigen Sie, dass Sie ein Mensch sind.</main>"),
    ("loading", "<main>Loading…</main>"),
    ("empty", ""),
    ("basket", "<main><h1>Your Basket (1 item)</h1>Kettle £39<a href='/checkout'>Checkout</a></main>"),
    ("basket", "<main><h1>Carrello</h1>Bollitore 39,00 €<a href='/x'>Procedi con l'ordine</a></main>"),
    ("basket", "<main><h1>Votre panier est vide</h1></main>"),
    (
        "confirmed",
        "<main><h1>Order confirmed</h1>Hi Gus, we're getting your order ready.<p>Confirmation #7QX2K9A"
        "</p></main>",
    ),
    (
        "confirmed",
        "<main><h1>Your order has been placed!"
        "</h1>You can view your order history by going to the my account page.<a href='/'>Continue</a>"
        "</main>",
    ),
    (
        "confirmed",
        "<main><h1>Your order is confirmed"
        "</h1>An email has been sent to a@b.c. Order reference: XKBKNABJK</main>",
    ),
    (
        "confirmed",
        "<main><h2>Booking confirmed</h2>Booking reference K7QX2P. Check-in opens 24 hours before.</main>",
    ),
    (
        "confirmed",
        "<main><h1>Thank you for your purchase!"
        "</h1>Your order number is: 000000042. We'll email you an order confirmation with details and "
        "tracking info.<a href='/'>Continue shopping</a><button>Create an account</button></main>",
    ),
    ("confirmed", "<main><h1>Commande confirmée</h1>Référence de la commande : ABCDEFGHI</main>"),
    (
        "confirmed",
        "<main><h1>Danke für Ihre Bestellung"
        "</h1>Wenn Sie Fragen haben, rufen Sie uns an. Ihre Bestellnummer lautet 10001.</main>",
    ),
    ("product", "<main><h1>Kettle</h1>£39<button>Buy now</button></main>"),
    (
        "form",
        "<main><h1>Create an account</h1><form><input type=email name=e>"
        "<input type=password autocomplete=new-password><button>Create account</button></form></main>",
    ),
    (
        "form",
        "<main><h1>Contact us</h1><form><input type=email name=e><textarea></textarea><button>Send"
        "</button></form></main>",
    ),
    (
        "error",
        "<main><h1>Sorry, this page could not be found</h1><form role=search><input type=search name=q>"
        "<button>Search</button></form></main>",
    ),
    ("error", "<main><h1>503 Service Unavailable</h1></main>"),
    ("out-of-stock", "<main><h1>Tetera</h1>19,00 €<p>Agotado</p><button>Avísame</button></main>"),
    (
        "closed",
        "<main><h1>Store closed</h1>This store is currently closed.<form><input type=password>"
        "<button>Enter using password</button></form></main>",
    ),
    (
        "payment",
        "<main><h1>Zahlungsart</h1><form><input type=radio name=p aria-label=Rechnung>"
        "<input type=radio name=p aria-label=PayPal><button>Jetzt kaufen</button>"
        "</form>Gesamtsumme 39,00 €</main>",
    ),
    (
        "form",
        "<main><h1>Zahlungsart</h1><form><input type=radio name=p aria-label=Rechnung><button>Weiter"
        "</button></form></main>",
    ),
    ("other", "<main><h1>About us</h1>We have sold kettles since 1952.</main>"),
]


@pytest.mark.parametrize(("kind", "html"), PAGES)
def test_a_page_is_known_by_what_it_says_and_offers(seen: See, kind: str, html: str) -> None:
    """The address is the same for all of them, as in shops of a single page."""
    assert kind == read_page(seen(html)).kind


NO_CONFIRMATION = [
    "<main><h1>Order history</h1>Order KC-1042 confirmed<br>Order KC-1043 confirmed</main>",
    "<main><h1>My orders</h1>KC-1042<p>Order placed 3 March</p></main>",
    "<main><h1>Payment</h1>Your order will be confirmed after payment.<form><button>Pay now</button>"
    "</form></main>",
    "<main><h1>FAQ</h1><h2>What happens after my order is confirmed?</h2>Thank you for your order, we say."
    "</main>",
    "<main><h1>Help</h1>Once your order has been placed you get order number KC-1042.</main>",
    "<main><h1>E-mail preview</h1>Dear {{ name }}, thank you for your order {{ number }}</main>",
    f"<main><h1>Checkout</h1>Order received soon{CARD}</main>",
    "<main><h1>Bestellung</h1>Sobald Ihre Bestellung bestätigt wurde, erhalten Sie eine E-Mail.</main>",
    "<main><h1>Newsletter</h1>Thank you for your visit! Use code 10042.</main>",
    "<main><h1>Order details</h1>Order KC-1042 placed on 3 March</main>",
    "<main><h1>Your order has not been placed</h1>Order KC-1042: the card was declined.</main>",
]


@pytest.mark.parametrize("html", NO_CONFIRMATION)
def test_talk_of_orders_confirms_none(seen: See, html: str) -> None:
    """History, questions, templates, and what will only be."""
    assert "confirmed" != read_page(seen(html)).kind


def test_a_confirmation_tells_what_was_ordered(seen: See) -> None:
    """Its number, its total, and when the goods arrive."""
    got = read_page(
        seen(
            "<main><h1>Thank you for your order</h1><p>Order number</p><p>KC-1042</p><p>Total £43.50</p>"
            "<p>Delivered by Tuesday 4 March</p></main>"
        )
    )

    assert ("confirmed", "KC-1042") == (got.kind, got.order_number)
    assert got.amount is not None
    assert Decimal("43.50") == got.amount.amount
    assert "Delivered by Tuesday 4 March" == got.delivery


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("Estimated delivery\n2–3 working days", "Estimated delivery: 2–3 working days"),
        ("Get it by Tuesday, 4 March", "Get it by Tuesday, 4 March"),
        ("Lieferung in 2-3 Werktagen", "Lieferung in 2-3 Werktagen"),
        ("Livraison sous 48 heures", "Livraison sous 48 heures"),
        ("Entrega en 3 días laborables", "Entrega en 3 días laborables"),
        ("Consegna prevista: lunedì", "Consegna prevista: lunedì"),
        ("Morgen bezorgd, levering vandaag", "Morgen bezorgd, levering vandaag"),
        ("Dostawa w 2 dni robocze", "Dostawa w 2 dni robocze"),
        ("Entrega amanhã", "Entrega amanhã"),
        ("Free delivery over £50 within 3 days", ""),
        ("Delivery £3.50", ""),
        ("Delivery address\n4 March Street", ""),
        ("Returns within 30 days", ""),
    ],
)
def test_the_delivery_promise_is_quoted(text: str, promise: str) -> None:
    """Words of delivery with a time; prices, addresses and returns promise nothing."""
    assert promise == read_page(Snapshot(documents=(Document(text=text),))).delivery


def test_a_skeleton_is_loading_and_not_empty() -> None:
    """A page that shows that it works on something is not empty."""
    skeleton = Snapshot(documents=(Document(text="Kettle & Co\nHome\nBasket", busy=True),))

    assert "loading" == read_page(skeleton).kind


def test_a_spinner_left_over_hides_nothing(seen: See) -> None:
    """Somewhere something always spins."""
    page = seen("<main><h1>Thank you for your order</h1>Order number KC-1042</main>", busy=True)

    assert "confirmed" == read_page(page).kind


@pytest.mark.parametrize(
    "text",
    [
        "Thank you. Your order has been received.",
        "Your order is confirmed",
        "Danke, Max, für deinen Einkauf",
        "Ihre Bestellung ist bei uns eingegangen",
        "Votre commande est confirmée",
        "Merci pour votre achat",
        "Tu pedido ha sido realizado",
        "Gracias por tu pedido",
        "Il tuo ordine è stato confermato",
        "Grazie per il tuo acquisto",
        "Je bestelling is geplaatst",
        "Hartelijk dank voor uw bestelling",
        "Zamówienie zostało przyjęte",
        "Dziękujemy za zakupy",
        "A sua encomenda foi confirmada",
        "Obrigada pela sua compra",
    ],
)
def test_orders_are_confirmed_in_eight_languages(text: str) -> None:
    """As shops say it."""
    assert confirms_order(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Order number: 28", "28"),
        ("Order #7", "7"),
        ("Order reference: XKBKNABJK", "XKBKNABJK"),
        ("Numéro de commande : 10042", "10042"),
        ("Número de pedido: ES-1042", "ES-1042"),
        ("Numero d'ordine 000000042", "000000042"),
        ("Bestelnummer: 4000123", "4000123"),
        ("Numer zamówienia: 10042", "10042"),
        ("Encomenda n.º 10042", "10042"),
        ("Bestellung R123456789 eingegangen", "R123456789"),
    ],
)
def test_order_numbers_in_eight_languages(text: str, number: str) -> None:
    """Short ones and words of capitals count where a number is announced."""
    assert (number,) == order_numbers(text)


@pytest.mark.parametrize(
    "name", ["Conferma ordine", "Bestelling plaatsen", "Złóż zamówienie", "Confirmar encomenda"]
)
def test_more_controls_that_pay(name: str) -> None:
    """In the other four languages."""
    assert is_paying(name)


SNAPSHOTS = st.builds(
    lambda text, names, heading, busy: Snapshot(
        documents=(Document(text=text, headings=(Heading(text=heading, level=1),), busy=busy),),
        controls=tuple(Control(id=i, tag="button", name=name, visible=True) for i, name in enumerate(names)),
    ),
    st.text(max_size=200),
    st.lists(st.sampled_from(["Add to basket", "Pay now", "Continue", "Zur Kasse", "\x00", ""]), max_size=5),
    st.sampled_from(["", "Kettle", "Basket", "Thank you for your order", "404"]),
    st.booleans(),
)


@settings(deadline=None, database=None, max_examples=60)
@given(SNAPSHOTS)
def test_any_page_can_be_read(page: Snapshot) -> None:
    """It is of some kind, for a reason; an order number is read only where an order is confirmed."""
    got = read_page(page)

    assert 0 < got.confidence <= 1
    assert got.reason
    assert not got.order_number or got.kind == "confirmed"
