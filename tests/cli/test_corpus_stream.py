"""`telegram-format corpus stream`."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from telegram_format.cli import corpus_stream

Run = Callable[..., Any]


def subjects(data: bytes) -> list[str]:
    found: list[str] = pa.ipc.open_stream(io.BytesIO(data)).read_all()["subject"].to_pylist()
    return found


def test_standard_output_and_a_file(run: Run, flood: str, tmp_path: Path) -> None:
    result = run("corpus", "stream", flood)
    assert (result.code, result.err) == (0, "")
    assert len(subjects(result.data)) == 1
    assert run("corpus", "stream", flood, "-o", str(tmp_path / "out")).data == b""
    assert (tmp_path / "out").read_bytes() == result.data


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["--table", "pears"], 2, "no table 'pears'"),
        (["--format", "pears"], 3, "unknown format 'pears'"),
        (["nowhere"], 1, "nowhere: No such file or directory"),
        (["-o", "{folder}/none/out"], 1, "none/out"),
    ],
)
def test_what_cannot_be_done_is_told(
    run: Run, flood: str, tmp_path: Path, words: list[str], code: int, message: str
) -> None:
    result = run("corpus", "stream", flood, *(word.format(folder=tmp_path) for word in words))
    assert result.code == code
    assert message in result.err


def test_a_terminal_gets_no_stream(run: Run, flood: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_stream.Console, "out_is_terminal", property(lambda _: True))
    result = run("corpus", "stream", flood)
    assert result.code == 2
    assert "not for a terminal" in result.err


def test_nobody_reads_on(run: Run, flood: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> object:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(pa.ipc, "new_stream", closed)
    assert run("corpus", "stream", flood).err == ""
