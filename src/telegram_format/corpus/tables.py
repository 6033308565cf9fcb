"""Rows as Arrow tables.

Strategy: columns are made of the rows at once. A table takes text that is Unicode and numbers of 64 bits; what a
telegram holds beyond that is rare, so it is looked for only when a column refuses: a byte that could not be decoded
stands as `\\udc8f`, a number that is too large is null.
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from telegram_format.corpus.rows import Row


def table_of(schema: pa.Schema, rows: list[Row]) -> pa.Table:
    """The rows as a table."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    arrays = [_array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(values: tuple[Any, ...], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, kind)
    except (UnicodeEncodeError, OverflowError, pa.ArrowException):
        return pa.array([_plain(value) for value in values], kind)


_MOST = 1 << 63


def _plain(value: Any) -> Any:
    """A value that every column takes."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, int):
        return value if -_MOST <= value < _MOST else None
    if isinstance(value, (tuple, list)):
        return type(value)(_plain(each) for each in value)
    return value
