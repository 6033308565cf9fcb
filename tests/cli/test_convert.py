"""`telegram-format convert`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import telegram_format as tf
from telegram_format.examples import load

Run = Callable[..., Any]


@pytest.mark.parametrize("name", ["cablegate", "markdown"])
def test_what_was_written_reads_the_same(run: Run, flood: str, name: str) -> None:
    result = run("convert", flood, "--to", name)
    assert (result.code, result.err) == (0, "")
    assert tf.parse(result.data).telegram == tf.read(flood).telegram


def test_standard_input(run: Run, flood: str) -> None:
    assert (
        run("convert", "-", "--to", "cablegate", stdin=load("flood")).data
        == run("convert", flood, "--to", "cablegate").data
    )


def test_json(run: Run, flood: str) -> None:
    result = run("convert", flood, "--to", "json")
    assert tf.from_json(result.data) == tf.read(flood).telegram
    assert json.loads(result.data)["subject"] == tf.read(flood).telegram.subject


def test_losses_are_told(run: Run, flood: str) -> None:
    result = run("convert", flood, "--to", "text")
    assert result.code == 0
    assert "lost: transmission: " in result.err
    assert "(relay: format lines 1 to 4 are for relays and are left out)" in result.err
    assert result.data.startswith(b"P ")


def test_strict_takes_no_losses(run: Run, flood: str) -> None:
    result = run("convert", flood, "--to", "text", "--strict")
    assert (result.code, result.data) == (1, b"")
    assert "lost: transmission: " in result.err
    assert "cannot be written as text" in result.err


def test_strict_takes_no_warnings(run: Run, wrong: str) -> None:
    result = run("convert", wrong, "--to", "cablegate", "--strict")
    assert (result.code, result.data) == (1, b"")
    assert "not written because of the above (--strict)" in result.err
    assert run("convert", wrong, "--to", "cablegate").code == 0


def test_output_file(run: Run, flood: str, tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    result = run("convert", flood, "--to", "markdown", "-o", str(path))
    assert result[:3] == (0, "", "")
    assert path.read_bytes() == run("convert", flood, "--to", "markdown").data


def test_output_file_that_cannot_be(run: Run, flood: str, tmp_path: Path) -> None:
    path = tmp_path / "nothing" / "out.md"
    result = run("convert", flood, "--to", "markdown", "-o", str(path))
    assert (result.code, result.err) == (1, f"telegram-format: {path}: cannot be written: No such file or directory\n")


def test_a_failure_leaves_the_output_file_alone(run: Run, flood: str, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"before")
    assert run("convert", flood, "--to", "text", "--strict", "-o", str(path)).code == 1
    assert path.read_bytes() == b"before"


@pytest.mark.parametrize("words", [["--width", "50"], ["--option", "width=50"]])
def test_width(run: Run, flood: str, words: list[str]) -> None:
    lines = run("convert", flood, "--to", "cablegate", *words).out.split("\n")
    text = lines[lines.index("") :]
    assert 45 < max(len(line) for line in text if " " in line) <= 51


def test_other_options(run: Run, flood: str) -> None:
    result = run("convert", flood, "--to", "acp127", "--option", "line_end=\\r\\n", "--option", "feeds=no")
    assert result.code == 0
    assert b"\r\n" in result.data
    assert b"\r\r\n" not in result.data


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--width", "wide"], "option 'width' is a number, not 'wide'"),
        (["--option", "feeds=maybe"], "option 'feeds' is yes or no, not 'maybe'"),
        (["--option", "widht=3"], "the format has no option 'widht'; Did you mean width? it has: "),
        (["--option", "width"], "'width' is not NAME=VALUE"),
    ],
)
def test_wrong_usage(run: Run, flood: str, words: list[str], message: str) -> None:
    result = run("convert", flood, "--to", "acp127", *words)
    assert (result.code, result.data) == (2, b"")
    assert message in result.err


def test_one_telegram_at_a_time(run: Run, flood: str) -> None:
    result = run("convert", flood, flood, "--to", "json")
    assert (result.code, result.data) == (2, b"")
    assert "one telegram at a time" in result.err


def test_json_has_no_options(run: Run, flood: str) -> None:
    result = run("convert", flood, "--to", "json", "--width", "50")
    assert result.code == 2
    assert "the format has no option 'width'; it has none" in result.err


def test_unknown_format(run: Run, flood: str) -> None:
    result = run("convert", flood, "--to", "cablegat")
    assert result.code == 3
    assert "no format 'cablegat' to write. Did you mean cablegate? There are: " in result.err


def test_format_that_does_not_load(run: Run, flood: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def writer(_registry: object, _name: str) -> None:
        raise tf.PluginError("writer 'odd': failed")

    monkeypatch.setattr("telegram_format.registry.Registry.writer", writer)
    result = run("convert", flood, "--to", "odd")
    assert (result.code, result.err) == (
        3,
        "telegram-format: writer 'odd': failed\n  'telegram-format plugins -v' tells more\n",
    )


def test_what_cannot_be_written(run: Run) -> None:
    text = "TAGS: ECON\nSUBJECT: LAMP\n\nPay \x01 now.\n"
    result = run("convert", "--to", "cablegate", "--format", "cablegate", stdin=text.encode())
    assert (result.code, result.data) == (1, b"")
    assert "cannot be written as cablegate: body[0].text: the sign U+0001 is no text" in result.err


def test_nothing_to_read(run: Run, tmp_path: Path) -> None:
    assert run("convert", str(tmp_path / "none"), "--to", "text").code == 1
