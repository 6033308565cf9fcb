"""The laws as a class to inherit, and as a function."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.examples import load
from telegram_format.kit import Draft
from telegram_format.readers.plain import Plain
from telegram_format.testing import Finding, LawReport, ReaderLaws, check_reader
from telegram_format.testing.laws.check import LAWS
from telegram_format.testing.laws.finding import ADVICE, MEANING
from telegram_format.testing.laws.leave import others

SHORT = b"FM AMEMBASSY LOME\n\nUNCLAS LOME 000012\n\nSUBJECT: OIL\n\n1. (U) The lamps are out.\nFINCH\n"


class Sound(ReaderLaws):
    reader = "cablegate"
    samples = (SHORT,)
    examples = 3


class Writes(Sound):
    writer = "cablegate"


class Faulty(Plain):
    name = "faulty"

    def read(self, draft: Draft) -> None:
        draft.put("subject", "OIL", 0, min(4, len(draft.text)))


class Broken(ReaderLaws):
    reader = Faulty()
    samples = (b"Lamps and oil\nare dear.\n",)
    examples = 3


class Asked:
    """What pytest hands to `pytest_generate_tests`."""

    def __init__(self, *names: str) -> None:
        self.fixturenames = names
        self.given: list[Any] = []

    def parametrize(self, *given: object, **named: object) -> None:
        self.given.append((given, named))


def test_each_law_has_a_test() -> None:
    tests = {name for name in dir(ReaderLaws) if name.startswith("test_")}
    assert {name.split("_")[1] for name in tests} == {law.lower() for law in LAWS}
    assert LAWS.keys() == MEANING.keys() == ADVICE.keys()
    for name in tests:
        assert getattr(ReaderLaws, name).__doc__, name


@pytest.mark.parametrize("name", ["keep", "stand", "say", "near", "join", "grow"])
def test_a_sound_reader_passes(name: str) -> None:
    getattr(Sound(), f"test_{name}")(("short", SHORT))


def test_natural_telegrams_are_tried_too() -> None:
    Writes().test_write(("short", SHORT))
    Writes().test_write_natural_telegrams()
    Sound().test_join_natural_telegrams()


def test_a_broken_law_is_an_assertion_that_tells_all() -> None:
    with pytest.raises(AssertionError) as caught:
        Broken().test_stand(("lamps.txt", Broken.samples[0]))  # type: ignore[index]
    message = str(caught.value)
    assert message.startswith("the law Stand is broken by reader 'faulty': every span lies in the source")
    for words in (
        "subject is 'OIL', but its place spells ''",
        "lamps.txt",
        "b'' (0 bytes)",
        "what to do: give the range",
    ):
        assert words in message


def test_without_a_writer_nothing_is_written() -> None:
    assert Sound.test_write is None
    assert Sound.test_write_natural_telegrams is None  # type: ignore[unreachable]
    assert Writes.test_write is ReaderLaws.test_write


def test_every_sample_is_a_test_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "lamps.txt"
    path.write_bytes(SHORT)
    asked = Asked("self", "sample")
    other = Asked("self")

    class OfFiles(ReaderLaws):
        reader = "cablegate"
        samples = (path, b"OIL", str(path))

    OfFiles().pytest_generate_tests(asked)
    OfFiles().pytest_generate_tests(other)
    named = (("lamps.txt", SHORT), ("sample 2", b"OIL"), ("lamps.txt", SHORT))
    assert asked.given == [(("sample", named), {"ids": ["lamps.txt", "sample 2", "lamps.txt"]})]
    assert other.given == []


def test_pytest_collects_a_subclass(tmp_path: Path) -> None:
    """As a plug-in's author runs it: one test for each law and sample."""
    import os
    import subprocess
    import sys

    (tmp_path / "one.txt").write_bytes(SHORT)
    (tmp_path / "two.txt").write_bytes(SHORT)
    (tmp_path / "test_cablegate.py").write_bytes(
        b"from pathlib import Path\n"
        b"from telegram_format.testing import ReaderLaws\n\n"
        b"class TestCablegate(ReaderLaws):\n"
        b"    reader = 'cablegate'\n"
        b"    samples = sorted(Path(__file__).parent.glob('*.txt'))\n"
        b"    examples = 2\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_cablegate.py"]
    alone = {**os.environ, "PYTEST_ADDOPTS": ""}
    done = subprocess.run(command, cwd=tmp_path, env=alone, capture_output=True, check=False)
    assert f"{13 + len(others())} passed".encode() in done.stdout, done.stdout.decode()


