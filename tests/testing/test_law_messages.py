"""What each law says of what is wrong, one by one."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import frozen

import telegram_format as tf
from telegram_format.kit import Detection, Sample, Source, View, Wrapped
from telegram_format.readers.plain import Plain
from telegram_format.testing.laws.join import join, misjoined
from telegram_format.testing.laws.keep import keep
from telegram_format.testing.laws.revisions import revisions
from telegram_format.testing.laws.say import near, say
from telegram_format.testing.laws.stand import misplaced, stand
from telegram_format.testing.laws.subject import Subject
from telegram_format.testing.laws.write import miswritten, write

CABLEGATE = Subject("cablegate")


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
    sound = tf.join
    monkeypatch.setattr(tf, "join", lambda parts: tf.evolve(sound(parts), **change))
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


@frozen
class Instead(Subject):
    """A subject whose readings are all the same one."""

    reading: tf.Reading | None = None

    def read(self, data: bytes, encoding: str | None = None) -> tf.Reading:
        return self.reading or super().read(data, encoding)


def test_a_byte_that_is_lost_is_missed() -> None:
    lost = Instead("cablegate", reading=CABLEGATE.read(b"SUBJECT: OIL"))
    assert list(keep(lost, b"SUBJECT: OIL\n")) == ["of 13 bytes 12 came back, or others"]


def test_of_odd_values_only_stand_speaks() -> None:
    reading = CABLEGATE.read(b"SUBJECT: OIL AND LAMPS\n")
    odd = tf.evolve(reading, telegram=tf.Telegram(subject=["OIL"]))  # type: ignore[arg-type]
    subject = Instead("cablegate", None, "cablegate", reading=odd)
    assert len(list(stand(subject, b""))) == 1
    assert [list(law(subject, b"")) for law in (say, near, write, join)] == [[]] * 4


def test_a_number_spells_its_figures() -> None:
    reading = CABLEGATE.read(b"UNCLAS LOME 000012\n\nTAGS: OVIP (CRANE, ADA), KWWMN\nSUBJECT: OIL\n")
    assert list(misplaced(reading)) == []
    other = tf.evolve(reading.telegram, message_id=tf.MessageId(None, "LOME", 13), tags=(tf.Tag("PGOV"),) * 3)
    found = [line.partition(" is ")[0] for line in misplaced(tf.evolve(reading, telegram=other))]
    assert sorted(found) == ["message_id.number", "tags[0]", "tags[1]", "tags[2]"]


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
