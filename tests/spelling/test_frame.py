"""What breaks the frame."""

from __future__ import annotations

import pytest

from telegram_format.errors import SerializationError
from telegram_format.spelling.frame import in_heading, one_line, running, wide_enough


@pytest.mark.parametrize("value", ["a\nb", "a\rb", "a\x00b", "a\tb", "a\x85b", "a\u2028b", "\ufeffa", "a\ud800b"])
def test_signs_that_end_a_line_or_are_no_text(value: str) -> None:
    with pytest.raises(SerializationError) as found:
        one_line("subject", value)
    assert found.value.path == "subject"


@pytest.mark.parametrize("value", ["", " ", "\xa0"])
def test_nothing_to_write(value: str) -> None:
    with pytest.raises(SerializationError, match="nothing to write"):
        one_line("subject", value)


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("see VZCZCXYZ0012", "the start of a message"),
        ("12/03/2007 10:20, 07LOME12", "the start of a message"),
        ("a&#10;b", "a line end in other signs"),
        ("a\\ b", "a line end in other signs"),
        ("a\\", "a line end in other signs"),
        ("LOME 00000123  001 OF 002", "a mark between pages or sections"),
        ("PAGE 02 LOME 00123 01 OF 02 272154Z", "a mark between pages or sections"),
        ("SECTION 02 OF 03 LOME 000123", "a mark between pages or sections"),
    ],
)
def test_words_that_stand_for_something(value: str, what: str) -> None:
    with pytest.raises(SerializationError, match=f"stands for {what}"):
        running("body[0].text", value)


@pytest.mark.parametrize(
    "value", ["TAGS: ECON", "see REF: A", "Classified By", "E.O. 12958", "a ¶1 b", "at 1. (C)", "1. (C)"]
)
def test_labels_in_a_value_of_the_heading(value: str) -> None:
    with pytest.raises(SerializationError, match="holds a label of the heading, or the number of a paragraph"):
        in_heading("passing[0]", value)


@pytest.mark.parametrize("value", ["NNNN", "A & B", "a\\b", "2 OF 3", "PAGE 02", "ZCZC", "REFERENCE", "1.5 (b)"])
def test_what_stands_for_nothing(value: str) -> None:
    assert in_heading("subject", value) == value


def test_white_space_is_folded() -> None:
    assert one_line("subject", " a  b\u2003c ") == "a b c"


def test_width() -> None:
    assert wide_enough(40) == 40
    with pytest.raises(SerializationError, match=r"^lines have 40 characters at least$"):
        wide_enough(39)
