"""All benchmarks that a release is measured by, in one table of ratios: `python benchmarks/table.py > RESULTS.md`.

Strategy: each measures for itself, in turns, and its own page says how; here the figures come together, as Markdown,
with the machine they were taken on. Ratios are to be compared between releases, seconds are not.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, perf_counter_ns

import imports
import reading
import streaming
from archive import write
from cable import cable
from families import FAMILIES
from growth import SLOPE, SMALL, grown

from telegram_format.corpus import convert

CABLES, TURNS = 27_000, 3
WHOLE = 251_287
"""Cables of the collection that the conversion is scaled to."""


def main() -> None:
    """Measure and print."""
    print(f"# Benchmarks of telegram_format {version('telegram-format')}\n")
    print(f"{machine()}; Python {platform.python_version()}. `python benchmarks/table.py` makes this page.\n")
    print("| what | figure | beside |\n| --- | ---: | --- |")
    for what, figure, beside in (*reads(), *starts(), *grows(), *streams(), *converts()):
        print(f"| {what} | {figure} | {beside} |", flush=True)


def machine() -> str:
    """The machine in a few words."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.partition(":")[2].strip() for line in cpuinfo.read_text().split("\n") if "model name" in line]
        model = names[0] if names else model
    return f"{os.cpu_count()} processors ({model}), {platform.system()}"


def reads() -> Iterator[tuple[str, str, str]]:
    """One cable, read."""
    times = reading.timed(reading.works(cable()), 15)
    for name in ("parse", "parse, format and carrier named"):
        for other in ("email", "email, one address a header", "json.loads", "str.split"):
            yield f"a cable of {len(cable()):,} bytes, {name}", f"{times[name] / times[other]:.2f}", other


def starts() -> Iterator[tuple[str, str, str]]:
    """The import."""
    found: dict[str, list[float]] = {name: [] for name in ("(bare start)", "telegram_format", "attrs and regex")}
    for _ in range(15):
        for name, taken in found.items():
            begin = perf_counter_ns()
            subprocess.run([sys.executable, "-I", "-c", imports.PROGRAMS[name]], check=True)
            taken.append(perf_counter_ns() - begin)
    bare = median(found["(bare start)"])
    ratio = (median(found["telegram_format"]) - bare) / (median(found["attrs and regex"]) - bare)
    yield "`import telegram_format`, over a bare start", f"{ratio:.2f}", "`import attrs, regex`"


def grows() -> Iterator[tuple[str, str, str]]:
    """Texts that make readers slow."""
    slopes = {name: grown(family, SMALL)[0] for name, family in FAMILIES.items()}
    worst = max(slopes, key=slopes.__getitem__)
    above = sum(slope > SLOPE for slope in slopes.values())
    yield f"slope of time, worst of {len(slopes)} families ({worst})", f"{slopes[worst]:.2f}", "1 is linear"
    yield f"families above {SLOPE}", str(above), "`benchmarks/growth.py` measures longer texts"


def streams() -> Iterator[tuple[str, str, str]]:
    """A stream."""
    size, speed, seen = streaming.measured(100_000)
    yield f"a stream of 100,000 cables, {size / 1e6:.0f} MB, its speed", f"{speed:.2f}", "one by one"
    growth = seen[100_000] - seen[10_000]
    yield "the same, memory from 10,000 to 100,000 telegrams", f"{growth:+.1f} MiB", f"{seen[100_000]:.0f} MiB in all"


def converts() -> Iterator[tuple[str, str, str]]:
    """An archive as tables."""
    named = {"format": "cablegate", "carrier": "wikileaks_csv"}
    taken: dict[int, list[float]] = {1: [], 2: []}
    with TemporaryDirectory() as folder:
        path = Path(folder, "cables.csv")
        size = write(CABLES, path)
        for _ in range(TURNS):
            for jobs, seconds in taken.items():
                begin = perf_counter()
                convert(path, Path(folder, "out"), jobs=jobs, overwrite=True, **named)
                seconds.append(perf_counter() - begin)
    one, two = median(taken[1]), median(taken[2])
    yield (
        f"{CABLES:,} cables ({size / 1e6:.0f} MB) to Parquet, two processes",
        f"{two:.1f} s",
        f"{size / 1e6 / two:.0f} MB/s",
    )
    yield "the same, two processes", f"{one / two:.2f}", "times the speed of one"
    yield f"scaled to {WHOLE:,} cables", f"{two * WHOLE / CABLES:.0f} s", "two processes"


if __name__ == "__main__":
    main()
