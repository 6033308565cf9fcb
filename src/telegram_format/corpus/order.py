"""A batch as work for another machine, and what comes back.

Strategy: an order is all that a machine needs: the batch, how to convert it, where the folder is. It answers with a
receipt. Both sides must see the same files and have the same library, and neither is taken on trust: a folder that
holds no corpus or another one, inputs that only one side sees, another version are answers of their own, and nothing
is written. Paths of an order are as the sender's; they are made absolute only to open them, so that receipts are the
same wherever they come from.
"""

from __future__ import annotations

import os
import pickle
from typing import Any, NamedTuple

from telegram_format.built_in import VERSION
from telegram_format.corpus.batch import Batch
from telegram_format.corpus.conversion import Converted, Receipt, Settings, convert_batch, plan_digest
from telegram_format.corpus.crew import Limits, prepare, read_piece, supervised
from telegram_format.corpus.store import Store
from telegram_format.errors import CorpusError
from telegram_format.isolation.worker import Worker


class Order(NamedTuple):
    """A batch to convert into the `folder` of `run`, which is absolute; `here` is where relative paths begin.

    With `limits` each telegram is read under supervision. `sure` says that inputs which are not there are known to be
    gone. `killed` counts how often this batch has been given up by the cluster.
    """

    batch: Batch
    here: str
    folder: str
    run: dict[str, Any] | None
    settings: Settings
    limits: Limits | None = None
    sure: bool = False
    killed: int = 0


class Unseen(NamedTuple):
    """Inputs that the machine `host` cannot open."""

    host: str
    paths: list[str]


Answer = Receipt | Unseen | CorpusError | OSError
"""What comes of an order; errors are those of writing, and of a machine that cannot do the work."""


def packed(order: Order) -> bytes:
    """An order as bytes, which nothing on their way has to look through."""
    return pickle.dumps(order, 5)


def fulfil(host: str, asked: str, data: bytes) -> Answer:
    """Convert the batch of a packed order and write its files; `asked` is the version of the library that packed it.

    `host` is what the machine is called in messages.
    """
    if asked != VERSION:  # which may not even know how to unpack it
        return CorpusError(f"{host} has telegram-format {VERSION}, and {asked} sent it work")
    order: Order = pickle.loads(data)
    store = Store(order.folder)
    try:
        if store.run() != order.run:
            return _not_shared(host, order)
        batch = order.batch.located(order.here)
        unseen = [] if order.sure else [path for path in _paths(batch) if not os.access(path, os.R_OK)]
        if unseen:
            return Unseen(host, unseen)
        done = _converted(batch, order)
        if store.run() != order.run:  # the run was given up meanwhile, and another one has the folder
            return _not_shared(host, order)
        done = done._replace(receipt=done.receipt._replace(plan=plan_digest(order.batch)))
        store.commit(done)
    except (OSError, CorpusError) as cause:
        return cause
    return done.receipt


def _converted(batch: Batch, order: Order) -> Converted:
    if order.limits is None:
        return convert_batch(batch, order.settings)
    with Worker(read_piece, seconds=order.limits.seconds, memory=order.limits.memory, prepare=prepare) as worker:
        return convert_batch(batch, order.settings, supervised(worker))


def _not_shared(host: str, order: Order) -> CorpusError:
    return CorpusError(
        f"{host} does not find this run in {order.folder}: it must be on a file system that all machines share"
    )


def _paths(batch: Batch) -> list[str]:
    """The files that a batch needs."""
    return sorted({segment.path for segment in batch.segments if segment.path and segment.fault is None})
