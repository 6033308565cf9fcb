"""What detection sees of a text."""

from __future__ import annotations

from telegram_format.reading.detection import SAMPLE_SIZE, Detection, Sample
from telegram_format.text.source import Source
from telegram_format.text.view import View


def test_a_sample_is_the_beginning() -> None:
    view = View.whole(Source.of("A" * 10_000))
    sample = Sample(view)
    assert sample.text == "A" * SAMPLE_SIZE
    assert sample.length == 10_000
    assert sample.name == ""
    assert sample.view is view


def test_lines_of_a_sample() -> None:
    sample = Sample(View.whole(Source.of(" A \r\nB\n\nC\rD")), "cable.txt")
    assert sample.lines == ["A", "", "B", "", "C", "D"]
    assert sample.name == "cable.txt"


def test_detections_are_tuples() -> None:
    assert Detection(0.5, "FL3") == (0.5, "FL3")


def test_heads_are_the_capitals_that_lines_begin_with() -> None:
    text = "VZCZCXYZ0017\r\n \tDE RUEHPLD\n\rS E C R E T\nThe ferry\nUNCLASSIFIED\n1. (U) TAGS\n"
    sample = Sample(View.whole(Source.of(text)))
    assert sample.heads == {"VZCZCXYZ", "DE", "S", "T", "UNCLASSI"}
    assert sample.lined == f"\n{text}"
    assert sample.capitals == f"\n{text.upper()}"
