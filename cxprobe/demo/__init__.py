"""Kettle & Co, a company to practise on: a real shop with a chat, and named switches that spoil it.

It stands apart: it imports nothing of the rest and knows nothing of being tested. Importing this
room is light; the web server is imported when a company opens its doors.
"""

from __future__ import annotations

from cxprobe.demo.company import Company, PortTaken
from cxprobe.demo.switches import FAULTS, SINS, Switch, UnknownSwitch

__all__ = ["FAULTS", "SINS", "Company", "PortTaken", "Switch", "UnknownSwitch"]
