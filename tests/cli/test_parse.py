"""`telegram-format parse`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from telegram_format.examples import load

Run = Callable[..., Any]


def test_one_input_is_one_object(run: Run, flood: str) -> None:
    result = run("parse", flood)
    assert (result.code, result.err) == (0, "")
    data = json.loads(result.out)
    assert data["source"] == flood
    assert data["telegram"]["message_id"]["number"] == 142
    assert result.out.startswith('{\n  "source"')
    assert result.out.endswith("}\n")


def test_several_inputs_are_lines(run: Run, flood: str, wrong: str) -> None:
    for argv in (["parse", flood, wrong], ["parse", "--to", "json", flood, wrong]):
        lines = run(*argv).out.splitlines()
        assert [json.loads(line)["source"] for line in lines] == [flood, wrong]


def test_lines_for_one_input(run: Run, flood: str) -> None:
    (line,) = run("parse", "--to", "jsonl", flood).out.splitlines()
    assert json.loads(line)["format"] == "cablegate"


def test_output_is_ascii_whatever_the_bytes(run: Run) -> None:
    result = run("parse", stdin=b"\x81\xb6\x1b[2J\xff\n")
    assert result.code == 0
    assert result.data.isascii()
    assert json.loads(result.out)["unread"][0]["text"] == "\udc81¶\x1b[2Jÿ"
    assert "\\udc81" not in result.err


def test_output_file(run: Run, flood: str, tmp_path: Path) -> None:
    for option in ("-o", "--output"):
        path = tmp_path / f"out{option}.json"
        result = run("parse", flood, option, str(path))
        assert result[:3] == (0, "", "")
        assert path.read_bytes() == run("parse", flood).data


def test_output_file_that_cannot_be(run: Run, flood: str, tmp_path: Path) -> None:
    path = tmp_path / "nothing" / "out.json"
    result = run("parse", flood, "-o", str(path))
    assert result.code == 1
    assert result.err == f"telegram-format: {path}: cannot be written: No such file or directory\n"


def test_warnings_are_told_in_a_line_each(run: Run, wrong: str) -> None:
    result = run("parse", wrong)
    assert result.code == 0
    assert [line.partition(": ")[0] for line in result.err.splitlines()] == ["telegram-format"] * 2
    assert f"{wrong}:3:13: warning: station serial number 0143 does not fit" in result.err
    assert "[classification-conflict]" in result.err


def test_verbose_and_quiet(run: Run, wrong: str) -> None:
    assert "    DE RUEHPLD #0143 0341215\n                ~~~^\n" in run("parse", "-v", wrong).err
    assert run("parse", "-q", wrong).err == ""
    assert "[header-missing]" not in run("parse", stdin=load("partial")).err
    assert "[header-missing]" in run("parse", "-v", stdin=load("partial")).err


def test_strict(run: Run, flood: str, wrong: str) -> None:
    result = run("parse", "--strict", wrong, flood)
    assert result.code == 1
    assert [json.loads(line)["source"] for line in result.out.splitlines()] == [flood]
    assert f"{wrong}: left out because of the above (--strict)" in result.err
    assert run("parse", "--strict", flood).code == 0


@pytest.mark.parametrize("data", [b"", b"nothing of a telegram\n"])
def test_what_is_no_telegram_is_told(run: Run, data: bytes) -> None:
    result = run("parse", stdin=data)
    assert result.code == 0
    assert result.err.startswith("telegram-format: <stdin>: warning: ")
    assert json.loads(result.out)["format"] == "plain"
