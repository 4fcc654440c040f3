"""Promo codes, judged by the money."""

from __future__ import annotations

import pytest

from cxprobe.reading.money import promo_outcome, read_bill
from cxprobe.reading.money_promo import reason_of, says_it_worked

BEFORE = "Subtotal £50.00\nDelivery £4.00\nTotal £54.00"
LESS = "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £49.00"
QUIET = "Subtotal £45.00\nDelivery £4.00\nTotal £49.00"
TWICE = "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £44.00"
NAMED = "Subtotal £50.00\nDiscount −£5.00\nDelivery £4.00\nTotal £54.00"
POST_FREE = "Subtotal £50.00\nDelivery Free\nTotal £50.00"


@pytest.mark.parametrize(
    ("after", "message", "kind"),
    [
        (LESS, "KETTLE10 takes 10 % off.", "worked"),
        (LESS, "", "worked"),
        (QUIET, "Code applied", "worked"),
        (QUIET, "", "worked-silently"),
        (POST_FREE, "Free delivery applied", "worked"),
        (LESS, "Sorry, something went wrong", "worked"),
        (
            "Subtotal £50.00\nDiscount −£5.00\nVAT 20 % −£1.00\nDelivery £4.00\nTotal £48.00",
            "Applied",
            "worked",
        ),
        (BEFORE, "Code applied successfully", "ignored"),
        (BEFORE, "KETTLE10 takes 10 % off.", "ignored"),
        (NAMED, "", "ignored"),
        (BEFORE, "This code has expired.", "refused"),
        (BEFORE, "The code KETTLE10 could not be applied.", "refused"),
        (BEFORE, "", "refused-silently"),
        (BEFORE, "Your basket", "refused-silently"),
        (TWICE, "Code applied", "twice"),
        (LESS, "KETTLE5 takes 5 % off.", "twice"),
        (LESS, "5 % off, and 5 % more this week", "worked"),
        (TWICE, "", "twice"),
        ("Your basket", "Code applied", "unknown"),
        ("Subtotal 45,00 €\nTotal 49,00 €", "Code applied", "unknown"),
    ],
)
def test_a_code_is_judged_by_the_money(after: str, message: str, kind: str) -> None:
    """And only then by what is said of it."""
    outcome = promo_outcome(read_bill(BEFORE), read_bill(after), message, "KETTLE10")

    assert kind == outcome.kind
    assert outcome.sentence.endswith((".", '".'))


@pytest.mark.parametrize(
    ("after", "message", "sentence"),
    [
        (LESS, "Code applied", "The code KETTLE10 worked: it took off £5.00."),
        (LESS, "£10 off!", 'The code KETTLE10 took off £5.00, £5.00 less than told: "£10 off!".'),
        (BEFORE, "Code applied", 'The page says "Code applied", but "Total £54.00" is as much as before: '
            'the code '
         "KETTLE10 took off nothing."),
        (TWICE, "Code applied", 'The code KETTLE10 took off £10.00, though the page says "Discount '
            '−£5.00": counted '
         "twice."),
        (BEFORE, "The code ran out on 31 October.", "The code KETTLE10 was refused; the page says that it "
            "has expired: "
         '"The code ran out on 31 October.".'),
        (BEFORE, "", "The code KETTLE10 did nothing, and the page does not say why."),
    ],
)  # fmt: skip
def test_what_came_of_a_code_is_told_in_a_sentence(after: str, message: str, sentence: str) -> None:
    """For people."""
    assert sentence == promo_outcome(read_bill(BEFORE), read_bill(after), message, "KETTLE10").sentence


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("This code has expired.", "expired"), ("The code EXPIRED5 ran out on 31 October 2024.", "expired"),
        ("Dieser Gutschein ist abgelaufen.", "expired"), ("Ce code promo a expiré.", "expired"),
        ("El cupón ha caducado.", "expired"), ("Il codice è scaduto.", "expired"),
        ("Deze code is verlopen.", "expired"), ("Kod wygasł.", "expired"), ("O cupão está expirado.",
         "expired"),
        ("We do not know the code KETTEL10. Check it for typing mistakes.", "unknown"),
        ("Invalid promo code", "unknown"), ("Coupon code not found", "unknown"),
        ('Coupon "abc" does not exist!', "unknown"), ("Dieser Code ist ungültig.", "unknown"),
        ("Wir kennen diesen Code nicht.", "unknown"), ("Ce code n'existe pas.", "unknown"),
        ("Code promo invalide", "unknown"), ("El código no es válido.", "unknown"),
        ("Il codice non è valido.", "unknown"), ("Deze code is ongeldig.", "unknown"),
        ("Nieprawidłowy kod rabatowy", "unknown"), ("O código é inválido.", "unknown"),
        ("Spend £10 more to use this code.", "minimum"), ("The minimum spend for this coupon is £60.00.",
         "minimum"),
        ("Der Mindestbestellwert ist nicht erreicht.", "minimum"), ("Montant minimum non atteint", "minimum"),
        ("El pedido mínimo es de 60 €.", "minimum"), ("L'importo minimo è di 60 €.", "minimum"),
        ("Het minimumbedrag is € 60.", "minimum"), ("Minimalna kwota zamówienia to 60 zł.", "minimum"),
        ("O valor mínimo é 60 €.", "minimum"),
        ("You have already used this code.", "already used"), ("Coupon usage limit has been reached.",
         "already used"),
        ("Der Gutschein wurde bereits eingelöst.", "already used"), ("Ce code a déjà été utilisé.",
         "already used"),
        ("Este código ya ha sido utilizado.", "already used"), ("Il codice è già stato usato.",
         "already used"),
        ("Deze code is al gebruikt.", "already used"), ("Kod został już wykorzystany.", "already used"),
        ("Este código já foi utilizado.", "already used"),
        ("This code is not valid for the items in your basket.", "not for these items"),
        ("KETTLE10 is for teapots only, and there is none in your basket.", "not for these items"),
        ("SPRING is for garden chairs only.", "other"),
        ("Der Code gilt nur für Neukunden.", "other"),
        ("Der Code gilt nicht für diese Artikel.", "not for these items"),
        ("Ce code ne s'applique pas à ces articles.", "not for these items"),
        ("This code is not yet valid.", "not yet valid"), ("Der Code ist noch nicht gültig.",
         "not yet valid"),
        ("Ce code n'est pas encore valable.", "not yet valid"), ("El código aún no es válido.",
         "not yet valid"),
        ("Sorry, this code cannot be used.", "other"),
        ("Code applied", ""), ("KETTLE10 takes 10 % off.", ""), ("", ""), ("Enter a promo code", ""),
        ("Gutschein eingelöst", ""), ("Code promo appliqué", ""), ("Cupón aplicado", ""),
    ],
)  # fmt: skip
def test_why_a_code_was_refused_is_read(message: str, reason: str) -> None:
    """In eight languages; praise refuses nothing."""
    assert reason == reason_of(message)


@pytest.mark.parametrize(
    "message",
    ["Applied", "10% off applied", "Rabatt angewendet", "Code promo appliqué", "Cupón aplicado",
         "Codice applicato",
     "Korting toegepast", "Kod został dodany", "Cupom aplicado"],
)  # fmt: skip
def test_praise_is_understood(message: str) -> None:
    """In eight languages."""
    assert says_it_worked(message)


@pytest.mark.parametrize(
    "message",
    ["Not applied", "could not be applied", "nicht angewendet", "already applied", "pas appliqué", ""],
)
def test_what_only_sounds_like_praise_is_none(message: str) -> None:
    """A "not" before it turns it round."""
    assert not says_it_worked(message)
