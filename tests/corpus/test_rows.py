"""Rows and the columns that take them: rare values, telegrams inside telegrams, what a process does by itself."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from telegram_format.corpus import crew
from telegram_format.corpus.batch import Located
from telegram_format.corpus.columns import PARAGRAPHS, REFERENCES
from telegram_format.corpus.conversion import Receipt, Settings, convert_batch, rows_of
from telegram_format.corpus.planning import plan
from telegram_format.corpus.store import Store
from telegram_format.corpus.tables import table_of
from telegram_format.streams.inputs import inputs

Numbered = Callable[[int], bytes]

FIXTURES = Path(__file__).parents[1] / "fixtures"
MESSAGE = (
    b"R 141530Z MAR 31\nFM CNO WASHINGTON DC\nTO NAVADMIN\nUNCLAS\nNAVADMIN 062/31\n"
    b"MSGID/GENADMIN/CNO WASHINGTON DC/-/MAR//\nSUBJ/PLUMS//\nRMKS/1. THE PLUMS ARE RIPE.//\nBT\nNNNN\n"
)


@pytest.mark.parametrize("number", [1 << 63, -(1 << 63) - 1, 10**30])
def test_a_number_that_no_column_takes_is_null(number: int) -> None:
    row = (1, 0, None, "paragraph", number, None, None, None, "Pears.")
    assert table_of(PARAGRAPHS, [row])["number"].to_pylist() == [None]


def test_bytes_that_are_no_text_stand_as_escapes_at_any_depth() -> None:
    row = (1, 0, None, "cable", None, 2007, None, 1 << 62, "p\udc81ar", ("NOTAL", "\udc8f"))
    table = table_of(REFERENCES, [row])
    assert table["text"].to_pylist() == ["p\\udc81ar"]
    assert table["captions"].to_pylist() == [["NOTAL", "\\udc8f"]]
    assert table["number"].to_pylist() == [1 << 62]


def test_a_value_of_another_kind_is_refused() -> None:
    with pytest.raises((pa.ArrowException, TypeError)):
        table_of(PARAGRAPHS, [("pears", 0, None, "paragraph", None, None, None, None, "Pears.")])


def test_a_telegram_inside_another_has_its_own_row() -> None:
    data = MESSAGE + b"\nADMINISTRATIVE MESSAGE\n" + MESSAGE.replace(b"062", b"063")
    rows = rows_of(Located("x", 7, data), Settings(format="genadmin", carrier="plain"))
    assert [row[:4] for row in rows.telegrams] == [(0, "x", 7, len(data)), (1, "x", 7, len(data))]
    assert [row[5] for row in rows.telegrams] == [0, 1]
    assert {row[0] for row in rows.paragraphs} == {0, 1}
    assert rows.formats == ["genadmin", "genadmin"]


def test_the_work_of_a_process(archive: Path, tmp_path: Path, cable: Numbered, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew.REGISTRY, "watch", None)
    usual = gc.get_threshold()
    crew.prepare()
    assert gc.get_threshold()[0] > usual[0]
    gc.set_threshold(*usual)
    gc.unfreeze()
    (batch,) = plan([str(archive)])
    (tmp_path / "out").mkdir()
    receipt = crew._work(Store(tmp_path / "out"), Settings(), batch)
    assert isinstance(receipt, Receipt)
    assert receipt.telegrams == 39
    (tmp_path / "file").write_bytes(b"")
    assert isinstance(crew._work(Store(tmp_path / "file"), Settings(), batch), OSError)
    assert crew.read_piece((Located("x", 0, cable(1)), Settings(), 0)).formats == ["cablegate"]


CIRCLES = """
import gc, sys
from pathlib import Path
from telegram_format.corpus.batch import Located
from telegram_format.corpus.conversion import Settings, rows_of

pieces = [Located(path.name, 0, path.read_bytes()) for path in sorted(Path(sys.argv[1]).glob("*/*.txt"))]
settings = Settings(sys.argv[2])
for piece in pieces:  # tables and caches are filled
    rows_of(piece, settings)
gc.collect()
gc.disable()
for piece in pieces:
    rows_of(piece, settings)
print(len(pieces), gc.collect())
"""


@pytest.mark.parametrize("kind", ["parquet", "jsonl"])
def test_readings_and_rows_have_no_circles(kind: str) -> None:
    """What is done with goes at once: processes that convert have the collector look seldom."""
    # in a process of its own: what other tests and their threads left is collected there too
    run = subprocess.run(
        [sys.executable, "-c", CIRCLES, str(FIXTURES), kind], capture_output=True, check=True, text=True
    )
    pieces, circles = map(int, run.stdout.split())
    assert pieces > 100
    assert circles == 0


def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> object:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "iterdir", refuse)
    (found,) = inputs(tmp_path)
    with pytest.raises(PermissionError):
        found.stream.read(1)


def test_what_is_neither_text_nor_number_stays_in_a_row_that_is_mended() -> None:
    row = (1, 0, None, "cable", None, 2007, None, 1 << 62, "p\udc81ar", ("NOTAL", None))
    assert table_of(REFERENCES, [row])["captions"].to_pylist() == [["NOTAL", None]]
    row = (1, 0, None, "cable", None, 2007, None, 1 << 62, "pear", ("N\udc81", None))
    assert table_of(REFERENCES, [row])["captions"].to_pylist() == [["N\\udc81", None]]


def test_white_space_between_telegrams_is_counted_and_not_read(tmp_path: Path) -> None:
    file = tmp_path / "blank.txt"
    file.write_bytes(b"\r\n \n\t\n")
    (batch,) = plan([str(file)])
    receipt = convert_batch(batch, Settings()).receipt
    assert (receipt.telegrams, receipt.blank, receipt.read) == (0, 6, 0)
