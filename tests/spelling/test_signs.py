"""What lines are taken for: as the grammar does, or more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar import ending, layout
from telegram_format.spelling import signs

lines = st.lists(
    st.sampled_from(["THE LAMP", "The Lamp", "of", "lit", "-", "--", "A.", "(U)", "2007", "O'DELL", ".", "DE"])
).map(" ".join)


@given(lines | st.text(max_size=100).filter(lambda text: "\n" not in text))
def test_headings_are_what_the_grammar_takes_for_them(line: str) -> None:
    """A line is a heading for the one where it is one for the other."""
    assert signs.looks_like_heading(line) == layout._is_heading_line(line)


def test_words_that_are_no_surnames() -> None:
    assert signs.NOT_SURNAMES == ending._NO_NAMES


@given(lines)
def test_signatures_are_what_the_grammar_takes_for_them(line: str) -> None:
    """A line that is a signature for the grammar is one here."""
    found = ending._SIGNATURE_LINE.fullmatch(line)
    assert found is None or signs.looks_like_ending(line)


@pytest.mark.parametrize("line", ["HOLLOWAY", "he said. Holloway", "NNNN", "#0799", "SECRET", "---", "VAN DER BERG"])
def test_endings(line: str) -> None:
    assert signs.looks_like_ending(line)


@pytest.mark.parametrize("line", ["the lamp was lit.", "pumps and steel", "in 2007"])
def test_what_is_no_ending(line: str) -> None:
    assert not signs.looks_like_ending(line)


@pytest.mark.parametrize(
    ("line", "underlined"), [("The lamp", True), ("the lamp", False), ("The lamp.", False), ("L" * 101, False)]
)
def test_lines_above_a_rule(line: str, underlined: bool) -> None:
    assert signs.looks_underlined(line) == underlined
