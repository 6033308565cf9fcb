"""Reading in a process of its own: the same reading, or the plain one with the plug-in and the cause."""

from __future__ import annotations

import importlib
import io
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import telegram_format as tf
from telegram_format import api
from telegram_format.isolation import reading as reading_module
from telegram_format.isolation.reading import Isolated
from telegram_format.registry import Registry

EXAMPLES = Path(tf.__file__).with_name("examples")
FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".html"))
SECONDS = 0.3

FAILURES = {
    "loop_in_a_pattern": "time: no answer within 0.3 s",
    "exit_at_once": "exit: the process ended with status 7",
}
"""What only another process contains."""

CONTAINED = {"fail": "KeyError", "leave": "SystemExit", "allocate": "MemoryError", "recurse": "RecursionError"}
"""What is contained where it happens."""


def made(name: str) -> Any:
    return getattr(importlib.import_module("readers_at_fault"), name)()


@pytest.fixture(scope="module")
def parse() -> Iterator[Isolated]:
    with tf.isolated(seconds=10) as parse:
        yield parse


@pytest.fixture(scope="module")
def berth() -> Iterator[Isolated]:
    """A process in which the readers at fault are registered."""
    before = api.REGISTRY
    api.REGISTRY = Registry(plugins=False)
    try:
        tf.register_reader(made("Berth"))
        tf.register_carrier(made("Crate"))
        with tf.isolated(seconds=SECONDS) as parse:
            yield parse
    finally:
        api.REGISTRY = before


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_reading_is_the_same(parse: Isolated, path: Path) -> None:
    found = parse(path.read_bytes(), name=path.name)
    other = tf.read(path)
    assert found == other
    assert found.source.name == path.name
    assert (found.unread, found.coverage, dict(found.trace)) == (other.unread, other.coverage, dict(other.trace))
    assert found.reader == other.reader


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_reading_survives_a_pickle_round_trip(path: Path) -> None:
    reading = tf.read(path)
    again = pickle.loads(pickle.dumps(reading))
    assert again == reading
    assert dict(again.trace) == dict(reading.trace)
    assert (again.unread, again.coverage) == (reading.unread, reading.coverage)
    assert again.view.source is again.source
    assert again.revise(tf.evolve(reading.telegram, subject="ANOTHER")).telegram.subject == "ANOTHER"


def test_a_reading_by_built_in_readers_can_be_revised(parse: Isolated) -> None:
    reading = parse(FILES[0].read_bytes())
    revised = reading.revise(tf.evolve(reading.telegram, subject="ANOTHER"))
    assert revised.telegram.subject == "ANOTHER"


@pytest.mark.parametrize("deed", FAILURES)
def test_a_reader_that_is_stopped_is_named(berth: Isolated, deed: str) -> None:
    text = f"BERTH {deed}\n"
    reading = berth(text)
    assert bytes(reading) == text.encode()
    note = reading.diagnostics[0]
    assert (reading.format, note.code, note.severity) == ("plain", "plugin-failed", "error")
    assert note.message == f"reader 'berth' (registered by a call) failed: {FAILURES[deed]}"
    assert berth("BERTH well\n").telegram.subject == "well"


@pytest.mark.parametrize("deed", CONTAINED)
def test_a_reader_that_fails_is_contained_in_its_process(berth: Isolated, deed: str) -> None:
    reading = berth(f"BERTH {deed}\n")
    note = reading.diagnostics[0]
    assert (reading.format, note.code) == ("plain", "plugin-failed")
    assert note.message.startswith(f"reader 'berth' (registered by a call) failed: {CONTAINED[deed]}")


def test_a_reader_that_is_stopped_as_it_is_asked(berth: Isolated) -> None:
    note = berth("ASK exit_at_once\n").diagnostics[0]
    assert note.message == "reader 'berth' (registered by a call) failed: exit: the process ended with status 7"


def test_a_carrier_that_is_stopped_is_named(berth: Isolated) -> None:
    note = berth("CRATE exit_at_once\n").diagnostics[0]
    assert note.message == "carrier 'crate' (registered by a call) failed: exit: the process ended with status 7"


def test_a_value_of_a_class_of_the_plug_in_is_not_made_again(berth: Isolated) -> None:
    reading = berth("BERTH word\n")
    note = reading.diagnostics[0]
    assert (reading.format, note.code) == ("plain", "plugin-failed")
    assert note.message == (
        "reader 'berth' (registered by a call) failed: "
        "result: UnpicklingError: a value of readers_at_fault.Word, which is none of this library"
    )


@pytest.mark.parametrize("text", ["BERTH nest\nBERTH well", "CRATE well\n"])
def test_a_reading_with_a_plug_in_comes_whole_and_cannot_be_revised(berth: Isolated, text: str) -> None:
    reading = berth(text)
    with pytest.raises(tf.RevisionError, match="no source to read again"):
        reading.revise(tf.evolve(reading.telegram, subject="ANOTHER"))
    assert [inner.telegram.subject for inner in reading.embedded] == ["well"] * (text[0] == "B")