def test_no_samples_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="there are no samples"):
        check_reader("cablegate", [])


def test_reports_of_a_sound_reader() -> None:
    reports = check_reader("cablegate", [SHORT], examples=5)
    assert {report.law: report.status for report in reports} == {
        **dict.fromkeys(LAWS, "held"),
        "Write": "not tried",
    }
    assert [str(report) for report in reports][:1] == ["Keep: held (6 inputs)"]
    assert str(reports[4]) == "Write: not tried (there is no writer)"


def test_the_same_inputs_are_tried_every_time() -> None:
    once, again = (check_reader(Faulty(), [SHORT], examples=5) for _ in range(2))
    assert once == again


def test_where_keep_is_broken_nothing_else_is_tried() -> None:
    class Raises(Plain):
        name = "raises"

        def read(self, draft: Draft) -> None:
            raise KeyError(draft.text[:1])

    reports = check_reader(Raises(), [load("flood")], examples=3)
    assert [report.status for report in reports] == ["broken"] + ["not tried"] * (len(LAWS) - 1)
    (finding,) = reports[0].findings
    assert finding.what.startswith("reader 'raises'")
    assert finding.what.endswith("failed: KeyError: ''")
    assert finding.data == b""
    assert str(reports[0]).startswith("Keep: broken (1 inputs)\nthe law Keep is broken by reader 'raises'")


def test_a_natural_telegram_that_is_lost_is_shown_with_what_was_written() -> None:
    class Silent:
        name = "silent"
        reader = "cablegate"
        carrier = "plain"
        losses = ()

        def write(self, telegram: tf.Telegram) -> str:
            return f"SUBJECT: {telegram.subject or 'NONE'}\n"

    reports = {report.law: report for report in check_reader("cablegate", [SHORT], writer=Silent(), examples=20)}
    of_sample, natural = reports["Write"].findings
    assert of_sample.sample == "sample 1"
    assert natural.sample.startswith("a natural telegram: Telegram(message_id=None")
    assert natural.data.startswith(b"SUBJECT: ")


def test_a_natural_telegram_that_cannot_be_written_is_shown_without() -> None:
    class Raises:
        name = "raises"
        reader = "cablegate"
        carrier = "plain"
        losses = ()

        def write(self, telegram: tf.Telegram) -> str:
            raise KeyError(telegram.subject)

    reports = {report.law: report for report in check_reader("cablegate", [SHORT], writer=Raises(), examples=3)}
    assert [finding.data for finding in reports["Write"].findings] == [b"", b""]


def test_a_reader_that_fails_only_sometimes_is_told_so() -> None:
    class Sometimes(Plain):
        name = "sometimes"
        count = 0

        def read(self, draft: Draft) -> None:
            Sometimes.count += 1
            if Sometimes.count == 1:
                raise KeyError
            super().read(draft)

    (finding,) = check_reader(Sometimes(), [SHORT], examples=3)[0].findings
    assert finding.what == "it does so only sometimes"


@given(st.binary(max_size=2000))
def test_a_finding_is_told_on_five_lines(data: bytes) -> None:
    """A finding shows its input, but not all of a long one."""
    finding = Finding("Keep", "reader 'x'", "a.txt", "it raised", data)
    assert str(finding).count("\n") == 4
    assert len(str(finding)) < 2600
    assert str(LawReport("Keep", "broken", 3, (finding,))).count("\n") == 5


def test_subjects_have_names() -> None:
    from telegram_format.testing.laws.subject import Subject

    nameless: Any = SimpleNamespace()
    assert str(Subject("a", "b", Plain())) == "reader 'a', carrier 'b', writer 'plain'"  # type: ignore[arg-type]
    assert str(Subject(nameless)) == "reader namespace()".replace("namespace()", repr(nameless.__class__()))
