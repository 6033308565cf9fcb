"""How long an archive takes to become tables: in one process, in two, on a Dask cluster of two workers.

Strategy: the same invented `cables.csv` (`archive.py`), the whole conversion with its Parquet files and receipts, what
is compared in turns, so that a slow moment of the machine falls on all alike; each turn begins with another one, and
the median of the ratios within a turn counts, of seconds and of seconds of the processors: where others work on them,
those say more. The start of the cluster does not count; that of processes does. While
they run, the memory of the processes that read is looked at: it must not grow from the first half of a run to the
second. All must come to the same digest, and leave nothing in the quarantine: else the program answers 1.

    python benchmarks/corpus.py [--small] [CABLES [TURNS]]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter
from typing import NamedTuple

import psutil
from archive import write
from distributed import LocalCluster

from telegram_format.corpus import Summary, convert

CABLES, TURNS, BATCH = 20_000, 5, 1 << 24
SMALL = (1500, 3, 1 << 20)
BESIDE = "two processes"
INTERVAL = 0.1
"""Seconds from one look at the memory to the next."""


class Turn(NamedTuple):
    """A run: its summary, its seconds, those of the processors for all that had a part in it, and the MiB of the
    largest process that reads in the first half and in the second."""

    summary: Summary
    seconds: float
    busy: float
    first: float
    second: float


def main() -> int:
    """Write the archive, take the turns, print; 1 where not all come to the same."""
    words = [word for word in sys.argv[1:] if word != "--small"]
    cables, turns, batch_size = SMALL if "--small" in sys.argv else (CABLES, TURNS, BATCH)
    cables, turns = (int(word) for word in (*words, *map(str, (cables, turns)[len(words) :])))
    with TemporaryDirectory() as folder, cluster(2, Path(folder)) as address:
        archive = Path(folder, "cables.csv")
        size = write(cables, archive)
        print(f"{cables:,} cables, {size / 1e6:.0f} MB, {turns} turns, Python {sys.version.split()[0]}\n")
        standing = {process.pid for process in psutil.Process().children(recursive=True)}
        ways: dict[str, Callable[[Path], Summary]] = {
            "one process": lambda out: convert(archive, out, jobs=1, overwrite=True, batch_size=batch_size),
            BESIDE: lambda out: convert(archive, out, jobs=2, overwrite=True, batch_size=batch_size),
            "Dask, two workers": lambda out: convert(
                archive, out, scheduler=address, overwrite=True, batch_size=batch_size
            ),
        }
        taken: dict[str, list[Turn]] = {name: [] for name in ways}
        for turn in range(turns):
            names = list(ways)
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                out = Path(folder, name.replace(" ", "-"))
                taken[name].append(timed(ways[name], out, READING[name](standing), standing))
    show(taken, size)
    found = {turn.summary.digest for each in taken.values() for turn in each}
    kept = sum(turn.summary.pieces_quarantined for each in taken.values() for turn in each)
    if len(found) > 1 or kept:
        print(f"NOT THE SAME: {len(found)} digests, {kept} pieces in the quarantine")
    return 1 if len(found) > 1 or kept else 0


@contextmanager
def cluster(workers: int, folder: Path) -> Iterator[str]:
    """The address of a cluster on this machine, reached over its loopback.

    Each worker is a session of its own, as the processes of `convert` are: Linux shares the processors out among
    sessions, so that a cluster in one session would get less where others work, too.
    """
    preload = folder / "session.py"
    preload.write_bytes(b"import os\nif os.getsid(0) != os.getpid():\n    os.setsid()\n")
    options = {
        "threads_per_worker": 1,
        "host": "127.0.0.1",
        "dashboard_address": "127.0.0.1:0",
        "preload": str(preload),
    }
    with LocalCluster(n_workers=workers, processes=True, **options) as found:
        yield found.scheduler_address


READING: dict[str, Callable[[set[int]], Callable[[psutil.Process], bool]]] = {
    "one process": lambda _: lambda process: process.pid == os.getpid(),
    BESIDE: lambda standing: lambda process: process.pid not in {*standing, os.getpid()},
    "Dask, two workers": lambda standing: lambda process: process.pid in standing,
}
"""Which processes read, where those of the cluster are `standing` by."""


def timed(
    way: Callable[[Path], Summary], out: Path, reading: Callable[[psutil.Process], bool], standing: set[int]
) -> Turn:
    """One run."""
    sizes: list[tuple[float, int]] = []
    done = Event()

    def look() -> None:
        while not done.wait(INTERVAL):
            sizes.append((perf_counter(), largest(reading)))

    watch = Thread(target=look)
    watch.start()
    before = busy(standing)
    start = perf_counter()
    try:
        summary = way(out)
    finally:
        end = perf_counter()
        done.set()
        watch.join()
    took = busy(standing) - before
    half = (start + end) / 2
    first = max((size for moment, size in sizes if moment < half), default=0)
    second = max((size for moment, size in sizes if moment >= half), default=0)
    return Turn(summary, end - start, took, first / (1 << 20), second / (1 << 20))


def largest(reading: Callable[[psutil.Process], bool]) -> int:
    """Resident bytes of the largest process that reads."""
    here = psutil.Process()
    sizes = []
    for process in filter(reading, [here, *here.children(recursive=True)]):
        try:
            sizes.append(process.memory_info().rss)
        except psutil.NoSuchProcess:  # it ended meanwhile
            continue
    return max(sizes, default=0)


def busy(standing: set[int]) -> float:
    """Seconds of the processors: this process, its children that have ended, those that are `standing` by."""
    mine = psutil.Process().cpu_times()
    theirs = [psutil.Process(number).cpu_times() for number in standing]
    return sum(mine[:4]) + sum(sum(each[:2]) for each in theirs)


def show(taken: dict[str, list[Turn]], size: int) -> None:
    """Print the table."""
    print(
        f"{'':<20}{'s':>8}{'MB/s':>8}{'of two':>10}{'ratios':>16}{'CPU s':>8}{'of two':>10}{'MiB':>8}{'2nd half':>10}"
    )
    for name, turns in taken.items():
        seconds = median(turn.seconds for turn in turns)
        pairs = list(zip(turns, taken[BESIDE], strict=True))
        ratios = [turn.seconds / beside.seconds for turn, beside in pairs]
        print(f"{name:<20}{seconds:>8.1f}{size / 1e6 / seconds:>8.1f}", end="")
        print(f"{median(ratios):>10.2f}{f'{min(ratios):.2f}-{max(ratios):.2f}':>16}", end="")
        print(f"{median(turn.busy for turn in turns):>8.1f}", end="")
        print(f"{median(turn.busy / beside.busy for turn, beside in pairs):>10.2f}", end="")
        print(f"{max(max(turn.first, turn.second) for turn in turns):>8.0f}", end="")
        print(f"{median(turn.second / max(turn.first, 1) for turn in turns):>10.2f}")


if __name__ == "__main__":
    sys.exit(main())
