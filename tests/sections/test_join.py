"""Sections put together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf

FIRST = tf.Telegram(
    message_id=tf.MessageId(2009, "LOME", 412),
    dtg=tf.DateTimeGroup(6, 16, 40, "Z", 3, 2009),
    section=tf.Section(1, 3),
    subject="PLUMS",
    references=(tf.Reference("LOME 410"),),
    body=(tf.Paragraph("The plums are ripe.", 1), tf.Paragraph("The first basket went to the", 2)),
    validation="0412",
)
SECOND = tf.evolve(
    FIRST,
    section=tf.Section(2, 3),
    references=(),
    body=(tf.Paragraph("harbour master."), tf.Paragraph("The pears are not.", 3)),
)
THIRD = tf.evolve(
    SECOND,
    section=tf.Section(3, 3),
    body=(tf.Paragraph("Nobody knows why.", 4),),
    signatures=("FINCH",),
)
WHOLE = tf.evolve(
    THIRD,
    section=None,
    references=FIRST.references,
    body=(
        tf.Paragraph("The plums are ripe.", 1),
        tf.Paragraph("The first basket went to the harbour master.", 2),
        tf.Paragraph("The pears are not.", 3),
        tf.Paragraph("Nobody knows why.", 4),
    ),
)


def codes(joined: tf.Joined) -> list[str]:
    return [found.code for found in joined.diagnostics]


def numbered(telegram: tf.Telegram, section: int) -> tf.Telegram:
    """`telegram` with its section in FL3 only."""
    return tf.evolve(telegram, section=None, transmission=tf.Transmission(section=section))


def test_three_sections() -> None:
    joined = tf.join([FIRST, SECOND, THIRD])
    assert joined == tf.Joined(WHOLE, (), (), (FIRST, SECOND, THIRD))


@given(st.permutations([FIRST, SECOND, THIRD]), st.lists(st.sampled_from([FIRST, SECOND, THIRD]), max_size=3))
def test_neither_order_nor_repetition_matters(parts: list[tf.Telegram], again: list[tf.Telegram]) -> None:
    """Sections give one telegram, in whatever order and however often they come."""
    joined = tf.join([*parts, *again])
    assert joined.telegram == WHOLE
    assert codes(joined) == ["section-doubled"] * len(again)


def test_a_whole_telegram_is_given_back() -> None:
    joined = tf.join([WHOLE])
    assert joined == tf.Joined(WHOLE, (), (), (WHOLE,))
    assert codes(tf.join([WHOLE, WHOLE])) == ["section-doubled"]


def test_missing_sections_are_told_and_the_rest_is_joined() -> None:
    joined = tf.join([THIRD, FIRST])
    assert joined.missing == (2,)
    assert [str(found) for found in joined.diagnostics] == ["not here: section 2 of 3 [section-missing]"]
    assert joined.telegram.section == FIRST.section
    assert joined.telegram.body == FIRST.body + THIRD.body
    assert joined.telegram.signatures == ("FINCH",)


def test_a_section_by_itself_stays_as_it_is() -> None:
    joined = tf.join([SECOND])
    assert joined.telegram == SECOND
    assert joined.missing == (1, 3)


def test_many_missing_sections_are_told_in_short() -> None:
    joined = tf.join([tf.evolve(FIRST, section=tf.Section(1, 99))])
    assert len(joined.missing) == 98
    assert joined.diagnostics[0].message.endswith("20, 21 … of 99")


@pytest.mark.parametrize(
    "changes", [{}, {"captions": ("CORRECTED COPY",)}, {"attributes": tf.Attributes({"instructions": "ZDK"})}]
)
def test_the_later_of_two_texts_counts(changes: dict[str, object]) -> None:
    other = tf.evolve(SECOND, body=(tf.Paragraph("lighthouse keeper."), SECOND.body[1]), **changes)
    joined = tf.join([FIRST, SECOND, THIRD, other])
    assert "lighthouse keeper" in joined.telegram.paragraphs[1].text
    assert codes(joined)[0] == "section-corrected"
    assert joined.diagnostics[0].message == (
        "section 2 is here again with another text: body[0].text: 'harbour master.' became 'lighthouse keeper.'"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"captions": ("CORRECTED COPY",)},
        {"captions": ("ZFR 0412",)},
        {"transmission": tf.Transmission(signals=("ZDK",))},
        {"attributes": tf.Attributes({"instructions": "ZEL"})},
    ],
)
def test_a_corrected_copy_counts_though_it_came_first(changes: dict[str, object]) -> None:
    corrected = tf.evolve(SECOND, body=(tf.Paragraph("lighthouse keeper."), SECOND.body[1]), **changes)
    joined = tf.join([corrected, FIRST, SECOND, THIRD])
    assert "lighthouse keeper" in joined.telegram.paragraphs[1].text
    assert "section-corrected" in codes(joined)


def test_what_differs_in_copies_is_named_up_to_five() -> None:
    other = tf.evolve(
        WHOLE,
        subject="PEARS",
        signatures=("HERON",),
        dtg=tf.DateTimeGroup(6, 16, 41, "Z", 3, 2009),
        body=tuple(tf.evolve(block, text=block.text.upper()) for block in WHOLE.paragraphs),
    )
    (found,) = tf.join([WHOLE, other]).diagnostics
    assert found.message.startswith("the telegram is here again with another text: ")
    assert found.message.endswith("; and 2 more")


def test_another_way_of_travelling_is_no_other_text() -> None:
    relayed = tf.evolve(SECOND, transmission=tf.Transmission("ABC001"), attributes=tf.Attributes({"box": "7"}))
    joined = tf.join([FIRST, SECOND, relayed, THIRD])
    assert codes(joined) == ["section-doubled"]


@pytest.mark.parametrize(
    "other",
    [
        tf.evolve(SECOND, message_id=tf.MessageId(2009, "LOME", 413)),
        tf.evolve(SECOND, message_id=tf.MessageId(2008, "LOME", 412)),
        tf.evolve(SECOND, message_id=tf.MessageId(2009, "OTTAWA", 412)),
        tf.evolve(SECOND, message_id=None, dtg=tf.DateTimeGroup(7, 16, 40, "Z", 3, 2009)),
    ],
)
def test_sections_of_different_telegrams_are_refused(other: tf.Telegram) -> None:
    with pytest.raises(tf.JoinError, match="different telegrams: "):
        tf.join([FIRST, other])


def test_no_section_is_refused() -> None:
    with pytest.raises(tf.JoinError, match="no section"):
        tf.join([])


def test_a_number_without_its_year_is_the_same() -> None:
    joined = tf.join([FIRST, tf.evolve(SECOND, message_id=tf.MessageId(None, "LOME", 412)), THIRD])
    assert joined.telegram.message_id == FIRST.message_id


def test_a_part_without_a_number_of_its_own_belongs_by_its_time() -> None:
    joined = tf.join([FIRST, tf.evolve(SECOND, message_id=None), THIRD])
    assert joined.telegram == WHOLE


def test_totals_that_disagree_are_told_and_most_count() -> None:
    joined = tf.join([FIRST, SECOND, THIRD, tf.evolve(SECOND, section=tf.Section(2, 4))])
    assert joined.missing == ()
    assert "section-conflict" in codes(joined)
    assert tf.join([FIRST, tf.evolve(SECOND, section=tf.Section(2, 4))]).missing == (3, 4)


def test_a_section_beyond_the_total_is_kept_and_told() -> None:
    joined = tf.join([FIRST, SECOND, tf.evolve(THIRD, section=tf.Section(4, 3))])
    assert "section 4 is more than there are: 3 [section-conflict]" in map(str, joined.diagnostics)
    assert joined.missing == (3,)
    assert joined.telegram.signatures == ("FINCH",)


def test_headings_that_disagree_are_told_and_the_first_counts() -> None:
    joined = tf.join([FIRST, tf.evolve(SECOND, subject="PLUNS"), THIRD])
    assert joined.telegram.subject == "PLUMS"
    assert [str(found) for found in joined.diagnostics] == [
        "section 2 gives another subject than section 1 [section-conflict]"
    ]


def test_the_section_of_fl3_counts_where_the_classification_line_has_none() -> None:
    parts = [numbered(FIRST, 1), numbered(SECOND, 2), numbered(THIRD, 3)]
    joined = tf.join(reversed(parts))
    assert joined.telegram == tf.evolve(WHOLE, transmission=tf.Transmission())
    assert joined.diagnostics == ()


def test_parts_without_numbers_are_taken_by_their_paragraphs() -> None:
    parts = [tf.evolve(part, section=None) for part in (THIRD, SECOND, FIRST)]
    joined = tf.join(parts)
    assert joined.telegram == WHOLE
    assert codes(joined) == ["section-unnumbered"] * 3
    bare = tf.evolve(THIRD, section=None, body=(tf.Paragraph("Nobody knows why."),))
    assert tf.join([bare, FIRST, SECOND]).telegram.body[-1] == bare.body[0]


def test_attributes_of_all_sections_are_kept() -> None:
    parts = [
        tf.evolve(part, attributes=tf.Attributes({"box": str(number), f"page{number}": "x"}))
        for number, part in enumerate((FIRST, SECOND, THIRD), 1)
    ]
    assert dict(tf.join(parts).telegram.attributes) == {"box": "1", "page1": "x", "page2": "x", "page3": "x"}


@pytest.mark.parametrize(
    ("last", "first", "whole"),
    [
        ("went to the", "harbour master.", True),
        ("went to the", "Harbour master.", True),
        ("went to the U.S.", "harbour master.", True),
        ("went home.", "The pears are not.", False),
        ("went to:", "The harbour master.", False),
    ],
)
def test_which_paragraphs_go_on_in_the_next_section(last: str, first: str, whole: bool) -> None:
    parts = [
        tf.evolve(FIRST, section=tf.Section(1, 2), body=(tf.Paragraph(last, 1),)),
        tf.evolve(SECOND, section=tf.Section(2, 2), body=(tf.Paragraph(first),)),
    ]
    texts = [block.text for block in tf.join(parts).telegram.paragraphs]
    assert texts == ([f"{last} {first}"] if whole else [last, first])


def test_a_part_of_a_paragraph_is_whole_again() -> None:
    items = (tf.Paragraph("the plums;"), tf.Paragraph("the pears of the"), tf.Paragraph("the quinces."))
    parts = [
        tf.evolve(FIRST, section=tf.Section(1, 2), body=(tf.Paragraph("Ripe are:", 1, None, items[:2]),)),
        tf.evolve(SECOND, section=tf.Section(2, 2), body=(tf.Paragraph("old garden;", paragraphs=items[2:]),)),
    ]
    whole = (items[0], tf.Paragraph("the pears of the old garden;"), items[2])
    assert tf.join(parts).telegram.body == (tf.Paragraph("Ripe are:", 1, None, whole),)


def test_readings_are_joined_by_their_telegrams(wharf: tf.Telegram) -> None:
    readings = [tf.parse(bytes(tf.serialize(section, "acp127"))) for section in tf.split(wharf)]
    assert tf.join(readings).telegram == wharf


def test_a_section_without_a_text() -> None:
    empty = tf.evolve(SECOND, body=())
    assert tf.join([FIRST, empty, THIRD]).telegram.body == FIRST.body + THIRD.body
    assert tf.join([tf.evolve(FIRST, body=()), SECOND, THIRD]).telegram.body == SECOND.body + THIRD.body


def under(heading: str, *roles: str | None) -> list[tf.Paragraph | tf.Heading]:
    return [
        tf.Heading(heading),
        *(tf.Paragraph("Plums.", number, None, (), role) for number, role in enumerate(roles, 3)),
    ]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "roles"),
    [
        (under("COMMENT", "comment"), [None, None], ["comment", "comment"]),
        (under("Embassy Comment", "comment", "note"), [None, "note"], ["comment", "note"]),
        (under("COMMENT", "comment", None), [None], [None]),
        (under("PLUMS", "comment"), [None], [None]),
        (under("COMMENT", None), [None], [None]),
        (under("SUMMARY", "summary"), [None], [None]),
        ([*under("COMMENT", "comment"), tf.Separator()], [None], ["comment"]),
        ([*under("COMMENT", "comment"), *under("PLUMS", None)], [None], [None]),
    ],
)
def test_a_heading_gives_its_role_over_the_seam(
    left: list[tf.Paragraph], right: list[str | None], roles: list[str | None]
) -> None:
    following = [tf.Paragraph("Pears.", number, None, (), role) for number, role in enumerate(right, 7)]  # type: ignore[arg-type]
    last = [tf.Heading("PEARS"), tf.Paragraph("More pears.", 10)]
    parts = [
        tf.evolve(FIRST, section=tf.Section(1, 2), body=tuple(left)),
        tf.evolve(SECOND, section=tf.Section(2, 2), body=(*following, *last)),
    ]
    body = tf.join(parts).telegram.body
    assert [block.role for block in body[len(left) : -2] if isinstance(block, tf.Paragraph)] == roles
    assert body[-2:] == tuple(last)
