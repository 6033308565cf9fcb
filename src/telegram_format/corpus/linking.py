"""A corpus linked: references resolved, sections and copies brought together.

Strategy: DuckDB asks what `link_queries` says, in bounded memory, and gives rows in order; they are cut into files of
so many rows and written through the door of the store. `_links.json` comes last and says of which corpus the tables
are made: where that is the present one nothing is done. Bytes depend on the corpus alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import asdict, frozen

from telegram_format.corpus.link_columns import LINKS
from telegram_format.corpus.link_queries import COUNTS, PREPARATION, TABLES
from telegram_format.corpus.query import Tables
from telegram_format.corpus.store import Store
from telegram_format.errors import CorpusError

_RULES = 1
"""The version of the tables and of what they are made by."""

ROWS = 1 << 19
"""Rows in a file, at most."""

MEMORY = "1GB"
"""What DuckDB takes, before it goes to the disk."""


@frozen
class Links:
    """What linking found.

    `edges` counts the references that name a telegram, `how` by the way they were resolved; `sections` counts messages
    that came in sections (`complete`, `incomplete`, `first alone`), `copies` telegrams that are there more than once
    by role; `missing` counts telegrams that are cited and not there. `corpus` is the digest of the corpus.
    """

    corpus: str
    edges: int
    how: dict[str, int]
    sections: dict[str, int]
    copies: dict[str, int]
    missing: int

    @property
    def resolved(self) -> int:
        """References that lead to a telegram of the corpus."""
        return sum(count for how, count in self.how.items() if how not in ("missing", "no year"))

    def to_dict(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)


def link(folder: str | os.PathLike[str]) -> Links:
    """Resolve the references of a corpus and bring its sections and copies together.

    Writes the tables `edges`, `sections`, `copies` and `missing` into the folder of the corpus. One that is linked
    already is left as it is. Raises `CorpusError` for a folder without tables and for a corpus that is not whole, and
    `OSError` as it comes. DuckDB gets a gigabyte of memory and puts the rest into the system's folder for temporary
    files.
    """
    store = Store(folder)
    with TemporaryDirectory(prefix="telegram-format-") as spill, Tables(folder, **_bounded(spill)) as tables:
        summary = store.summary()
        if summary is None:
            raise CorpusError(f"{store.folder}: the corpus is not whole: convert it to its end first")
        known = store.links()
        if known is not None and known["rules"] == _RULES:
            return Links(**known["found"])
        store.unlink()
        for step in PREPARATION:
            tables.connection.execute(step)
        files: dict[str, tuple[int, str]] = {}
        for name, question in TABLES.items():
            files |= _write(store, tables, name, question)
        found = {name: dict(tables.sql(question).fetchall()) for name, question in COUNTS.items()}
        links = Links(
            summary["digest"],
            sum(found["how"].values()),
            found["how"],
            found["sections"],
            found["copies"],
            found["missing"].get("missing", 0),
        )
        store.put_links({"rules": _RULES, "found": links.to_dict(), "files": files})
        return links


def _bounded(spill: str) -> dict[str, str | int]:
    """DuckDB's settings for work of any size; each thread needs some of the memory for itself."""
    return {"memory_limit": MEMORY, "temp_directory": spill, "threads": min(4, os.cpu_count() or 1)}


def _write(store: Store, tables: Tables, name: str, question: str) -> dict[str, tuple[int, str]]:
    """Write a table; its files with size and sha256."""
    files = {}
    for number, rows in enumerate(_parts(tables, name, question)):
        file = f"{name}/part-{number:06}.parquet"
        data = _bytes_of(rows)
        store.put(file, data)
        files[file] = (len(data), sha256(data).hexdigest())
    return files


def _parts(tables: Tables, name: str, question: str) -> Iterator[pa.Table]:
    """The rows of a table in order, as tables of `ROWS` rows; one without rows where there are none."""
    schema = LINKS[name]
    kept: list[pa.RecordBatch] = []
    count = 0
    some = False
    for batch in pa.RecordBatchReader.from_stream(tables.sql(question)):
        start = 0
        while start < batch.num_rows:
            piece = batch.slice(start, ROWS - count)
            kept.append(piece)
            count += piece.num_rows
            start += piece.num_rows
            if count == ROWS:
                yield pa.Table.from_batches(kept).cast(schema)
                kept, count, some = [], 0, True
    if kept or not some:
        yield pa.Table.from_batches(kept).cast(schema) if kept else schema.empty_table()


def _bytes_of(rows: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(rows.combine_chunks(), sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data
