"""Rows as a table for a terminal."""

from __future__ import annotations

import pytest

from telegram_format.cli.grid import ASCII_SIGNS, UNICODE_SIGNS, grid
from telegram_format.text.width import width


def drawn(names: list[str], *rows: list[str], right: list[bool] | None = None, columns: int = 40) -> list[str]:
    return list(grid(names, rows, right or [False] * len(names), columns, UNICODE_SIGNS))


def test_columns_are_as_wide_as_they_need_to_be() -> None:
    assert drawn(["post", "n"], ["LIMA", "7"], ["OTTAWA", "12"], right=[False, True]) == [
        "post     n",
        "──────  ──",
        "LIMA     7",
        "OTTAWA  12",
    ]


def test_no_rows() -> None:
    assert drawn(["post"]) == ["post", "────"]


def test_the_widest_column_is_cut_first() -> None:
    lines = drawn(["a", "b"], ["short", "x" * 50], columns=30)
    assert lines[2] == "short  " + "x" * 22 + "…"
    assert {width(line) for line in lines[1:]} == {30}


def test_wide_characters_count_two() -> None:
    lines = drawn(["a", "b"], ["電報" * 9, "1"], columns=13)
    assert lines[2] == "電報電報…   1"


def test_control_characters_are_shown() -> None:
    assert drawn(["\x1b[2J"], ["a\nb\u202e"])[::2] == ["^[[2J", "a^Jb<U+202E>"]


def test_more_columns_than_fit_are_a_list_for_each_row() -> None:
    names = ["one", "three", "number"]
    lines = list(grid(names, [["x" * 40, "", "7"], ["y", "z", "8"]], [False] * 3, 16, ASCII_SIGNS))
    assert lines == [
        "-- row 1",
        "one     xxxxxxx~",
        "three",
        "number  7",
        "-- row 2",
        "one     y",
        "three   z",
        "number  8",
    ]


@pytest.mark.parametrize("columns", range(20, 60, 3))
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    lines = drawn(["a" * 9, "b" * 30, "c"], ["1" * 33, "電報", "x" * 12], columns=columns)
    assert max(map(width, lines)) <= columns
