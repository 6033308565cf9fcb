"""White space as meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.text.fold import fold, folder, is_wrapped, unfold

texts = st.text("Ab1.)(-* \t\n\r\x0b\x0c\u2028¶", max_size=60)


@given(texts)
def test_fold_is_one_line_of_the_same_words(text: str) -> None:
    """Law: the words stay, between them stands one blank."""
    folded = fold(text)
    assert folded.split(" ") == (text.split() or [""])
    assert fold(folded) == folded


@given(texts)
def test_folder_does_what_fold_does(text: str) -> None:
    """Law: for a range without white space at its ends the quick way and the sure way agree."""
    quick = folder(text)
    for start in range(len(text)):
        part = text[start : start + 20].strip()
        first = text.index(part, start)
        assert quick(first, first + len(part)) == fold(part)


@given(texts)
def test_unfold_keeps_the_words(text: str) -> None:
    """Law: unfolding changes white space only, and once."""
    unfolded = unfold(text)
    assert unfolded.split() == text.split()
    assert unfolded == unfolded.strip()
    assert "  " not in unfolded
    assert "\n\n\n" not in unfolded


@pytest.mark.parametrize(
    ("text", "unfolded"),
    [
        ("", ""),
        ("one", "one"),
        ("one  two", "one two"),
        ("one\ntwo", "one two"),
        ("one \n two", "one two"),
        ("one\n- two\n- three", "one\n- two\n- three"),
        ("one\n* two", "one\n* two"),
        ("one\n• two", "one\n• two"),
        ("one\n   two", "one\ntwo"),
        ("one\n\ttwo", "one\ntwo"),
        ("one\na. two\nb. three", "one\na. two\nb. three"),
        ("one\n(1) two", "one\n(1) two"),
        ("one\n12) two", "one\n12) two"),
        ("one\n1907. two", "one 1907. two"),
        ("one\nAb. two", "one Ab. two"),
        ("one\n\n\n", "one"),
        ("\n\none", "one"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\n \n \ntwo\nthree", "one\n\ntwo three"),
        ("one\n\n- two\n- three", "one\n\n- two\n- three"),
    ],
)
def test_unfold(text: str, unfolded: str) -> None:
    assert unfold(text) == unfolded


@pytest.mark.parametrize("odd", ["A\tB", "A\rB", "A\x0bB", "A\x1fB", "A\xa0B", "A \n B"])
def test_folder_takes_any_white_space(odd: str) -> None:
    assert folder(odd)(0, len(odd)) == "A B"


@given(texts)
def test_wrapped_text_unfolds_to_one_line(text: str) -> None:
    """Law: text that is wrapped and nothing else reads the same unfolded and folded."""
    text = text.strip()
    if is_wrapped(text, 0, len(text)):
        assert unfold(text) == fold(text)
