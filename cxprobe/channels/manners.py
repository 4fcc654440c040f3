"""How much of a trace an act leaves, so that a customer can stop before it."""

from __future__ import annotations

from cxprobe.reading.controls import serves
from cxprobe.settings import Level


def needed_for(label: str) -> tuple[Level, str]:
    """The trace level that pressing a control of this name takes, and the act in words."""
    if serves("pay", label):
        return Level.pay, f'press "{label}", which may place an order'
    if serves("send", label):
        return Level.message, f'press "{label}", which sends something'
    if serves("add to basket", label):
        return Level.basket, f'press "{label}"'
    return Level.look, f'press "{label}"'
