"""The fence: which hosts a customer may reach, kept below the page, and what was refused.

Chromium is told to resolve every host that is not allowed to a small listener of ours, which notes
who was asked for, answers nothing and hangs up. Redirects, frames, fetches, beacons, sockets, pop-ups
and workers of every kind end there, so none of them leaves this machine and none goes unnoticed.
"""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from cxprobe.settings import on_this_machine

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

_RETRY = 1.0
_HEAD = 4096


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
    _socket: socket.socket | None = None

    def __enter__(self) -> Fence:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        threading.Thread(target=self._listen, args=(self._socket,), name="cxprobe-fence", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop listening."""
        if self._socket:
            self._socket.close()
            self._socket = None

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
        if on_this_machine(self.base_url):
            return parts.netloc in self._exact()
        host = parts.hostname or ""
        return any(host == own or host.endswith(f".{own}") for own in self._domains())

    def _rules(self) -> list[str]:
        assert self._socket, "a fence must be entered before its browser is started"
        ours = f"127.0.0.1:{self._socket.getsockname()[1]}"
        if on_this_machine(self.base_url):
            return [*(f"MAP {host} {host}" for host in self._exact()), f"MAP * {ours}"]
        denied = [
            f"MAP {pattern} {ours}" for host in (*ANALYTICS, *self.deny) for pattern in (host, f"*.{host}")
        ]
        if self.resources == "any":
            here = [
                f"MAP {host} {ours}" for host in ("localhost", "*.localhost", "127.*", "[::1]", "0.0.0.0")
            ]
            return [*denied, *here]
        named = [f"EXCLUDE {pattern}" for host in self._domains() for pattern in (host, f"*.{host}")]
        return [*denied, f"MAP * {ours}", *named]

    def _exact(self) -> list[str]:
        return [_netloc(self.base_url), *(_netloc(host) for host in self.hosts)]

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
            connection.settimeout(2)
            try:
                head = connection.recv(_HEAD)
            except OSError:
                return
        if head:
            self._add(*_asked_for(head))

    def _add(self, url: str, resource: str) -> None:
        now = time.time()
        # The browser tries a second time when nobody answers: that is one refusal.
        if not any(
            r.url == url and r.resource == resource and now - r.at < _RETRY for r in self.refused[-20:]
        ):
            self.refused.append(Refusal(now, url, resource))


def registrable_domain(host: str) -> str:
    """The part of a host name that somebody registered: "shop.example.co.uk" gives "example.co.uk".

    By the Public Suffix List bundled with tldextract, never fetched.
    """
    import tldextract

    extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    return extract(host).top_domain_under_public_suffix or host


def _netloc(url: str) -> str:
    parts = urlsplit(url if "//" in url else f"//{url}")
    port = parts.port or {"https": 443}.get(parts.scheme, 80)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{host}:{port}"


def _host(host: str) -> str:
    return urlsplit(host if "//" in host else f"//{host}").hostname or host


def _asked_for(head: bytes) -> tuple[str, str]:
    """The address and the kind of resource that the first bytes of a connection ask for."""
    if head[:1] == b"\x16":
        return f"https://{_server_name(head) or 'unknown'}/", "secure"
    lines = head.decode("latin-1").split("\r\n")
    headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
    path = lines[0].split(" ")[1] if lines[0].count(" ") > 1 else "/"
    kind = headers.get("sec-fetch-dest", "")
    if headers.get("upgrade", "").lower() == "websocket":
        return f"ws://{headers.get('host', 'unknown')}{path}", "websocket"
    return f"http://{headers.get('host', 'unknown')}{path}", "fetch" if kind in ("", "empty") else kind


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
                return hello[at + 9 : at + 4 + size].decode("ascii")
            at += 4 + size
    except (IndexError, UnicodeDecodeError):
        pass
    return ""
