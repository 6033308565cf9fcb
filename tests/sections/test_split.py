"""Telegrams cut into sections."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.spelling.body import body_lines
from telegram_format.spelling.ending import ending_lines
from telegram_format.spelling.header import header_lines
from telegram_format.spelling.heading import heading_lines
from telegram_format.testing.strategies import telegrams


def unmarked(telegram: tf.Telegram) -> tf.Telegram:
    """`telegram` as a whole: without the section marks that a copy may carry."""
    transmission = telegram.transmission
    if transmission is not None:
        transmission = tf.evolve(transmission, section=None)
    return tf.evolve(telegram, section=None, transmission=transmission)


def text_pages(section: tf.Telegram, lines: int = 20) -> int:
    """Pages behind the one on which the heading ends, counted from FL5."""
    heading = len(header_lines(section, routing=False, bt=True)) + len(heading_lines(section, 69)) + 1
    ending = len(ending_lines(tf.evolve(section, validation=None)))
    text = len(body_lines(section.body, 69)) + (ending + 1 if ending else 0)
    return -((-heading % lines - text) // lines)


def test_a_telegram_that_fits_is_given_back_alone() -> None:
    telegram = tf.Telegram(subject="PLUMS", body=(tf.Paragraph("They are ripe."),))
    assert tf.split(telegram) == (telegram,)
    assert tf.split(telegram, sections=1) == (telegram,)


def test_sections_have_at_most_five_textual_pages(wharf: tf.Telegram) -> None:
    sections = tf.split(wharf)
    assert len(sections) == 2
    assert [text_pages(section) for section in sections] == [5, 5]


@pytest.mark.parametrize("pages", [1, 2, 3])
def test_smaller_transmissions_make_more_sections(wharf: tf.Telegram, pages: int) -> None:
    sections = tf.split(wharf, pages=pages)
    assert len(sections) > 2
    assert max(map(text_pages, sections)) <= pages
    assert tf.join(sections).telegram == wharf


def test_what_a_later_section_repeats(wharf: tf.Telegram) -> None:
    first, last = tf.split(wharf)
    assert (first.section, last.section) == (tf.Section(1, 2), tf.Section(2, 2))
    assert first.transmission is not None
    assert last.transmission is not None
    assert (first.transmission.section, last.transmission.section) == (1, 2)
    assert first.transmission.serial == last.transmission.serial == "0412"
    for name in ("message_id", "dtg", "to", "info", "classification", "captions", "executive_order", "tags", "subject"):
        assert getattr(first, name) == getattr(last, name) == getattr(wharf, name)
    assert (first.passing, first.references, first.classified_by) == (
        wharf.passing,
        wharf.references,
        wharf.classified_by,
    )
    assert (last.passing, last.references, last.classified_by) == ((), (), None)
    assert (first.signatures, last.signatures) == ((), ("QUAYLE",))
    assert first.validation == last.validation == "0412"


def test_a_final_section_calls_itself_so_if_asked(wharf: tf.Telegram) -> None:
    assert [section.section for section in tf.split(wharf, final=True)] == [tf.Section(1, 2), tf.Section(2, 2, True)]


@pytest.mark.parametrize("count", [2, 3, 4, 7])
def test_so_many_sections_of_about_the_same_length(wharf: tf.Telegram, count: int) -> None:
    sections = tf.split(wharf, sections=count)
    assert len(sections) == count
    lengths = [len(body_lines(section.body, 69)) for section in sections]
    assert max(lengths) - min(lengths) <= 2 * 20
    assert tf.join(sections).telegram == wharf


def test_a_long_paragraph_is_cut_between_two_words_in_mid_sentence(wharf: tf.Telegram) -> None:
    sections = tf.split(wharf, pages=2)
    cut = [
        (left.body[-1], right.body[0])
        for left, right in pairwise(sections)
        if isinstance(right.body[0], tf.Paragraph) and right.body[0].number is None
    ]
    assert cut
    for last, first in cut:
        assert isinstance(last, tf.Paragraph)
        assert isinstance(first, tf.Paragraph)
        assert last.text[-1].islower() or last.text[-1] == ","
        assert first.text[0].islower()


def test_a_heading_stays_with_its_paragraph(wharf: tf.Telegram) -> None:
    for count in range(2, 9):
        for section in tf.split(wharf, sections=count):
            assert isinstance(section.body[-1], tf.Paragraph)


def test_no_section_but_the_last_ends_with_a_rule() -> None:
    """A rule above nothing is not read as a part of the text."""
    words = "The growers asked for pumps"
    parts = [tf.Paragraph(f"{words};", label=label) for label in "abc"]
    parts.append(tf.Paragraph("The growers asked for a lease of forty years.", label="d"))
    rule = tf.Separator()
    paragraphs = [tf.Paragraph(f"{words}.", number, "U") for number in range(1, 7)]
    paragraphs[3] = tf.Paragraph(f"{words}:", 4, "U", tuple(parts))
    body = (*paragraphs[:4], rule, paragraphs[4], rule, paragraphs[5])
    sections = tf.split(tf.Telegram(body=body, signatures=("QUAYLE",)), sections=3)
    assert [type(section.body[-1]) for section in sections] == [tf.Paragraph] * 3


def test_a_copy_that_says_it_is_section_one_is_a_whole(wharf: tf.Telegram) -> None:
    copy = tf.evolve(wharf, section=tf.Section(1, 3))
    assert tf.split(copy) == tf.split(wharf)


def test_a_later_section_is_not_cut_again(wharf: tf.Telegram) -> None:
    later = tf.evolve(wharf, section=tf.Section(2, 3))
    assert tf.split(later) == (later,)


@pytest.mark.parametrize(
    "wrong", [{"pages": 0}, {"lines": 0}, {"sections": 0}, {"width": 19}, {"sections": 9}, {"sections": 1000}]
)
def test_what_cannot_be_asked(wrong: dict[str, int]) -> None:
    telegram = tf.Telegram(body=(tf.Paragraph("Ripe plums."), tf.Heading("PEARS"), tf.Paragraph("Ripe pears.")))
    with pytest.raises(tf.SplitError):
        tf.split(telegram, **wrong)  # type: ignore[arg-type]


def test_a_text_without_a_blank_makes_a_longer_transmission() -> None:
    telegram = tf.Telegram(body=(tf.Paragraph("X" * 20_000, 1),))
    assert tf.split(telegram) == (telegram,)


def test_what_no_format_would_write_can_be_cut() -> None:
    text = "the lamp was lit\x00 and the boat came home " * 300
    parts = tuple(tf.Paragraph("it burned\x00 on", paragraphs=(tf.Paragraph("and on\x00"),)) for _ in range(50))
    telegram = tf.Telegram(
        subject="NUL\x00", body=(tf.Heading("LAMP\x00"), tf.Separator("+"), tf.Paragraph(text, 1, None, parts))
    )
    sections = tf.split(telegram)
    assert len(sections) > 1
    assert tf.join(sections).telegram == telegram


@given(telegrams(), st.integers(2, 5))
def test_what_was_split_is_joined_again(telegram: tf.Telegram, count: int) -> None:
    """A telegram is the join of its sections, but for the mark of a copy that it is section 1."""
    try:
        sections = tf.split(telegram, sections=count)
    except tf.SplitError:
        return
    if len(sections) > 1:
        assert tf.join(sections).telegram == unmarked(telegram)
    else:
        assert tf.join(sections).telegram == telegram


WORDS = st.sampled_from(["the", "lamp", "WAS", "lit.", "(C)", "2.", "U.S.", "-- a", "a,", "", "x\ny", "It.\n\nIt", "é"])
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)
PARAGRAPHS = st.builds(
    tf.Paragraph,
    TEXTS,
    st.none() | st.integers(1, 3),
    st.none() | st.just("C"),
    st.lists(
        st.builds(tf.Paragraph, TEXTS, st.none(), st.none(), st.just(()) | st.just((tf.Paragraph("deep down"),))),
        max_size=3,
    ).map(tuple),
    st.none() | st.sampled_from(["summary", "comment", "service note"]),
    st.none() | st.just("A"),
)
BODIES = st.lists(
    PARAGRAPHS | st.builds(tf.Heading, st.sampled_from(["PLUMS", "COMMENT"])) | st.just(tf.Separator("-")), max_size=8
).map(tuple)


@given(BODIES, st.integers(1, 6), st.integers(1, 3))
def test_whatever_the_text_it_is_joined_again(body: tuple[tf.Paragraph, ...], lines: int, pages: int) -> None:
    """Cuts are made only where they can be closed, also in a text that nobody would write."""
    telegram = tf.Telegram(body=body, signatures=("FINCH",))
    assert tf.join(tf.split(telegram, lines=lines, pages=pages)).telegram == telegram


def test_no_cut_where_a_heading_would_give_its_role_to_a_paragraph_without_one() -> None:
    body = (
        tf.Heading("COMMENT"),
        tf.Paragraph("the lamp was lit and the boat came home " * 20, 1, "C", role="comment"),
        tf.Paragraph("The boat came home.", 2, "C"),
        tf.Paragraph("The lamp was lit.", 3, "C"),
    )
    telegram = tf.Telegram(body=body)
    sections = tf.split(telegram, sections=2)
    assert sections[1].body == body[3:]
    assert tf.join(sections).telegram == telegram
