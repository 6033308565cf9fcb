"""The smallest change of a wrapped passage."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.reading.revision.rewording import rewordings
from telegram_format.text.fold import unfold


def reworded(passage: str, before: str, after: str) -> str:
    for change in reversed(rewordings(passage, before, after)):
        passage = passage[: change.start] + change.words + passage[change.end :]
    return passage


@pytest.mark.parametrize(
    ("passage", "after", "expected"),
    [
        ("one two\nthree", "one two three", "one two\nthree"),
        ("one two\nthree", "one 2 three", "one 2\nthree"),
        ("one two\nthree", "one two and\nthree", "one two and\nthree"),
        ("one two\nthree", "two three", "two\nthree"),
        ("one two\nthree", "one two", "one two"),
        ("one two\nthree", "one three", "one\nthree"),
        ("one two\nthree", "zero one two three", "zero one two\nthree"),
        ("one two\nthree", "one two three four", "one two\nthree four"),
        ("one two\nthree", "one 2 three four", "one 2\nthree four"),
        ("one", "two", "two"),
        ("one", "", ""),
        ("", "one", "one"),
        ("one  two\n   three four", "one two four", "one  two four"),
    ],
)
def test_words(passage: str, after: str, expected: str) -> None:
    assert reworded(passage, " ".join(passage.split()), after) == expected


@pytest.mark.parametrize(
    ("passage", "before", "after", "expected"),
    [
        ("one\ntwo\n\nthree", "one two\n\nthree", "one two\n\nthree four", "one\ntwo\n\nthree four"),
        ("one\ntwo\n\nthree", "one two\n\nthree", "one two three", "one\ntwo three"),
        ("one\ntwo\n\nthree", "one two\n\nthree", "one two\n\n3", "one\ntwo\n\n3"),
        ("one\ntwo three", "one two three", "one\n\ntwo three", "one\n\ntwo three"),
        ("one:\n- two\n- three", "one:\n- two\n- three", "one:\n- two", "one:\n- two"),
        ("one:\n- two\n- three", "one:\n- two\n- three", "one:\n- two\n- 3\n- four", "one:\n- two\n- 3\n- four"),
        ("one\n\ntwo", "one\n\ntwo", "two", "two"),
    ],
)
def test_line_ends_that_mean_something(passage: str, before: str, after: str, expected: str) -> None:
    assert reworded(passage, before, after) == expected


def test_a_passage_that_does_not_spell_the_value_is_compared_as_it_stands() -> None:
    assert reworded("COTON0U\nties", "COTONOU ties", "COTONOU bonds") == "COTONOU bonds"
    assert reworded("US- \nLATIN ties", "US-LATIN ties", "US-LATIN bonds") == "US- \nLATIN bonds"


def test_a_line_end_that_comes_to_mean_something_goes() -> None:
    assert reworded("a pear\nc.\n\na plum", "a pear c.\n\na plum", "a pear c. a plum") == "a pear c. a plum"


def test_much_is_replaced_as_one() -> None:
    before = " ".join(f"a{n} same" for n in range(400))
    after = " ".join(f"b{n} same" for n in range(400))
    assert len(rewordings(before, before, after)) == 1
    assert reworded(before, before, after) == after


words = st.lists(st.sampled_from(["a", "b", "c.", "de"]), min_size=1, max_size=12)
gaps = st.sampled_from([" ", "\n", "  ", "\n\n"])


@given(
    words,
    st.lists(gaps, min_size=12, max_size=12),
    words,
    st.lists(st.sampled_from([" ", "\n\n"]), min_size=12, max_size=12),
)
def test_a_reworded_passage_spells_the_new_value(
    old: list[str], old_gaps: list[str], new: list[str], new_gaps: list[str]
) -> None:
    """What a passage says after its rewordings is the new value, however it was wrapped."""
    passage = "".join(word + gap for word, gap in zip(old, old_gaps, strict=False)).rstrip()
    after = "".join(word + gap for word, gap in zip(new, new_gaps, strict=False)).rstrip()
    assert unfold(reworded(passage, unfold(passage), after)) == unfold(after)


@given(words, st.lists(gaps, min_size=12, max_size=12))
def test_nothing_changes_where_nothing_differs(old: list[str], old_gaps: list[str]) -> None:
    """A value that stays has no rewordings."""
    passage = "".join(word + gap for word, gap in zip(old, old_gaps, strict=False)).rstrip()
    assert rewordings(passage, unfold(passage), unfold(passage)) == []
    assert re.sub(r"\s", "", reworded(passage, "else", unfold(passage))) == re.sub(r"\s", "", passage)
