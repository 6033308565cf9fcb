"""Views, and the way back from them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.text.source import Source, Span
from telegram_format.text.view import View

TEXT = "The lamp\n\nZENDA 00000512  002 OF 002\n\nwas &#108;it."


@st.composite
def views(draw: st.DrawFn) -> View:
    """A view of a view of a view: parts, cuts and stand-ins, one on top of the other."""
    source = Source.of(draw(st.text("ab \n&", max_size=30)))
    view = View.whole(source)
    for _ in range(draw(st.integers(0, 4))):
        places = sorted(draw(st.lists(st.integers(0, len(view.text)), max_size=6)))
        match draw(st.integers(0, 2)):
            case 0 if len(places) >= 2:
                view = view.part(places[0], places[-1])
            case 1:
                view = view.without(list(zip(places[::2], places[1::2], strict=False)))
            case _:
                view = View.of_pieces(view, stood_in(places, len(view.text)))
    return view


def stood_in(places: list[int], length: int) -> list[tuple[int, int, str | None, bool]]:
    """Pieces of which every other one is replaced by a cross."""
    bounds = [0, *places, length]
    pairs = enumerate(pairwise(bounds))
    return [(start, end, "x" if index % 2 else None, False) for index, (start, end) in pairs if start < end]


@given(views(), st.data())
def test_places_lie_in_the_source(view: View, data: st.DataObject) -> None:
    """Law: the spans of any range lie in the source, in order and apart, however many views are between."""
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    spans = view.to_source(start, end)
    assert spans
    position = 0
    for low, high in spans:
        assert position <= low <= high <= len(view.source.text)
        position = high


@given(views())
def test_a_copied_character_is_the_one_at_its_place(view: View) -> None:
    """Law: each character of a view that stands in for nothing is that at its place in the source."""
    for offset, sign in enumerate(view.text):
        if sign != "x":
            ((low, high),) = view.to_source(offset, offset + 1)
            assert view.source.text[low:high] == sign


@given(views(), st.data())
def test_up_goes_one_step_of_the_way(view: View, data: st.DataObject) -> None:
    """Law: a step up and the way from there is the whole way."""
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    spans: tuple[Span, ...] = view.up(start, end)
    if isinstance(view.origin, View):
        spans = tuple(found for span in spans for found in view.origin.to_source(*span))
    assert spans == view.to_source(start, end)


@given(views())
def test_what_is_taken_is_where_its_characters_stand(view: View) -> None:
    """Law: the spans taken are those of the characters of the view, in order; a place leaves out white space."""
    taken = {at for start, end in view.taken() for at in range(start, end)}
    single = [view.to_source(offset, offset + 1) for offset in range(len(view.text))]
    found = {at for spans in single for start, end in spans for at in range(start, end)}
    assert found <= taken
    assert all(view.source.text[at].isspace() for at in taken - found)
    spans = list(view.taken())
    assert all(one[1] <= other[0] or one == other for one, other in pairwise(spans))


def test_what_is_taken_of_a_part() -> None:
    view = View.whole(Source.of("abcdef")).without([(3, 4)])
    assert list(view.taken()) == [(0, 3), (4, 6)]
    assert list(view.part(1, 2).taken()) == [(1, 2)]
    assert list(view.part(2, 4).taken()) == [(2, 3), (4, 5)]
    assert list(view.part(1, 1).taken()) == []


def test_whole() -> None:
    view = View.whole(Source.of(TEXT))
    assert view.text == TEXT
    assert view.up(3, 9) == ((3, 9),)
    assert view.source.text == TEXT


def test_a_span_over_a_cut_is_parted_and_trimmed() -> None:
    mark = TEXT.index("ZENDA"), TEXT.index("002\n\n") + 5
    view = View.whole(Source.of(TEXT)).without([mark])
    assert view.text == "The lamp\n\nwas &#108;it."
    spans = view.up(0, len(view.text))
    assert [TEXT[start:end] for start, end in spans] == ["The lamp", "was &#108;it."]
    assert view.up(0, 3) == ((0, 3),)
    assert view.up(len(view.text), len(view.text)) == ((len(TEXT), len(TEXT)),)


def test_a_span_over_markup_is_one() -> None:
    entity = TEXT.index("&#108;")
    view = View.of_pieces(
        Source.of(TEXT),
        [(0, entity, None, False), (entity, entity + 6, "l", False), (entity + 6, len(TEXT), None, False)],
    )
    assert view.text.endswith("was lit.")
    start = view.text.index("lit")
    assert view.up(start, start + 3) == ((entity, entity + 8),)
    assert view.up(start, start + 1) == ((entity, entity + 6),)
    assert view.up(start - 4, start + 3) == ((entity - 4, entity + 8),)


def test_a_stand_in_for_nothing_has_an_empty_place() -> None:
    view = View.of_pieces(Source.of("AB"), [(0, 1, None, False), (1, 1, "\n", False), (1, 2, None, False)])
    assert view.text == "A\nB"
    assert view.up(1, 2) == ((1, 1),)
    assert view.up(0, 3) == ((0, 2),)


def test_cuts_through_two_views() -> None:
    source = Source.of("one CUT two CUT three")
    first = View.whole(source).without([(4, 8)])
    second = first.without([(8, 12)])
    assert second.text == "one two three"
    assert [source.text[start:end] for start, end in second.to_source(0, len(second.text))] == ["one", "two", "three"]
    assert second.source is source


@pytest.mark.parametrize("cuts", [[(0, 6)], [(0, 2), (2, 6)]])
def test_an_empty_view_stands_at_the_start(cuts: list[Span]) -> None:
    view = View.whole(Source.of("sample")).without(cuts)
    assert view.text == ""
    assert view.up(0, 0) == ((0, 0),)


def test_what_is_left_of_blanks_only_stands_somewhere() -> None:
    view = View.whole(Source.of(" CUT ")).without([(1, 4)])
    assert view.up(0, 2) == ((0, 1),)
