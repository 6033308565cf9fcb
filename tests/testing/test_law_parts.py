"""The parts that laws are made of: kinds of values, places, pieces that may not move."""

from __future__ import annotations

import gc
import itertools
from datetime import date
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given

import telegram_format as tf
from telegram_format.kit import Detection, Sample, Source, View, Wrapped
from telegram_format.readers.plain import Plain
from telegram_format.testing import telegrams
from telegram_format.testing.laws.grow import LARGE, SMALL, grow
from telegram_format.testing.laws.join import misjoined
from telegram_format.testing.laws.keep import keep
from telegram_format.testing.laws.kinds import is_sound, odd_values
from telegram_format.testing.laws.revisions import revisions
from telegram_format.testing.laws.say import _moved, _windows, near, say
from telegram_format.testing.laws.stand import misplaced, value_at
from telegram_format.testing.laws.subject import Subject
from telegram_format.testing.laws.write import miswritten

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


def test_growth_is_measured_again_before_it_counts() -> None:
    """One slow measurement is the machine's; five are the reader's."""
    slow_once = itertools.chain([0.0, 0.001, 1.0, 9.0, 9.0, 9.001, 20.0, 20.016], itertools.count(30.0, 0.001))
    assert list(grow(CABLEGATE, b"", lambda: next(slow_once))) == []
    steps = itertools.cycle([0.0, 0.001, 0.0, 9.0])
    clock = itertools.accumulate(steps)
    (found, *_) = grow(CABLEGATE, b"", lambda: next(clock))
    assert "16 times the text takes" in found
    assert SMALL * 16 == LARGE


def test_growth_is_measured_where_nothing_collects() -> None:
    gc.disable()
    try:
        assert list(grow(CABLEGATE, b"", itertools.count().__next__)) == []
        assert not gc.isenabled()
    finally:
        gc.enable()


def parted() -> tf.Telegram:
    """A telegram that can be cut."""
    text = " ".join(f"The {word} growers asked for pumps and for water." for word in ("first", "second", "third") * 12)
    body = tuple(tf.Paragraph(text, number, "U") for number in (1, 2, 3))
    return tf.Telegram(classification=tf.Classification.UNCLASSIFIED, subject="OIL", body=body)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"telegram": tf.Telegram()}, "sections joined in order say something else"),
        ({"missing": (7,)}, "are said to be missing"),
        ({"missing": ()}, "is not said to be missing"),
        ({"diagnostics": ()}, "came twice and was not reported"),
    ],
)
def test_what_join_gets_wrong_is_told(change: dict[str, Any], words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(misjoined(CABLEGATE, parted())) == []
    join = tf.join
    monkeypatch.setattr(tf, "join", lambda parts: tf.evolve(join(parts), **change))
    assert any(words in found for found in misjoined(CABLEGATE, parted()))


def test_sections_are_written_and_read_where_they_can_be() -> None:
    assert list(misjoined(Subject("cablegate", None, "cablegate"), parted())) == []
    later = tf.evolve(parted(), section=tf.Section(2, 3))
    assert list(misjoined(CABLEGATE, later)) == []  # it is a section, and cannot be cut again


class Refuses:
    """A writer that cannot say anything."""

    name = "refuses"
    reader = "cablegate"
    carrier = "plain"
    losses = ()

    def write(self, _telegram: tf.Telegram) -> str:
        raise tf.SerializationError("subject", "no")


class Grows(Refuses):
    """A writer that cannot write twice."""

    def write(self, telegram: tf.Telegram) -> str:
        if telegram.subject == "OIL OIL":
            raise tf.SerializationError("subject", "it has grown")
        return "SUBJECT: OIL OIL\n"


def test_a_refusal_is_no_fault() -> None:
    assert list(miswritten(Subject("cablegate", None, Refuses()), tf.Telegram())) == []
    assert list(misjoined(Subject("cablegate", None, Refuses()), parted())) == []
    found = list(miswritten(Subject("cablegate", None, Grows()), tf.Telegram(subject="OIL")))
    assert [line.partition(":")[0] for line in found] == [
        "subject was 'OIL', and what was written says 'OIL OIL'",
        "what was written cannot be written again",
    ]


@frozen
class Unreadable(Subject):
    """A subject whose reading fails, as a fault of the library would."""

    def read(self, data: bytes, encoding: str | None = None) -> tf.Reading:
        raise KeyError(data, encoding)


class BadCarrier:
    """A carrier that is surer than sure."""

    name = "bad"

    def detect(self, _source: Source) -> Detection:
        return Detection(3.0, "")

    def open(self, source: Source) -> Wrapped:
        return Wrapped(View.whole(source))


class DetectRaises(Plain):
    """A reader that cannot tell."""

    def detect(self, sample: Sample) -> Detection:
        raise KeyError(sample.text)


class WriterRaises(Refuses):
    """A writer with a fault."""

    def write(self, telegram: tf.Telegram) -> str:
        raise KeyError(telegram.subject)


def test_what_raises_is_told_once() -> None:
    assert list(keep(Subject(DetectRaises()), b"a")) == ["detect raised KeyError: 'a'"]
    writing = Subject("cablegate", None, WriterRaises())
    (found,) = miswritten(writing, tf.Telegram(subject="OIL"))
    assert found.startswith("writing raised PluginError")
    assert found.endswith("KeyError: 'OIL'")


def test_what_keep_finds() -> None:
    assert list(keep(Unreadable("cablegate"), b"a")) == ["reading raised KeyError: (b'a', None)"]
    (found,) = keep(Subject("cablegate", BadCarrier()), b"a")
    assert found.startswith("detect gave Detection(score=3.0")
    assert list(keep(Subject("cablegate", "plain"), b"a")) == []


def test_a_refused_revision_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_reading: tf.Reading, _telegram: tf.Telegram) -> tf.Reading:
        raise tf.RevisionError("subject", "no")

    data = b"SUBJECT: OIL AND LAMPS\n"
    monkeypatch.setattr(tf.Reading, "revise", refuses)
    assert list(say(CABLEGATE, data)) == list(near(CABLEGATE, data)) == []


