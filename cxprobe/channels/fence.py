"""The fence: which hosts a customer may reach, kept below the page, and what was refused.

Chromium is told to resolve every host that is not allowed to a small listener of ours, which notes
who was asked for, answers nothing and hangs up. Redirects, frames, fetches, beacons, sockets, pop-ups
and workers of every kind end there, so none of them leaves this machine and none goes unnoticed.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from cxprobe.settings import on_this_machine

if TYPE_CHECKING:
    from tldextract import TLDExtract

ANALYTICS: tuple[str, ...] = (
    "google-analytics.com",
    "googletagmanager.com",
    "analytics.google.com",
    "doubleclick.net",
    "googleadservices.com",
    "googlesyndication.com",
    "facebook.net",
    "connect.facebook.net",
    "hotjar.com",
    "hotjar.io",
    "segment.io",
    "segment.com",
    "mixpanel.com",
    "amplitude.com",
    "fullstory.com",
    "clarity.ms",
    "mouseflow.com",
    "crazyegg.com",
    "matomo.cloud",
    "plausible.io",
    "posthog.com",
    "heap.io",
    "heapanalytics.com",
    "newrelic.com",
    "nr-data.net",
    "optimizely.com",
    "criteo.com",
    "criteo.net",
    "bing.com",
    "tiktok.com",
    "snapchat.com",
    "linkedin.com",
    "pinterest.com",
    "quantserve.com",
    "scorecardresearch.com",
    "adobedtm.com",
    "omtrdc.net",
    "demdex.net",
    "hubspot.com",
    "hs-analytics.net",
)
"""Hosts of analytics and advertising: a synthetic customer must not be counted as a real one."""

_RETRY = 0.25
"""Seconds within which the same request, asked again, is the browser's own second try (ours)."""
_HEAD = 16384
"""Bytes within which a request's head or a TLS client hello ends; a record has at most this many."""
_PAGES = ("document", "secure", "unknown")
_LOOPBACK = ("localhost", "localhost.", "*.localhost", "127.*", "0.0.0.0", "::1", "::", "::ffff:7f*")
"""This machine by all the names that Chromium's rules can tell."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One request that was refused: when (seconds since the epoch), what for, and its kind."""

    at: float
    url: str
    resource: str


