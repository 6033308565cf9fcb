"""A table of a corpus as a stream of Arrow batches: no folder, nothing kept.

Strategy: batches of the plan are read one after the other, each becomes one batch of Arrow, and is forgotten when it
has been taken. What takes Arrow streams (pandas, polars, DuckDB, pyarrow) takes the object itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.conversion import Settings, rows_of, rows_of_batch
from telegram_format.corpus.planning import plan
from telegram_format.corpus.tables import table_of

_SIZE = 1 << 21
"""Bytes of input for one batch of Arrow, about."""


class Stream:
    """A table of the telegrams of `paths`, as a stream that can be read again and again: each time from the inputs.

    `table` is one of the tables of a corpus: `telegrams`, `paragraphs`, `references`, `diagnostics`, `quarantine`.
    `paths`, `format`, `carrier` and `encoding` are as for `convert`. Use it wherever an Arrow stream is taken:
    `pyarrow.table(stream)`, `polars.DataFrame(stream)`, `duckdb.sql("select … from stream")`. Raises `ValueError` for
    a table that there is none of.
    """

    def __init__(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        table: str = "telegrams",
        *,
        format: str | None = None,  # noqa: A002
        carrier: str | None = None,
        encoding: str | None = None,
    ) -> None:
        if table not in SCHEMAS:
            raise ValueError(f"no table {table!r} (there are {', '.join(SCHEMAS)})")
        self.table = table
        self.schema: pa.Schema = SCHEMAS[table]
        self._paths = [os.fspath(path) for path in ([paths] if isinstance(paths, (str, os.PathLike)) else paths)]
        self._settings = Settings("parquet", format, carrier, encoding)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The stream by the Arrow C interface."""
        return self.reader().__arrow_c_stream__(requested_schema)

    def reader(self) -> pa.RecordBatchReader:
        """The stream as pyarrow has them."""
        return pa.RecordBatchReader.from_batches(self.schema, self._batches())

    def _batches(self) -> Iterator[Any]:
        place = list(SCHEMAS).index(self.table)
        for batch in plan(self._paths, _SIZE):
            rows, _ = rows_of_batch(batch, self._settings, rows_of)
            yield from table_of(self.schema, rows.tables[place]).to_batches()
