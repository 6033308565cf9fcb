"""The parts that laws are made of: kinds of values, places, pieces that may not move."""

from __future__ import annotations

import gc
import itertools
from datetime import date
from typing import Any

import pytest
from hypothesis import given

import telegram_format as tf
from telegram_format.testing import telegrams
from telegram_format.testing.laws.grow import LARGE, MIDDLE, SMALL, grow
from telegram_format.testing.laws.kinds import is_sound, odd_values
from telegram_format.testing.laws.revisions import revisions
from telegram_format.testing.laws.say import _moved, _windows
from telegram_format.testing.laws.stand import misplaced, value_at
from telegram_format.testing.laws.subject import Subject

CABLEGATE = Subject("cablegate")


@given(telegrams(ascii_only=False, with_attributes=True))
def test_natural_telegrams_have_the_declared_kinds(telegram: tf.Telegram) -> None:
    """No value of a natural telegram is of another kind than its field declares."""
    assert list(odd_values(telegram)) == []
    assert is_sound(telegram)


@pytest.mark.parametrize(
    ("telegram", "path"),
    [
        (tf.Telegram(subject=b"OIL"), "subject"),  # type: ignore[arg-type]
        (tf.Telegram(to=[]), "to"),  # type: ignore[arg-type]
        (tf.Telegram(to=(tf.Address("A"), "B")), "to[1]"),  # type: ignore[arg-type]
        (tf.Telegram(to=(tf.Address("A", office_codes=(1,)),)), "to[0].office_codes[0]"),  # type: ignore[arg-type]
        (tf.Telegram(section=tf.Section(1, True)), "section.total"),
        (tf.Telegram(precedence="routine"), "precedence"),  # type: ignore[arg-type]
        (tf.Telegram(tags=(tf.Tag("PREL", "colour"),)), "tags[0].kind"),  # type: ignore[arg-type]
        (tf.Telegram(body=(tf.Paragraph("A", "1"),)), "body[0].number"),  # type: ignore[arg-type]
        (tf.Telegram(body=("A",)), "body[0]"),  # type: ignore[arg-type]
        (tf.Telegram(attributes={}), "attributes"),  # type: ignore[arg-type]
        (tf.Telegram(executive_order=tf.ExecutiveOrder("1", "1999")), "executive_order.declassify_on"),  # type: ignore[arg-type]
    ],
)
def test_an_odd_value_is_named(telegram: tf.Telegram, path: str) -> None:
    assert [found for found, _ in odd_values(telegram)] == [path]
    assert not is_sound(telegram)


def test_dates_and_parts_of_parts_are_of_their_kinds() -> None:
    order = tf.ExecutiveOrder("1", date(1999, 1, 1))
    part = tf.Paragraph("a", label="A")
    assert is_sound(tf.Telegram(executive_order=order, body=(tf.Paragraph("A", 1, paragraphs=(part,)),)))


def test_values_at_paths() -> None:
    telegram = tf.Telegram(to=(tf.Address("LOME"),), attributes=tf.Attributes({"a b": "c"}))
    assert value_at(telegram, "to[0].name") == "LOME"
    assert value_at(telegram, "attributes.a b") == "c"
    missing = value_at(telegram, "to[1].name")
    assert missing is value_at(telegram, "nothing") is value_at(telegram, "attributes.x")


def test_telegrams_inside_others_stand_too() -> None:
    text = b"FM AMEMBASSY LOME\n\nUNCLAS LOME 000012\n\nSUBJECT: OIL\n\n1. (U) The lamps are out.\nFINCH\n"
    reading = CABLEGATE.read(text)
    wrong = tf.evolve(reading, telegram=tf.evolve(reading.telegram, subject="LAMPS"))
    around = tf.evolve(reading, embedded=(wrong,))
    assert list(misplaced(around)) == ["subject is 'LAMPS', but its place spells 'OIL'"]


