"""Batches and their tables, for pipelines of one's own."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import telegram_format as tf
from telegram_format.corpus import batches, convert, pipeline, tables_of
from telegram_format.corpus.batch import Located
from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.conversion import Settings, rows_of
from telegram_format.corpus.rows import Rows

Numbered = Callable[[int], bytes]


def test_tables_of_all_batches_are_those_of_a_conversion(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever they are read: paths were relative where the batches were made."""
    monkeypatch.chdir(archive.parent)
    convert("archive", "out", jobs=1, batch_size=8_000)
    sent = [pickle.dumps(batch) for batch in batches(["archive"], 8_000)]
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    found = [tables_of(pickle.loads(data)) for data in sent]
    assert len(found) == 3
    for name in SCHEMAS:
        whole = pa.concat_tables(tables[name] for tables in found)
        written = pq.ParquetDataset(tmp_path / "out" / name).read()
        assert whole.to_pylist() == written.to_pylist()


def test_names_that_nobody_has(archive: Path) -> None:
    batch = next(batches(archive))
    for options in ({"format": "pears"}, {"carrier": "pears"}):
        with pytest.raises(tf.UnknownFormatError):
            tables_of(batch, **options)
    assert tables_of(batch, format="cablegate", carrier="plain")["quarantine"].num_rows < 2


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        batches(tmp_path / "nowhere")


def test_a_value_that_fits_no_column_costs_its_telegram(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(piece: Located, settings: Settings, key: int) -> Rows:
        rows = rows_of(piece, settings, key)
        if b"HARBOR 3\n" in piece.data:
            rows.references.append((key, "no number", None, "cable", None, None, None, None, "x", ()))
        return rows

    monkeypatch.setattr(pipeline, "rows_of", read)
    tables = tables_of(next(batches(archive)))
    assert tables["quarantine"]["reason"].to_pylist() == ["unwritable", "no-telegram"]
    assert tables["telegrams"].num_rows == 38
