"""Field path to places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.reading.draft import Draft
from telegram_format.reading.trace import Path, merged, spell, steps
from telegram_format.text.source import Source
from telegram_format.text.view import View


@pytest.mark.parametrize(
    ("path", "spelled"),
    [
        (("subject",), "subject"),
        (("to", 0, "name"), "to[0].name"),
        (("body", 3, "paragraphs", 12, "text"), "body[3].paragraphs[12].text"),
        (("attributes", "origin"), "attributes.origin"),
        (("transmission", "routing", 1), "transmission.routing[1]"),
        (("sets", 1, 2), "sets[1][2]"),
        ((), ""),
    ],
)
def test_spelling(path: Path, spelled: str) -> None:
    assert spell(path) == spelled
    assert steps(spelled) == path


@pytest.mark.parametrize("odd", ["to..name", ".to", "to[0", "to[]", "to[00]", "to]0[", "to[1234567890].name", "[0].to"])
def test_what_is_not_spelled_so_is_no_path(odd: str) -> None:
    assert steps(odd) == ()


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair))))


@given(spans)
def test_merged_covers_the_same(found: list[tuple[int, int]]) -> None:
    """Law: merged spans are in order and apart, not empty, and cover what the spans cover."""
    result = merged(found)
    position = -1
    for start, end in result:
        assert position < start < end
        position = end
    covered = {place for start, end in found for place in range(start, end)}
    assert {place for start, end in result for place in range(start, end)} == covered


def test_a_trace_is_a_mapping_of_bytes() -> None:
    draft = Draft(View.whole(Source.of("¶A and B")))
    draft.place(("subject",), 1, 2)
    draft.place(("subject",), 7, 8)
    trace = draft.trace()
    assert dict(trace) == {"subject": ((2, 3), (8, 9))}
    assert trace.characters("subject") == ((1, 2), (7, 8))
    assert trace.characters("dtg") == ()
    assert trace.get("dtg") is None
    assert trace.text("subject") == "A"
    assert trace.text("dtg") == ""
    assert "dtg" not in trace
    assert len(trace) == 1
    assert repr(trace) == "<Trace of 1 fields>"


def test_a_name_with_a_full_stop_or_a_bracket_is_found() -> None:
    draft = Draft(View.whole(Source.of("A and B")))
    draft.place(("attributes", "a.b"), 0, 1)
    draft.place(("attributes", "c["), 2, 5)
    trace = draft.trace()
    assert trace["attributes.a.b"] == ((0, 1),)
    assert trace.text("attributes.c[") == "and"
    assert list(trace) == ["attributes.a.b", "attributes.c["]


def test_layers_of_all_views_count() -> None:
    source = Source.of("0123456789")
    draft = Draft(View.whole(source))
    draft.mark("first", 0, 2)
    draft.lift([(4, 6)])
    draft.place(("subject",), 3, 5)  # 3 and 6
    trace = draft.trace()
    assert trace["subject"] == ((3, 4), (6, 7))
    outer = draft.view.origin
    assert isinstance(outer, View)
    assert trace.covered(outer) == [(0, 2), (3, 4), (6, 7)]
    assert trace.covered(draft.view) == [(3, 5)]
    assert trace.covered(View.whole(source)) == []
