"""`telegram-format receive`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import telegram_format as tf
from telegram_format.examples import load

Run = Callable[..., Any]

FOREIGN = b"Subject: PUMPS\r\nMMHS-Primary-Precedence: deferred\r\n\r\nSix pumps leave at noon.\r\n"


@pytest.fixture
def mail(tmp_path: Path) -> str:
    """The path of an e-mail of this library."""
    path = tmp_path / "flood.eml"
    path.write_bytes(tf.to_email(tf.parse(load("flood")), domain="mail.example").data)
    return str(path)


def test_json(run: Run, mail: str) -> None:
    result = run("receive", mail)
    assert (result.code, result.err) == (0, "")
    assert tf.from_json(result.data) == tf.parse(load("flood")).telegram


def test_the_original(run: Run, mail: str, tmp_path: Path) -> None:
    path = tmp_path / "again.txt"
    assert run("receive", mail, "--to", "original", "-o", str(path))[:3] == (0, "", "")
    assert path.read_bytes() == load("flood")


def test_another_format(run: Run, mail: str) -> None:
    result = run("receive", mail, "--to", "text")
    assert result.code == 0
    assert result.data.startswith(b"P 031215Z FEB 09\n")
    assert "lost: transmission: " in result.err


def test_problems_are_told(run: Run) -> None:
    result = run("receive", stdin=FOREIGN)
    assert result.code == 0
    assert "MMHS-Primary-Precedence: 'deferred' is no precedence of ACP 127" in result.err
    assert tf.from_json(result.data).subject == "PUMPS"
    strict = run("receive", "--strict", stdin=FOREIGN)
    assert (strict.code, strict.data) == (1, b"")
    assert "<stdin>: not written because of the above (--strict)" in strict.err


@pytest.mark.parametrize(
    ("data", "words", "message"),
    [
        (FOREIGN, ["--to", "original"], "<stdin>: no original is attached"),
        (b"Subject: PUMPS\r\nTo: \x01@a.example\r\n\r\nText.\r\n", ["--to", "acp127"], "cannot be written as acp127: "),
        (b"Content-Type: message/rfc822\r\n\r\n" * 4000, [], "<stdin>: the parts of the e-mail are nested too deep"),
    ],
)
def test_failures(run: Run, data: bytes, words: list[str], message: str) -> None:
    result = run("receive", *words, stdin=data)
    assert (result.code, result.data) == (1, b"")
    assert message in result.err


def test_wrong_usage(run: Run, mail: str) -> None:
    result = run("receive", mail, mail)
    assert result.code == 2
    assert "one e-mail at a time" in result.err
    result = run("receive", mail, "--to", "jsn")
    assert result.code == 3
    assert "no format 'jsn' to write. Did you mean json? There are: " in result.err
