"""Grow: twice the text takes about twice the time, for any text.

Strategy: one line of the sample after the other is repeated where it stands, and signs that patterns stumble over at
the end, until the text is sixteen times as long; the time for that may be three times sixteen of the time for the
short text (a square is 256 times). Where the short text is slow, one four times as long is tried first. Processor time
is measured, the best of some tries, and again where it seems too long: a busy machine must not break a law. What takes
less than a twentieth of a second is not judged.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from telegram_format.testing.laws.subject import Subject

SMALL, MIDDLE, LARGE = 4_000, 16_000, 64_000
"""Bytes of the short and of the long text, and of one between."""

_SLACK = 3.0
_NOT_JUDGED = 0.05
_SLOW = 0.02
_TRIES = 5
_MOST_LINES = 60
_SIGNS = (b"A", b" ", b"\n", b"\r\n", b"(", b"word ", b"WORD ", b"0", b"-", b"\x00")

Clock = Callable[[], float]


def grow(subject: Subject, data: bytes, clock: Clock = time.process_time) -> Iterator[str]:
    """Which part of `data`, repeated, takes more than its share of time."""
    for before, unit, behind in _families(data):
        with _without_collector():
            found = _steep(subject, lambda size: before + unit * (size // len(unit) + 1) + behind, clock)  # noqa: B023
        if found is not None:
            yield f"{unit!r} repeated: {found}"


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


def _steep(subject: Subject, made: Callable[[int], bytes], clock: Clock) -> str | None:
    """What is too steep between the short text and a long one; the middle one, where the short is slow already."""
    short = made(SMALL)
    slow = _seconds(subject, short, clock) > _SLOW
    for long in map(made, (MIDDLE, LARGE) if slow else (LARGE,)):
        longer = len(long) / len(short)
        best = [float("inf"), float("inf")]
        for _ in range(_TRIES):
            for index, data in enumerate((short, long)):
                best[index] = min(best[index], _seconds(subject, data, clock))
            if best[1] < _NOT_JUDGED or best[1] <= _SLACK * longer * best[0]:
                break
        else:
            return f"{longer:.0f} times the text takes {best[1] / max(best[0], 1e-6):.0f} times the time"
    return None


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
