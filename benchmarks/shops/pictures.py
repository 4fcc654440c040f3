"""Pictures for products that nobody has photographed, drawn with the standard library alone."""

from __future__ import annotations

import colorsys
import struct
import zlib
from pathlib import Path

SIDE = 480
"""Pixels of a picture's side."""


def paint(path: Path, hue: int | None, shape: int = 0) -> Path:
    """The PNG at `path`: one of three plain shapes on a pale ground, of a hue in degrees (None: grey)."""
    ground, thing = _colour(hue, 0.96, 0.10), _colour(hue, 0.62, 0.62)
    rows = (_row(y, shape, ground, thing) for y in range(SIDE))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_png(b"".join(rows)))
    return path


def _colour(hue: int | None, value: float, saturation: float) -> bytes:
    if hue is None:
        hue, value, saturation = 0, value * 0.5 if value < 0.9 else value, 0
    return bytes(round(part * 255) for part in colorsys.hsv_to_rgb(hue % 360 / 360, saturation, value))


def _row(y: int, shape: int, ground: bytes, thing: bytes) -> bytes:
    start, end = _span(y / SIDE, shape % 3)
    left, right = round(start * SIDE), round(end * SIDE)
    return b"\0" + ground * left + thing * (right - left) + ground * (SIDE - right)


def _span(y: float, shape: int) -> tuple[float, float]:
    """Where the thing begins and ends in the line at `y`, both as shares of the side."""
    if not 0.2 < y < 0.8:
        return 0.5, 0.5
    half = (0.3, (y - 0.2) / 2, (0.09 - (y - 0.5) ** 2) ** 0.5)[shape]
    return 0.5 - half, 0.5 + half


def _png(rows: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
