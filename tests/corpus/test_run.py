"""A corpus from inputs to tables: what is in them, that nothing is missing, and what a second run does."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import telegram_format as tf
from telegram_format.corpus import Limits, Progress, Summary, convert
from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.conversion import Settings, convert_batch
from telegram_format.corpus.pieces import Fault, pieces
from telegram_format.corpus.planning import plan
from telegram_format.errors import CorpusError

Numbered = Callable[[int], bytes]
Contents = Callable[[Path], dict[str, str]]
CABLES = 39
NOISE = b"This is a letter about pears.\n\nNothing in it is a telegram.\n"


def rows(folder: Path, table: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(folder / table).to_pylist()
    return found


def test_every_telegram_is_a_row(archive: Path, tmp_path: Path) -> None:
    summary = convert(archive, tmp_path / "out", jobs=1)
    telegrams = rows(tmp_path / "out", "telegrams")
    assert sorted(str(row["message_id"]) for row in telegrams) == sorted(
        f"07PORTALDER{n}" for n in range(1, CABLES + 1)
    )
    assert len({row["telegram"] for row in telegrams}) == CABLES
    assert summary.telegrams == CABLES
    assert summary.formats == {"cablegate": CABLES}
    assert summary.reasons == {"no-telegram": 1}
    assert (summary.complete, summary.quarantined) == (True, len(NOISE))


def test_columns_say_what_the_telegram_says(tmp_path: Path, cable: Numbered) -> None:
    (tmp_path / "in.txt").write_bytes(cable(7))
    convert(tmp_path / "in.txt", tmp_path / "out", jobs=1)
    (row,) = rows(tmp_path / "out", "telegrams")
    telegram = tf.parse(cable(7)).telegram
    assert row["source"] == str(tmp_path / "in.txt")
    assert (row["offset"], row["length"], row["sha256"]) == (0, len(cable(7)), sha256(cable(7)).hexdigest())
    assert (row["format"], row["carrier"], row["coverage"]) == ("cablegate", "plain", 1.0)
    assert row["subject"] == telegram.subject
    assert telegram.dtg is not None
    assert row["date"] == telegram.dtg.datetime
    assert row["to"] == [
        {
            "name": "SECSTATE WASHDC",
            "routing_indicator": "RUEHC",
            "precedence": "immediate",
            "continuity_number": "0017",
            "office_codes": [],
        }
    ]
    assert row["tags"] == [{"code": "PREL", "kind": "subject"}, {"code": "EAID", "kind": "subject"}]
    assert row["executive_order"] == {
        "number": "12958",
        "declassify_on": telegram.executive_order and telegram.executive_order.declassify_on,
        "event": None,
        "exemptions": [],
    }
    assert row["classified_by"] == {
        "name": "Miriam Quayle",
        "position": "Ambassador",
        "reasons": ["1.4(b)", "1.4(d)"],
    }
    assert [(found["kind"], found["message_id"]) for found in rows(tmp_path / "out", "references")] == [
        ("cable", "07PORTALDER6"),
        ("cable", "07CALVERLEY12"),
    ]
    paragraphs = rows(tmp_path / "out", "paragraphs")
    assert [(found["paragraph"], found["inside"], found["number"], found["label"]) for found in paragraphs] == [
        (0, None, 1, None),
        (1, None, 2, None),
        (2, 1, None, "A"),
        (3, 1, None, "B"),
    ]
    assert paragraphs[0]["role"] == "summary"


def test_bytes_of_a_row_stand_where_it_says(archive: Path, tmp_path: Path) -> None:
    convert(archive, tmp_path / "out", jobs=1)
    for row in rows(tmp_path / "out", "telegrams"):
        source, offset, length = str(row["source"]), int(str(row["offset"])), int(str(row["length"]))
        if "!" not in source:
            path = Path(source)
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            assert sha256(data[offset : offset + length]).hexdigest() == row["sha256"]


def test_the_quarantine_keeps_the_bytes(archive: Path, tmp_path: Path) -> None:
    convert(archive, tmp_path / "out", jobs=1)
    (row,) = rows(tmp_path / "out", "quarantine")
    assert (row["raw"], row["reason"], row["length"]) == (NOISE, "no-telegram", len(NOISE))


def test_tables_have_their_schemas_even_when_they_are_empty(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_bytes(b"")
    summary = convert(tmp_path / "in.txt", tmp_path / "out", jobs=1)
    assert (summary.telegrams, summary.size) == (0, 0)
    for name in ("telegrams", "paragraphs", "references", "diagnostics"):
        assert pq.read_table(tmp_path / "out" / name).schema.names == SCHEMAS[name].names


@pytest.mark.parametrize("to", ["parquet", "jsonl"])
def test_files_are_the_same_whoever_writes_them(archive: Path, tmp_path: Path, to: str, contents: Contents) -> None:
    """One process, two, and one telegram at a time under supervision come to the same bytes."""
    found = [
        convert(archive, tmp_path / "one", to=to, jobs=1, batch_size=8_000),
        convert(archive, tmp_path / "two", to=to, jobs=2, batch_size=8_000),
        convert(archive, tmp_path / "three", to=to, jobs=1, batch_size=8_000, limits=Limits()),
    ]
    assert found[0].batches > 1
    assert found[0] == found[1] == found[2]
    assert contents(tmp_path / "one") == contents(tmp_path / "two") == contents(tmp_path / "three")


def test_lines_of_json(archive: Path, tmp_path: Path, cable: Numbered) -> None:
    convert(archive, tmp_path / "out", to="jsonl", jobs=1)
    (path,) = (tmp_path / "out" / "telegrams").iterdir()
    records = [json.loads(line) for line in path.read_bytes().splitlines()]
    assert len(records) == CABLES
    assert tf.from_dict(records[0]["telegram"]) == tf.parse(cable(1)).telegram
    (kept,) = (tmp_path / "out" / "quarantine").iterdir()
    assert json.loads(kept.read_bytes())["reason"] == "no-telegram"


def test_a_second_run_writes_nothing(archive: Path, tmp_path: Path) -> None:
    first = convert(archive, tmp_path / "out", jobs=1)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    assert convert(archive, tmp_path / "out", jobs=2) == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == before


def test_a_forced_run_writes_the_same(archive: Path, tmp_path: Path, contents: Contents) -> None:
    convert(archive, tmp_path / "out", jobs=1)
    before = contents(tmp_path / "out")
    convert(archive, tmp_path / "out", jobs=1, overwrite=True)
    assert contents(tmp_path / "out") == before


def test_what_was_done_is_not_done_again(archive: Path, tmp_path: Path, contents: Contents) -> None:
    summary = convert(archive, tmp_path / "out", jobs=1, batch_size=8_000)
    before = contents(tmp_path / "out")
    (tmp_path / "out" / "_SUCCESS").unlink()
    (tmp_path / "out" / "_receipts" / "part-000001.json").unlink()
    (tmp_path / "out" / "telegrams" / "part-000002.parquet").unlink()
    seen: list[Progress] = []
    assert convert(archive, tmp_path / "out", jobs=1, batch_size=8_000, progress=seen.append) == summary
    assert len(seen) == 2
    assert contents(tmp_path / "out") == before


def test_progress_comes_to_the_size_of_the_files(archive: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    convert(archive, tmp_path / "out", jobs=1, batch_size=5_000, progress=seen.append)
    size = sum(path.stat().st_size for path in archive.rglob("*") if path.is_file())
    assert seen[-1].size == size
    assert [each.done for each in seen] == sorted(each.done for each in seen)
    assert abs(seen[-1].done - size) < 1000  # the headings of a zip archive are no member
    assert (seen[-1].telegrams, seen[-1].quarantined) == (CABLES, 1)


def test_a_large_file_is_cut_at_its_telegrams(tmp_path: Path, record: Numbered) -> None:
    path = tmp_path / "cables.csv"
    path.write_bytes(b"".join(map(record, range(1, 101))))
    summary = convert(path, tmp_path / "out", jobs=1, batch_size=10_000)
    assert summary.batches > 5
    assert summary.telegrams == 100
    assert summary.size == path.stat().st_size


def test_a_stream(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cable: Numbered, contents: Contents) -> None:
    data = b"".join(map(cable, range(1, 6)))

    def given() -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    given()
    summary = convert("-", tmp_path / "out", jobs=1)
    assert (summary.telegrams, summary.size) == (5, len(data))
    before = contents(tmp_path / "out")
    given()
    assert convert(["-"], tmp_path / "out", jobs=1) == summary
    assert contents(tmp_path / "out") == before


def faults(folder: Path) -> list[tuple[str, object]]:
    return [(str(row["message"]), row["raw"]) for row in rows(folder, "quarantine")]


def test_what_cannot_be_read_on_is_told_and_the_rest_is_read(tmp_path: Path, cable: Numbered) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    whole = gzip.compress(b"".join(map(cable, range(1, 400))))
    (archive / "a.gz").write_bytes(whole[: len(whole) * 2 // 3])
    with zipfile.ZipFile(archive / "b.zip", "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("bad.txt", cable(1001))
        packed.writestr("good.txt", cable(1002))
    data = (archive / "b.zip").read_bytes()
    (archive / "b.zip").write_bytes(data.replace(b"HARBOR 1001", b"HARBOR 1OO1", 1))
    (archive / "c.zip").write_bytes(data[:80])
    (archive / "d.txt").write_bytes(cable(1003))
    (archive / "e.txt").symlink_to(archive / "nowhere.txt")
    summary = convert(archive, tmp_path / "out", jobs=1)
    numbers = {row["number"] for row in rows(tmp_path / "out", "telegrams")}
    assert {1, 100, 1002, 1003} <= numbers
    assert summary.reasons["unreadable"] == 4
    assert [message.partition(":")[0] for message, raw in faults(tmp_path / "out") if raw is None] == [
        "EOFError",
        "BadZipFile",
        "BadZipFile",
        "FileNotFoundError",
    ]
    assert summary.complete


def test_a_bomb_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(b"A" * (40 << 20), 9))
    summary = convert(path, tmp_path / "out", jobs=1)
    assert summary.size < 12 << 20
    assert ("unpacks to more than 200 times its size", None) in faults(tmp_path / "out")


def test_a_file_that_changes_under_way_is_told(tmp_path: Path, cable: Numbered) -> None:
    for number in range(1, 4):
        (tmp_path / f"{number}.txt").write_bytes(cable(number))
    (batch,) = plan([str(tmp_path)])
    (tmp_path / "1.txt").write_bytes(cable(1)[:-9])
    (tmp_path / "2.txt").write_bytes(cable(2) + cable(2))
    (tmp_path / "3.txt").unlink()
    receipt = convert_batch(batch, Settings()).receipt
    assert (receipt.read, receipt.blank, receipt.quarantined) == (0, 0, batch.length)
    found = [each.message.partition(":")[0] for each in pieces(batch) if isinstance(each, Fault)]
    assert found == ["has changed", "has changed", "FileNotFoundError"]


def test_too_much_in_the_quarantine_stops_the_run(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(tf.CorpusError, match=r"1 of 40 pieces are in the quarantine, more than 1\.00%"):
        convert(archive, tmp_path / "out", jobs=1, max_quarantine=0.01)
    assert not (tmp_path / "out" / "_SUCCESS").exists()
    assert convert(archive, tmp_path / "out", jobs=1, max_quarantine=0.5).telegrams == CABLES


def test_a_folder_of_another_run_is_not_touched(archive: Path, tmp_path: Path, contents: Contents) -> None:
    convert(archive, tmp_path / "out", jobs=1)
    before = contents(tmp_path / "out")
    with pytest.raises(tf.CorpusError, match="holds the corpus of another run \\(not the same: to\\)"):
        convert(archive, tmp_path / "out", jobs=1, to="jsonl")
    assert contents(tmp_path / "out") == before
    convert(archive, tmp_path / "out", jobs=1, to="jsonl", overwrite=True)
    assert not (tmp_path / "out" / "paragraphs").exists()


def test_a_folder_that_holds_something_else_is_not_touched(archive: Path, tmp_path: Path, contents: Contents) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "pears.txt").write_bytes(b"pears")
    for overwrite in (False, True):
        with pytest.raises(tf.CorpusError, match="is not empty, and holds no corpus"):
            convert(archive, tmp_path / "out", jobs=1, overwrite=overwrite)
    assert contents(tmp_path / "out").keys() == {"pears.txt"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"to": "pears"}, "no kind of output: 'pears'"),
        ({"jobs": 0}, "no number of jobs: 0"),
        ({"max_quarantine": 2.0}, r"no share from 0 to 1: 2\.0"),
    ],
)
def test_options_that_are_none(archive: Path, tmp_path: Path, options: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        convert(archive, tmp_path / "out", **options)  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()


def test_names_that_nobody_has(archive: Path, tmp_path: Path) -> None:
    for options in ({"format": "pears"}, {"carrier": "pears"}):
        with pytest.raises(tf.UnknownFormatError):
            convert(archive, tmp_path / "out", jobs=1, **options)
    with pytest.raises(LookupError):
        convert(archive, tmp_path / "out", jobs=1, encoding="pears")
    with pytest.raises(FileNotFoundError):
        convert(tmp_path / "pears", tmp_path / "out", jobs=1)
    assert not (tmp_path / "out").exists()


def test_the_tables_are_not_read_as_inputs(archive: Path) -> None:
    with pytest.raises(ValueError, match=r"lies inside .* which is read: write somewhere else"):
        convert(archive, archive / "out", jobs=1)


def test_options_of_reading(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_bytes("1. Pears in Zürich.\n".encode("utf-16"))
    summary = convert(tmp_path / "in.txt", tmp_path / "out", jobs=1, format="plain", carrier="plain", encoding="utf-16")
    (row,) = rows(tmp_path / "out", "telegrams")
    assert (summary.formats, row["encoding"]) == ({"plain": 1}, "utf-16-le")


def test_text_that_is_no_unicode_stands_as_escapes(tmp_path: Path, cable: Numbered) -> None:
    (tmp_path / "in.txt").write_bytes(cable(1).replace(b"SUBJECT: THE", b"SUBJECT: \x81HE"))
    convert(tmp_path / "in.txt", tmp_path / "out", jobs=1)
    (row,) = rows(tmp_path / "out", "telegrams")
    assert row["subject"] == "\\udc81HE LAMPS OF HARBOR 1"


def test_a_summary_is_plain_data(archive: Path, tmp_path: Path) -> None:
    summary = convert(archive, tmp_path / "out", jobs=1)
    assert Summary(**json.loads((tmp_path / "out" / "_SUCCESS").read_bytes())) == summary
    assert Summary(**summary.to_dict()) == summary


def test_a_run_that_does_not_account_for_all_bytes_is_no_success(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Summary, "complete", property(lambda _: False))
    with pytest.raises(CorpusError, match="do not account for all of them"):
        convert(archive, tmp_path / "out", jobs=1)
    assert not (tmp_path / "out" / "_SUCCESS").exists()
