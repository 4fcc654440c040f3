"""Lets `python -m cxprobe` do what the command does."""

from __future__ import annotations

from cxprobe.cli import main

if __name__ == "__main__":
    main()
