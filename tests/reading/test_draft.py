"""Handing values over, and what becomes of them."""

from __future__ import annotations

import pytest

from telegram_format.model.body import Paragraph
from telegram_format.model.tag import Tag
from telegram_format.reading.draft import Draft
from telegram_format.text.source import Source
from telegram_format.text.view import View

TEXT = "SUBJECT: TIN ROOFS\n\nTAGS: ECON\n\nOne word and a MARK in it.\n"


@pytest.fixture
def draft() -> Draft:
    return Draft(View.whole(Source.of(TEXT)), reader="sample")


def test_a_value_has_its_place(draft: Draft) -> None:
    draft.put("subject", "TIN ROOFS", 9, 18)
    assert draft.telegram().subject == "TIN ROOFS"
    assert draft.trace()["subject"] == ((9, 18),)
    assert draft.diagnostics() == ()


def test_the_first_value_stays(draft: Draft) -> None:
    draft.put("subject", "TIN ROOFS", 9, 18)
    draft.put("subject", "TIN ROOFS", 20, 24)
    assert draft.diagnostics() == ()
    draft.put("subject", "STRAW ROOFS", 26, 30)
    assert draft.telegram().subject == "TIN ROOFS"
    assert draft.trace()["subject"] == ((9, 18), (20, 24), (26, 30))
    (found,) = draft.diagnostics()
    assert (found.code, found.path, found.span, found.reader) == ("field-repeated", "subject", (26, 30), "sample")
    assert found.severity == "warning"
    assert "STRAW ROOFS" in found.message


def test_a_long_value_is_cut_in_the_message(draft: Draft) -> None:
    draft.put("subject", "A", 0, 1)
    draft.put("subject", "B" * 500, 0, 1)
    (found,) = draft.diagnostics()
    assert found.message.endswith("BBB...")
    assert len(found.message) < 120


def test_a_list_grows(draft: Draft) -> None:
    assert draft.add("tags", Tag("ECON", "subject"), 26, 30) == 0
    assert draft.add("tags", Tag("PREL", "subject"), 26, 30) == 1
    draft.place(("tags", 0, "code"), 26, 30)
    assert draft.telegram().tags == (Tag("ECON", "subject"), Tag("PREL", "subject"))
    assert list(draft.trace()) == ["tags[0]", "tags[1]", "tags[0].code"]


def test_rest_has_a_place_and_is_not_covered(draft: Draft) -> None:
    draft.add_rest("body", Paragraph("One word"), 32, 40)
    assert draft.telegram().body == (Paragraph("One word"),)
    assert draft.trace()["body[0]"] == ((32, 40),)
    assert draft.trace().covered(draft.view) == []


def test_attributes(draft: Draft) -> None:
    draft.attribute("origin", "Embassy Zenda", 0, 4)
    assert dict(draft.telegram().attributes) == {"origin": "Embassy Zenda"}
    assert draft.trace()["attributes.origin"] == ((0, 4),)


def test_marks_carry_no_field(draft: Draft) -> None:
    draft.mark("subject", 0, 8)
    trace = draft.trace()
    assert len(trace) == 0
    assert trace.marks == (("subject", ((0, 8),)),)
    assert trace.covered(draft.view) == [(0, 8)]


def test_a_lifted_mark_parts_what_is_read_over_it(draft: Draft) -> None:
    at = TEXT.index("MARK ")
    draft.mark("page mark", at, at + 4)
    draft.lift([(at, at + 5)])
    assert draft.text.endswith("One word and a in it.\n")
    start = draft.text.index("and")
    draft.put("subject", "and a in", start, start + 8)
    (first, second) = draft.trace()["subject"]
    assert [TEXT[low:high] for low, high in (first, second)] == ["and a", "in"]
    assert draft.trace().marks == (("page mark", ((at, at + 4),)),)


def test_no_cuts_are_no_new_view(draft: Draft) -> None:
    view = draft.view
    draft.lift([])
    draft.keep(0, len(TEXT))
    assert draft.view is view


def test_a_part_is_kept_and_another_set_apart(draft: Draft) -> None:
    at = TEXT.index("One")
    draft.set_apart(at, len(TEXT))
    draft.keep(0, at)
    assert draft.text == TEXT[:at]
    assert [part.text for part in draft.parts] == [TEXT[at:]]
    draft.put("subject", "TIN ROOFS", 9, 18)
    assert draft.trace()["subject"] == ((9, 18),)


def test_a_note_is_placed_in_the_view_it_was_made_in() -> None:
    draft = Draft(View.whole(Source.of("¶A CUT B")))
    draft.note("sample/odd", "before", 1, 2)
    draft.lift([(2, 6)])
    draft.note("empty-input", "over the cut", 1, 4, ("to", 0, "name"))
    first, second = draft.diagnostics()
    assert (first.span, first.path, first.reader, first.severity) == ((2, 3), None, None, "warning")
    assert (second.span, second.path, second.severity) == ((2, 9), "to[0].name", "warning")
