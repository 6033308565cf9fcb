"""How reading time grows with the size of texts that are made to be slow.

Strategy: each family of `families.py` at six sizes, each a doubling; the collector is off, the shortest of three
readings counts, and the slope is that of the line through the logarithms (1 is linear, 2 quadratic). A family above
the limit is measured twice more and judged by its best: a single doubling exceeds 2.2 in one run of ten even where
all is linear. What is read is looked at too: coverage, places and diagnostics are computed in the time.

    python benchmarks/growth.py [--small] [WORD ...]      # families whose name holds a WORD
"""

from __future__ import annotations

import gc
import sys
from math import log
from time import perf_counter_ns

from families import FAMILIES, Family

import telegram_format as tf

SIZES = tuple(1 << power for power in range(14, 20))
SMALL = tuple(1 << power for power in range(12, 17))
SLOPE = 1.15
LONGEST = 5.0
"""Seconds: a family that takes longer is not measured at larger sizes."""


def main() -> int:
    """Measure and print, the worst first; 1 where a family is above the limit."""
    arguments = sys.argv[1:]
    sizes = SMALL if "--small" in arguments else SIZES
    words = [argument for argument in arguments if not argument.startswith("--")]
    found = []
    for name, family in FAMILIES.items():
        if not words or any(word.lower() in name.lower() for word in words):
            slope, seconds, size = grown(family, sizes)
            found.append((slope, name, seconds, size))
            print(f"{slope:5.2f}  {name}", file=sys.stderr)
    print(f"\n{'slope':>5}  {'family':<34}{'KiB':>6}{'ms':>10}{'ns a character':>16}")
    for slope, name, seconds, size in sorted(found, reverse=True):
        print(f"{slope:5.2f}  {name:<34}{size >> 10:>6}{seconds * 1e3:>10.1f}{seconds / size * 1e9:>16.0f}")
    bad = [name for slope, name, _, _ in found if slope > SLOPE]
    print(f"\n{len(found)} families, {len(bad)} above {SLOPE}")
    return 1 if bad else 0


def grown(family: Family, sizes: tuple[int, ...]) -> tuple[float, float, int]:
    """Slope, and the seconds that the largest size took; the best of three tries."""
    tries = []
    for _ in range(3):
        times = measured(family, sizes)
        tries.append((slope_of(times), times[max(times)], max(times)))
        if tries[-1][0] <= SLOPE or tries[-1][1] > LONGEST:
            break
    return min(tries)


def measured(family: Family, sizes: tuple[int, ...]) -> dict[int, float]:
    """Size → seconds."""
    times: dict[int, float] = {}
    gc.collect()
    gc.disable()
    try:
        for size in sizes:
            data = family.text(size).encode("utf-8", "surrogateescape")
            best = min(seconds(data, family.carrier) for _ in range(3))
            times[size] = best
            if best > LONGEST:
                break
    finally:
        gc.enable()
    return times


def seconds(data: bytes, carrier: str | None) -> float:
    """How long a whole reading takes, with what is computed when it is asked for."""
    begin = perf_counter_ns()
    reading = tf.parse(data, format="cablegate", carrier=carrier)
    _ = reading.coverage, reading.unread, len(reading.trace), reading.where("subject")
    return (perf_counter_ns() - begin) / 1e9


def slope_of(times: dict[int, float]) -> float:
    """The slope of the line of least squares through the logarithms."""
    points = [(log(size), log(time)) for size, time in times.items()]
    if len(points) < 2:
        return float("inf")
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


if __name__ == "__main__":
    sys.exit(main())
