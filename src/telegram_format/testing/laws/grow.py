"""Grow: twice the text takes about twice the time, for any text.

Strategy: one line of the sample after the other is repeated where it stands, and signs that patterns stumble over at
the end, until the text is sixteen times as long; the time for that may be three times sixteen of the time for the
short text (a square is 256 times). Processor time is measured, the best of some tries, and again where it seems too
long: a busy machine must not break a law. What takes less than a twentieth of a second is not judged.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from telegram_format.testing.laws.subject import Subject

SMALL, LARGE = 4_000, 64_000
"""Bytes of the short and of the long text."""

_SLACK = 3.0
_NOT_JUDGED = 0.05
_TRIES = 5
_MOST_LINES = 60
_SIGNS = (b"A", b" ", b"\n", b"\r\n", b"(", b"word ", b"WORD ", b"0", b"-", b"\x00")

Clock = Callable[[], float]


def grow(subject: Subject, data: bytes, clock: Clock = time.process_time) -> Iterator[str]:
    """Which part of `data`, repeated, takes more than its share of time."""
    for before, unit, behind in _families(data):
        short, long = (before + unit * (size // len(unit) + 1) + behind for size in (SMALL, LARGE))
        with _without_collector():
            steep = _steep(subject, short, long, clock)
        if steep:
            yield f"{unit!r} repeated: {len(long) / len(short):.0f} times the text takes {steep:.0f} times the time"


def _families(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """What stays before, what is repeated, what stays behind."""
    known: set[bytes] = set()
    position = 0
    for line in data.replace(b"\r\n", b"\n").split(b"\n")[:_MOST_LINES]:
        unit = line + b"\n"
        if unit not in known:
            yield data[:position], unit, data[position + len(unit) :]
        known.add(unit)
        position += len(unit)
    for sign in _SIGNS:
        yield data, sign, b""


def _steep(subject: Subject, short: bytes, long: bytes, clock: Clock) -> float:
    """How many times the time of the short text the long one takes, if that is too many times; else 0."""
    most = _SLACK * len(long) / len(short)
    times = [float("inf"), float("inf")]
    for _ in range(_TRIES):
        for index, data in enumerate((short, long)):
            times[index] = min(times[index], _seconds(subject, data, clock))
        if times[1] < _NOT_JUDGED or times[1] <= most * times[0]:
            return 0.0
    return times[1] / max(times[0], 1e-6)


def _seconds(subject: Subject, data: bytes, clock: Clock) -> float:
    begin = clock()
    reading = subject.read(data)
    _ = reading.coverage, reading.unread, dict(reading.trace)
    return clock() - begin


@contextmanager
def _without_collector() -> Iterator[None]:
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
