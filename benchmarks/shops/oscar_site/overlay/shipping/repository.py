"""Two ways to have a parcel sent, as oscar's documentation on shipping tells."""

# mypy: ignore-errors
# (Oscar is installed in the shop's own environment, not in ours.)

from decimal import Decimal

from oscar.apps.shipping import methods
from oscar.apps.shipping import repository as core


class Express(methods.FixedPrice):
    """The paid one."""

    code = "express"
    name = "Express delivery"
    description = "<p>With you within 2 working days.</p>"
    charge_excl_tax = Decimal("5.50")
    charge_incl_tax = Decimal("6.60")


class Standard(methods.Free):
    """The free one."""

    code = "standard"
    name = "Standard delivery"
    description = "<p>With you within 5 working days.</p>"


class Repository(core.Repository):
    """Both, the free one first."""

    methods = (Standard(), Express())
