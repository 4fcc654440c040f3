"""Every error cxprobe raises, in two trees: what a company did, and what we did.

::

    AssertionError
    ├─ BrokenExpectation      a company let a customer down (one subclass per expectation and step)
    └─ Outage                 the site is down: seen twice, and by a plain request
    Exception
    ├─ Inconclusive           we could not tell; neither an error nor a failure
    └─ CxprobeError           about the test, the machine, or cxprobe itself
       ├─ UsageError          something to mend in what was typed or written
       │  ├─ InvalidPersona · UnknownPersona
       │  ├─ InvalidSettings · InvalidDuration
       │  ├─ InvalidStandards · UnknownStandard
       │  ├─ InvalidMisfortune · UnknownMisfortune
       │  ├─ InvalidTimeline
       │  └─ NobodyJudged     a journey that nothing was expected of
       ├─ NoBrowser           no browser could be found or started
       ├─ MailboxClosed       a mailbox cannot be read just now
       ├─ UnreadableDocument  a document has no words that can be read
       └─ BrowserLost         the browser went away in the middle of a journey
    BaseException
    └─ GaveUp                 the customer left; never escapes the journey's block

A message says what happened, what there is, and what to type next.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import cache


class BrokenExpectation(AssertionError):
    """A company let a customer down; the message is one plain sentence, then the list of all."""

    expectation: str = ""
    step: str = ""

    @classmethod
    def at(cls, expectation: str, step: str) -> type[BrokenExpectation]:
        """The subclass for one expectation at one step: the same two words give the same class.

        Search tools tell failures apart by class, so two different failures must be two classes.
        """
        return _broken(expectation, step)


@cache
def _broken(expectation: str, step: str) -> type[BrokenExpectation]:
    name = "Broken_" + "".join(c if c.isalnum() else "_" for c in f"{expectation}_at_{step}")
    return type(name, (BrokenExpectation,), {"expectation": expectation, "step": step})


class Outage(AssertionError):
    """The site is down: a customer could not load it, nor could a second, plain request."""


class Inconclusive(Exception):
    """We could not tell, and say why: our blindness is never their fault."""


class CxprobeError(Exception):
    """About the test, the machine, or cxprobe itself; never about the company."""


class UsageError(CxprobeError):
    """Something to mend in what was typed or written."""


class InvalidPersona(UsageError):
    """A persona file that says something it cannot mean."""


class UnknownPersona(UsageError):
    """No persona of that name."""


class InvalidSettings(UsageError):
    """A settings file or an option that says something it cannot mean."""


class InvalidDuration(UsageError, ValueError):
    """A length of time that cannot be read."""


class InvalidStandards(UsageError):
    """A standards file that says something it cannot mean."""


class UnknownStandard(UsageError):
    """No standard of that name."""


class InvalidMisfortune(UsageError):
    """A misfortune whose catalogue entry is incomplete or clashes with another."""


class UnknownMisfortune(UsageError):
    """No misfortune of that id."""


class InvalidTimeline(UsageError):
    """A saved journey that cannot be read."""


class NobodyJudged(UsageError):
    """A customer came and went, and nothing was expected."""


class NoBrowser(CxprobeError):
    """No browser could be found or started on this machine."""


class MailboxClosed(CxprobeError):
    """A mailbox cannot be read just now: our blindness, and no failure of the company."""


class UnreadableDocument(CxprobeError):
    """A document has no words that can be read: no PDF, locked, or a picture of words."""


class BrowserLost(CxprobeError):
    """The browser went away in the middle of a journey."""


class GaveUp(BaseException):
    """The customer ran out of patience and left; it ends a journey's block, never a test."""


_MOST_NAMES = 12
"""Names in a message above which nobody reads them."""


def did_you_mean(given: str, there_are: Iterable[str]) -> str:
    """' Did you mean 'x'? There are: …', the nearest name first; for the end of a message.

    Of very many names only the nearest are listed.
    """
    names, sought = sorted(there_are), given.replace("_", "-")
    near = difflib.get_close_matches(sought, names, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    if len(names) > _MOST_NAMES:
        some = sorted(difflib.get_close_matches(sought, names, n=_MOST_NAMES, cutoff=0))
        return f"{hint} There are: {', '.join(some)}, …"
    return f"{hint} There are: {', '.join(names) or 'none'}."
