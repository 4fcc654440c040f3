"""Loads cxprobe where it is not installed, so that the scenarios run from a bare checkout too."""

from __future__ import annotations

import pytest


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Register the plugin unless its entry point has done so: twice would be an error."""
    if not pluginmanager.has_plugin("cxprobe"):
        from cxprobe import plugin

        pluginmanager.register(plugin, "cxprobe")
