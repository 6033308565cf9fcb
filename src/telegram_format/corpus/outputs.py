"""The files of a batch: Parquet tables, or lines of JSON.

Strategy: a table of kinds of output; each says what rows a reading gives and how rows become bytes. Bytes depend on
the rows alone (no clock, no names of temporary files), so that the same batch always gives the same files.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from telegram_format.corpus.columns import QUARANTINE, SCHEMAS
from telegram_format.corpus.rows import Row, Rows, diagnostic_rows, table_rows
from telegram_format.corpus.tables import table_of
from telegram_format.interchange.plain_data import to_dict
from telegram_format.reading.reading import Reading


class Written(NamedTuple):
    """A file to be: the table it belongs to, the end of its name, its bytes."""

    table: str
    suffix: str
    data: bytes


class Output(NamedTuple):
    """A kind of output: the rows of a reading, the files of a batch."""

    rows: Callable[[int, int, Row, Reading], Rows]
    files: Callable[[Rows], Iterator[Written]]


def _parquet_files(rows: Rows) -> Iterator[Written]:
    for name, schema, found in zip(SCHEMAS, SCHEMAS.values(), rows.tables, strict=True):
        if found or name != "quarantine":
            sink = pa.BufferOutputStream()
            pq.write_table(table_of(schema, found), sink, compression="zstd")
            yield Written(name, "parquet", sink.getvalue().to_pybytes())


def _json_rows(key: int, embedded: int, place: Row, reading: Reading) -> Rows:
    source, offset, length, digest = place
    record = {
        "source": source,
        "offset": offset,
        "length": length,
        "sha256": digest,
        "embedded": embedded,
        "format": reading.format,
        "carrier": reading.carrier,
        "encoding": reading.source.encoding,
        "coverage": round(reading.coverage, 6),
        "telegram": to_dict(reading.telegram),
        "diagnostics": [
            {
                "code": found.code,
                "severity": found.severity,
                "message": found.message,
                "path": found.path,
                "span": found.span,
                "reader": found.reader,
            }
            for found in reading.diagnostics
        ],
    }
    return Rows([(key, _line(record))], [], [], diagnostic_rows(key, reading), [], [reading.format])


def _json_files(rows: Rows) -> Iterator[Written]:
    yield Written("telegrams", "jsonl", b"".join(line for _, line in rows.telegrams))
    if rows.quarantine:
        yield Written("quarantine", "jsonl", b"".join(map(_quarantine_line, rows.quarantine)))


def _quarantine_line(row: Row) -> bytes:
    record = dict(zip(QUARANTINE.names, row, strict=True))
    raw = record["raw"]
    return _line({**record, "raw": None if raw is None else b64encode(raw).decode("ascii")})


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=True).encode("ascii") + b"\n"


OUTPUTS: dict[str, Output] = {
    "parquet": Output(table_rows, _parquet_files),
    "jsonl": Output(_json_rows, _json_files),
}
"""The kinds of output by name."""
