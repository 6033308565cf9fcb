"""Processes that convert side by side: what a reader that ends, hangs or fills one of them costs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from telegram_format.corpus import convert, crew
from telegram_format.corpus.batch import Batch, Located
from telegram_format.corpus.columns import QUARANTINE
from telegram_format.corpus.conversion import Settings, convert_batch
from telegram_format.corpus.planning import plan
from telegram_format.corpus.rows import Rows
from telegram_format.corpus.store import Store
from telegram_format.errors import CorpusError
from telegram_format.isolation.failure import WorkFailed
from telegram_format.isolation.worker import Worker

Numbered = Callable[[int], bytes]
Contents = Callable[[Path], dict[str, str]]

READER = """
import os
from telegram_format.kit import Detection
from telegram_format.readers.cablegate import Cablegate

class Trapped(Cablegate):
    name = "trapped"
    api_version = 1
    def detect(self, sample):
        return Detection(0.0, "only by name")
    def read(self, draft):
        if "HARBOR 3\\n" in draft.text:
            os._exit(9)
        if "HARBOR 5\\n" in draft.text:
            os.abort()
        if "HARBOR 6\\n" in draft.text and os.environ.get("HANG"):
            while True:
                pass
        super().read(draft)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder in which a plug-in is installed whose reader ends its process now and then."""
    folder = tmp_path / "site"
    metadata = folder / "trapped-1.dist-info"
    metadata.mkdir(parents=True)
    (folder / "trapped.py").write_bytes(READER.encode())
    (metadata / "METADATA").write_bytes(b"Metadata-Version: 2.1\nName: trapped\nVersion: 1\n")
    (metadata / "entry_points.txt").write_bytes(b"[telegram_format.readers]\ntrapped = trapped:Trapped\n")
    return folder


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--jobs", "2"], {3: "reader-exit", 5: "reader-crash"}),
        (["--isolated", "--seconds", "1", "--jobs", "1"], {3: "reader-exit", 5: "reader-crash", 6: "reader-time"}),
    ],
)
def test_a_telegram_that_ends_its_reader_costs_itself(
    site: Path, tmp_path: Path, cable: Numbered, options: list[str], expected: dict[int, str]
) -> None:
    for number in range(1, 9):
        (tmp_path / f"{number}.txt").write_bytes(cable(number))
    variables = {**os.environ, "PYTHONPATH": str(site)} | ({"HANG": "1"} if 6 in expected else {})
    out = tmp_path / "out"
    inputs = [str(tmp_path / f"{number}.txt") for number in range(1, 9)]
    done = subprocess.run(
        [sys.executable, "-m", "telegram_format", "corpus", *inputs, "-o", str(out), "--format", "trapped", *options],
        env=variables,
        capture_output=True,
    )
    assert done.returncode == 1, done.stderr
    assert b"in the quarantine" in done.stderr
    found = {Path(row["source"]).stem: row["reason"] for row in pq.read_table(out / "quarantine").to_pylist()}
    assert found == {str(number): reason for number, reason in expected.items()}
    assert len(pq.read_table(out / "telegrams")) == 8 - len(expected)
    messages = [row["message"] for row in pq.read_table(out / "quarantine").to_pylist()]
    assert all("reader 'trapped' (trapped 1)" in message for message in messages), messages


def test_what_writing_raises_in_a_process_is_raised_here(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    convert(archive / "empty.txt", out, jobs=1)
    (out / "_SUCCESS").unlink()
    (out / "_receipts" / "part-000000.json").unlink()
    for path in (out / "telegrams").iterdir():
        path.unlink()
    (out / "telegrams").rmdir()
    (out / "telegrams").write_bytes(b"")  # a file where a folder should be
    with pytest.raises(OSError, match="telegrams"):
        convert(archive / "empty.txt", out, jobs=2)


@pytest.mark.parametrize("options", [{"jobs": 2}, {"limits": (10.0, None), "jobs": 1}])
def test_no_process_can_be_had(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, object]
) -> None:
    def run(_worker: Worker[object, object], _item: object) -> object:
        raise WorkFailed("start", "no more processes")

    monkeypatch.setattr(Worker, "run", run)
    if "limits" in options:
        from telegram_format.corpus import Limits

        options = {**options, "limits": Limits(10.0, None)}
    with pytest.raises(CorpusError, match="no process to read in: no more processes"):
        convert(archive, tmp_path / "out", **options)  # type: ignore[arg-type]


def test_a_value_that_fits_no_column_costs_its_telegram(archive: Path) -> None:
    """A reader that hands over nonsense is found out, and only what it read goes to the quarantine."""
    (batch,) = plan([str(archive)])

    def read(piece: object, settings: Settings, key: int) -> Rows:
        from telegram_format.corpus.batch import Located
        from telegram_format.corpus.conversion import rows_of

        assert isinstance(piece, Located)
        rows = rows_of(piece, settings, key)
        if b"HARBOR 3\n" in piece.data:
            rows.references.append((key, "no number", None, "cable", None, None, None, None, "x", ()))
        return rows

    converted = convert_batch(batch, Settings(), read)
    assert converted.receipt.reasons == {"no-telegram": 1, "unwritable": 1}
    assert converted.receipt.telegrams == 38
    assert converted.receipt.read + converted.receipt.blank + converted.receipt.quarantined == batch.length
    assert "quarantine/part-000000.parquet" in converted.files
    assert QUARANTINE.names[0] == "source"


def test_a_fault_of_the_library_costs_its_telegram(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from telegram_format.corpus import conversion

    read = conversion.parse_source

    def faulty(source: object, *rest: object) -> object:
        if b"HARBOR 3\n" in bytes(source):  # type: ignore[call-overload]
            raise KeyError("pears")
        return read(source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(conversion, "parse_source", faulty)
    (batch,) = plan([str(archive)])
    receipt = convert_batch(batch, Settings()).receipt
    assert receipt.reasons == {"no-telegram": 1, "reading-failed": 1}


@pytest.mark.parametrize("activity", ["", "reader trapped"])
def test_a_piece_that_ends_its_process_is_refused_with_what_was_at_work(activity: str) -> None:
    class Ended:
        def run(self, _given: object) -> Rows:
            raise WorkFailed("crash", "signal 6", activity)

    rows = crew.supervised(Ended())(Located("x", 7, b"cable"), Settings(), 0)  # type: ignore[arg-type]
    assert rows.telegrams == []
    (row,) = rows.quarantine
    assert row[4:6] == ("reader-crash", "signal 6 in reader trapped" if activity else "signal 6")


def test_a_piece_is_not_refused_where_no_process_can_be_had() -> None:
    class Absent:
        def run(self, _given: object) -> Rows:
            raise WorkFailed("start", "no more processes")

    with pytest.raises(CorpusError, match="no more processes"):
        crew.supervised(Absent())(Located("x", 7, b"cable"), Settings(), 0)  # type: ignore[arg-type]


def test_a_batch_that_ends_its_process_is_read_piece_by_piece(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first process takes whole batches and ends; the second reads piece by piece."""

    def run(_worker: Worker[object, object], item: object) -> object:
        if isinstance(item, Batch):
            raise WorkFailed("crash", "signal 11")
        return crew.read_piece(item)  # type: ignore[arg-type]

    monkeypatch.setattr(Worker, "run", run)
    assert convert(archive, tmp_path / "out", jobs=2).telegrams == convert(archive, tmp_path / "one", jobs=1).telegrams


def test_a_conversion_that_is_left_ends_its_processes(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    batches = plan([str(archive)], 2000)
    receipts = crew.converted(batches, Store(tmp_path / "out"), Settings(), 2, None)
    first = next(receipts)
    receipts.close()
    assert first.telegrams > 0
    assert not list(receipts)
