"""White space as meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.text.fold import fold, folder, unfold

texts = st.text("Ab1.)(-* \t\n\r\x0b\x0c\u2028¶", max_size=60)


@given(texts)
def test_fold_is_one_line_of_the_same_words(text: str) -> None:
    """Law: the words stay, between them stands one blank."""
    folded = fold(text)
    assert folded.split(" ") == (text.split() or [""])
    assert fold(folded) == folded


@given(texts)
def test_folder_does_what_fold_does(text: str) -> None:
    """Law: for a part without white space at its ends the quick way and the sure way agree."""
    quick = folder(text)
    for start in range(len(text)):
        part = text[start : start + 20].strip()
        assert quick(part) == fold(part)


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


def test_folder_chooses() -> None:
    assert folder("A\nB") is not fold
    for odd in ("A\tB", "A\rB", "A\x0bB", "A\x1fB", "A¶B"):
        assert folder(odd) is fold
