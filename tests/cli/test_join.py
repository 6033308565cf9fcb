"""`telegram-format join`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import telegram_format as tf
from telegram_format.examples import load

Run = Callable[..., Any]


@pytest.fixture
def whole() -> tf.Telegram:
    telegram = tf.parse(load("harbour")).telegram
    assert telegram.transmission is not None
    return tf.evolve(telegram, section=None, transmission=tf.evolve(telegram.transmission, section=None))


@pytest.fixture
def sections(whole: tf.Telegram, tmp_path: Path) -> list[str]:
    """The paths of three sections."""
    paths = []
    for number, section in enumerate(tf.split(whole, sections=3), 1):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(bytes(tf.serialize(section, "acp127")))
        paths.append(str(path))
    return paths


def test_sections_in_any_order(run: Run, sections: list[str], whole: tf.Telegram) -> None:
    result = run("join", *reversed(sections))
    assert (result.code, result.err) == (0, "")
    found = json.loads(result.out)
    assert tf.from_dict(found["telegram"]) == whole
    assert (found["missing"], found["diagnostics"]) == ([], [])


def test_the_telegram_in_a_format(run: Run, sections: list[str], whole: tf.Telegram) -> None:
    result = run("join", "--to", "acp127", *sections)
    assert result.code == 0
    assert result.data == bytes(tf.serialize(whole, "acp127"))


def test_several_sections_in_one_input(run: Run, sections: list[str], whole: tf.Telegram) -> None:
    parts = [Path(path).read_bytes() for path in sections]
    glued = b"".join(part.replace(b"XRO0412", b"XRO%04d" % number) for number, part in enumerate(parts, 412))
    result = run("join", stdin=glued)
    assert (result.code, result.err) == (0, "")
    assert tf.from_dict(json.loads(result.out)["telegram"]) == whole


def test_a_missing_section_is_told_and_the_rest_is_written(run: Run, sections: list[str]) -> None:
    result = run("join", sections[0], sections[2], sections[2])
    assert result.code == 1
    assert result.err == (
        "telegram-format: info: section 3 is here twice [section-doubled]\n"
        "telegram-format: warning: not here: section 2 of 3 [section-missing]\n"
    )
    assert json.loads(result.out)["missing"] == [2]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["{flood}", "{first}"], 1, "these are sections of different telegrams: "),
        (["no-such-file"], 1, "there is no section to join"),
        (["--to", "parchment", "{first}"], 3, "unknown writer 'parchment'"),
    ],
)
def test_what_cannot_be_joined(
    run: Run, sections: list[str], flood: str, arguments: list[str], code: int, words: str
) -> None:
    result = run("join", *(word.format(flood=flood, first=sections[0]) for word in arguments))
    assert (result.code, result.out) == (code, "")
    assert words in result.err


def test_what_a_format_cannot_hold(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "russian.txt"
    path.write_bytes("SUBJECT: ПРИВЕТ\n\n1. (U) Plums.\n".encode())
    result = run("join", "--to", "acp127", "--format", "cablegate", str(path))
    assert result.code == 1
    assert "the telegram cannot be written as acp127: subject: there is no plain letter" in result.err
