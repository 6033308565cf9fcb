"""The functions of the library."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import telegram_format as tf
from telegram_format import api
from telegram_format.kit import Detection, Draft, Fact, Sample, Source, View, Wrapped
from telegram_format.readers.cablegate import Cablegate
from telegram_format.registry import BUILT_IN, Registry

CABLE = """VZCZCXYZ0007
RR RUEHWEB
DE RUEHDBU #0745 1440830
ZNR UUUUU ZZH
R 230830Z MAY 08
FM AMEMBASSY DUSHANBE
TO RUEHC/SECSTATE WASHDC 5981

UNCLAS DUSHANBE 000745

E.O. 12958: N/A
TAGS: ECON TI
SUBJECT: APRICOTS

1. Growers met.

ALDER
"""


class Roofs:
    """A reader that reads the first word."""

    name = "roofs"
    score = 1.0

    def detect(self, sample: Sample) -> Detection:
        return Detection(self.score if "ROOF" in sample.text or "VZCZC" in sample.text else 0.0, "roofs")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text.split()[0], 0, len(draft.text.split()[0]))


class Failing(Roofs):
    """A reader that fails, in the way it is told."""

    name = "failing"

    def __init__(self, cause: BaseException) -> None:
        self.cause = cause

    def read(self, draft: Draft) -> None:
        super().read(draft)
        raise self.cause


class Nonsense(Roofs):
    """A reader that sets a field that no telegram has."""

    name = "nonsense"

    def read(self, draft: Draft) -> None:
        draft.put("roof", "tin", 0, 3)


class Sheet:
    """A carrier that takes what is behind a line of dashes, and the number before it."""

    name = "sheet"

    def detect(self, source: Source) -> Detection:
        return Detection(1.0 if "\n-----\n" in source.text else 0.0, "a line of dashes")

    def open(self, source: Source) -> Wrapped:
        number, _, rest = source.text.partition("\n-----\n")
        view = View.whole(source).part(len(source.text) - len(rest), len(source.text))
        return Wrapped(view, (Fact("message_id", number, 0, len(number)),))


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    """A registry of its own for the functions."""
    made = Registry(plugins=False)
    monkeypatch.setattr(api, "REGISTRY", made)
    return made


def codes(reading: tf.Reading) -> list[str]:
    return [found.code for found in reading.diagnostics]


def test_parse() -> None:
    reading = tf.parse(CABLE)
    assert (reading.format, reading.carrier) == ("cablegate", "plain")
    assert reading.telegram.subject == "APRICOTS"
    assert reading.detection is not None
    assert reading.detection.score == 0.95
    assert reading.coverage == 1
    assert reading.diagnostics == ()
    assert tf.parse(CABLE.encode()).telegram == reading.telegram
    assert tf.parse(CABLE.encode()).source.how == "valid"
    assert reading.source.how == "text"


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes(CABLE.encode("cp1252"))
    reading = tf.read(path)
    assert reading.telegram.subject == "APRICOTS"
    assert reading.source.name == str(path)
    assert tf.read(str(path)) == reading
    with pytest.raises(FileNotFoundError):
        tf.read(tmp_path / "none.txt")
    with pytest.raises(IsADirectoryError):
        tf.read(tmp_path)


def test_options_of_read_are_those_of_parse(tmp_path: Path) -> None:
    path = tmp_path / "cable.txt"
    path.write_bytes("SUBJECT: ¶\n\nREF: LOME 5\n".encode("utf-16-le"))
    reading = tf.read(path, format="cablegate", carrier="plain", encoding="utf-16-le", context=tf.Context(year=1999))
    assert reading.telegram.subject == "¶"
    assert str(reading.telegram.references[0].message_id) == "99 LOME 5"
    with pytest.raises(tf.StrictReadingError, match=r"cable\.txt is not as it should be"):
        tf.read(path, format="plain", policy=tf.STRICT)


def test_a_named_format_is_obeyed() -> None:
    reading = tf.parse(CABLE, format="plain")
    assert reading.format == "plain"
    assert reading.detection is None
    assert reading.telegram.subject is None
    reading = tf.parse("The roof leaks.", format="cablegate")
    assert reading.format == "cablegate"
    assert reading.telegram.paragraphs[0].text == "The roof leaks."


def test_formats_and_carriers_may_be_objects() -> None:
    reading = tf.parse("08LOME5\n-----\nROOF IT", format=Roofs(), carrier=Sheet())
    assert (reading.format, reading.carrier) == ("roofs", "sheet")
    assert reading.telegram.subject == "ROOF"
    assert reading.telegram.message_id == tf.MessageId(2008, "LOME", 5)
    assert reading.detection is None


@pytest.mark.parametrize("option", ["format", "carrier"])
@pytest.mark.parametrize("name", ["", "no_such", "Plain", "plain@nobody"])
def test_unknown_names(option: str, name: str) -> None:
    with pytest.raises(tf.UnknownFormatError):
        tf.parse(CABLE, **{option: name})  # type: ignore[arg-type]
    if option == "carrier":
        with pytest.raises(tf.UnknownFormatError):
            tf.detect(CABLE, carrier=name)


def test_encodings() -> None:
    data = "SUBJECT: é\n".encode("cp437")
    assert tf.parse(data, format="cablegate", encoding="cp437").telegram.subject == "é"
    assert codes(tf.parse(data, format="cablegate", encoding="cp437")) == []
    assert codes(tf.parse(data, format="cablegate")) == ["encoding-fallback"]
    with pytest.raises(LookupError, match="no-such"):
        tf.parse(data, encoding="no-such")


def test_names_are_for_messages() -> None:
    assert tf.parse(CABLE, name="cable").source.name == "cable"
    assert tf.parse(CABLE, name="cable") == tf.parse(CABLE)


def test_strict_finishes_the_reading_and_raises_all() -> None:
    text = CABLE.replace("#0745", "#0754").replace("UNCLAS ", "C O N F I D E N T I A L ")
    with pytest.raises(tf.StrictReadingError, match="the telegram is not as it should be") as caught:
        tf.parse(text, policy=tf.STRICT)
    error = caught.value
    assert error.reading == tf.parse(text)
    found = [one.diagnostic.code for one in error.exceptions if isinstance(one, tf.DiagnosticError)]
    assert found == ["serial-conflict", "classification-conflict"]
    assert all(isinstance(one, ValueError) for one in error.exceptions)
    assert isinstance(error, tf.TelegramFormatError)
    assert str(error.exceptions[0]).endswith("[serial-conflict]")


def test_a_strict_error_can_be_caught_in_parts() -> None:
    caught = []
    try:
        tf.parse("", policy=tf.STRICT)
    except* tf.DiagnosticError as group:
        caught = [str(one) for one in group.exceptions]
    assert caught == ["the input has no text [empty-input]"]


def test_strict_says_nothing_of_what_is_only_worth_knowing() -> None:
    text = CABLE.replace("TAGS:", "TAGES:")
    assert codes(tf.parse(text)) == ["label-repaired"]
    assert tf.parse(text, policy=tf.STRICT) == tf.parse(text)
    assert tf.parse(text, policy=tf.LENIENT) == tf.parse(text)


def test_errors_pickle() -> None:
    with pytest.raises(tf.StrictReadingError) as caught:
        tf.parse("", policy=tf.STRICT)
    again = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(again, tf.StrictReadingError)
    assert again.reading == caught.value.reading
    assert again.message == caught.value.message
    assert [one.diagnostic for one in again.exceptions] == [
        one.diagnostic for one in caught.value.exceptions if isinstance(one, tf.DiagnosticError)
    ]


def test_detect() -> None:
    found = tf.detect(CABLE)
    assert (found.format, found.carrier) == ("cablegate", "plain")
    assert found.detection == found.candidates[0][1]
    assert {name for name, _ in found.candidates} == set(BUILT_IN["reader"])
    assert tf.detect(b"The roof leaks.").format == "plain"
    assert tf.detect(CABLE, carrier="markdown").carrier == "markdown"


def test_detect_agrees_with_parse() -> None:
    for text in (CABLE, "", "The roof leaks.", CABLE[200:]):
        found, reading = tf.detect(text), tf.parse(text)
        assert (found.format, found.carrier, found.detection) == (reading.format, reading.carrier, reading.detection)


def test_listings() -> None:
    tf.parse(CABLE)  # loads what the functions are named as
    assert list(tf.readers()) == sorted(BUILT_IN["reader"])
    assert list(tf.carriers()) == sorted(BUILT_IN["carrier"])
    assert all(info.built_in for info in (*tf.readers().values(), *tf.carriers().values()))


def test_the_best_reader_reads(registry: Registry) -> None:
    registry.register("reader", Roofs())
    reading = tf.parse("ROOF IT")
    assert (reading.format, reading.telegram.subject) == ("roofs", "ROOF")
    assert codes(reading) == []
    assert tf.detect("ROOF IT").format == "roofs"
    assert tf.detect("TIN").format == "plain"


@pytest.mark.parametrize(
    ("score", "name", "tied"),
    [
        (0.95, "cablegate", True),
        (0.91, "cablegate", True),
        (0.5, "cablegate", False),
        (0.99, "roofs", True),
    ],
)
def test_a_tie_is_told(registry: Registry, score: float, name: str, tied: bool) -> None:
    reader = Roofs()
    reader.score = score
    registry.register("reader", reader)
    reading = tf.parse(CABLE)
    assert reading.format == name
    assert ("format-ambiguous" in codes(reading)) is tied
    assert codes(tf.parse(CABLE, format=name)) == []


def test_the_best_carrier_opens(registry: Registry) -> None:
    registry.register("carrier", Sheet())
    reading = tf.parse("08DUSHANBE745\n-----\n" + CABLE)
    assert (reading.carrier, reading.format) == ("sheet", "cablegate")
    assert reading.telegram.message_id == tf.MessageId(2008, "DUSHANBE", 745)
    assert codes(reading) == []
    assert reading.coverage == 1
    assert codes(tf.parse("08DUSHANBE746\n-----\n" + CABLE)) == ["message-id-conflict"]


def test_the_number_of_the_wrapper_gives_the_year(registry: Registry) -> None:
    registry.register("carrier", Sheet())
    reading = tf.parse(
        "03LOME5\n-----\nUNCLAS LOME 000005\n\nSUBJECT: ROOFS\nREF: LOME 4\n\n1. Text.\n", format="cablegate"
    )
    assert [str(item.message_id) for item in reading.telegram.references] == ["03 LOME 4"]
    assert reading.telegram.message_id == tf.MessageId(2003, "LOME", 5)


class Unsure(Roofs):
    """A reader whose detection fails, or answers nonsense."""

    name = "unsure"

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def detect(self, sample: Sample) -> Detection:
        assert sample.length == len(CABLE)
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer  # type: ignore[return-value]


@pytest.mark.parametrize(
    "answer",
    [
        ValueError("no roof"),
        SystemExit(3),
        RecursionError(),
        None,
        3,
        (2.0, "too sure"),
        (-1.0, "less than nothing"),
        ("a", "b"),
    ],
)
def test_a_failing_detection_is_sure_of_nothing(registry: Registry, answer: object) -> None:
    registry.register("reader", Unsure(answer))
    reading = tf.parse(CABLE)
    assert reading.format == "cablegate"
    assert codes(reading) == []
    found = dict(tf.detect(CABLE).candidates)["unsure"]
    assert found.score == 0
    assert found.reason


@pytest.mark.parametrize("cause", [ValueError("no roof"), RecursionError("deep"), SystemExit(3), MemoryError()])
def test_a_failing_plugin_loses_nothing(cause: BaseException) -> None:
    reading = tf.parse(CABLE, format=Failing(cause))
    assert "plugin-failed" in codes(reading)
    assert reading.telegram.subject is None
    assert "Growers met." in " ".join(paragraph.text for paragraph in reading.telegram.paragraphs)
    found = next(found for found in reading.diagnostics if found.code == "plugin-failed")
    assert found.message == f"reader 'failing' (registered by a call) failed: {type(cause).__name__}: {cause}"
    assert found.severity == "error"
    with pytest.raises(tf.StrictReadingError):
        tf.parse(CABLE, format=Failing(cause), policy=tf.STRICT)


def test_a_plugin_that_answers_nonsense() -> None:
    reading = tf.parse(CABLE, format=Nonsense())
    assert codes(reading)[0] == "plugin-failed"
    assert reading.telegram.subject is None


def test_an_interrupt_passes() -> None:
    with pytest.raises(KeyboardInterrupt):
        tf.parse(CABLE, format=Failing(KeyboardInterrupt()))


def test_a_fault_of_a_built_in_reader_is_no_diagnostic(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_reader: object, _draft: Draft) -> None:
        raise AssertionError("a fault of the library")

    monkeypatch.setattr(Cablegate, "read", failing)
    with pytest.raises(AssertionError, match="a fault of the library"):
        tf.parse(CABLE, format="cablegate")


def test_version() -> None:
    assert tf.__version__.count(".") == 2
    with pytest.raises(AttributeError, match="no attribute 'version'"):
        _ = tf.version  # type: ignore[attr-defined]


def test_public_names_are_there() -> None:
    assert len(set(tf.__all__)) == len(tf.__all__)
    assert all(hasattr(tf, name) for name in tf.__all__)
