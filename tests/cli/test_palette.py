"""Colours."""

from __future__ import annotations

import pytest

from telegram_format.cli.palette import PLAIN, Palette, colour_wanted


@pytest.mark.parametrize(
    ("when", "terminal", "environment", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {}, False),
        ("always", False, {"NO_COLOR": "1", "TERM": "dumb"}, True),
        ("never", True, {}, False),
    ],
)
def test_when(when: str, terminal: bool, environment: dict[str, str], wanted: bool) -> None:
    assert colour_wanted(when, terminal, environment) is wanted


def test_paint() -> None:
    assert Palette(True).paint("X", "error") == "\x1b[1;31mX\x1b[0m"
    assert Palette(True).paint("X", "no such meaning") == "X"
    assert Palette(True).paint("", "error") == ""
    assert PLAIN.paint("X", "error") == "X"
