"""Batches converted by a Dask cluster that is there already.

Strategy: workers read the bytes and write the files themselves, on a file system that all share; a receipt comes back.
As many orders are under way as keep the workers busy. That a worker which ends is replaced and its batch tried again
is Dask's work; a batch that Dask gives up, for it ended too many, is gone through telegram by telegram under
supervision, as a crew does: the telegram that does it goes to the quarantine. What else goes wrong ends the run, which
goes on from there when it is started again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self

import dask
from distributed import Client, KilledWorker, get_worker

from telegram_format.built_in import VERSION
from telegram_format.corpus.batch import Batch
from telegram_format.corpus.conversion import Receipt, Settings
from telegram_format.corpus.crew import Limits
from telegram_format.corpus.order import Answer, Order, Unseen, fulfil, packed
from telegram_format.corpus.store import Store
from telegram_format.errors import CorpusError

_CONNECTING = 10
"""Seconds in which a scheduler answers."""

_PATIENCE = 300.0
"""Seconds without a single worker after which nobody waits any longer."""

_MOST_KILLED = 3
"""How often a batch is given to the cluster after it has ended workers."""

_AHEAD = 2
"""Batches under way for each thread of the cluster."""


class Cluster:
    """A cluster that converts batches. Use it with `with`."""

    def __init__(self, scheduler: str | Client) -> None:
        """`scheduler` is an address, or a client. Raises `CorpusError` where no scheduler answers, `ValueError` for
        what is no address."""
        self._ours = isinstance(scheduler, str)
        self._orders: dict[Any, Order] = {}
        self._done: SimpleQueue[Any] = SimpleQueue()
        try:
            client: Any = scheduler
            if self._ours:
                client = Client(scheduler, timeout=_CONNECTING, set_as_default=False)  # type: ignore[no-untyped-call]
        except OSError as cause:
            raise CorpusError(f"no Dask scheduler answers at {scheduler}: {cause}") from cause
        self._client = client

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._orders:
            self._client.cancel(list(self._orders))
        if self._ours:
            self._client.close()

    def converted(
        self, batches: Iterable[Batch], store: Store, settings: Settings, limits: Limits | None
    ) -> Iterator[Receipt]:
        """Convert batches and give their receipts, in the order in which they are done.

        Raises what writing raises on a worker, and `CorpusError` where the cluster cannot do the work.
        """
        here, folder, run = str(Path.cwd()), str(store.folder.absolute()), store.run()
        for batch in batches:
            self._submit(Order(batch, here, folder, run, settings, limits))
            while len(self._orders) >= self._room():
                yield from self._next()
        while self._orders:
            yield from self._next()

    def _submit(self, order: Order) -> None:
        # a batch of what is packed is some megabytes, and the scheduler must hold it: it comes from nowhere else
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GiB"}):
            future = self._client.submit(_work, VERSION, packed(order), pure=False)
        self._orders[future] = order
        future.add_done_callback(self._done.put)

    def _room(self) -> int:
        """How many batches may be under way; asked again and again, for workers come and go."""
        return _AHEAD * max(1, self._threads())

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except (OSError, AttributeError) as cause:  # the connection is gone, and what stands for it
            raise CorpusError(f"the Dask scheduler does not answer any more: {cause}") from cause

    def _next(self) -> Iterator[Receipt]:
        """The receipt of the batch that is done next; none if it has to be done again."""
        while True:
            try:
                future = self._done.get(timeout=_PATIENCE)
                break
            except Empty:
                if not self._threads():
                    raise CorpusError(f"the Dask cluster has had no worker for {_PATIENCE:.0f} s") from None
        order = self._orders.pop(future)
        try:
            answer = future.result()
        except KilledWorker as cause:
            if order.killed == _MOST_KILLED:
                raise _failed(order, cause) from cause
            self._submit(order._replace(limits=order.limits or Limits(), killed=order.killed + 1))
            return
        except Exception as cause:
            raise _failed(order, cause) from cause
        if isinstance(answer, Unseen):
            for path in answer.paths:
                if os.access(path, os.R_OK):
                    where = f"{answer.host} cannot read {path}"
                    raise CorpusError(f"{where}: inputs must be on a file system that all machines share")
            self._submit(order._replace(sure=True))
        elif isinstance(answer, BaseException):
            raise answer
        else:
            yield answer


def _work(asked: str, data: bytes) -> Answer:  # pragma: no cover - runs on a worker
    return fulfil(get_worker().address, asked, data)


def _failed(order: Order, cause: BaseException) -> CorpusError:
    """What of Dask has no name of ours: a cluster without the library, one that is shut down."""
    what = f"batch {order.batch.number} ({order.batch.segments[0].name})"
    return CorpusError(f"{what} failed on the Dask cluster: {type(cause).__name__}: {cause}")