def test_a_reading_that_takes_too_much_without_a_plug_in() -> None:
    text = "1. Barges.\n" * 60_000
    with tf.isolated(format="plain", carrier="plain", seconds=0.02) as parse:
        reading = parse(text)
    assert bytes(reading) == text.encode()
    note = reading.diagnostics[0]
    assert (note.code, note.message) == ("reading-stopped", "reading failed: time: no answer within 0.02 s")


def test_a_stream_is_gone_through_to_its_end(berth: Isolated, tmp_path: Path) -> None:
    """The one that is stopped is told to be no gap, and its neighbours are read."""
    one, other = (path.read_bytes() for path in FILES[:2])
    stopped = b"VZCZCXRO0001\nASK exit_at_once\nNNNN\n"
    data = one + stopped + other
    (tmp_path / "day.txt").write_bytes(data)
    (tmp_path / "night.txt").write_bytes(b"no telegram\n")
    first, failed, second, gap = berth.read_all(tmp_path)
    assert [bytes(reading) for reading in (first, failed, second)] == [one, stopped, other]
    assert (first, second) == (tf.parse(one), tf.parse(other))
    assert [note.code for note in failed.diagnostics] == ["plugin-failed", "format-not-recognised"]
    assert (failed.source.offset, failed.source.name) == (len(one), str(tmp_path / "day.txt"))
    assert gap == next(tf.read_all(tmp_path / "night.txt"))
    assert gap.diagnostics[0].code == "stream-gap"


def test_what_parse_raises_is_raised() -> None:
    with tf.isolated(format="no_such_format") as parse, pytest.raises(tf.UnknownFormatError, match="no_such_format"):
        parse("")
    with tf.isolated(encoding="no-such-encoding") as parse, pytest.raises(LookupError, match="no-such-encoding"):
        parse(b"\xff")


def test_the_strict_policy_raises_and_an_encoding_is_obeyed() -> None:
    with tf.isolated(policy=tf.STRICT, encoding="cp437") as parse:
        assert parse(FILES[0].read_bytes()).format == "cablegate"
        with pytest.raises(tf.StrictReadingError) as raised:
            parse(b"A\xa4ejo")
        assert raised.value.reading.source.text == "Añejo"


def test_what_came_as_text_stays_text(parse: Isolated) -> None:
    assert parse("Añejo \udcff").source == tf.parse("Añejo \udcff").source


def test_a_reader_given_as_an_object() -> None:
    with tf.isolated(format=made("Berth"), context=tf.Context(year=2007)) as parse:
        assert parse("BERTH well\n").telegram.subject == "well"
    with pytest.raises(tf.PluginError, match="cannot be taken into another process: cannot pickle"):
        tf.isolated(format=made("Fixed"))
    stopped = "the worker failed at its start: exit: the process ended with status 7"
    with tf.isolated(format=made("Slow")) as parse, pytest.raises(tf.PluginError, match=stopped):
        parse("BERTH well\n")


def test_the_side_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs in the other process, in this one."""
    monkeypatch.setattr(api, "REGISTRY", api.REGISTRY)
    added = (("reader", made("Berth")),)
    said: list[str] = []
    monkeypatch.setattr(reading_module, "say", said.append)
    for format_, carrier in ((None, None), ("berth", "plain"), ("no_such_format", None), (made("Berth"), None)):
        manner = reading_module._Manner(format_, carrier, None, None, False, (), added)
        reading_module._prepare(manner)
        said.clear()
        found = reading_module._read(manner, ("BERTH well\n", None, "name", 5))
        if format_ == "no_such_format":
            assert isinstance(found, tf.UnknownFormatError)
        else:
            assert isinstance(found, tf.Reading)
            assert (found.telegram.subject, found.origin) == ("well", None)
            assert said[-1] == "reader 'berth' (registered by a call)"
    found = reading_module._read(reading_module._Manner("plain", None, None, None), ("", None, None, 0))
    assert isinstance(found, tf.Reading)
    assert found.origin is not None


def test_what_is_no_reading_is_not_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with tf.isolated() as parse:
        monkeypatch.setattr(parse._worker, "run", lambda _: 17)
        note = parse("BERTH well\n").diagnostics[0]
    assert (note.code, note.message) == ("reading-stopped", "reading failed: result: it is no reading")


@pytest.mark.parametrize("module", ["os", "builtins", "telegram_format.api"])
def test_only_classes_of_the_library_are_made_again(module: str) -> None:
    names = {"os": "system", "builtins": "eval", "telegram_format.api": "os.system"}
    data = (
        pickle.PROTO
        + b"\4"
        + b"".join(pickle.SHORT_BINUNICODE + bytes([len(word)]) + word.encode() for word in (module, names[module]))
        + pickle.STACK_GLOBAL
        + pickle.STOP
    )
    with pytest.raises(pickle.UnpicklingError, match="none of this library"):
        reading_module._Remaking(io.BytesIO(data)).load()