def test_a_revision_that_raises_is_told_and_the_next_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(_reading: tf.Reading, _telegram: tf.Telegram) -> tf.Reading:
        raise KeyError("subject")

    monkeypatch.setattr(tf.Reading, "revise", raises)
    assert [found.partition(":")[2] for found in say(CABLEGATE, b"SUBJECT: OIL AND LAMPS\n")] == [
        " revise raised KeyError: 'subject'"
    ] * 2


def test_all_that_is_wrong_with_places_is_told() -> None:
    reading = CABLEGATE.read(b"TO LOME\n\nSUBJECT: OIL\n")
    nothing = tf.evolve(reading, telegram=tf.Telegram(captions=("NODIS",)))
    assert list(misplaced(nothing)) == [
        "to[0] has a place, but the telegram has no such field",
        "to[0].name has a place, but the telegram has no such field",
        "captions has a value, but no place",
    ]
    odd = tf.evolve(reading, telegram=tf.Telegram(subject=7))  # type: ignore[arg-type]
    assert list(misplaced(odd)) == ["subject is 7 (int), which the model does not allow"]


def test_ranges_that_were_handed_over_outside_are_told() -> None:
    reading = CABLEGATE.read(b"SUBJECT: OIL\n")
    reading.trace.layers[-1].entries.append((("subject",), 9, 90))
    assert [found for found in misplaced(reading) if "handed over" in found] == [
        "subject was handed over with the range 9 to 90 of a text of 13 characters"
    ]


def test_a_repair_that_a_diagnostic_tells_is_none() -> None:
    """A paragraph's number that was misread is told with its place; the same without the diagnostic is a fault."""
    reading = CABLEGATE.read(b"SUBJECT: OIL\n\n1. (U) Lamps.\n\n12. (U) More lamps.\n")
    assert [paragraph.number for paragraph in reading.telegram.paragraphs] == [1, 2]
    assert list(misplaced(reading)) == []
    silent = tf.evolve(reading, diagnostics=())
    assert list(misplaced(silent)) == ["body[1].number is 2, but its place spells '12'"]
    elsewhere = tf.evolve(reading, diagnostics=(tf.evolve(reading.diagnostics[0], path="subject", span=(0, 1)),))
    assert len(list(misplaced(elsewhere))) == 1


def test_bytes_are_read_again_in_their_encoding() -> None:
    """The last paragraph alone says that this is no UTF-8; without it the bytes would be read otherwise."""
    data = b"SUBJECT: OIL\n\n1. (U) The \xe2\x80\x94 lamps.\n\n2. (U) More \x80.\n"
    reading = CABLEGATE.read(data)
    gone = next(one for one in revisions(reading.telegram) if one.name == "the last paragraph is taken out")
    assert CABLEGATE.read(bytes(reading.revise(gone.telegram))).telegram != gone.telegram
    assert list(say(CABLEGATE, data)) == []


def test_a_date_time_group_spells_its_figures() -> None:
    reading = CABLEGATE.read(b"R 051201Z MAY 08\n")
    assert list(misplaced(reading)) == []
    later = tf.evolve(reading, telegram=tf.Telegram(dtg=tf.DateTimeGroup(6, 12, 1, "Z", 5, 2008)))
    assert any(found.startswith("dtg is") for found in misplaced(later))
