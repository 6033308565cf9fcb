"""The laws find what is wrong: readers and writers with one fault each, and the one law that names it.

The reader and the writer are those of an invented format, EREHWON, and sound; every fault is a change of one of them,
of a carrier, or of what a reading does.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import frozen
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.kit import Detection, Draft, LossRule, Sample, Source, View, Wrapped
from telegram_format.testing.laws import check_reader
from telegram_format.testing.laws.check import LAWS, hold
from telegram_format.testing.laws.leave import others
from telegram_format.testing.laws.subject import Subject

SAMPLE = b"""EREHWON 12
LEVEL SECRET
PART 1 OF 1
TO MERIDIAN
TO CALVERLEY
RE HARBOUR TALKS IN MERIDIAN
1. The growers asked for pumps and for clean water.
2. Two ferries will wait at the old mole until the lease is signed.
3. The mayor hopes again to see the books of the mill.
END FINCH
"""

_LINE = re.compile(r"(EREHWON|LEVEL|PART|TO|RE|END|[0-9]{1,3}\.) ([^\n]*[^\n ])[ ]*(?:\n|$)")


class Erehwon:
    """A sound reader."""

    name = "erehwon"

    def detect(self, sample: Sample) -> Detection:
        return Detection(1.0 if sample.text.startswith("EREHWON ") else 0.0, "its first line")

    def read(self, draft: Draft) -> None:
        position = 0
        while position < len(draft.text):
            match = _LINE.match(draft.text, position)
            if match is None:
                position = (draft.text.find("\n", position) + 1) or len(draft.text)
                continue
            self.read_line(draft, match[1], *match.span(2))
            draft.mark("label", *match.span(1))
            position = match.end()

    def read_line(self, draft: Draft, label: str, start: int, end: int) -> None:
        words = draft.text[start:end]
        if label == "EREHWON" and re.fullmatch("[0-9]{1,6}", words):
            draft.put("validation", words, start, end)
        elif label == "LEVEL" and words == "SECRET":
            draft.put("classification", tf.Classification.SECRET, start, end)
        elif label == "PART":
            self.read_part(draft, words, start, end)
        elif label == "TO":
            index = draft.add("to", tf.Address(words), start, end)
            draft.place(("to", index, "name"), start, end)
        elif label == "RE":
            self.read_subject(draft, start, end)
        elif label == "END" and "signatures" not in draft.values:
            draft.add("signatures", words, start, end)
        elif label[0].isdecimal():
            index = draft.add("body", tf.Paragraph(words, int(label[:-1])), start - len(label) - 1, end)
            draft.place(("body", index, "text"), start, end)
            draft.place(("body", index, "number"), start - len(label) - 1, start - 2)

    def read_part(self, draft: Draft, words: str, start: int, end: int) -> None:
        parts = re.fullmatch(r"([0-9]{1,2}) OF ([0-9]{1,2})", words)
        if parts is not None and "section" not in draft.values and parts[2] != "1":
            draft.put("section", tf.Section(int(parts[1]), int(parts[2])), start, end)

    def read_subject(self, draft: Draft, start: int, end: int) -> None:
        draft.put("subject", draft.text[start:end], start, end)


class ErehwonWriter:
    """A sound writer."""

    name = "erehwon"
    reader: Any = Erehwon()
    carrier = "plain"
    losses: tuple[LossRule, ...] = (
        LossRule("no-marking", "body[*].marking", "EREHWON has no portion marks"),
        LossRule("no-heading", "message_id", "EREHWON has no message numbers"),
    )

    def write(self, telegram: tf.Telegram) -> str:
        return "".join(f"{line}\n" for line in self.lines(telegram))

    def lines(self, telegram: tf.Telegram) -> Iterator[str]:
        if telegram.validation is not None:
            yield f"EREHWON {telegram.validation}"
        if telegram.classification is tf.Classification.SECRET:
            yield "LEVEL SECRET"
        if telegram.section is not None:
            yield f"PART {telegram.section.number} OF {telegram.section.total}"
        for address in telegram.to:
            yield f"TO {address.name}"
        if telegram.subject is not None:
            if "\n" in telegram.subject:
                raise tf.SerializationError("subject", "it has more than one line")
            yield f"RE {telegram.subject}"
        for index, paragraph in enumerate(telegram.paragraphs):
            if paragraph.number is None:
                raise tf.SerializationError(f"body[{index}].number", "all paragraphs have numbers")
            yield f"{paragraph.number}. {paragraph.text}"
        for signature in telegram.signatures:
            yield f"END {signature}"


TELEGRAMS = st.builds(
    tf.Telegram,
    validation=st.none() | st.integers(1, 999).map(str),
    to=st.lists(st.sampled_from(["MERIDIAN", "CALVERLEY"]).map(tf.Address), max_size=2).map(tuple),
    subject=st.none() | st.sampled_from(["PUMPS", "HARBOUR TALKS", "two\nlines"]),
    body=st.lists(
        st.builds(
            tf.Paragraph, st.just("The growers asked for pumps."), st.integers(1, 9), st.sampled_from([None, "C"])
        ),
        max_size=3,
    ).map(tuple),
)


class OtherSource:
    """A carrier that loses a byte."""

    name = "other"

    def detect(self, _source: Source) -> Detection:
        return Detection(0.5, "")

    def open(self, source: Source) -> Wrapped:
        return Wrapped(View.whole(Source.of(bytes(source).replace(b"\r", b""))))


class Raises(Erehwon):
    def read_subject(self, draft: Draft, start: int, end: int) -> None:
        super().read_subject(draft, start, end)
        if "\ufffd" in draft.text or "\x00" in draft.text or draft.text.count("\n") < 10:
            raise KeyError("RE")


class Remembers(Erehwon):
    def __init__(self) -> None:
        self.count = itertools.count()

    def read(self, draft: Draft) -> None:
        super().read(draft)
        draft.note("field-repeated", f"reading {next(self.count)}", 0, 0)


class DetectsTooMuch(Erehwon):
    def detect(self, sample: Sample) -> Detection:
        return Detection(float(len(sample.text)), "its length")


class DetectRaises(Erehwon):
    def detect(self, sample: Sample) -> Detection:
        return Detection(float(sample.text.index("EREHWON") == 0), "its place")


class Shifts(Erehwon):
    def read_subject(self, draft: Draft, start: int, end: int) -> None:
        draft.put("subject", draft.text[start:end], start - 1, end - 1)


class Outside(Erehwon):
    def read_line(self, draft: Draft, label: str, start: int, end: int) -> None:
        if label == "END":
            draft.add("signatures", draft.text[start:end], start, end + 40)
        else:
            super().read_line(draft, label, start, end)


class Backwards(Erehwon):
    def read_line(self, draft: Draft, label: str, start: int, end: int) -> None:
        super().read_line(draft, label, start, end)
        if label == "END":
            draft.mark("end", end, start)


class Crosses(Erehwon):
    def read_line(self, draft: Draft, label: str, start: int, end: int) -> None:
        super().read_line(draft, label, start, end)
        if label == "RE":
            draft.place(("validation",), max(start - 1, 0), start + 1)


class Repairs(Erehwon):
    def read_subject(self, draft: Draft, start: int, end: int) -> None:
        draft.put("subject", draft.text[start:end].replace("HARBOUR", "HARBOR"), start, end)


class Misnumbers(Erehwon):
    def read_line(self, draft: Draft, label: str, start: int, end: int) -> None:
        super().read_line(draft, "9." if label == "3." else label, start, end)


class Mutable(Erehwon):
    def read_subject(self, draft: Draft, start: int, end: int) -> None:
        super().read_subject(draft, start, end)
        draft.add("captions", [draft.text[start:end]], start, end)


class Placeless(Erehwon):
    def read_subject(self, draft: Draft, start: int, end: int) -> None:
        draft.values["subject"] = draft.text[start:end]


class UnknownPath(Erehwon):
    def read_subject(self, draft: Draft, start: int, end: int) -> None:
        super().read_subject(draft, start, end)
        draft.place(("subjet",), start, end)
        draft.place(("to", 7), start, end)


class Quadratic(Erehwon):
    def read(self, draft: Draft) -> None:
        for end in range(0, len(draft.text), 6):
            draft.text[:end].count("never")
        super().read(draft)


class IgnoresParts(Erehwon):
    def read_part(self, draft: Draft, words: str, start: int, end: int) -> None:
        if words.startswith("1"):
            super().read_part(draft, words, start, end)


class Forgets(ErehwonWriter):
    def lines(self, telegram: tf.Telegram) -> Iterator[str]:
        return (line for line in super().lines(telegram) if not line.startswith("TO C"))


class WriterRaises(ErehwonWriter):
    def lines(self, telegram: tf.Telegram) -> Iterator[str]:
        yield f"TO {telegram.to[0].name}"
        yield from super().lines(telegram)


class Drifts(ErehwonWriter):
    losses = (*ErehwonWriter.losses, LossRule("subject", "subject", "it grows"))

    def lines(self, telegram: tf.Telegram) -> Iterator[str]:
        return (f"{line} AGAIN" if line.startswith("RE ") else line for line in super().lines(telegram))


class CannotRepeat(ErehwonWriter):
    losses = (*ErehwonWriter.losses, LossRule("subject", "subject", "it grows"))

    def lines(self, telegram: tf.Telegram) -> Iterator[str]:
        if telegram.subject is not None and "AGAIN" in telegram.subject:
            raise tf.SerializationError("subject", "it has grown")
        return (f"{line} AGAIN" if line.startswith("RE ") else line for line in super().lines(telegram))


class Revises:
    """A reading whose `revise` is another."""

    def __init__(self, reading: tf.Reading, revise: Callable[[tf.Reading, tf.Telegram], Any]) -> None:
        self.reading = reading
        self.other = revise

    def __getattr__(self, name: str) -> Any:
        return getattr(self.reading, name)

    def revise(self, telegram: tf.Telegram) -> Any:
        return self.other(self.reading, telegram)


@frozen
class Revising(Subject):
    """A subject whose readings revise in another way."""

    other: Callable[[tf.Reading, tf.Telegram], Any] = tf.Reading.revise

    def read(self, data: bytes, encoding: str | None = None) -> tf.Reading:
        return Revises(super().read(data, encoding), self.other)  # type: ignore[return-value]


def unchanged(reading: tf.Reading, _telegram: tf.Telegram) -> tf.Reading:
    return reading


def says_only_so(reading: tf.Reading, telegram: tf.Telegram) -> tf.Reading:
    return tf.evolve(reading, telegram=telegram)


def raises(_reading: tf.Reading, _telegram: tf.Telegram) -> tf.Reading:
    raise KeyError("subject")


def read_again(data: bytes) -> tf.Reading:
    return tf.parse(data, format=Erehwon(), carrier="plain")


def trailing(reading: tf.Reading, telegram: tf.Telegram) -> tf.Reading:
    return read_again(bytes(reading.revise(telegram)) + b"\n-\n")


def line_ends(reading: tf.Reading, telegram: tf.Telegram) -> tf.Reading:
    return read_again(bytes(reading.revise(telegram)).replace(b"\n", b"  \n"))


def middle(reading: tf.Reading, telegram: tf.Telegram) -> tf.Reading:
    return read_again(bytes(reading.revise(telegram)).replace(b"\n2. ", b"\n-\n2. "))


SOUND = Subject(Erehwon(), None, ErehwonWriter())


def of(reader: Erehwon) -> Subject:
    writer = ErehwonWriter()
    writer.reader = reader
    return Subject(reader, None, writer)


FAULTS: dict[str, tuple[Subject, str, str]] = {
    "a byte is lost": (Subject(Erehwon(), OtherSource()), "Keep", "its view is of another source"),
    "read raises": (of(Raises()), "Keep", "KeyError: 'RE'"),
    "read remembers": (of(Remembers()), "Keep", "second time"),
    "the score is too high": (of(DetectsTooMuch()), "Keep", "detect gave"),
    "detect raises": (of(DetectRaises()), "Keep", "detect raised"),
    "a span is shifted": (of(Shifts()), "Stand", "but its place spells"),
    "a span is outside": (of(Outside()), "Keep", "of a text of"),
    "a span is backwards": (of(Backwards()), "Keep", "'end' stands at"),
    "spans cross": (of(Crosses()), "Stand", "crosses"),
    "a repair is not told": (of(Repairs()), "Stand", "HARBOR"),
    "a number is not that": (of(Misnumbers()), "Stand", "number is 9"),
    "a list in a value": (of(Mutable()), "Keep", "captions is no str"),
    "a value has no place": (of(Placeless()), "Stand", "no place"),
    "a place has no field": (of(UnknownPath()), "Stand", "no such field"),
    "time grows squarely": (of(Quadratic()), "Grow", "times the time"),
    "a revision does nothing": (Revising(Erehwon(), other=unchanged), "Say", "the revised reading says"),
    "a revision only claims": (Revising(Erehwon(), other=says_only_so), "Say", "its bytes are read as"),
    "a revision raises": (Revising(Erehwon(), other=raises), "Say", "KeyError"),
    "a revision adds at the end": (Revising(Erehwon(), other=trailing), "Near", "not where it was"),
    "a revision changes line ends": (Revising(Erehwon(), other=line_ends), "Near", "not where it was"),
    "a revision adds in the middle": (Revising(Erehwon(), other=middle), "Near", "not where it was"),
    "the writer forgets": (Subject(Erehwon(), None, Forgets()), "Write", "to was"),
    "the writer raises": (Subject(Erehwon(), None, WriterRaises()), "Write", "IndexError"),
    "the writer drifts": (Subject(Erehwon(), None, Drifts()), "Write", "written again, says"),
    "the writer refuses its own": (Subject(Erehwon(), None, CannotRepeat()), "Write", "cannot be written again"),
    "sections are not read": (of(IgnoresParts()), "Join", "section 2 of 2"),
}
"""Fault → what has it, the law that names it, words of the message."""


def broken(subject: Subject) -> dict[str, str]:
    """The laws that are broken, with what they say."""
    found = {}
    for law in LAWS.values():
        if subject.writer is None and law.writing:
            continue
        samples = others() if law.of_others else (("sample", SAMPLE),)
        found_in = (hold(law, subject, sample, 12, same=True)[0] for sample in samples)
        finding = next((one for one in found_in if one is not None), None)
        if finding is None and law.name == "Write" and law.of_telegrams is not None:
            empty = next(law.of_telegrams(subject, tf.Telegram()), None)
            finding = empty and type("Found", (), {"what": empty})  # type: ignore[assignment]
        if finding is not None:
            found[law.name] = finding.what
            if law.name == "Keep":
                break
    return found


def test_a_sound_reader_breaks_no_law() -> None:
    reports = check_reader(SOUND.reader, [SAMPLE], writer=SOUND.writer, examples=40, strategy=TELEGRAMS)
    assert [(report.law, report.status, report.findings) for report in reports] == [(name, "held", ()) for name in LAWS]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_breaks_the_law_that_names_it_and_no_other(fault: str) -> None:
    subject, law, words = FAULTS[fault]
    found = broken(subject)
    assert found.keys() == {law}
    assert words in found[law]
