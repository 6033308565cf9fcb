"""Excerpts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.diagnostics.show import COLUMNS, excerpt
from telegram_format.text.source import Source

WINDOW = COLUMNS - 10
"""What is left of the columns without the indent and the points of a cut."""


def shown(data: bytes, start: int, end: int, message: str = "odd", name: str | None = "cable.txt") -> list[str]:
    source = Source.of(data, name=name)
    return excerpt(source, Diagnostic("dtg-invalid", "error", message, (start, end))).split("\n")


def test_place_is_underlined() -> None:
    data = b"ZNR UUUUU ZZH\nO 311215Z FEB 07\nFM AMEMBASSY PORT ALDER\n"
    assert shown(data, 16, 30) == [
        "cable.txt:2:3: odd [dtg-invalid]",
        "    O 311215Z FEB 07",
        "      ~~~~~~~~~~~~~^",
    ]


def test_one_character() -> None:
    assert shown(b"ABC", 1, 2)[1:] == ["    ABC", "     ^"]


def test_empty_place_is_a_caret() -> None:
    assert shown(b"ABC", 1, 1)[1:] == ["    ABC", "     ^"]
    assert shown(b"ABC", 3, 3) == ["cable.txt:1:4: odd [dtg-invalid]", "    ABC", "       ^"]
    assert shown(b"ABC\n", 4, 4) == ["cable.txt:2:1: odd [dtg-invalid]", "    ", "    ^"]


@pytest.mark.parametrize("span", [None, (0, 0)])
def test_no_place(span: tuple[int, int] | None) -> None:
    diagnostic = Diagnostic("not-text", "warning", "it is a picture", span)
    assert excerpt(Source.of(b"\x89PNG", name="a.png"), diagnostic) == "a.png: it is a picture [not-text]"


def test_nameless_source() -> None:
    assert shown(b"ABC", 0, 3, name=None)[0] == "<text>:1:1: odd [dtg-invalid]"


def test_place_of_several_lines_shows_the_first() -> None:
    assert shown(b"ONE TWO\r\nTHREE\r\nFOUR", 4, 14)[1:] == ["    ONE TWO", "        ~~~..."]


def test_a_line_end_in_the_place_is_no_further_line() -> None:
    assert shown(b"ONE TWO\r\nTHREE", 4, 9)[1:] == ["    ONE TWO", "        ~~^"]


def test_place_on_the_line_end() -> None:
    assert shown(b"ONE\r\nTWO", 4, 5)[1:] == ["    ONE", "       ^"]


def test_bytes_are_not_characters() -> None:
    data = "¶1. (C) Über".encode()
    assert shown(data, 9, 14) == ["cable.txt:1:9: odd [dtg-invalid]", "    ¶1. (C) Über", "            ~~~^"]


def test_hostile_text_is_visible() -> None:
    lines = shown(b"\x1b[2J\tREF\x9b\x00", 5, 8, "it says '\x1b]0;x\x07\n\u202e'", "a\x1b.txt")
    assert lines == [
        "a^[.txt:1:6: it says '^[]0;x^G^J<U+202E>' [dtg-invalid]",
        "    ^[[2J^IREF›^@",
        "           ~~^",
    ]


def test_wide_characters_take_two_columns() -> None:
    assert shown("日本 REF".encode(), 7, 10)[1:] == ["    日本 REF", "         ~~^"]


@pytest.mark.parametrize("before", [0, 5, 50, 1000, 100_000])
@pytest.mark.parametrize("after", [0, 5, 50, 1000])
def test_long_lines_are_cut_around_the_place(before: int, after: int) -> None:
    _, line, mark = shown(b"a" * before + b"REF" + b"z" * after, before, before + 3)
    assert len(line) <= COLUMNS
    at = mark.index("~")
    assert line[at : at + 3] == "REF"
    assert mark[at:] == "~~^"
    assert line.startswith("    ...") == (before > 0 and not line.startswith("    a") and before + 3 + after > WINDOW)


def test_line_of_the_window_is_whole_and_of_one_more_is_not() -> None:
    assert shown(b"a" * WINDOW, 0, 1)[1] == "    " + "a" * WINDOW
    assert shown(b"a" * (WINDOW + 1), 0, 1)[1] == "    " + "a" * WINDOW + "..."
    assert shown(b"a" * (WINDOW + 1), WINDOW, WINDOW + 1)[1] == "    ..." + "a" * WINDOW


def test_long_place_goes_on() -> None:
    _, line, mark = shown(b"a" * 500, 100, 400)
    assert line == "    ..." + "a" * WINDOW + "..."
    assert mark == " " * (4 + 3 + 30) + "~" * (WINDOW - 30) + "..."


@given(st.binary(max_size=300), st.text(max_size=20), st.integers(0, 300), st.integers(0, 300))
def test_always_three_safe_lines(data: bytes, message: str, start: int, length: int) -> None:
    """Law: whatever the bytes and the span, an excerpt is at most three printable lines, the mark under the line."""
    source = Source.of(data)
    start = min(start, len(data))
    end = min(start + length, len(data))
    lines = excerpt(source, Diagnostic("x", "info", message, (start, end))).split("\n")
    assert len(lines) == (1 if end == 0 else 3)
    for line in lines:
        assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in line)
    if len(lines) == 3:
        assert set(lines[2].strip()) <= set("~^.")
        assert len(lines[2]) <= 4 + 3 + 8 * WINDOW


def test_narrower_and_with_the_severity() -> None:
    source = Source.of(b"a" * 500, name="cable.txt")
    text = excerpt(source, Diagnostic("x", "error", "odd", (200, 203)), severity=True, columns=40)
    assert text.split("\n") == [
        "cable.txt:1:201: error: odd [x]",
        "    ..." + "a" * 30 + "...",
        "    " + " " * 13 + "~~^",
    ]
    assert excerpt(source, Diagnostic("x", "info", "odd"), severity=True) == "cable.txt: info: odd [x]"
