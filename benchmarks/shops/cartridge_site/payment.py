"""How money is taken: it is not, and from one card it cannot be."""

# mypy: ignore-errors
# (Cartridge is installed in the shop's own environment, not in ours.)

from cartridge.shop.checkout import CheckoutError

DECLINED = "4000000000000002"


def take(request, order_form, order):
    """A transaction number; says so when the card is declined."""
    if order_form.cleaned_data["card_number"].replace(" ", "") == DECLINED:
        raise CheckoutError("Your card was declined. Please try another card.")
    return f"paid-{order.id}"
