"""A wrapper and the telegram inside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from telegram_format.grammar.agreement import agree, lay_aside
from telegram_format.kit import Draft
from telegram_format.model.address import Address
from telegram_format.model.authority import ExecutiveOrder
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.message_id import MessageId
from telegram_format.model.precedence import Precedence
from telegram_format.model.reference import Reference

DraftOf = Callable[..., Draft]

NOW, SOON = Precedence.IMMEDIATE, Precedence.ROUTINE


def agreed(draft: Draft, name: str, outer: object, inner: object) -> tuple[object, list[str]]:
    """The value of both, and the codes of what was told."""
    _put(draft, name, outer, 0)
    aside = lay_aside(draft)
    _put(draft, name, inner, 8)
    agree(draft, aside)
    return draft.values.get(name), [found.code for found in draft.diagnostics()]


def _put(draft: Draft, name: str, value: object, start: int) -> None:
    for item in value if isinstance(value, list) else ():
        draft.add(name, item, start, start + 4)
    if not isinstance(value, list) and value is not None:
        draft.put(name, value, start, start + 4)


@pytest.mark.parametrize(
    ("name", "outer", "inner", "both"),
    [
        ("subject", "PEARS", None, "PEARS"),
        ("subject", "PEARS", "Pears", "Pears"),
        ("subject_marking", "U", "U", "U"),
        ("tags", ["A", "B"], [], ["A", "B"]),
        ("tags", ["A", "B"], ["B", "A"], ["B", "A"]),
        ("message_id", MessageId(2016, "LOME", 1), MessageId(None, "LOME", 1), MessageId(2016, "LOME", 1)),
        (
            "dtg",
            DateTimeGroup(5, 20, 43, "Z", 2, 2016),
            DateTimeGroup(5, 20, 43),
            DateTimeGroup(5, 20, 43, "Z", 2, 2016),
        ),
        (
            "executive_order",
            ExecutiveOrder("1"),
            ExecutiveOrder(None, date(2041, 2, 5)),
            ExecutiveOrder("1", date(2041, 2, 5)),
        ),
        ("executive_order", ExecutiveOrder("1", None, "X"), ExecutiveOrder("1"), ExecutiveOrder("1", None, "X")),
        ("to", [Address("A B", None, SOON)], [Address("AB", "RUEHC")], [Address("AB", "RUEHC")]),
        ("originator", Address("A"), Address("A", "RUEHC"), Address("A", "RUEHC")),
        ("references", [Reference("a note")], [Reference("A NOTE", label="A")], [Reference("A NOTE", label="A")]),
        ("signatures", ["Roe"], ["ROE"], ["ROE"]),
    ],
)
def test_what_both_say(draft_of: DraftOf, name: str, outer: object, inner: object, both: object) -> None:
    assert agreed(draft_of("A" * 20), name, outer, inner) == (both, [])


@pytest.mark.parametrize(
    ("name", "outer", "inner", "words"),
    [
        ("subject", "PEARS", "PLUMS", "the wrapper says PEARS, the text PLUMS"),
        ("passing", ["A"], ["B"], "the wrapper says A, the text B"),
        ("tags", ["A"], ["A", "B"], "the wrapper says A, the text A, B"),
        (
            "message_id",
            MessageId(2016, "LOME", 1),
            MessageId(2016, "LOME", 2),
            "the wrapper says 16 LOME 1, the text 16 LOME 2",
        ),
        (
            "message_id",
            MessageId(2016, "LOME", 1),
            MessageId(2015, "LOME", 1),
            "the wrapper says 16 LOME 1, the text 15 LOME 1",
        ),
        (
            "to",
            [Address("A", None, SOON)],
            [Address("A", None, NOW)],
            "the wrapper says A ROUTINE, the text A IMMEDIATE",
        ),
        ("info", [Address("A")], [Address("A"), Address("B")], "the wrapper says A, the text A, B"),
        ("signatures", ["ROE"], ["POE"], "the wrapper says ROE, the text POE"),
        ("subject", "P" * 80, "Q", f"the wrapper says {'P' * 57}..., the text Q"),
    ],
)
def test_what_they_disagree_on(draft_of: DraftOf, name: str, outer: object, inner: object, words: str) -> None:
    draft = draft_of("A" * 20)
    code = "message-id-conflict" if name == "message_id" else "wrapper-conflict"
    assert agreed(draft, name, outer, inner) == (inner, [code])
    assert draft.diagnostics()[0].message == words
    assert draft.diagnostics()[0].span == (0, 4)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (ExecutiveOrder("1"), ExecutiveOrder("2")),
        (ExecutiveOrder("1", date(2041, 2, 5)), ExecutiveOrder("1", date(2036, 2, 5))),
    ],
)
def test_orders_that_differ(draft_of: DraftOf, outer: ExecutiveOrder, inner: ExecutiveOrder) -> None:
    assert agreed(draft_of("A" * 20), "executive_order", outer, inner) == (inner, ["wrapper-conflict"])


def test_the_same_value_has_both_places(draft_of: DraftOf) -> None:
    draft = draft_of("A" * 20)
    agreed(draft, "subject", "PEARS", "PEARS")
    assert draft.trace()["subject"] == ((8, 12), (0, 4))


def test_what_is_named_twice_is_read(draft_of: DraftOf) -> None:
    draft = draft_of("A" * 20)
    both = [Address("A")]
    assert agreed(draft, "to", both * 2, both) == (both, [])
    trace = draft.trace()
    assert trace["to[0]"] == ((8, 12),)
    assert trace.marks == (("wrapper", ((0, 4),)),)


def test_attributes_stay(draft_of: DraftOf) -> None:
    draft = draft_of("A" * 20)
    draft.attribute("drafted_by", "A", 0, 1)
    draft.put("subject", "A", 1, 2)
    aside = lay_aside(draft)
    assert (draft.values, aside.values) == ({}, {"subject": "A"})
    assert [path for path, _, _ in draft.entries] == [("attributes", "drafted_by")]
