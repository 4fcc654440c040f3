"""What all tests share: pytest inside pytest, for those that want it."""

from __future__ import annotations

pytest_plugins = ["pytester"]
