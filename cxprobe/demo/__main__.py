"""The shell's way in: `python -m cxprobe.demo --port 0 --sin NAME --fault NAME`."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence

from cxprobe.demo.company import Company, PortTaken
from cxprobe.demo.fittings import CHECKOUTS, LANGUAGES, PAYMENTS
from cxprobe.demo.switches import FAULTS, SINS, UnknownSwitch

_REPEATED = "may be repeated; NAME:sometimes for every second visitor"


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until a signal, or until the parent's stdin closes; 2 when what was typed cannot be done."""
    options = _parser().parse_args(argv)
    try:
        company = Company(
            options.sin,
            options.fault,
            options.port,
            options.speed,
            language=options.language,
            checkout=options.checkout,
            payment=options.payment,
            cookie_banner=options.cookie_banner,
            hours=options.hours,
            alike=options.alike,
        )
        with company:
            print(company.url, flush=True)
            _closing_time(with_parent=options.with_parent).wait()
    except (UnknownSwitch, PortTaken, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cxprobe.demo",
        description="Kettle & Co, a company to practise on. Prints its address when it is open.",
        epilog=_switches_told(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=int, default=0, help="the loopback port (0: a free one)")
    parser.add_argument("--sin", action="append", default=[], metavar="NAME", help=_REPEATED)
    parser.add_argument("--fault", action="append", default=[], metavar="NAME", help=_REPEATED)
    parser.add_argument(
        "--alike", action="append", default=[], metavar="NAME", help="a harmless look-alike instead"
    )
    parser.add_argument("--speed", type=float, default=1.0, help="how many times faster the chat replies")
    parser.add_argument("--language", default="en", help=", ".join(LANGUAGES))
    parser.add_argument("--checkout", default="classic", help=", ".join(CHECKOUTS))
    parser.add_argument("--payment", default="plain", help=", ".join(PAYMENTS))
    parser.add_argument("--hours", default="", help="'Mon-Fri 09:00-17:00': when the chat is open (always)")
    parser.add_argument("--cookie-banner", action="store_true", help="ask for consent to cookies")
    parser.add_argument("--with-parent", action="store_true", help="stop when standard input closes")
    return parser


def _switches_told() -> str:
    rows = [f"  {s.id:22} {s.to_customers}" for s in FAULTS.values()]
    return "\n".join(["sins:", *(f"  {s.id:22} {s.to_customers}" for s in SINS.values()), "faults:", *rows])


def _closing_time(*, with_parent: bool) -> threading.Event:
    closing = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: closing.set())
    if with_parent:
        threading.Thread(target=_outlive_stdin, args=(closing,), daemon=True).start()
    return closing


def _outlive_stdin(closing: threading.Event) -> None:
    while sys.stdin.buffer.read(1024):
        pass
    closing.set()


if __name__ == "__main__":
    sys.exit(main())
