"""Prices with value added tax: oscar's own sample strategy for the United Kingdom."""

# mypy: ignore-errors
# (Oscar is installed in the shop's own environment, not in ours.)

from oscar.apps.partner import strategy as core


class Selector(core.Selector):
    """The same prices for everybody."""

    def strategy(self, request=None, user=None, **kwargs):
        """What a price is made of."""
        return core.UK(request)
