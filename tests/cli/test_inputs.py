"""What a command reads."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path

import pytest

from telegram_format.cli.codes import USAGE, CommandError
from telegram_format.cli.console import Console
from telegram_format.cli.inputs import Input, inputs
from telegram_format.cli.palette import PLAIN


@pytest.fixture
def console() -> Console:
    return Console(io.StringIO(), io.StringIO(), PLAIN, PLAIN)


def test_files_in_order(console: Console, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(name.encode() + b"\r\n")
    names = [str(tmp_path / name) for name in "ba"]
    assert list(inputs(names, console)) == [Input(names[0], b"b\r\n"), Input(names[1], b"a\r\n")]


def test_standard_input(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    for files in ([], ["-"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\r\n")))
        assert list(inputs(files, console)) == [Input("<stdin>", b"\xff\r\n")]


def test_no_standard_input_at_all(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CommandError, match="nothing to read") as raised:
        list(inputs([], console))
    assert raised.value.code == USAGE


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "no such file"),
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "is a directory; name the files in it"),
        (PermissionError(errno.EACCES, "Permission denied"), "may not be read (permission denied)"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (OSError("odd"), "odd"),
    ],
)
def test_reasons(console: Console, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str) -> None:
    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert list(inputs(["x", "y"], console)) == []
    assert isinstance(console.err, io.StringIO)
    assert console.err.getvalue() == f"telegram-format: x: {reason}\ntelegram-format: y: {reason}\n"
    assert console.failed
