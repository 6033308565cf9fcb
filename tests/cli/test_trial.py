"""`telegram-format plugins test`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import telegram_format as tf
from telegram_format import api
from telegram_format.kit import Detection, Draft, LossRule, Sample
from telegram_format.registry import Registry
from telegram_format.testing.laws import MEANING

Run = Callable[..., Any]

LAWS = ("Keep", "Stand", "Say", "Near", "Write", "Join", "Grow", "Leave")


class Ledger:
    """A reader of a title line; `fault` moves its place."""

    name = "ledger"

    def __init__(self, fault: int = 0) -> None:
        self.fault = fault

    def detect(self, sample: Sample) -> Detection:
        return Detection(0.9 if sample.text.startswith("LEDGER") else 0.0, "its first word")

    def read(self, draft: Draft) -> None:
        if draft.text.startswith("LEDGER") and draft.text[:12].isascii():
            end = len(draft.text[:12].rstrip())
            draft.put("subject", draft.text[:end], max(0 + self.fault, 0), min(end + self.fault, len(draft.text)))


class LedgerWriter:
    """A writer that says nothing but the subject."""

    name = "ledger"
    reader = "ledger"
    carrier = "plain"
    losses = tuple(LossRule("no-place", name, "it has no place") for name in tf.Telegram.__slots__)

    def write(self, telegram: tf.Telegram) -> str:
        if telegram.subject is None or not telegram.subject.startswith("LEDGER") or telegram.subject[12:]:
            raise tf.SerializationError("subject", "it is no title")
        return telegram.subject


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    made = Registry(plugins=False)
    monkeypatch.setattr(api, "REGISTRY", made)
    return made


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """A folder of samples, and what is none."""
    folder = tmp_path / "samples"
    (folder / "more").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "one.txt").write_bytes(b"LEDGER PAID\nwords\n")
    (folder / "more" / "two.txt").write_bytes(b"LEDGER OWED")
    (folder / ".hidden" / "three.txt").write_bytes(b"x")
    return folder


def test_what_holds(run: Run, registry: Registry, samples: Path) -> None:
    registry.register("reader", Ledger())
    result = run("plugins", "test", "ledger", samples, "--examples", "5")
    assert (result.code, result.err) == (0, "")
    *laws, detected = result.out.splitlines()
    assert [line.split()[0] for line in laws] == list(LAWS)
    assert laws[0] == f"Keep   held       {MEANING['Keep']} (12 inputs)"
    assert laws[4] == f"Write  not tried  {MEANING['Write']} (there is no writer)"
    assert detected == "2 of 2 samples are detected as ledger"


def test_what_does_not(run: Run, registry: Registry, samples: Path) -> None:
    registry.register("reader", Ledger(fault=1))
    result = run("plugins", "test", "ledger", samples / "one.txt", "--examples", "5", "-q")
    assert result.code == 1
    first, *lines = result.out.splitlines()
    assert first == f"Stand  broken     {MEANING['Stand']} (1 inputs)"
    assert lines[0].startswith("the law Stand is broken by reader 'ledger'")
    assert lines[2] == "  sample:     one.txt"
    assert not any(line.startswith(("Keep", "Grow")) for line in lines)


def test_the_writer_of_the_name_is_tried_too(run: Run, registry: Registry, samples: Path) -> None:
    registry.register("reader", Ledger())
    registry.register("writer", LedgerWriter())
    result = run("plugins", "test", "ledger", samples, "--examples", "3")
    assert result.code == 0
    assert f"Write  held       {MEANING['Write']}" in result.out


def test_all_that_can_be_said(run: Run, flood: str) -> None:
    words = ("--carrier", "plain", "--writer", "cablegate", "--examples", "1", "--instead-of", "genadmin")
    result = run("plugins", "test", "cablegate", flood, *words, "--no-plugins")
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("1 of 1 samples are detected as cablegate\n")


def test_samples_that_are_detected_as_others_are_told(run: Run, registry: Registry, samples: Path) -> None:
    registry.register("reader", Ledger())
    for number in range(12):
        (samples / f"z{number:02}.txt").write_bytes(b"BILL")
    out = run("plugins", "test", "ledger", samples, "--examples", "1").out
    shown = ", ".join(f"z{number:02}.txt" for number in range(10))
    assert out.endswith(f"\n2 of 14 samples are detected as ledger; not {shown}, ...\n")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("ledgr", "."), 3, "unknown format 'ledgr'. Did you mean ledger? There are: acp127, "),
        (("ledger", ".", "--carrier", "none"), 3, "unknown carrier 'none'."),
        (("ledger", ".", "--writer", "none"), 3, "unknown writer 'none'."),
        (("ledger", "nowhere"), 2, "nowhere: no such file or folder"),
        (("ledger", "empty"), 2, "no samples in empty: a law that is held against nothing says nothing"),
        (("ledger",), 2, "the following arguments are required: SAMPLES"),
        (("ledger", ".", "--examples", "0"), 2, "'0' is no number of inputs"),
        (("ledger", ".", "--examples", "few"), 2, "'few' is no number of inputs"),
    ],
)
def test_what_cannot_be_tried(
    run: Run,
    registry: Registry,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    code: int,
    message: str,
) -> None:
    registry.register("reader", Ledger())
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    result = run("plugins", "test", *words)
    assert result.code == code
    assert message in result.err
    assert result.out == ""


def test_without_hypothesis(run: Run, registry: Registry, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    registry.register("reader", Ledger())
    for name in [name for name in sys.modules if name.startswith("telegram_format.testing.laws")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    result = run("plugins", "test", "ledger", samples)
    assert result.code == 3
    assert result.err == (
        "telegram-format: the laws need what is not installed: import of hypothesis halted; None in sys.modules\n"
        "  pip install 'telegram-format[testing]'\n"
    )
