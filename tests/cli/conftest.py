"""The program run in this process, and telegrams to run it on."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from telegram_format.cli.main import main
from telegram_format.examples import load


class Result(NamedTuple):
    """What a run answered and wrote."""

    code: int
    out: str
    err: str
    data: bytes


Run = Callable[..., Result]


class Terminal(io.StringIO):
    """Standard input that nobody pipes into."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("show", "-", stdin=b"...")`; without `stdin` it is a terminal."""

    def run_main(*argv: str, stdin: bytes | None = None) -> Result:
        given = Terminal() if stdin is None else io.TextIOWrapper(io.BytesIO(stdin))
        monkeypatch.setattr(sys, "stdin", given)
        try:
            code = main([str(word) for word in argv])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        data, errors = capsysbinary.readouterr()
        return Result(code, data.decode("utf-8", "backslashreplace"), errors.decode("utf-8"), data)

    return run_main


@pytest.fixture
def flood(tmp_path: Path) -> str:
    """The path of a sound telegram."""
    path = tmp_path / "flood.txt"
    path.write_bytes(load("flood"))
    return str(path)


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    """The path of a telegram that does not agree with itself."""
    path = tmp_path / "wrong.txt"
    path.write_bytes(load("flood").replace(b"#0142", b"#0143").replace(b"UUUUU", b"CCCCC"))
    return str(path)
