"""An answer in SQL written out: a table to look at, CSV, JSON, or Parquet.

Strategy: a table of kinds of output; each takes Arrow record batches as they come and writes bytes, so that an answer
of any length takes the memory of one batch. Only a table to look at needs its rows at once, and stops after some.
Moments are in UTC and say so; what is bytes stands as base64, what is nested as JSON.
"""

from __future__ import annotations

import csv
import io
import json
import math
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from telegram_format.cli.grid import Signs, grid
from telegram_format.exports.spreadsheet import guarded

MOST = 1000
"""Rows of a table to look at."""


class Look(NamedTuple):
    """How a table to look at is laid out."""

    columns: int
    signs: Signs


_NUMBERS = (pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal)

Writes = Callable[[pa.RecordBatchReader, BinaryIO, Look], bool]
"""Writes an answer; whether it wrote all of it."""


def _table(answer: pa.RecordBatchReader, out: BinaryIO, look: Look) -> bool:
    rows = [[_cell(value) for value in row] for row in islice(_rows(answer), MOST + 1)]
    right = [any(is_kind(field.type) for is_kind in _NUMBERS) for field in answer.schema]
    lines = grid(answer.schema.names, rows[:MOST], right, look.columns, look.signs)
    out.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
    return len(rows) <= MOST


def _csv(answer: pa.RecordBatchReader, out: BinaryIO, _look: Look) -> bool:
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in answer.schema.names])
    for row in _rows(answer):
        out.write(line.getvalue().encode("utf-8"))
        line.seek(0)
        line.truncate()
        writer.writerow([_cell(each) if isinstance(each, (int, float)) else guarded(_cell(each)) for each in row])
    out.write(line.getvalue().encode("utf-8"))
    return True


def _jsonl(answer: pa.RecordBatchReader, out: BinaryIO, _look: Look) -> bool:
    out.writelines(record + b"\n" for record in _records(answer))
    return True


def _json(answer: pa.RecordBatchReader, out: BinaryIO, _look: Look) -> bool:
    before = b"[\n"
    for record in _records(answer):
        out.write(before + record)
        before = b",\n"
    out.write(b"[]\n" if before == b"[\n" else b"\n]\n")
    return True


def _parquet(answer: pa.RecordBatchReader, out: BinaryIO, _look: Look) -> bool:
    with pq.ParquetWriter(out, answer.schema, compression="zstd") as writer:
        for batch in answer:
            writer.write_batch(batch)
    return True


ANSWERS: dict[str, Writes] = {"table": _table, "csv": _csv, "json": _json, "jsonl": _jsonl, "parquet": _parquet}
"""The kinds of output by name."""

NAMED = ("json", "jsonl", "parquet")
"""Those in which no two columns have one name."""


def _rows(answer: pa.RecordBatchReader) -> Iterator[tuple[Any, ...]]:
    """The rows as values of JSON."""
    for batch in answer:
        columns = [
            [
                _plain(dict(value) if value is not None and pa.types.is_map(column.type) else value)
                for value in column.to_pylist()
            ]
            for column in batch.columns
        ]
        yield from zip(*columns, strict=True)


def _records(answer: pa.RecordBatchReader) -> Iterator[bytes]:
    for row in _rows(answer):
        yield json.dumps(dict(zip(answer.schema.names, row, strict=True)), ensure_ascii=True).encode("ascii")


def _cell(value: Any) -> str:
    """A value of JSON as text; null is empty."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """A value of Python as one of JSON."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(_plain(key)): _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return _PLAIN.get(type(value), str)(value)


def _moment(value: datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_PLAIN: dict[type, Callable[[Any], Any]] = {
    datetime: _moment,
    date: date.isoformat,
    time: time.isoformat,
    Decimal: _number,
    bytes: lambda value: b64encode(value).decode("ascii"),
}