@dataclass(slots=True)
class Fence:
    """The hosts one browser may reach, and the listener where everything else ends.

    `resources` is "named" (nothing but the named hosts: the default on loopback, exact to the port)
    or "any" (pages stay on the named hosts; what an allowed page is made of may come from elsewhere,
    but not from this machine or an analytics host).
    """

    base_url: str
    hosts: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    resources: Literal["named", "any"] = "any"
    refused: list[Refusal] = field(default_factory=list)
    _from: int = 0
    _socket: socket.socket | None = None
    _thread: threading.Thread | None = None

    def __enter__(self) -> Fence:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        self._thread = threading.Thread(
            target=self._listen, args=(self._socket,), name="cxprobe-fence", daemon=True
        )
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop listening, and end the thread that does."""
        listener, self._socket = self._socket, None
        if listener:
            # Closing alone does not wake a thread that waits in accept().
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        if self._thread:
            self._thread.join(timeout=1)
            self._thread = None

    def arguments(self) -> list[str]:
        """What Chromium must be started with."""
        return [
            f"--host-resolver-rules={', '.join(self._rules())}",
            "--disable-quic",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--dns-prefetch-disable",
        ]

    def allows_page(self, url: str) -> bool:
        """Whether a document at this address is inside the fence."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https"):
            return parts.scheme in ("about", "data", "blob", "chrome-error")
        host = parts.hostname or ""
        if on_this_machine(self.base_url):
            return any(each in (_netloc(url), _bracketed(host)) for each in self._exact())
        return any(_within(host, own) for own in self._domains())

    def refused_page(self, since: float) -> str:
        """The address of a document refused since then (seconds since the epoch); "" when there was none.

        Of a request over TLS only the host is known, and that it may have been a document.
        """
        pages = [r.url for r in list(self.refused) if r.at >= since and r.resource in _PAGES]
        return pages[-1] if pages else ""

    def _rules(self) -> list[str]:
        assert self._socket, "a fence must be entered before its browser is started"
        ours = f"127.0.0.1:{self._socket.getsockname()[1]}"
        if on_this_machine(self.base_url):
            return [*(f"MAP {host} {host}" for host in self._exact()), f"MAP * {ours}"]
        denied = [f"MAP {pattern} {ours}" for host in self._denied() for pattern in (host, f"*.{host}")]
        if self.resources == "any":
            return [*denied, *(f"MAP {host} {ours}" for host in _LOOPBACK)]
        named = [f"EXCLUDE {pattern}" for host in self._domains() for pattern in (host, f"*.{host}")]
        return [*denied, f"MAP * {ours}", *named]

    def _denied(self) -> list[str]:
        """Hosts denied by name; the site's own are not, even where an analytics company is the site."""
        analytics = [a for a in ANALYTICS if not any(_within(own, a) for own in self._domains())]
        return [*analytics, *(_host(host) for host in self.deny)]

    def _exact(self) -> list[str]:
        named = [_netloc(host) if _has_port(host) else _bracketed(_host(host)) for host in self.hosts]
        return [_netloc(self.base_url), *named]

    def _domains(self) -> list[str]:
        return [registrable_domain(urlsplit(self.base_url).hostname or ""), *(_host(h) for h in self.hosts)]

    def _listen(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            # One thread each: a connection that says nothing must not hold up the others.
            threading.Thread(target=self._note, args=(connection,), daemon=True).start()

    def _note(self, connection: socket.socket) -> None:
        with connection:
            head = _head(connection)
        if head:
            self._add(*_asked_for(head))

    def mark(self) -> int:
        """Begin a visit: how many refusals came before it, none of which stands for one of its own."""
        self._from = len(self.refused)
        return self._from

    def _add(self, url: str, resource: str) -> None:
        now = time.time()
        # The browser tries a second time when nobody answers: that is one refusal.
        if not any(
            r.url == url and r.resource == resource and now - r.at < _RETRY
            for r in self.refused[self._from :]
        ):
            self.refused.append(Refusal(now, url, resource))


@cache
def registrable_domain(host: str) -> str:
    """The part of a host name that somebody registered: "shop.example.co.uk" gives "example.co.uk".

    By the Public Suffix List bundled with tldextract, never fetched; shops that share a platform's
    domain are apart. Under a suffix the list does not know, the last two labels.
    """
    found = _suffixes()(host)
    if found.top_domain_under_public_suffix or found.suffix or found.ipv4 or found.ipv6:
        return found.top_domain_under_public_suffix or host
    return ".".join(host.split(".")[-2:])


@cache
def _suffixes() -> TLDExtract:
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def _netloc(url: str) -> str:
    parts = urlsplit(url if "//" in url else f"//{url}")
    port = parts.port or {"https": 443}.get(parts.scheme, 80)
    return f"{_bracketed(parts.hostname or '')}:{port}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _has_port(host: str) -> bool:
    """Whether a named host says which port is meant; without one, or a scheme, all of its ports are."""
    return "//" in host or urlsplit(f"//{host}").port is not None


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _head(connection: socket.socket) -> bytes:
    """The first bytes of a connection, up to the end of a request's head or of a client hello."""
    connection.settimeout(2)
    head = b""
    with suppress(OSError):
        while len(head) < _HEAD and not _complete(head):
            more = connection.recv(_HEAD)
            if not more:
                break
            head += more
    return head


def _complete(head: bytes) -> bool:
    if head[:1] == b"\x16":
        return len(head) >= 5 + int.from_bytes(head[3:5], "big")
    return b"\r\n\r\n" in head


def _host(host: str) -> str:
    return urlsplit(host if "//" in host else f"//{host}").hostname or host


def _asked_for(head: bytes) -> tuple[str, str]:
    """The address and the kind of resource that the first bytes of a connection ask for."""
    if head[:1] == b"\x16":
        return f"https://{_server_name(head) or 'unknown'}/", "secure"
    lines = head.decode("latin-1").split("\r\n")
    headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
    verb, path = lines[0].split(" ")[:2] if lines[0].count(" ") > 1 else ("GET", "/")
    host = headers.get("host", "unknown")
    if verb == "CONNECT":  # meant for a proxy on this machine, as is a whole address instead of a path
        return f"https://{path.removesuffix(':443')}/", "secure"
    if path.startswith("http://"):
        return path, _kind(headers)
    if headers.get("upgrade", "").lower() == "websocket":
        return f"ws://{host}{path}", "websocket"
    return f"http://{host}{path}", _kind(headers)


def _kind(headers: Mapping[str, str]) -> str:
    """What a request is for; a plain-HTTP site off this machine is told by what the browser accepts."""
    told = headers.get("sec-fetch-dest", "")
    if told:
        return "fetch" if told == "empty" else told
    accepted = headers.get("accept", "")
    kinds = {"text/html": "document", "image/": "image", "text/css": "style"}
    return next((kind for start, kind in kinds.items() if accepted.startswith(start)), "fetch")


def _server_name(hello: bytes) -> str:
    """The host a TLS client hello names (RFC 6066, section 3); "" when it names none."""
    try:
        at = 43
        at += 1 + hello[at]
        at += 2 + int.from_bytes(hello[at : at + 2], "big")
        at += 1 + hello[at]
        end = at + 2 + int.from_bytes(hello[at : at + 2], "big")
        at += 2
        while at + 4 <= min(end, len(hello)):
            kind, size = (
                int.from_bytes(hello[at : at + 2], "big"),
                int.from_bytes(hello[at + 2 : at + 4], "big"),
            )
            if kind == 0:
                name = hello[at + 9 : at + 4 + size]
                return name.decode("ascii") if len(name) == size - 5 else ""
            at += 4 + size
    except (IndexError, UnicodeDecodeError):
        pass
    return ""
