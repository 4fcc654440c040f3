"""The catalogue of misfortunes: what can go wrong in a customer's day.

A new one is an entry in `misfortunes_in_person` (name, purse, hands) or `misfortunes_around` (way,
device, line); what it does is a function of `befalling`.
"""

from __future__ import annotations

from collections.abc import Iterable

from cxprobe.people.misfortune import Befall, Catalogue, Misfortune, Prevalence
from cxprobe.people.misfortunes_around import AROUND
from cxprobe.people.misfortunes_in_person import IN_PERSON

__all__ = ["CATALOGUE", "Befall", "Catalogue", "Misfortune", "Prevalence", "catalogue"]

CATALOGUE = Catalogue([*IN_PERSON, *AROUND])
"""The misfortunes that come with cxprobe. Where the prevalence among customers is unknown, a source
that counts them has yet to be found, and a guess would be believed."""


def catalogue(extra: Iterable[Misfortune] = ()) -> Catalogue:
    """The misfortunes that come with cxprobe, and those other packages add.

    Raises InvalidMisfortune when two have the same id.
    """
    return Catalogue([*CATALOGUE.values(), *extra])
