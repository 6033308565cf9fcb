"""What only the wrapper says."""

from __future__ import annotations

import pytest

from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.reading.draft import NO_CONTEXT, Context, Draft
from telegram_format.reading.fill import context_of, fill
from telegram_format.reading.wrapped import Fact
from telegram_format.text.source import Source
from telegram_format.text.view import View

NUMBER = Fact("message_id", "08DUSHANBE745", 0, 13)
LEVEL = Fact("classification", "CONFIDENTIAL//NOFORN", 14, 34)


@pytest.fixture
def draft() -> Draft:
    source = Source.of("08DUSHANBE745 CONFIDENTIAL//NOFORN text")
    return Draft(View.whole(source).part(35, 39), reader="sample")


def test_no_facts_change_nothing(draft: Draft) -> None:
    view = draft.view
    fill(draft, ())
    assert draft.view is view
    assert draft.values == {}


def test_gaps_are_filled_from_their_places(draft: Draft) -> None:
    fill(draft, (NUMBER, LEVEL, Fact("origin", "Embassy Dushanbe", 3, 11)))
    telegram = draft.telegram()
    assert telegram.message_id == MessageId(2008, "DUSHANBE", 745)
    assert telegram.classification is Classification.CONFIDENTIAL
    assert dict(telegram.attributes) == {
        "message_id": "08DUSHANBE745",
        "classification": "CONFIDENTIAL//NOFORN",
        "origin": "Embassy Dushanbe",
    }
    trace = draft.trace()
    assert trace["message_id"] == trace["attributes.message_id"] == ((0, 13),)
    assert trace["classification"] == ((14, 34),)
    assert trace["attributes.origin"] == ((3, 11),)
    assert draft.diagnostics() == ()


def test_the_text_counts_more(draft: Draft) -> None:
    draft.put("message_id", MessageId(2008, "DUSHANBE", 746), 0, 4)
    draft.put("classification", Classification.SECRET, 0, 4)
    fill(draft, (NUMBER, LEVEL))
    assert draft.telegram().message_id == MessageId(2008, "DUSHANBE", 746)
    assert draft.telegram().classification is Classification.SECRET
    assert [(found.code, found.span, found.path) for found in draft.diagnostics()] == [
        ("message-id-conflict", (0, 13), "message_id"),
        ("classification-conflict", (14, 34), "classification"),
    ]


def test_what_agrees_is_left(draft: Draft) -> None:
    draft.put("message_id", MessageId(2008, "DUSHANBE", 745), 0, 4)
    draft.put("classification", Classification.CONFIDENTIAL, 0, 4)
    fill(draft, (NUMBER, LEVEL))
    assert draft.diagnostics() == ()
    assert draft.trace()["message_id"] == ((35, 39),)


def test_handling_of_unclassified_text_is_no_conflict(draft: Draft) -> None:
    draft.put("classification", Classification.UNCLASSIFIED, 0, 4)
    fill(draft, (Fact("classification", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", 14, 34),))
    assert draft.diagnostics() == ()


def test_the_year_alone_is_filled(draft: Draft) -> None:
    draft.put("message_id", MessageId(None, "DUSHANBE", 745, written="DUSHANBE 000745"), 0, 4)
    fill(draft, (NUMBER,))
    message_id = draft.telegram().message_id
    assert message_id == MessageId(2008, "DUSHANBE", 745)
    assert message_id is not None
    assert message_id.written == "DUSHANBE 000745"
    assert draft.trace()["message_id.year"] == ((0, 13),)


@pytest.mark.parametrize("fact", [Fact("message_id", "??", 0, 2), Fact("classification", "PERSONAL", 0, 8)])
def test_facts_without_sense_are_attributes_only(draft: Draft, fact: Fact) -> None:
    fill(draft, (fact,))
    telegram = draft.telegram()
    assert telegram.message_id is None
    assert telegram.classification is None
    assert telegram.attributes[fact.name] == fact.value
    assert draft.diagnostics() == ()


def test_context_of_the_wrapper() -> None:
    assert context_of((LEVEL, NUMBER), NO_CONTEXT) == Context(2008, "DUSHANBE")
    assert context_of((NUMBER,), Context(1999)) == Context(1999, "DUSHANBE")
    assert context_of((NUMBER,), Context(None, "LOME")) == Context(2008, "LOME")
    assert context_of((LEVEL, Fact("message_id", "??", 0, 2)), Context(1999)) == Context(1999)
    assert context_of((), NO_CONTEXT) is NO_CONTEXT


def test_what_runs_over_lines_of_the_text_is_no_fact() -> None:
    source = Source.of("Embassy\nLome\nUNCLAS\nLOME 000012")
    wrapped = Fact("origin", "Embassy\nLome", 0, 12)
    damaged = Fact("references", "UNCLAS\nLOME 000012", 13, 31)
    draft = Draft(View.whole(source).part(13, 31), reader="sample")
    fill(draft, (wrapped, damaged))
    assert dict(draft.telegram().attributes) == {"origin": "Embassy\nLome"}
