"""Places that overlap, as elements that nest."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from telegram_format.text.source import Span
from telegram_format.views.nesting import DEEPEST, Close, Open, Text, nested

SIZE = 12
SPANS = st.lists(st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)).map(lambda pair: (min(pair), max(pair))))


@given(SPANS)
def test_steps_nest_and_cover(spans: list[Span]) -> None:
    """Law: the texts tile the whole, elements close in the order they opened, and stand just where their spans are."""
    open_: list[int] = []
    covered: dict[int, set[int]] = {index: set() for index in range(len(spans))}
    position = 0
    for step in nested(spans, SIZE):
        match step:
            case Text(start, end):
                assert start == position < end
                position = end
                for index in open_:
                    covered[index].update(range(start, end))
            case Open(place, again):
                assert again == bool(covered[place])
                open_.append(place)
            case Close(place):
                assert open_.pop() == place
        assert len(open_) <= DEEPEST
    assert not open_
    assert position == SIZE
    if len(spans) <= DEEPEST:
        assert covered == {index: set(range(*span)) for index, span in enumerate(spans)}


def test_larger_places_are_outside() -> None:
    steps = list(nested([(2, 4), (0, 6), (2, 4)], 6))
    assert [step.place for step in steps if isinstance(step, Open)] == [1, 0, 2]


def test_places_that_cross_go_on() -> None:
    assert list(nested([(0, 4), (2, 6)], 6)) == [
        *(Open(0, False), Text(0, 2), Open(1, False), Text(2, 4), Close(1), Close(0)),
        *(Open(1, True), Text(4, 6), Close(1)),
    ]


def test_nothing() -> None:
    assert list(nested([(0, 0)], 0)) == []


def test_what_lies_too_deep_is_left_out() -> None:
    spans = [(at, 100) for at in range(50)]
    steps = list(nested(spans, 100))
    assert [step.place for step in steps if isinstance(step, Open)] == list(range(DEEPEST))
    texts = [step for step in steps if isinstance(step, Text)]
    assert all(one.end == other.start for one, other in pairwise(texts))
