"""A table of a corpus as a stream of Arrow batches."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from telegram_format.corpus import Stream, convert
from telegram_format.corpus.columns import SCHEMAS


@pytest.mark.parametrize("table", SCHEMAS)
def test_a_stream_has_the_rows_of_the_table(archive: Path, tmp_path: Path, table: str) -> None:
    convert(archive, tmp_path / "out", jobs=1)
    path = tmp_path / "out" / table
    expected = pq.read_table(path).to_pylist() if path.exists() else []
    stream = Stream(archive, table)
    for _ in range(2):
        assert pa.table(stream).to_pylist() == expected
    assert pa.table(stream).schema == stream.schema == SCHEMAS[table]


def test_an_engine_takes_the_object_itself(archive: Path) -> None:
    telegrams = Stream([archive], format="cablegate")  # noqa: F841 (DuckDB finds it by its name)
    found = duckdb.sql("select count(*), max(number) from telegrams where format = 'cablegate'").fetchall()
    assert found == [(40, 39)]


def test_a_table_that_there_is_none_of(archive: Path) -> None:
    with pytest.raises(ValueError, match="no table 'pears' \\(there are telegrams, "):
        Stream(archive, "pears")
