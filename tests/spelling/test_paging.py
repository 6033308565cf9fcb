"""Lines on pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.spelling.paging import LINE_FEEDS, paged

MARK = "RUEHPC 0412 UNCLAS"


def test_a_page_line_stands_between_two_pages() -> None:
    lines = [f"LINE {number}" for number in range(5)]
    assert paged(lines, MARK, 2, feeds=False) == [
        *lines[:2],
        f"PAGE 02 {MARK}",
        *lines[2:4],
        f"PAGE 03 {MARK}",
        lines[4],
    ]


def test_line_feeds_stand_before_it() -> None:
    assert paged(["ONE", "TWO"], MARK, 1) == ["ONE", "", "", "", f"PAGE 02 {MARK}", "TWO"]


@pytest.mark.parametrize("lines", [[], ["ONE"], ["ONE", "TWO"], ["ONE", "TWO", ""]])
def test_no_page_begins_where_nothing_follows(lines: list[str]) -> None:
    assert paged(lines, MARK, 2) == lines


def test_an_empty_line_closes_the_page_before() -> None:
    assert paged(["ONE", "", "TWO"], MARK, 1, feeds=False) == ["ONE", "", "", "", "", f"PAGE 02 {MARK}", "TWO"]


@given(st.lists(st.sampled_from(["", "LINE"]), max_size=60), st.integers(1, 9))
def test_pages_without_their_page_lines_are_the_lines(lines: list[str], page_lines: int) -> None:
    """Taking out every page line with the line feeds before it gives the lines back."""
    found: list[str] = []
    for line in paged(lines, MARK, page_lines):
        if line.startswith("PAGE"):
            assert found[-LINE_FEEDS:] == [""] * LINE_FEEDS
            del found[-LINE_FEEDS:]
        else:
            found.append(line)
    assert found == lines
