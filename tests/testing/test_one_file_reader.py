"""The reader of forty lines keeps every law, and a copy of it with a fault breaks the law that names the fault.

Each fault is one that authors make: a line of the example is exchanged, and the copy is held against the laws as its
author would do it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

import telegram_format as tf
from telegram_format.kit import Reader
from telegram_format.testing import LawReport, check_reader

PATH = Path(__file__).parents[2] / "examples" / "one_file_reader.py"
SAMPLE = b"""\
QUAY 12
FROM PORT ALDER
TO MERIDIAN; CALVERLEY
RE THE OLD MOLE
1. The pumps on the mole are
out again.

2. Two ferries wait for oil.
END FINCH
"""


@cache
def source() -> str:
    return PATH.read_text("utf-8")


def made_of(code: str) -> Reader:
    """The reader that a module has."""
    module = ModuleType("copy_of_one_file_reader")
    exec(compile(code, str(PATH), "exec"), module.__dict__)
    reader: Reader = module.Quay()
    return reader


class Fault(NamedTuple):
    """What is exchanged for what in the example, the law that is broken, words of the finding."""

    old: str
    new: str
    law: str
    words: str


LOOP = "        for part in PART.finditer(draft.text):\n"
PLACE = "place = (start, start + len(words))"
NUMBER = 'if int(part["number"]) != index + 1:'
WORDS = 'words, start = part["value"].rstrip(), part.start("value")'

FAULTS = {
    "a byte is lost": Fault(
        LOOP,
        "        from telegram_format.kit import Source, View\n"
        '        draft.turn_to(View.whole(Source.of(draft.text.replace("Q", ""))))\n' + LOOP,
        "Keep",
        "not of the source",
    ),
    "a span is shifted": Fault(PLACE, "place = (start - 1, start + len(words) - 1)", "Stand", "but its place spells"),
    "a repair is not told": Fault(WORDS, WORDS.replace("rstrip()", 'rstrip().replace("OLD", "NEW")'), "Stand", "NEW"),
    "a pattern is quadratic": Fault(
        LOOP, '        re.search("[0-9]+#|[0-9]+%|[0-9]+@", draft.text)\n' + LOOP, "Grow", "times the time"
    ),
    "detect takes what is of others": Fault("sure = re.match", "sure = not re.search", "Leave", "of a text which is"),
    "a value is not in the text": Fault(
        LOOP, LOOP + '            draft.put("validation", "AUTHENTIC", 0, 4)\n', "Stand", "validation is 'AUTHENTIC'"
    ),
    "earlier readings are remembered": Fault(
        LOOP,
        '        self.known = getattr(self, "known", 0) + 1\n'
        '        draft.attribute("known", str(self.known), 0, 0)\n' + LOOP,
        "Keep",
        "read differently the second time: attributes.known",
    ),
    "odd bytes are not foreseen": Fault(
        LOOP, '        draft.text.encode("ascii")\n' + LOOP, "Keep", "UnicodeEncodeError"
    ),
    "a clock is asked": Fault(
        LOOP,
        '        import time\n        draft.attribute("read_at", str(time.perf_counter_ns()), 0, 0)\n' + LOOP,
        "Keep",
        "read differently the second time: attributes.read_at",
    ),
    "a diagnostic is outside the text": Fault(
        LOOP, '        draft.note("quay/end", "read", 0, len(draft.text) + 1)\n' + LOOP, "Keep", "'quay/end' stands at"
    ),
    "places cross": Fault(
        NUMBER,
        'draft.place(("body", index, "number"), max(part.start() - 1, 0), part.end("number"))\n                '
        + NUMBER,
        "Stand",
        "crosses",
    ),
    "a place holds the label": Fault(PLACE, "place = part.span()", "Stand", "but its place spells"),
    "a line without words is not foreseen": Fault(
        "sure = re.match", "sure = sample.text.split()[0] and re.match", "Keep", "detect raised IndexError"
    ),
    "the score is in per cent": Fault("Detection(0.9,", "Detection(90,", "Keep", "detect gave"),
    "a list is left in a value": Fault("Address(name[0].rstrip())", "[name[0].rstrip()]", "Keep", "to is no Address"),
    "a number is guessed": Fault(
        NUMBER,
        'draft.place(("body", index, "number"), *part.span("text"))\n                ' + NUMBER,
        "Stand",
        "number is",
    ),
}
"""What is wrong → the fault."""


def reports_of(reader: Reader) -> dict[str, LawReport]:
    return {report.law: report for report in check_reader(reader, [SAMPLE], examples=8)}


def test_it_has_at_most_forty_lines() -> None:
    assert len(source().splitlines()) <= 40


def test_it_keeps_every_law() -> None:
    samples = [SAMPLE, SAMPLE.replace(b"\n", b"\r\n"), SAMPLE.replace(b"2. ", b"5. ")]
    reports = check_reader(made_of(source()), samples, examples=8)
    assert [(report.law, report.findings) for report in reports if report.status == "broken"] == []
    assert [report.law for report in reports if report.status == "not tried"] == ["Write"]


def test_what_it_reads() -> None:
    reading = tf.parse(SAMPLE, format=made_of(source()))
    telegram = reading.telegram
    assert telegram.originator == tf.Address("PORT ALDER")
    assert telegram.to == (tf.Address("MERIDIAN"), tf.Address("CALVERLEY"))
    assert telegram.subject == "THE OLD MOLE"
    assert [(block.number, block.text) for block in telegram.paragraphs] == [
        (1, "The pumps on the mole are out again."),
        (2, "Two ferries wait for oil."),
    ]
    assert telegram.signatures == ("FINCH",)
    assert telegram.attributes["quay_number"] == "12"
    assert (reading.coverage, reading.diagnostics) == (1.0, ())


def test_a_skipped_number_is_told() -> None:
    (found,) = tf.parse(SAMPLE.replace(b"2. ", b"5. "), format=made_of(source())).diagnostics
    assert (found.code, found.message) == ("quay/number", "paragraph 2 is 5")


@pytest.mark.parametrize("name", FAULTS)
def test_a_copy_with_a_fault_breaks_the_law_that_names_it(name: str) -> None:
    fault = FAULTS[name]
    assert source().count(fault.old) == 1
    reports = reports_of(made_of(source().replace(fault.old, fault.new)))
    assert {law for law, report in reports.items() if report.status == "broken"} == {fault.law}
    assert fault.words in reports[fault.law].findings[0].what
