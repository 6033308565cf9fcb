"""A corpus from inputs to tables: the whole run.

Strategy: look at the inputs, plan batches, leave out those whose receipts are there, have the others converted, add
up. A run that was stopped, at whatever moment, goes on when it is started again, and comes to the same files; one that
is complete writes nothing. The run itself checks that the bytes that came in are all accounted for.
"""

from __future__ import annotations

import codecs
import errno
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from telegram_format.api import REGISTRY
from telegram_format.built_in import VERSION
from telegram_format.corpus import crew
from telegram_format.corpus.batch import Batch
from telegram_format.corpus.conversion import Receipt, Settings, plan_digest
from telegram_format.corpus.crew import Limits
from telegram_format.corpus.outputs import OUTPUTS
from telegram_format.corpus.planning import SIZE, STREAM, Survey, plan, survey
from telegram_format.corpus.store import Store
from telegram_format.corpus.summary import Summary, Tally
from telegram_format.errors import CorpusError

if TYPE_CHECKING:
    from distributed import Client

_LAYOUT = 1
"""The version of the tables and of the folder."""

_ENOUGH = 1000
"""Telegrams after which a share of the quarantine says something."""


class Progress(NamedTuple):
    """How far a run is: bytes on the disk done and in all, telegrams read, pieces in the quarantine."""

    done: int
    size: int
    telegrams: int
    quarantined: int


def convert(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    folder: str | os.PathLike[str],
    *,
    to: str = "parquet",
    format: str | None = None,  # noqa: A002
    carrier: str | None = None,
    encoding: str | None = None,
    jobs: int | None = None,
    limits: Limits | None = None,
    scheduler: str | Client | None = None,
    max_quarantine: float | None = None,
    overwrite: bool = False,
    batch_size: int = SIZE,
    progress: Callable[[Progress], object] | None = None,
) -> Summary:
    """Read all telegrams of `paths` and write them into `folder`, as tables.

    `paths` are files, folders, `cables.csv`, gzip files and zip archives; `-` is standard input. `to` is `parquet` or
    `jsonl`. `format`, `carrier` and `encoding` are names as for `parse`: naming the format saves finding it out.
    `jobs` processes work side by side, by default as many as there are processors. With `limits` each telegram is read
    under supervision. With a `scheduler`, the address of a Dask cluster or a client of it, the cluster's workers do the
    work; they need the same library, and the inputs and `folder` under the same paths. More than the share
    `max_quarantine` (0 to 1) of pieces in the quarantine stops the run. `progress` is called after each batch.

    What stands in `folder` from a run of the same inputs and options is taken over; that of another run is replaced
    only with `overwrite`. Raises `FileNotFoundError` for a path that is not there, `ValueError` for options that are
    none, `UnknownFormatError` for a name that nobody has, `ModuleNotFoundError` for a scheduler without Dask,
    `CorpusError` where the run cannot go on or `folder` holds something else, and what writing raises.
    """
    names = [os.fspath(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
    settings = Settings(to, format, carrier, encoding)
    _check(names, Path(folder), settings, jobs, max_quarantine)
    if jobs is not None and scheduler is not None:
        raise ValueError("jobs are processes here, and a scheduler has its own: only one of them")
    with _converting(jobs, limits, scheduler) as converted:
        return _run(names, Store(folder), settings, batch_size, overwrite, max_quarantine, progress, converted)


Converts = Callable[[Iterable[Batch], Store, Settings], Iterator[Receipt]]
"""Who converts batches: what gives their receipts, in whatever order."""


@contextmanager
def _converting(jobs: int | None, limits: Limits | None, scheduler: str | Client | None) -> Iterator[Converts]:
    """Processes here, or a cluster; it must be there before anything is written."""
    if scheduler is None:
        yield partial(crew.converted, jobs=jobs or os.cpu_count() or 1, limits=limits)
        return
    from telegram_format.corpus.on_dask import Cluster  # a package that not everybody has

    with Cluster(scheduler) as cluster:
        yield partial(cluster.converted, limits=limits)


def _run(
    names: list[str],
    store: Store,
    settings: Settings,
    batch_size: int,
    overwrite: bool,
    max_quarantine: float | None,
    progress: Callable[[Progress], object] | None,
    converted: Converts,
) -> Summary:
    found = survey(names)
    _open(store, _identity(names, settings, batch_size, found), overwrite=overwrite)
    before = store.summary()
    if before is not None and STREAM not in names:
        return Summary(**before)
    tally = Tally()
    planned = weight = 0
    weights: dict[int, int] = {}

    def missing() -> Iterator[Batch]:
        nonlocal planned, weight
        for batch in plan(names, batch_size):
            planned += batch.length
            receipt = store.receipt(batch.number, plan_digest(batch))
            if receipt is None:
                weights[batch.number] = batch.weight
                yield batch
            else:
                tally.add(receipt)
                weight += batch.weight

    for receipt in converted(missing(), store, settings):
        tally.add(receipt)
        weight += weights.pop(receipt.batch)
        if progress is not None:
            progress(Progress(weight, found.size, tally.telegrams, tally.quarantined))
        _stop_if_too_many(tally, max_quarantine, _ENOUGH)
    _stop_if_too_many(tally, max_quarantine, 1)
    summary = tally.summary(planned)
    if not summary.complete:
        raise CorpusError(
            f"{store.folder}: {summary.size} bytes came in, and the tables do not account for all of them"
        )
    if before is None or Summary(**before) != summary:
        store.finish(summary.to_dict())
    return summary


def _check(names: list[str], folder: Path, settings: Settings, jobs: int | None, share: float | None) -> None:
    """Refuse what cannot work before anything is written."""
    if settings.to not in OUTPUTS:
        raise ValueError(f"no kind of output: {settings.to!r} (there are {', '.join(OUTPUTS)})")
    if jobs is not None and jobs < 1:
        raise ValueError(f"no number of jobs: {jobs}")
    if share is not None and not 0 <= share <= 1:
        raise ValueError(f"no share from 0 to 1: {share}")
    if settings.format is not None:
        REGISTRY.reader(settings.format)
    if settings.carrier is not None:
        REGISTRY.carrier(settings.carrier)
    if settings.encoding is not None:
        codecs.lookup(settings.encoding)
    for name in names:
        if name == STREAM:
            continue
        if not Path(name).exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
        if Path(name).is_dir() and folder.resolve().is_relative_to(Path(name).resolve()):
            raise ValueError(f"{folder} lies inside {name}, which is read: write somewhere else")


def _identity(names: list[str], settings: Settings, batch_size: int, found: Survey) -> dict[str, Any]:
    """What makes two runs the same."""
    return {
        "layout": _LAYOUT,
        "version": VERSION,
        "inputs": names,
        "digest": found.digest,
        "batch_size": batch_size,
        **settings._asdict(),
    }


def _open(store: Store, run: dict[str, Any], *, overwrite: bool) -> None:
    """Make the folder ready for this run."""
    known = store.run()
    if known is None and not store.is_empty():
        raise CorpusError(f"{store.folder}: is not empty, and holds no corpus")
    if known is not None and overwrite:
        store.clear()
    elif known is not None and known != run:
        others = ", ".join(name for name in run if known.get(name) != run[name])
        raise CorpusError(f"{store.folder}: holds the corpus of another run (not the same: {others})")
    store.begin(run)


def _stop_if_too_many(tally: Tally, share: float | None, enough: int) -> None:
    seen = tally.telegrams + tally.quarantined
    if share is not None and seen >= enough and tally.quarantined > share * seen:
        raise CorpusError(f"{tally.quarantined} of {seen} pieces are in the quarantine, more than {share:.2%}")
