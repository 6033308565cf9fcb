"""`telegram-format corpus`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from telegram_format.cli import main as program
from telegram_format.cli.corpus import with_action
from telegram_format.cli.progress import Bar, in_bytes, in_time
from telegram_format.corpus import Progress
from telegram_format.examples import load

Run = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two telegrams in a folder."""
    found = tmp_path / "in"
    found.mkdir()
    (found / "a.txt").write_bytes(load("flood"))
    (found / "b.txt").write_bytes(load("harbour"))
    return found


def test_a_folder_becomes_tables(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("corpus", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1")
    assert (result.code, result.out) == (0, "")
    assert "2 telegrams of " in result.err
    assert (tmp_path / "out" / "_SUCCESS").exists()
    assert run("corpus", "convert", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1", "-q").err == ""


def test_what_is_in_the_quarantine_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "c.txt").write_bytes(b"Pears.\n")
    result = run("corpus", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1", "--to", "jsonl")
    assert result.code == 1
    assert "1 pieces, 7 B, are in the quarantine: 1 no-telegram" in result.err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["nowhere"], 1, "nowhere: No such file or directory"),
        (["{folder}", "--format", "pears"], 3, "unknown format 'pears'"),
        (["{folder}", "--carrier", "pears"], 3, "unknown carrier 'pears'"),
        (["{folder}", "--encoding", "pears"], 2, "unknown encoding: pears"),
        (["{folder}", "--max-quarantine", "2"], 2, "no share from 0 to 1"),
        (["{folder}", "--max-quarantine", "pears"], 2, "no share from 0 to 1"),
        (["{folder}", "--jobs", "0"], 2, "no number from 1 on"),
        (["{folder}/a.txt", "{folder}/c.txt", "--max-quarantine", "0.1"], 1, "1 of 2 pieces are in the quarantine"),
    ],
)
def test_what_cannot_be_done_is_told(
    run: Run, folder: Path, tmp_path: Path, words: list[str], code: int, message: str
) -> None:
    (folder / "c.txt").write_bytes(b"Pears.\n")
    given = [word.format(folder=folder) for word in words]
    result = run("corpus", *given, "-o", str(tmp_path / "out"), *([] if "--jobs" in words else ["--jobs", "1"]))
    assert result.code == code
    assert message in result.err


def test_a_folder_that_cannot_be_written(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    result = run("corpus", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1")
    assert result.code == 1
    assert "out/_run.json: Not a directory" in result.err
    assert "the same command goes on from there" in result.err


def test_a_package_that_is_missing_is_named(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("telegram_format.corpus")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("corpus", str(folder), "-o", str(tmp_path / "out"))
    assert result.code == 3
    assert "pip install 'telegram-format[corpus]'" in result.err


def test_without_plug_ins(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_FORMAT_DISABLE_PLUGINS", "")
    result = run("corpus", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1", "--no-plugins", "--isolated")
    assert result.code == 0


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("corpus a -o b", "corpus convert a -o b"),
        ("corpus convert a", "corpus convert a"),
        ("corpus -o b a", "corpus convert -o b a"),
        ("-q corpus a", "-q corpus convert a"),
        ("corpus", "corpus"),
        ("corpus --help", "corpus --help"),
        ("show corpus", "show corpus"),
        ("", ""),
    ],
)
def test_convert_is_meant_where_nothing_is_said(given: str, expected: str) -> None:
    assert with_action(given.split()) == expected.split()


class Terminal:
    """A stream that is a terminal."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


def test_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal: Any = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    seconds = iter([0.0, 10.0, 20.0, 20.0])
    monkeypatch.setattr("telegram_format.cli.progress.monotonic", lambda: next(seconds))
    bar = Bar(program.Console.of_process("never", 0))
    bar.show(Progress(5_000_000, 20_000_000, 1200, 3))
    bar.show(Progress(20_000_000, 20_000_000, 4800, 3))
    bar.show(Progress(0, 0, 0, 0))
    bar.end()
    first, second, third = terminal.text.removeprefix("\r").removesuffix("\n").split("\r")
    assert first == "[######..................]  25% 1,200 telegrams, 500.0 kB/s, 0:30 left, 3 in quarantine\x1b[K"
    assert second == f"[{'#' * 24}] 100% 4,800 telegrams, 1.0 MB/s, 3 in quarantine\x1b[K"
    assert third == f"[{'.' * 24}]   0% 0 telegrams, 0 B/s\x1b[K"


def test_quantities_as_people_read_them() -> None:
    assert [in_bytes(count) for count in (0, 999, 1000, 1_900_000_000, 3e12)] == [
        "0 B",
        "999 B",
        "1.0 kB",
        "1.9 GB",
        "3.0 TB",
    ]
    assert [in_time(seconds) for seconds in (0, 59.6, 245, 3661)] == ["0:00", "1:00", "4:05", "1:01:01"]
