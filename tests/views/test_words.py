"""Two texts word by word, and two rows side by side."""

from __future__ import annotations

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from telegram_format.views.alignment import Stretch, aligned
from telegram_format.views.words import Wording, word_changes

TEXTS = st.lists(st.sampled_from(["a", "b", " ", "  ", "\n", "cd"])).map("".join)
ROWS = st.lists(st.integers(0, 3), max_size=12)


@given(TEXTS, TEXTS)
def test_both_texts_are_there(before: str, after: str) -> None:
    """Law: the parts joined are the two texts, and equal texts have no part that differs."""
    found = word_changes(before, after)
    assert "".join(one.before for one in found) == before
    assert "".join(one.after for one in found) == after
    if before == after:
        assert all(one.before == one.after for one in found)


@given(ROWS, ROWS)
def test_stretches_tile_both_rows(before: list[int], after: list[int]) -> None:
    """Law: stretches follow each other in both rows to their ends, and say truly what is the same."""
    at = other = 0
    for stretch in aligned(before, after):
        assert (stretch.before[0], stretch.after[0]) == (at, other)
        (_, at), (_, other) = stretch.before, stretch.after
        if stretch.same:
            assert before[slice(*stretch.before)] == after[slice(*stretch.after)]
    assert (at, other) == (len(before), len(after))


def test_words() -> None:
    assert word_changes("one two three ", "one 2 three ") == [
        Wording("one ", "one "),
        Wording("two ", "2 "),
        Wording("three ", "three "),
    ]
    assert word_changes("a", "") == [Wording("a", "")]
    assert word_changes("", "") == []


def test_long_rows_cost_no_more_than_their_length() -> None:
    before, after = [*range(5_000), 1], [*range(5_000, 0, -1), 0]
    begin = process_time()
    assert aligned([9, *before, 8], [9, *after, 8]) == [
        Stretch((0, 1), (0, 1), True),
        Stretch((1, 5_002), (1, 5_002), False),
        Stretch((5_002, 5_003), (5_002, 5_003), True),
    ]
    assert process_time() - begin < 0.5
