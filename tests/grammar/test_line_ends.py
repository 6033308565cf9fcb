"""Line ends made one sign."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.grammar.line_ends import unify_line_ends
from telegram_format.kit import Draft, Source, View


def unified(text: str) -> Draft:
    draft = Draft(View.whole(Source.of(text)))
    unify_line_ends(draft)
    return draft


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A\nB", "A\nB"),
        ("A\r\nB", "A\nB"),
        ("A\r\r\nB", "A\nB"),
        ("A\r\r\r\r\nB", "A\nB"),
        ("A\rB", "A\nB"),
        ("A\r\rB", "A\n\nB"),
        ("A\n\rB", "A\n\nB"),
        ("A\r", "A\n"),
        ("A\\\nB", "A\nB"),
        ("A\\  \r\nB", "A\nB"),
        ("A\\B\\", "A\\B\\"),
        ("A&#x000A;B", "A\nB"),
        ("A&#10;B", "A\nB"),
        ("Jos&#233;", "José"),
        ("Jos&#xE9;", "José"),
        ("&#8217;", "’"),
        ("AT&T", "AT&T"),
        ("&amp;", "&amp;"),
        ("&#0;&#xD800;&#x110000;&#9999999;", "&#0;&#xD800;&#x110000;&#9999999;"),
        ("&#;&#x;&#65", "&#;&#x;&#65"),
        ("A\x0b\x0c\x85\u2028B", "A\x0b\x0c\x85\u2028B"),
    ],
)
def test_reading(text: str, read: str) -> None:
    assert unified(text).text == read


def test_a_text_in_order_is_left_alone() -> None:
    for text in ("A\nB", "AT&T", "A & #B", ""):
        draft = Draft(View.whole(Source.of(text)))
        view = draft.view
        unify_line_ends(draft)
        assert draft.view is view


def test_signs_for_line_ends_are_accounted_for() -> None:
    draft = unified("A\\\nB&#x000A;C&#65;\r\n")
    assert draft.trace().marks == (("line end", ((1, 2),)), ("line end", ((4, 12),)))


texts = st.lists(st.sampled_from(["A", "\r", "\n", "\\", "&#10;", "&#65;", "&#", ";", " "]), max_size=20).map("".join)


@given(texts)
def test_only_line_ends_of_one_kind_are_left(text: str) -> None:
    """Law: no CR is left, as many lines as there were, and every place leads back."""
    draft = unified(text)
    assert "\r" not in draft.text
    line_ends = re.findall(r"(?<!\r)\r*\n|\r(?!\r*\n)|&#10;", text)
    assert draft.text.count("\n") == len(line_ends)
    for offset, sign in enumerate(draft.text):
        spans = draft.view.to_source(offset, offset + 1)
        assert all(0 <= start <= end <= len(text) for start, end in spans)
        if sign in "\\; ":
            assert text[spans[0][0]] == sign
