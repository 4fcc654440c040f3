"""Searches for a day that breaks the experience, is sure of it, makes it small, and tells it.

`explore` drives days; it knows nothing of browsers or of pytest: driving one is the caller's.
`days` is a Hypothesis strategy for tests of one's own.
"""

from __future__ import annotations

from cxprobe.worst_day.drawing import days
from cxprobe.worst_day.found import Exploration, Finding
from cxprobe.worst_day.memory import About
from cxprobe.worst_day.outcome import Drive, Outcome
from cxprobe.worst_day.profiles import PROFILES, WORST, Profile, Purse, Worst, profile
from cxprobe.worst_day.replaying import Replay, replay
from cxprobe.worst_day.search import explore
from cxprobe.worst_day.telling import details, summed_up, tell, to_json, told, told_coverage

__all__ = [
    "PROFILES",
    "WORST",
    "About",
    "Drive",
    "Exploration",
    "Finding",
    "Outcome",
    "Profile",
    "Purse",
    "Replay",
    "Worst",
    "days",
    "details",
    "explore",
    "profile",
    "replay",
    "summed_up",
    "tell",
    "to_json",
    "told",
    "told_coverage",
]