def test_places_that_cannot_be_told_are_told() -> None:
    reading: Any = CABLEGATE.read(b"SUBJECT: OIL\n")
    odd = tf.evolve(reading, trace={"subject": None})
    assert any(found.startswith("the places cannot be told") for found in misplaced(odd))


@pytest.mark.parametrize(
    ("before", "after", "windows", "moved"),
    [
        (b"abc", b"abc", [], None),
        (b"abc", b"abd", [], b"abc"),
        (b"abcde", b"aXXe", [(1, 4)], None),
        (b"abcde", b"ae", [(1, 4)], None),
        (b"abcde", b"XXe", [(1, 4)], b"a"),
        (b"abcde", b"aXX", [(1, 4)], b"e"),
        (b"ae", b"e", [(1, 1)], b"a"),
        (b"aa", b"a", [(1, 1)], b"a"),
        (b"abcdefg", b"aXdYg", [(1, 3), (4, 6)], None),
        (b"abcdefg", b"aXYg", [(1, 3), (4, 6)], b"d"),
    ],
)
def test_what_may_not_move(before: bytes, after: bytes, windows: list[tuple[int, int]], moved: bytes | None) -> None:
    assert _moved(before, after, windows, False) == moved


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (b"abc", b"abc", None),
        (b"abc", b"abXc", None),
        (b"abc", b"ababc", None),
        (b"abc", b"Xabc", None),
        (b"abc", b"ab", b"c"),
        (b"abc", b"aXb", b"bc"),
    ],
)
def test_what_may_be_parted(before: bytes, after: bytes, moved: bytes | None) -> None:
    assert _moved(before, after, [], True) == moved


def test_windows_are_lines_with_the_white_space_around_them() -> None:
    data = b"TO LOME\n\nSUBJECT: OIL\n\nTAGS: PREL ECON\n"
    reading = CABLEGATE.read(data)
    by_name = {revision.name: revision for revision in revisions(reading.telegram)}
    windows, placeless = _windows(reading, by_name["the subject gets a word"])
    assert [data[start:end] for start, end in windows] == [b"\n\nSUBJECT: OIL\n\n"]
    assert not placeless
    nowhere = type(by_name["a tag is added"])("a signature comes", reading.telegram, ("signatures[0]",))
    assert _windows(reading, nowhere) == ([], True)


@given(telegrams(complete=True))
def test_every_revision_changes_something(telegram: tf.Telegram) -> None:
    """What is asked for is another telegram, and the paths lead to fields of the first."""
    for revision in revisions(telegram):
        assert revision.telegram != telegram
        assert all(path.split("[")[0].split(".")[0] in dir(telegram) for path in revision.touched)


def test_a_telegram_without_fields_has_no_revisions() -> None:
    assert revisions(tf.Telegram()) == ()


class Clock:
    """A clock by which readings take the given times, one after the other, then none."""

    def __init__(self, *seconds: float) -> None:
        self.times = itertools.chain(*((0.0, length) for length in seconds), itertools.repeat(0.0))

    def __call__(self) -> float:
        return next(self.times)


def test_growth_is_measured_again_before_it_counts() -> None:
    """One slow measurement is the machine's; five are the reader's."""
    assert list(grow(CABLEGATE, b"", Clock(0.001, 0.001, 9.0, 0.001, 0.016))) == []
    (found,) = grow(CABLEGATE, b"", Clock(0.001, *[0.001, 9.0] * 5))
    assert found == "b'\\n' repeated: 16 times the text takes 9000 times the time"


def test_the_longest_text_is_not_tried_where_a_shorter_one_tells() -> None:
    (found,) = grow(CABLEGATE, b"", Clock(0.1, *[0.1, 1.6] * 5))
    assert found == "b'\\n' repeated: 4 times the text takes 16 times the time"
    assert list(grow(CABLEGATE, b"", Clock(0.1, 0.1, 0.4, 0.1, 1.6))) == []
    assert SMALL < MIDDLE < LARGE


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        assert list(grow(CABLEGATE, b"", itertools.count().__next__)) == []
        assert not gc.isenabled()
    finally:
        gc.enable()
