"""Processes that convert batches side by side.

Strategy: a thread for each process, which gives it one batch after the other; no more than two batches a process are
under way, so that memory stays flat. A process writes its files itself and gives back only a receipt. Where one ends
before its time, or where the caller wants limits, the batch is gone through telegram by telegram, each read in a
process that may end: the one that does it goes to the quarantine.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Any, NamedTuple

from telegram_format.api import REGISTRY
from telegram_format.corpus.batch import Batch, Located
from telegram_format.corpus.conversion import Reads, Receipt, Settings, convert_batch, refused, rows_of
from telegram_format.corpus.rows import Rows
from telegram_format.corpus.store import Store
from telegram_format.errors import CorpusError
from telegram_format.isolation.child import say
from telegram_format.isolation.failure import WorkFailed
from telegram_format.isolation.worker import Worker

_NO_LIMIT = 1e7
"""Seconds that no batch takes."""


class Limits(NamedTuple):
    """What one telegram may take: seconds of wall time, bytes of memory of the process that reads it."""

    seconds: float = 10.0
    memory: int | None = 1 << 30


def converted(
    batches: Iterable[Batch], store: Store, settings: Settings, jobs: int, limits: Limits | None
) -> Iterator[Receipt]:
    """Convert batches and give their receipts, in the order in which they are done.

    Raises what writing raises, and `CorpusError` where no process can be had.
    """
    if jobs == 1 and limits is None:
        for batch in batches:
            yield _convert(store, settings, batch)
        return
    crew = _Crew(store, settings, limits)
    under_way: set[Future[Receipt]] = set()
    with crew, ThreadPoolExecutor(jobs) as threads:
        try:
            for batch in batches:
                under_way.add(threads.submit(crew.convert, batch))
                while len(under_way) >= 2 * jobs:
                    done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                    yield from (each.result() for each in done)
            while under_way:
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        except BaseException:
            for each in under_way:
                each.cancel()
            crew.close()
            raise


class _Crew:
    """A worker for each thread that asks."""

    def __init__(self, store: Store, settings: Settings, limits: Limits | None) -> None:
        self._store = store
        self._settings = settings
        self._limits = limits
        self._of_thread = threading.local()
        self._workers: list[Worker[Any, Any]] = []

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.close()

    def convert(self, batch: Batch) -> Receipt:
        """Convert a batch in the process of this thread."""
        if self._limits is not None:
            return self._one_by_one(batch, self._limits)
        try:
            whole = self._worker("whole", partial(_work, self._store, self._settings), _NO_LIMIT, None)
            found: Receipt | OSError = whole.run(batch)
        except WorkFailed as failure:
            if failure.reason == "start":
                raise CorpusError(f"no process to read in: {failure.detail}") from failure
            return self._one_by_one(batch, Limits())
        if isinstance(found, OSError):
            raise found
        return found

    def _one_by_one(self, batch: Batch, limits: Limits) -> Receipt:
        worker = self._worker("piece", read_piece, limits.seconds, limits.memory)
        return _convert(self._store, self._settings, batch, supervised(worker))

    def _worker(self, name: str, task: Callable[[Any], Any], seconds: float, memory: int | None) -> Worker[Any, Any]:
        """The worker of that name for this thread."""
        worker: Worker[Any, Any] | None = getattr(self._of_thread, name, None)
        if worker is None:
            worker = Worker(task, seconds=seconds, memory=memory, prepare=prepare)
            setattr(self._of_thread, name, worker)
            self._workers.append(worker)
        return worker


def _convert(store: Store, settings: Settings, batch: Batch, read: Reads | None = None) -> Receipt:
    done = convert_batch(batch, settings, read)
    store.commit(done)
    return done.receipt


def _work(store: Store, settings: Settings, batch: Batch) -> Receipt | OSError:
    """The work of a process with a batch; what writing raises is told, for it is no fault of the batch."""
    try:
        return _convert(store, settings, batch)
    except OSError as cause:
        return cause


def supervised(worker: Worker[tuple[Located, Settings, int], Rows]) -> Reads:
    """Reading in the process of `worker`, which does `read_piece`: a piece that ends it goes to the quarantine."""

    def read(piece: Located, settings: Settings, key: int) -> Rows:
        try:
            return worker.run((piece, settings, key))
        except WorkFailed as failure:
            if failure.reason == "start":
                raise CorpusError(f"no process to read in: {failure.detail}") from failure
            where = f" in {failure.activity}" if failure.activity else ""
            return refused(piece, f"reader-{failure.reason}", f"{failure.detail}{where}")

    return read


def read_piece(given: tuple[Located, Settings, int]) -> Rows:
    """The task of a process that reads one telegram after the other."""
    return rows_of(*given)


def prepare() -> None:
    """Make a process ready for bulk work.

    The plug-in at work is announced, so that it is known who ended the process. The collector looks for circles seldom:
    readings and rows have none.
    """
    REGISTRY.watch = say
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
