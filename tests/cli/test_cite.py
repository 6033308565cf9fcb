"""`telegram-format cite`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from telegram_format.cli.cite import _STYLES
from telegram_format.examples import load
from telegram_format.exports.citation import STYLES

Run = Callable[..., Any]


def test_a_line_for_each(run: Run, flood: str) -> None:
    result = run("cite", flood, "-", "--name", "SECSTATE WASHDC=Secretary", stdin=load("harbour"))
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "AMEMBASSY PORT ALDER to Secretary, telegram 142, February 3, 2009.\n"
        "AMEMBASSY PORT ALDER to Secretary and DEPT OF COMMERCE WASHINGTON DC, telegram 219, March 6, 2009.\n"
    )


def test_where_it_is_kept(run: Run, flood: str) -> None:
    words = [
        "--archive",
        "Archives of Alderia",
        "--record-group",
        "RG 7",
        "--accessed",
        "2026-05-01",
        "--url",
        "u.example",
    ]
    result = run("cite", flood, "--style", "nara", *words)
    assert result.out.endswith("; RG 7; Archives of Alderia [Online version available at u.example, May 1, 2026].\n")


def test_the_styles_are_those_of_the_library() -> None:
    assert tuple(STYLES) == _STYLES


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--style", "mla"], "invalid choice: 'mla'"),
        (["--name", "SECSTATE"], "'SECSTATE' is not of the form ADDRESS=VALUE"),
        (["--accessed", "May"], "'May' is no day such as 2026-05-01"),
    ],
)
def test_wrong_usage(run: Run, flood: str, words: list[str], message: str) -> None:
    result = run("cite", flood, *words)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_a_file_that_is_not_there_fails(run: Run, flood: str) -> None:
    result = run("cite", "nowhere.txt", flood)
    assert result.code == 1
    assert result.out.count("\n") == 1
