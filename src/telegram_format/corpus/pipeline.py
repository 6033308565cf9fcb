"""The two steps of a conversion, for pipelines of one's own: batches of the inputs, tables of a batch.

Strategy: a batch can be sent anywhere, and names its files by absolute paths; its tables hang on nothing else. Keys of
telegrams have the number of the batch in them, so that the tables of all batches go together.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa

from telegram_format.api import REGISTRY
from telegram_format.corpus.batch import Batch
from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.conversion import Settings, checked, rows_of, rows_of_batch
from telegram_format.corpus.planning import SIZE, STREAM, plan
from telegram_format.corpus.rows import Rows
from telegram_format.corpus.tables import table_of


def batches(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], batch_size: int = SIZE
) -> Iterator[Batch]:
    """The batches of `paths`, each of about `batch_size` bytes, always the same for the same inputs.

    `paths` are as for `convert`. A batch is some numbers: whoever has the same files reads the bytes. Only what is
    packed in archives, or came from standard input, is in the batch itself. Batches can be pickled. Raises
    `FileNotFoundError` for a path that is not there.
    """
    names = [os.fspath(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
    for name in names:
        if name != STREAM and not Path(name).exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
    here = str(Path.cwd())
    return (batch.located(here) for batch in plan(names, batch_size))


def tables_of(
    batch: Batch,
    *,
    format: str | None = None,  # noqa: A002
    carrier: str | None = None,
    encoding: str | None = None,
) -> dict[str, pa.Table]:
    """The five tables of a batch by name: `telegrams`, `paragraphs`, `references`, `diagnostics`, `quarantine`.

    What is wrong with one telegram costs that telegram: its bytes are in the quarantine, with the reason. `format`,
    `carrier` and `encoding` are as for `convert`. Raises `UnknownFormatError` for a name that nobody has.
    """
    if format is not None:
        REGISTRY.reader(format)
    if carrier is not None:
        REGISTRY.carrier(carrier)
    settings = Settings("parquet", format, carrier, encoding)
    try:
        return _tables(rows_of_batch(batch, settings, rows_of)[0])
    except (ValueError, TypeError):  # a value that fits no column: that of a plug-in
        return _tables(rows_of_batch(batch, settings, checked(rows_of))[0])


def _tables(rows: Rows) -> dict[str, pa.Table]:
    return {name: table_of(schema, found) for (name, schema), found in zip(SCHEMAS.items(), rows.tables, strict=True)}
