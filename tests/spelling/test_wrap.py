"""Words on lines."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.spelling.signs import TEXT_LINE
from telegram_format.spelling.wrap import wrap

WORDS = "the lamp was lit before the guests came"


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, [WORDS]),
        (20, ["the lamp was lit", "before the guests", "came"]),
        (3, ["the", "lamp", "was", "lit", "before", "the", "guests", "came"]),
    ],
)
def test_lines_are_as_full_as_they_can_be(width: int, lines: list[str]) -> None:
    assert wrap(WORDS, width) == lines


def test_what_stands_before_counts() -> None:
    assert wrap(WORDS, 20, first="1. (C) ", indent="   ") == [
        "1. (C) the lamp was",
        "   lit before the",
        "   guests came",
    ]


def test_nothing_is_no_line() -> None:
    assert wrap(" ", 20) == []
    assert wrap("", 20, first="SUBJECT: ") == ["SUBJECT:"]


def test_no_line_begins_with_a_sign() -> None:
    assert wrap("he paid in May of 2. (C) and in June", 18, signs=TEXT_LINE) == [
        "he paid in May",
        "of 2. (C) and in",
        "June",
    ]


def test_a_line_that_cannot_be_parted_is_long() -> None:
    assert wrap("A. B. C. D. E. F. G. H.", 8, signs=TEXT_LINE) == ["A. B. C. D. E. F. G. H."]


def test_words_that_must_stand_apart() -> None:
    assert wrap("see REF: A and B", 70, apart=re.compile("REF:(?P<gap> )")) == ["see REF:", "A and B"]


def test_a_last_line_that_is_odd_gets_more_words() -> None:
    def odd(lines: list[str]) -> bool:
        return lines[-1] == "came"

    assert wrap(WORDS, 20, odd=odd) == ["the lamp was lit", "before the", "guests came"]


def test_a_line_that_is_odd_alone_is_parted() -> None:
    assert wrap("THE LAMP", 70, odd=lambda lines: len(lines) == 1) == ["THE", "LAMP"]


def test_what_is_odd_in_any_way_stays() -> None:
    assert wrap("LAMP", 70, odd=lambda _: True) == ["LAMP"]
    assert wrap(WORDS, 20, odd=lambda _: True) == wrap(WORDS, 20)


def test_words_that_must_stand_apart_do_so_when_lines_move() -> None:
    lines = wrap("see REF: A", 70, apart=re.compile("REF:(?P<gap> )"), odd=lambda lines: lines[-1] == "A")
    assert lines == ["see REF:", "A"]


def test_a_break_that_moves_does_not_bring_together_what_must_stand_apart() -> None:
    words = "Classified by Ann, of the old ferries. of"
    lines = wrap(words, 70, apart=re.compile("Classified(?P<gap> )"), odd=lambda lines: lines[-1] == words[11:])
    assert lines == ["Classified", "by Ann, of the old ferries.", "of"]


@given(st.text(), st.integers(1, 90))
def test_all_words_are_there(text: str, width: int) -> None:
    """Lines hold the words in order, and go over the width by one word only."""
    lines = wrap(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= width or " " not in line for line in lines)
