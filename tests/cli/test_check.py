"""`telegram-format check`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from telegram_format.cli.check import first_difference
from telegram_format.diagnostics.codes import CODES
from telegram_format.examples import load
from telegram_format.text.source import Source

Run = Callable[..., Any]


def test_sound(run: Run, flood: str) -> None:
    result = run("check", flood)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{flood}: {len(load('flood')):,} bytes kept, coverage ")
    assert result.out.endswith("no diagnostics\n")


def test_wrong(run: Run, flood: str, wrong: str) -> None:
    result = run("check", flood, wrong)
    assert (result.code, result.err) == (1, "")
    lines = result.out.splitlines()
    assert len(lines) == 2 + 2 * 4
    assert lines[1].endswith(", 2 warnings")
    assert lines[2].endswith("[serial-conflict]")
    assert lines[5] == f"    {CODES['serial-conflict'].remedy}"


def test_infos_are_no_fault_and_shown_when_verbose(run: Run) -> None:
    result = run("check", stdin=load("partial"))
    assert result.code == 0
    assert len(result.out.splitlines()) == 1
    assert "[header-missing]" in run("check", "-v", stdin=load("partial")).out


def test_quiet_tells_what_is_wrong_only(run: Run, flood: str, wrong: str) -> None:
    assert run("check", "-q", flood).out == ""
    assert run("check", "-q", flood, wrong).out.startswith(f"{wrong}: ")


def test_bytes_that_are_not_kept(run: Run, flood: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Source, "__bytes__", lambda source: source.data.replace(b"PP ", b"PP\t"))
    result = run("check", flood)
    assert result.code == 1
    assert "NOT KEPT: differs at byte 15: b'\\tRUE' for b' RUE'. Please report this, coverage" in result.out


@pytest.mark.parametrize(
    ("kept", "given", "said"),
    [
        (b"", b"", None),
        (b"abc", b"abc", None),
        (b"abc", b"abd", "NOT KEPT: differs at byte 2: b'c' for b'd'. Please report this"),
        (b"abc", b"ab", "NOT KEPT: differs at byte 2: b'c' for b''. Please report this"),
        (b"", b"abcde", "NOT KEPT: differs at byte 0: b'' for b'abcd'. Please report this"),
    ],
)
def test_first_difference(kept: bytes, given: bytes, said: str | None) -> None:
    assert first_difference(kept, given) == said


def test_colour(run: Run, flood: str, wrong: str) -> None:
    assert run("check", "--color", "always", flood).out.startswith("\x1b[32m")
    assert run("check", "--color", "always", wrong).out.startswith("\x1b[1;33m")
