"""What plug-ins do wrong stays with them: told with the plug-in and the cause, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import telegram_format as tf
from telegram_format.kit import Detection, Draft, Fact, LossRule, Sample, Source, View, Wrapped

TEXT = "UNCLAS LOME 000012\n\nSUBJECT: APRICOTS\n\n1. (U) Growers met.\n"


class Given:
    """A reader, carrier and writer that does what it is given."""

    name = "given"
    reader = "plain"
    carrier = "plain"
    losses: tuple[LossRule, ...] = ()

    def __init__(self, does: Callable[..., object]) -> None:
        self.does = does

    def detect(self, sample: Sample | Source) -> Detection:
        return Detection(0.0, f"not for {sample.name}")

    def read(self, draft: Draft) -> None:
        self.does(draft)

    def open(self, source: Source) -> Wrapped:
        wrapped: Wrapped = self.does(source)  # type: ignore[assignment]
        return wrapped

    def write(self, telegram: tf.Telegram) -> str:
        text: str = self.does(telegram)  # type: ignore[assignment]
        return text


def leave(*_: object) -> None:
    raise SystemExit(3)


READERS: dict[str, tuple[Callable[[Draft], object], str]] = {
    "raises": (lambda _: 1 / 0, "ZeroDivisionError"),
    "leaves": (leave, "SystemExit: 3"),
    "half-way": (lambda draft: [draft.put("subject", "A", 0, 1), {}["x"]], "KeyError"),
    "no-such-field": (lambda draft: draft.put("subjekt", "A", 0, 1), "no field 'subjekt'"),
    "wrong-kind": (lambda draft: draft.put("dtg", "now", 0, 1), "dtg is no DateTimeGroup"),
    "wrong-item": (lambda draft: draft.add("to", "PARIS", 0, 1), "to is no Address"),
    "behind-the-end": (lambda draft: draft.put("subject", "A", 0, 10_000), "stands at 0 to 10000"),
    "before-the-start": (lambda draft: draft.mark("x", -1, 2), "stands at -1 to 2"),
    "back-to-front": (lambda draft: draft.place(("subject",), 5, 2), "stands at 5 to 2"),
    "between-characters": (lambda draft: draft.put("subject", "A", 0, 3.5), "to 3.5, which are no offsets"),  # type: ignore[arg-type]
    "note-behind-the-end": (lambda draft: draft.note("dtg-invalid", "x", 0, 9999), "stands at 0 to 9999"),
    "note-of-no-text": (lambda draft: draft.note(7, 8, 0, 1), "no text: 7, 8"),  # type: ignore[arg-type]
    "attribute-of-no-text": (
        lambda draft: [draft.attribute(*pair, 0, 1) for pair in (("a", "b"), ("x", 7))],
        "an attribute that is no text",
    ),  # type: ignore[arg-type]
    "other-text": (lambda draft: draft.turn_to(View.whole(Source.of("other"))), "not of the source"),
    "outside": (lambda draft: draft.turn_to(draft.view.part(-3, 99)), "outside of the text"),
    "inside-itself": (lambda draft: draft.set_apart(0, len(draft.text)), "as long as the whole"),
    "apart-twice": (lambda draft: [draft.set_apart(1, len(draft.text)) for _ in "ab"], "as long as the whole"),
    "apart-outside": (lambda draft: draft.set_apart(-3, 99), "outside of the text"),
    "apart-elsewhere": (lambda draft: draft.parts.append(View.whole(Source.of("other"))), "not of the source"),
    "note-nowhere": (lambda draft: draft.note("dtg-invalid", "x", 0, "z"), "TypeError"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", READERS)
def test_a_reader(name: str) -> None:
    does, cause = READERS[name]
    reading = tf.parse(TEXT, format=Given(does))
    assert bytes(reading) == TEXT.encode()
    assert (reading.format, reading.telegram.subject) == ("plain", None)
    note = reading.diagnostics[0]
    assert note.code == "plugin-failed"
    assert "reader 'given' (registered by a call) failed: " in note.message
    assert cause in note.message


def test_a_reader_that_does_well_is_named() -> None:
    reading = tf.parse(TEXT, format=Given(lambda draft: draft.put("subject", "APRICOTS", 29, 37)))
    assert reading.telegram.subject == "APRICOTS"
    assert reading.reader is not None
    assert (reading.reader.name, reading.reader.kind, reading.reader.built_in) == ("given", "reader", False)
    known = tf.parse(TEXT).reader
    assert known is not None
    assert (known.name, known.built_in, known.distribution) == ("cablegate", True, "telegram-format")


SPANS: dict[str, tuple[tuple[tuple[int, int], ...], str | None]] = {
    "cross": (((20, 28), (24, 32)), "the places of subject and to[0] overlap, and neither lies inside the other"),
    "nest": (((20, 32), (24, 28)), None),
    "are the same": (((20, 28), (20, 28)), None),
    "touch": (((20, 24), (24, 28)), None),
    "one of them is empty": (((20, 28), (24, 24)), None),
    "cross behind one that is over": (((29, 37), (34, 40)), "the places of subject and to[0] overlap"),
}


@pytest.mark.parametrize("how", SPANS)
def test_a_reader_whose_places(how: str) -> None:
    (one, other), told = SPANS[how]

    def read(draft: Draft) -> None:
        draft.put("classification", tf.Classification.UNCLASSIFIED, 0, 6)
        draft.put("subject", "A", *one)
        draft.add("to", tf.Address("B"), *other)

    reading = tf.parse(TEXT, format=Given(read))
    found = [note for note in reading.diagnostics if note.code == "spans-cross"]
    assert reading.telegram.subject == "A"
    assert [note.message for note in found] == ([] if told is None else [found[0].message])
    assert told is None or told in found[0].message
    assert told is None or found[0].span == (other[0], one[1])


def test_telegrams_inside_telegrams_have_an_end() -> None:
    reading = tf.parse("A" * 500, format=Given(lambda draft: draft.set_apart(1, len(draft.text))))
    depth = 0
    while reading.embedded:
        (reading,) = reading.embedded
        depth += 1
    assert (depth, reading.format) == (32, "plain")
    assert "telegrams inside telegrams, more than 32 deep" in reading.diagnostics[0].message


class Mute(Exception):
    """An exception that cannot be told."""

    def __str__(self) -> str:
        raise Mute


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        (Mute(), "Mute: (it cannot be told)"),
        (ValueError("x" * 900), f"ValueError: {'x' * 497}..."),
        (OSError(), "OSError: "),
    ],
)
def test_a_cause_is_told_in_short(cause: Exception, told: str) -> None:
    def fail(_: Draft) -> None:
        raise cause

    message = tf.parse(TEXT, format=Given(fail)).diagnostics[0].message
    assert message == f"reader 'given' (registered by a call) failed: {told}"


CARRIERS: dict[str, tuple[Callable[[Source], object], str]] = {
    "raises": (lambda _: 1 / 0, "ZeroDivisionError"),
    "leaves": (leave, "SystemExit"),
    "nothing": (lambda _: None, "TypeError"),
    "no-view": (lambda _: ("text", ()), "AttributeError"),
    "other-source": (lambda _: Wrapped(View.whole(Source.of("other"))), "another source"),
    "no-fact": (lambda source: Wrapped(View.whole(source), ("x",)), "ValueError"),  # type: ignore[arg-type]
    "no-text": (lambda source: Wrapped(View.whole(source), (Fact("a", 7, 0, 1),)), "TypeError"),  # type: ignore[arg-type]
    "nowhere": (lambda source: Wrapped(View.whole(source), (Fact("a", "b", 0, 9999),)), "stands nowhere"),
}


@pytest.mark.parametrize("name", CARRIERS)
def test_a_carrier(name: str) -> None:
    does, cause = CARRIERS[name]
    reading = tf.parse(TEXT, carrier=Given(does))
    assert bytes(reading) == TEXT.encode()
    assert (reading.format, reading.carrier, reading.telegram.subject) == ("cablegate", "plain", "APRICOTS")
    note = reading.diagnostics[0]
    assert note.code == "plugin-failed"
    assert "carrier 'given' (registered by a call) failed: " in note.message
    assert cause in note.message
    assert tf.detect(TEXT, carrier=Given(does)).carrier == "plain"


def test_a_carrier_that_does_well() -> None:
    reading = tf.parse(TEXT, carrier=Given(lambda source: Wrapped(View.whole(source), (Fact("box", "7", 0, 1),))))
    assert (reading.carrier, reading.telegram.attributes["box"]) == ("given", "7")


@pytest.mark.parametrize(
    ("does", "cause"),
    [(lambda _: 1 / 0, "ZeroDivisionError"), (leave, "SystemExit"), (lambda _: 7, "AttributeError")],
)
def test_a_writer(does: Callable[[tf.Telegram], object], cause: str) -> None:
    with pytest.raises(tf.PluginError, match=rf"writer 'given' \(registered by a call\) failed: {cause}"):
        tf.serialize(tf.Telegram(), Given(does))


class Unread(Given):
    """A writer that does well and names a reader or carrier that cannot read it back."""

    def __init__(self, reader: object, carrier: object) -> None:
        super().__init__(lambda telegram: f"{telegram.subject}")
        self.reader = reader  # type: ignore[assignment]
        self.carrier = carrier  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("reader", "carrier", "cause"),
    [
        ("nobody", "plain", "UnknownFormatError: unknown reader 'nobody'"),
        ("plain", "nobody", "UnknownFormatError: unknown carrier 'nobody'"),
        (7, "plain", "TypeError: no reader and carrier that read it back: 7"),
        ("plain", None, "TypeError: no reader and carrier that read it back: "),
    ],
)
def test_a_writer_that_cannot_be_read_back(reader: object, carrier: object, cause: str) -> None:
    with pytest.raises(tf.PluginError, match=rf"writer 'given' \(registered by a call\) failed: {cause}"):
        tf.serialize(tf.Telegram(), Unread(reader, carrier))


def test_a_writer_whose_losses_are_none() -> None:
    writer = Given(lambda telegram: f"NOT {telegram.subject}")
    writer.losses = ("subject",)  # type: ignore[assignment]
    with pytest.raises(tf.PluginError, match=r"writer 'given' \(registered by a call\) failed: AttributeError"):
        tf.serialize(tf.Telegram(subject="A"), writer)


def test_an_option_that_a_writer_does_not_have_is_a_fault_of_the_caller() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'width'"):
        tf.serialize(tf.Telegram(), Given(lambda _: ""), width=7)


def test_a_writer_that_cannot_be_called_is_a_fault_of_the_writer() -> None:
    writer = Given(lambda _: "")
    writer.write = 7  # type: ignore[method-assign, assignment]
    with pytest.raises(tf.PluginError, match="TypeError: 'int' object is not callable"):
        tf.serialize(tf.Telegram(), writer, width=7)


def test_a_writer_may_refuse() -> None:
    def refuse(_: tf.Telegram) -> str:
        raise tf.SerializationError("subject", "it is not nice")

    with pytest.raises(tf.SerializationError, match="subject: it is not nice"):
        tf.serialize(tf.Telegram(), Given(refuse))


def test_a_writer_that_does_well() -> None:
    written = tf.serialize(tf.Telegram(subject="A"), Given(lambda telegram: f"{telegram.subject}\n"))
    assert (written.data, written.format) == (b"A\n", "given")
    assert [loss.path for loss in written.losses] == ["subject", "body"]
