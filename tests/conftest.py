"""What all tests share: pytest inside pytest, for those that want it."""

from __future__ import annotations

import signal

pytest_plugins = ["pytester"]

# Run in the background by a script, a process ignores Ctrl-C, and so does all that it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
