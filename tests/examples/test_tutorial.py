"""What the tutorial on readers asks the reader of it to try comes out as the tutorial says."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import telegram_format as tf
from telegram_format.kit import Reader
from telegram_format.testing import check_reader

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial" / "your-own-reader.md").read_bytes().decode("utf-8")
SOURCE = (ROOT / "examples" / "one_file_reader.py").read_bytes().decode("utf-8")


def changed(*changes: tuple[str, str]) -> Reader:
    """The reader of the tutorial with some words exchanged."""
    source = SOURCE
    for old, new in changes:
        assert source.count(old) == 1
        source = source.replace(old, new)
    module = ModuleType("changed_reader")
    exec(source, module.__dict__)
    reader: Reader = module.Quay()
    return reader


def sample(name: str) -> str:
    return TUTORIAL.partition(f":caption: samples/{name}\n\n")[2].partition(":::")[0]


KEPT = 'draft.attribute("quay_number", words, *place)'
LINES = """\
            elif part["label"] == "SEAL":
                draft.attribute("seal", words, *place)
"""


def test_a_further_label() -> None:
    assert LINES in TUTORIAL
    reader = changed(
        ("QUAY|FROM", "QUAY|SEAL|FROM"),
        (KEPT, f"{KEPT}\n{LINES}"),
    )
    reading = tf.parse("QUAY 40\nFROM LOWER QUAY\nSEAL 4711\nRE CRANES\n", format=reader)
    assert dict(reading.telegram.attributes) == {"quay_number": "40", "seal": "4711"}
    assert reading.unread == ()


def test_a_fault_on_purpose_is_told_in_these_words() -> None:
    words = ("place = (start, start + len(words))", "place = (start + 1, start + len(words))")
    assert f"`{words[1]}`" in TUTORIAL
    reports = check_reader(changed(words), [sample("apricots.txt").encode()], examples=20)
    (finding,) = [finding for report in reports for finding in report.findings]
    told = TUTORIAL[TUTORIAL.index("the law Stand is broken") :].partition("```")[0]
    assert str(finding) == told.rstrip().replace("apricots.txt", "sample 1")


def test_the_samples_are_detected_and_read_whole() -> None:
    for name in ("ferries.txt", "apricots.txt"):
        reading = tf.parse(sample(name), format=changed())
        assert (reading.coverage, reading.diagnostics) == (1.0, ())
