"""What two telegrams say differently, for people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import telegram_format as tf
from telegram_format.testing.strategies import telegrams
from telegram_format.views.changes import Change, changes

BASE = tf.Telegram(
    to=(tf.Address("POST A"), tf.Address("POST B", precedence=tf.Precedence.ROUTINE)),
    tags=(tf.Tag("PREL", "subject"), tf.Tag("ECON", "subject")),
    dtg=tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009),
    subject="LAMPS",
    body=(
        tf.Heading("ONE"),
        tf.Paragraph("The lamps of the harbour are lit.", 1, "C"),
        tf.Paragraph("The mole is closed.", 2, "C"),
    ),
    attributes=tf.Attributes({"origin": "A"}),
)


def said(**fields: object) -> list[tuple[str, object, object]]:
    found = changes(BASE, tf.evolve(BASE, **fields))
    return [(one.label, one.before, one.after) for one in found]


def test_equal_telegrams() -> None:
    assert said() == []


def test_a_value() -> None:
    assert said(subject="OIL") == [("subject", "LAMPS", "OIL")]
    assert changes(BASE, tf.evolve(BASE, subject=None)) == [Change("subject", "", "LAMPS", None)]
    assert changes(BASE, tf.evolve(BASE, validation="1")) == [Change("", "validation", None, "1")]
    assert said(attributes=tf.Attributes({"origin": "B"})) == [("attributes.origin", "A", "B")]


def test_a_thing_of_several_parts_changes_as_one() -> None:
    later = tf.evolve(BASE.dtg, hour=17, minute=41)
    assert said(dtg=later) == [("dtg", BASE.dtg, later)]
    assert said(dtg=None) == [("dtg", BASE.dtg, None)]


def test_items_that_come_and_go() -> None:
    new = tf.Tag("SENV", "subject")
    assert said(tags=(*BASE.tags, new)) == [("tags[2]", None, new)]
    assert said(tags=(new, *BASE.tags)) == [("tags[0]", None, new)]
    assert said(tags=BASE.tags[1:]) == [("tags[0]", BASE.tags[0], None)]
    assert said(tags=()) == [("tags[0]", BASE.tags[0], None), ("tags[1]", BASE.tags[1], None)]
    assert said(signatures=("FINCH",)) == [("signatures[0]", None, "FINCH")]


def test_an_item_that_moved_on_is_compared_field_by_field() -> None:
    new = tf.Paragraph("A new one.", 1)
    first, second = BASE.body[1:]
    renumbered = (tf.evolve(first, number=2), tf.evolve(second, number=3))
    assert said(body=(BASE.body[0], new, *renumbered)) == [
        ("paragraphs[0]", None, new),
        ("paragraphs[0].number (now paragraphs[1].number)", 1, 2),
        ("paragraphs[1].number (now paragraphs[2].number)", 2, 3),
    ]


def test_an_item_of_most_of_the_words_stands_for_the_other() -> None:
    reworded = tf.evolve(BASE.body[1], text="The lamps of the whole harbour are lit.")
    kept = (BASE.body[0], reworded)
    assert said(body=kept) == [
        ("paragraphs[0].text", "The lamps of the harbour are lit.", "The lamps of the whole harbour are lit."),
        ("paragraphs[1]", BASE.body[2], None),
    ]
    other = tf.Paragraph("Nothing alike at all.", 7)
    found = said(body=(*BASE.body[:1], other, other, tf.evolve(BASE.body[2], text="The mole is now closed.")))
    assert [label for label, _, _ in found] == [
        *("paragraphs[0]", "paragraphs[0]", "paragraphs[1]", "paragraphs[1].text (now paragraphs[2].text)")
    ]


def test_items_stand_for_each_other_in_order_only() -> None:
    one = [tf.Paragraph("the red lamp of the mole"), tf.Paragraph("a ferry to the north coast")]
    other = [tf.Paragraph("a ferry to the south coast"), tf.Paragraph("the new lamp of the mole"), tf.Paragraph("C")]
    found = changes(tf.Telegram(body=tuple(one)), tf.Telegram(body=tuple(other)))
    assert [change.label for change in found] == [
        "paragraphs[0]",
        "paragraphs[0].text (now paragraphs[1].text)",
        "paragraphs[1]",
        "paragraphs[2]",
    ]


def test_parts_of_paragraphs() -> None:
    parts = (tf.Paragraph("first part", label="a"), tf.Paragraph("second part", label="b"))
    one = tf.evolve(BASE, body=(tf.Paragraph("T", paragraphs=parts),))
    other = tf.evolve(BASE, body=(tf.Heading("H"), tf.Paragraph("T", paragraphs=parts[1:])))
    assert [found.label for found in changes(one, other)] == ["body[0]", "paragraphs[0].paragraphs[0]"]


@pytest.mark.parametrize("count", [60])
def test_long_lists_are_not_tried_on_each_other(count: int) -> None:
    gone = tuple(tf.Paragraph(f"old words {number}") for number in range(count))
    come = tuple(tf.Paragraph(f"old words {number} again") for number in range(count + 1))
    found = changes(tf.Telegram(body=gone), tf.Telegram(body=come))
    assert len(found) == 2 * count + 1


def test_items_of_another_kind_and_plain_ones() -> None:
    one = tf.Telegram(body=(tf.Separator("-"), tf.Separator("*"), tf.Paragraph("A")), caveats=("A", "B"))
    other = tf.Telegram(body=(tf.Heading("A"), tf.Separator("*"), tf.Paragraph("B")), caveats=("A", "C"))
    found = changes(one, tf.evolve(other, body=other.body[:2]))
    assert ("caveats[1]", "B", "C") in [(change.label, change.before, change.after) for change in found]
    assert [change.label for change in found if "body" in change.label] == ["body[0]"]


@settings(max_examples=30, deadline=None)
@given(telegrams(), telegrams())
def test_there_are_changes_where_telegrams_differ(one: tf.Telegram, other: tf.Telegram) -> None:
    """Law: telegrams that are equal have no changes and others have some."""
    assert changes(one, one) == []
    assert bool(changes(one, other)) == (one != other)
