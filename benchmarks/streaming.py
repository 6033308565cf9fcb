"""How fast telegrams are read out of one stream, beside one by one, and whether memory stays flat.

Strategy: a stream is made while it is read, of short invented cables that differ, so that nothing holds it; what making
it costs is measured apart and taken off. One by one, the same cables are read from a list. The largest memory of the
process is looked at on the way.

    python benchmarks/streaming.py [CABLES]
"""

from __future__ import annotations

import resource
import sys
from time import process_time

import telegram_format as tf

CABLES = 100_000
ONE_BY_ONE = 5000
MARKS = (1000, 10_000, 100_000, 300_000, 1_000_000)

TEXT = """\
VZCZCXRO{n:04}
OO RUEHBC
DE RUEHPLD #{n:04}/01 2702154
ZNY CCCCC ZZH
O P 272154Z SEP {y:02}
FM AMEMBASSY PORT ALDER
TO RUEHC/SECSTATE WASHDC IMMEDIATE {n:04}
INFO RUEHCVL/AMCONSUL CALVERLEY PRIORITY {m:04}
BT
C O N F I D E N T I A L PORT ALDER 00{n:04}
SIPDIS
E.O. 12958: DECL: 09/27/2017
TAGS: PREL, EAID
SUBJECT: THE LAMPS OF HARBOR {x}
1. (C) Summary: The lamps of street {x} were lit. End summary.
2. (U) The harbor has {x} lamps.
QUAYLE
BT
#{n:04}
NNNN
"""


def cable(number: int) -> bytes:
    """The cable of that number."""
    return TEXT.format(n=number % 9999 + 1, m=number * 7 % 9999 + 1, y=number % 10, x=number).encode("ascii")


class Stream:
    """A stream of so many cables, made as it is read."""

    def __init__(self, cables: int) -> None:
        self._cables = cables
        self._next = 0
        self._buffer = b""

    def read(self, size: int) -> bytes:
        """The next bytes."""
        parts = [self._buffer]
        length = len(self._buffer)
        while length < size and self._next < self._cables:
            stop = min(self._cables, self._next + 500)
            parts.append(b"".join(map(cable, range(self._next, stop))))
            length += len(parts[-1])
            self._next = stop
        whole = b"".join(parts)
        self._buffer = whole[size:]
        return whole[:size]


def memory() -> float:
    """The most memory so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(cables: int) -> tuple[int, float, dict[int, float]]:
    """Bytes of the stream, its speed as a share of that of one by one, MiB by number of telegrams."""
    sample = [cable(number) for number in range(ONE_BY_ONE)]
    for data in sample[:500]:
        tf.parse(data)
    begin = process_time()
    for data in sample:
        tf.parse(data)
    each = (process_time() - begin) / ONE_BY_ONE
    begin = process_time()
    stream = Stream(cables)
    size = 0
    while block := stream.read(1 << 20):
        size += len(block)
    making = process_time() - begin
    begin = process_time()
    seen: dict[int, float] = {}
    for number, reading in enumerate(tf.parse_all(Stream(cables)), 1):
        assert reading.format == "cablegate", number
        if number in MARKS or number == cables:
            seen[number] = memory()
    assert number == cables, number
    return size, each * cables / (process_time() - begin - making), seen


def main() -> None:
    """Measure and print."""
    cables = int(sys.argv[1]) if len(sys.argv) > 1 else CABLES
    size, speed, seen = measured(cables)
    print(f"{cables:,} cables, {size / 1e6:.0f} MB: {speed:.2f} of the speed of one by one")
    for number, found in seen.items():
        print(f"{number:>10,} telegrams {found:>8.1f} MiB")


if __name__ == "__main__":
    main()
