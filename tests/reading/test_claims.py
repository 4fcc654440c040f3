"""What shops state as facts, and which two statements cannot both be true."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxprobe.reading.claims import Claim, claims, clash

KETTLE, POT = "Copper stove kettle", "Glass teapot"
NAMES = (KETTLE, POT)

GUILTY = [
    ("You have 30 days to send it back.", "Returns are possible within 14 days only."),
    ("30 days to send it back", "You can return it within 14 days."),
    ("30-day returns", "We take things back, but you must return it within 7 days."),
    (
        "You have 30 days after delivery to send anything back, for any reason.",
        "I'm afraid you have 14 days to return it.",
    ),
    ("Free returns within 60 days", "Items can be returned within 28 days."),
    ("You may return anything within two weeks.", "You have 30 days to change your mind."),
    ("100-day returns", "You have 30 days to send it back."),
    ("Our returns policy: items can be sent back within a month.", "You can send it back within ten days."),
    ("30 Tage Rückgaberecht", "Sie können die Ware innerhalb von 14 Tagen zurückgeben."),
    ("30 jours pour changer d'avis", "Vous pouvez retourner l'article sous 14 jours."),
    ("30 días para devolverlo", "Puede devolver el artículo en 14 días."),
    ("30 giorni per restituirlo", "Il reso è possibile entro 14 giorni."),
    ("30 dagen om het terug te sturen", "U kunt het retourneren binnen 14 dagen."),
    ("30 dni na zwrot", "Zwrot jest możliwy w ciągu 14 dni."),
    ("30 dias para devolver", "Pode devolver o artigo no prazo de 14 dias."),
    ("Guarantee 5 years", "The Copper stove kettle comes with a 2-year guarantee."),
    ("5-year guarantee", "The guarantee is 12 months."),
    ("Guaranteed for 10 years", "It has a warranty of 2 years."),
    ("Garantie 5 Jahre", "Das Gerät hat 2 Jahre Garantie."),
    ("Garantie 5 ans", "Elle a une garantie de 2 ans."),
    ("Garantía de 3 años", "Tiene 1 año de garantía."),
    ("Garanzia di 5 anni", "Ha 2 anni di garanzia."),
    ("5 jaar garantie", "De garantie is 1 jaar."),
    ("5 lat gwarancji", "Gwarancja: 2 lata."),
    ("Garantia de 5 anos", "Tem 2 anos de garantia."),
    ("Delivered in 2 to 3 working days.", "Delivery takes 10 working days."),
    ("We deliver in 2 to 3 working days.", "Delivery takes two weeks."),
    ("Standard delivery takes 2 to 3 working days.", "Standard delivery takes 5 to 7 working days."),
    ("Express delivery takes one working day.", "Express delivery takes 3 working days."),
    ("Delivered within 24 hours", "Delivery takes 3 to 5 days."),
    ("Capacity: 1.7 l", "It holds 2,500 ml."),
    ("Power 2,400 W", "It uses 3 kW."),
    ("You have 30 days to return it.", "Send it back within 14 days for a full refund."),
    (
        "Showroom\nMonday to Friday 9:00 - 18:00",
        "Our showroom is open Monday to Friday 10:00 - 16:00.",
    ),
    ("Lieferzeit 2–3 Werktage", "Die Lieferung dauert 10 Werktage."),
    ("Livraison en 2 jours", "La livraison se fait en 8 jours."),
    ("Entrega en 2 días", "La entrega tarda 9 días."),
    ("Consegna in 2 giorni", "La consegna richiede 9 giorni."),
    ("Levertijd 2 dagen", "De levering duurt 9 dagen."),
    ("Dostawa w 2 dni", "Dostawa trwa 9 dni."),
    ("Standard delivery costs £3.95.", "Standard delivery is £5.95."),
    ("Express delivery costs £4.95.", "Express delivery costs £9.95."),
    ("Free delivery from £25", "Free delivery over £50."),
    ("Versandkostenfrei ab 25,00 €", "Versandkostenfrei ab 50,00 €"),
    ("Livraison offerte dès 25,00 €", "Livraison gratuite à partir de 60,00 €"),
    ("The chat is open Monday to Friday, 8 am to 6 pm.", "Our chat is open Monday to Friday, 9 am to 5 pm."),
    ("Our staff are here Monday to Friday, 8 am to 6 pm.", "We are here Monday to Friday, 10 am to 4 pm."),
    ("Phone lines are open weekdays 9:00–17:00.", "You can call Mon-Fri 8:00-20:00."),
    ("Open every day from 8am to 8pm", "We are open every day 10am to 6pm"),
    ("Weight 0.9 kg", "The Copper stove kettle weighs 1.4 kg."),
    ("Weight: 900 g", "It weighs 1.2 kg."),
    ("Capacity 1.6 litres", "The Copper stove kettle holds 2.5 litres."),
    ("Capacity 1.7 l", "It has a capacity of 1000 ml."),
    ("Power 2400 W", "It uses 3 kW."),
    ("Height 22 cm", "It stands 30 cm tall."),
    ("Height: 22 cm", "Copper stove kettle, height: 26 cm."),
    ("Material Copper, lined with tin", "It is made of stainless steel."),
    ("Material: glass", "The Copper stove kettle is made of plastic."),
    ("The Copper stove kettle costs £39.00.", "The Copper stove kettle is £45.00."),
    ("The Copper stove kettle costs £39.", "Copper stove kettle, price: £42.00."),
    (
        "Copper stove kettle: capacity 1.6 litres; weight 0.9 kg.",
        "Copper stove kettle: capacity 1.6 litres; weight 2 kg.",
    ),
    (
        "You have 30 days to return your order.",
        "Unfortunately you only have 14 days to send things back to us.",
    ),
    (
        "Change of mind? Return it within 28 days.",
        "Hello Gus, you can return the kettle within 14 days of receiving it.",
    ),
    ("Our returns window is 30 days.", "You've got 10 days to return it."),
    ("Vous avez 30 jours pour changer d'avis.", "Malheureusement, les retours sont possibles sous 14 jours."),
    ("Dispone de 30 días para devolver su pedido.", "Lo siento, solo se puede devolver en 14 días."),
    ("Hai 30 giorni per restituire il tuo ordine.", "Purtroppo il reso è possibile solo entro 14 giorni."),
    ("Entrega en 24 horas", "El plazo de entrega es de 5 días."),
    ("Livraison sous 2 jours", "Nous livrons sous 7 jours."),
    ("Delivery to Norway takes 5 days.", "Delivery to Norway takes 9 days."),
    ("Versandkostenfrei ab 29 €", "Kostenloser Versand ab 49 €"),
    (
        "Delivered in 2 to 3 working days, 30 days to send it back.",
        "You can send it back within 14 days.",
    ),
    ("30 Tage Rückgaberecht", "Rücksendungen sind nur innerhalb von 7 Tagen möglich."),
]
INNOCENT = [
    ("You have 30 days to send it back.", "Yes, you can return it within a month."),
    ("30 days to send it back", "You can return it within 30 days, until 20 December."),
    (
        "You have 30 days to send it back.",
        "You have up to 30 days, and at Christmas 60 days to return gifts.",
    ),
    ("30-day returns", "Faulty items can be returned within 2 years."),
    ("30-day returns", "Sale items can be returned within 14 days."),
    ("30 days to send it back", "By law you have 14 days to return it."),
    ("30 Tage Rückgaberecht", "Das gesetzliche Widerrufsrecht: 14 Tage Rückgabefrist."),
    ("30 days to send it back", "We refund within 5 working days of the parcel reaching us."),
    ("You have 30 days to return it.", "Your return is processed within 7 days."),
    ("You have 30 days to return it.", "The return label is valid for 14 days."),
    ("You have 30 days to return it.", "Please send it back within 7 days of registering the return."),
    ("You have 30 days to return it.", "Once we have your return, the money is back in 3 days."),
    ("30-day returns", "Members have 90 days to return."),
    ("30-day returns", "In our stores you can return it within 60 days."),
    ("30-day returns", "You usually have 14 days to return things elsewhere."),
    ("30 days to send it back", "You have about four weeks to send it back."),
    ("30 days to send it back", "You have 14 days to send it back, don't you?"),
    ("30-day returns", "Opened items: return within 14 days."),
    ("30-day returns", "For exchanges, return within 60 days."),
    ("30-day returns", "30-day money-back guarantee."),
    ("30-day returns", "Returns are checked in 5 days."),
    ("30-day returns", "Please take the parcel back to the shop in 7 days."),
    ("Capacity: 1.7 l", "It holds 1,700 ml."),
    ("Capacity: 1.7 l", "It holds 1.700 ml."),
    ("Weight: 1.7 kg", "It weighs 1,700 kg."),
    ("Power 2.4 kW", "It uses 2,400 W."),
    ("Showroom\nMonday to Friday 9:00 - 18:00", "Live chat\nMonday to Friday 8:00 - 20:00"),
    ("Showroom\nMonday to Friday 9:00 - 18:00", "We are here Monday to Friday 8:00 - 20:00."),
    ("Monday to Friday 9:00 - 18:00", "Monday to Friday 8:00 - 20:00"),
    (
        "Delivery takes 3-5 working days.",
        "Your parcel is on its way. Delivery in 10 working days.",
    ),
    ("Delivery takes 3-5 working days.", "The Glass teapot is delivered in 10 working days."),
    ("5-year guarantee", "60 months warranty"),
    ("Guarantee 5 years", "You can extend it: an extra 2 years guarantee."),
    ("Guarantee 5 years", "The motor has a 10-year guarantee."),
    ("Guarantee 5 years", "The Glass teapot comes with a 1-year guarantee."),
    ("Guarantee 2 years", "Register it and you get a 5-year guarantee."),
    ("Guarantee 5 years", "100-day satisfaction guarantee"),
    ("Guarantee 5 years", "Statutory warranty: 2 years"),
    ("Guarantee 5 years", "The guarantee is at least 2 years."),
    ("Delivered in 2 to 3 working days.", "Delivery takes 3 working days."),
    ("Delivered in 2 to 3 working days.", "Express delivery takes one working day."),
    ("Delivered in 2 to 3 working days.", "Delivery within 5 working days."),
    ("Delivered in 2 to 3 working days.", "Delivery takes 4 days."),
    ("Delivered in 2 to 3 working days.", "Delivery to Ireland takes 5 to 7 working days."),
    ("Delivered in 2 to 3 working days.", "It is dispatched within 24 hours."),
    ("Delivered in 2 to 3 working days.", "Ships in 1 day."),
    ("Delivered in 2 to 3 working days.", "Delivery usually takes 5 days."),
    ("Delivered in 2 to 3 working days.", "Made to order: delivery in 6 weeks."),
    ("Delivered in 2 to 3 working days.", "Furniture delivery takes 3 weeks."),
    ("Delivered in 2 to 3 working days.", "Contact us within 14 days of delivery if something is missing."),
    ("Delivered in 2 to 3 working days.", "You have 30 days after delivery to send anything back."),
    ("Delivered in 2 to 3 working days.", "Order before 2 pm for next day delivery."),
    ("Delivered in 2 to 3 working days.", "Economy delivery takes 8 days."),
    ("Lieferzeit 2–3 Werktage", "Lieferung in die Schweiz dauert 5–7 Werktage."),
    ("Lieferzeit 2–3 Werktage", "Versandfertig in 24 Stunden."),
    ("Standard delivery costs £3.95.", "Express delivery costs £6.95."),
    ("Standard delivery costs £3.95.", "Standard delivery £0.00"),
    ("Standard delivery costs £3.95.", "Delivery is free on orders over £25."),
    ("Standard delivery costs £3.95.", "Delivery costs from £2.95."),
    ("Standard delivery costs £3.95.", "Delivery to France costs £12.00."),
    ("Standard delivery costs £3.95.", "Standard delivery costs €4.50."),
    ("Free delivery from £25", "Free delivery to Ireland over £60."),
    ("Free delivery from £25", "Versandkostenfrei ab 30,00 €"),
    ("The chat is open Monday to Friday, 8 am to 6 pm.", "The chat is open Saturday, 10 am to 4 pm."),
    ("The chat is open Monday to Friday, 8 am to 6 pm.", "Phone lines: Monday to Friday, 9 am to 5 pm."),
    ("The chat is open Monday to Friday, 8 am to 6 pm.", "On bank holidays we are here 10 am to 2 pm."),
    ("We are open Monday to Friday, 8 am to 6 pm.", "Open Mon–Fri 8:00–18:00"),
    ("We are open Monday to Friday, 8 am to 6 pm.", "We deliver Monday to Friday, 9 am to 9 pm."),
    ("Weight 0.9 kg", "It weighs 900 g."),
    ("Weight 0.9 kg", "It weighs about a kilo, 1 kg."),
    ("Weight 0.9 kg", "Shipping weight: 1.4 kg"),
    ("Weight 0.9 kg", "The Glass teapot weighs 0.5 kg."),
    ("Weight 0.9 kg", "The lid weighs 0.1 kg."),
    ("Capacity 1.6 litres", "It holds 1600 ml."),
    ("Capacity 1.6 litres", "It holds up to 2 litres."),
    ("Capacity 1.6 litres", "It holds 1.6 litres, which is about 7 cups."),
    ("Capacity 1.7 litres", "It boils 1 litre in three minutes."),
    ("Power 2200–2400 W", "It uses 2300 W."),
    ("Height 22 cm", "It is 18 cm wide."),
    ("Height 22 cm", "It stands 22 cm tall."),
    ("Material Copper, lined with tin", "It is made of copper."),
    ("Material Copper", "It is not made of steel."),
    ("Material Copper", "Handle material: wood"),
    ("The Copper stove kettle costs £39.00.", "The Glass teapot costs £29.00."),
    ("The Copper stove kettle costs £39.00.", "With the code it is £35.10."),
    ("The Copper stove kettle costs £39.00.", "The Copper stove kettle was £45.00."),
    ("The Copper stove kettle costs £39.00.", "The Copper stove kettle is €45.00."),
    ("The Copper stove kettle costs £39.00.", "The Copper stove kettle costs £39."),
    ("The Copper stove kettle costs £39.00.", "I have refunded £41.95 for the Copper stove kettle."),
    ("The Copper stove kettle costs £39.00.", "Two of the Copper stove kettle cost £78.00."),
    ("The Copper stove kettle costs £39.00.", "Add Kettle Care for £6.00."),
    ("The Copper stove kettle costs £39.00.", "The Copper stove kettle is from £32.00 in our outlet."),
    ("Standard delivery takes 3 working days.", "Tracked 24 delivery takes 1 working day."),
    ("Delivery in 2-3 days", "Delivery to Zone 2 takes 5-7 days."),
    ("Delivery in 2-3 days", "Delivery to Hawaii and Alaska takes 7-10 days."),
    ("Delivery in 2-3 days", "Delivery to a post office takes 5 days."),
    ("You can return items within 30 days.", "Electronics can be returned within 14 days."),
    ("You can return items within 30 days.", "Gold customers have 90 days to return."),
    ("You can return items within 30 days.", "Once you start a return, send the parcel back within 14 days."),
    ("You can return items within 30 days.", "Drop your return off within 10 days of creating it."),
    ("You can return items within 30 days.", "We will come back to you within 2 days about your return."),
    ("You can return items within 30 days.", "Purchases made with Klarna can be returned within 14 days."),
    ("30 Tage Rückgaberecht", "Bei Matratzen 100 Tage Rückgaberecht"),
    ("Devoluciones en 30 días", "Devoluciones en 15 días para productos de higiene"),
    ("Reso entro 30 giorni", "Reso entro 14 giorni per i prodotti elettronici"),
    ("30 dni na zwrot", "14 dni na zwrot bielizny"),
    ("30 dias para devolver", "14 dias para devolver artigos em promoção"),
    ("Lieferzeit 2-4 Werktage", "Lieferzeit Möbel: 6 Wochen"),
    ("Lieferzeit 1-3 Tage", "Lieferzeit 5-7 Tage bei Vorkasse"),
    ("Livraison sous 48 heures", "Livraison en point relais sous 5 jours"),
    ("Livraison en 2 jours", "Livraison en 5 jours en Corse"),
    ("Entrega en 24 horas", "Entrega en punto de recogida: 4 días"),
    ("Consegna in 24 ore", "Consegna in 3-4 giorni per Calabria, Sicilia e Sardegna"),
    ("Levering binnen 1 dag", "Levering in België binnen 3 dagen"),
    ("Dostawa w 24 godziny", "Dostawa kurierem 2 dni, paczkomat 4 dni"),
    ("Our London shop is open Mon-Fri 10am-7pm", "Our Leeds shop is open Mon-Fri 9am-6pm"),
    ("We are open Monday to Friday 9:00-17:00", "In August we are open Monday to Friday 9:00-15:00"),
    ("Delivery costs £3.95.", "Saturday delivery costs £8.95"),
    ("Delivery costs £3.95.", "Two-man delivery costs £29"),
    ("Delivery costs £3.95", "Delivery costs £4.95 for 2 items"),
    ("Livraison offerte dès 49 €", "Livraison gratuite en point relais dès 29 €"),
    ("Weight 0.9 kg", "It weighs 2.5 kg when full."),
    ("Weight 0.9 kg", "Weight: 1.2 kg (incl. packaging)"),
    ("Power 2200 W", "It uses 0.5 W on standby"),
    ("It costs £39", "It is £29 today only"),
    ("It costs £39", "It costs £10 to engrave."),
    ("It costs £39", "It is £5 cheaper than last year"),
]


def _clashes(one: str, other: str) -> bool:
    first, second = (claims(text, subject=KETTLE, names=NAMES) for text in (one, other))
    return any(clash(a, b) for a in first for b in second)


@pytest.mark.parametrize(("one", "other"), GUILTY)
def test_two_that_cannot_both_be_true(one: str, other: str) -> None:
    """Said here and there, in the words shops use; whichever was said first, but for faster deliveries."""
    assert _clashes(one, other)
    assert _clashes(other, one) or "delivery time" == claims(one, subject=KETTLE, names=NAMES)[0].topic


@pytest.mark.parametrize(("one", "other"), INNOCENT)
def test_two_that_can_both_be_true(one: str, other: str) -> None:
    """Said otherwise, of something else, under a condition, or not plainly."""
    assert not _clashes(one, other)
    assert not _clashes(other, one)


def test_a_delivery_that_turns_out_faster_contradicts_nobody() -> None:
    """Slower than was said does; said the other way round, it is only better than feared."""
    assert not _clashes("Delivery takes 3-5 working days.", "Delivery in 1 day.")
    assert _clashes("Delivery in 1 day.", "Delivery takes 3-5 working days.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Delivery in 2-3 working days", "Delivery in 4 weeks"),
        ("Delivery costs £3.95.", "Delivery costs £29.00."),
    ],
)
def test_delivery_is_of_the_product_on_whose_page_it_is_told(one: str, other: str) -> None:
    """A kettle comes in days, a table in weeks and for more; each may be said twice of one, in two ways."""
    (kettle,), (table,) = claims(one, subject=KETTLE), claims(other, subject="Oak table")

    assert not clash(kettle, table)
    assert clash(kettle, claims(other, subject=KETTLE)[0])
    assert clash(claims(one)[0], claims(other)[0])


def test_hours_are_of_whom_the_heading_names() -> None:
    """Lines below a heading are of it, until the next one."""
    text = "Showroom\nMonday to Friday 9:00 - 18:00\nSaturday 10:00 - 14:00\nLive chat\nDaily 8:00 - 20:00"

    assert ["showroom", "showroom", "chat"] == [claim.subject for claim in claims(text)]


def test_a_claim_keeps_what_it_is_about() -> None:
    """Topic, product, value in one unit, and the words."""
    (claim,) = claims("It holds 1600 ml.", subject=KETTLE)

    assert ("capacity", "copper stove kettle") == (claim.topic, claim.subject)
    assert pytest.approx((1.6, 1.6)) == claim.value
    assert "It holds 1600 ml." == claim.quote


def test_a_named_product_wins_over_the_one_at_hand() -> None:
    """And where two are named, nobody can say of which it is said."""
    (claim,) = claims("The Glass teapot holds 0.9 litres.", subject=KETTLE, names=NAMES)

    assert "glass teapot" == claim.subject
    assert () == claims("The Glass teapot beside the Copper stove kettle holds 0.9 litres.", names=NAMES)


@settings(deadline=None, database=None)
@given(
    st.lists(st.sampled_from([each for pair in (*GUILTY, *INNOCENT) for each in pair]) | st.text(max_size=60))
)
def test_any_text_can_be_read(lines: list[str]) -> None:
    """Reading never raises, every quote stands in the text, and nothing clashes with itself."""
    text = "\n".join(lines)
    found: tuple[Claim, ...] = claims(text, subject=KETTLE, names=NAMES)

    assert all(claim.quote in text for claim in found)
    assert not any(clash(claim, claim) for claim in found)
