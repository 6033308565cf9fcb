"""Readings of a reader that tells little of where its values stand."""

from __future__ import annotations

import pytest

import telegram_format as tf
from telegram_format.kit import Detection, Draft, Sample


class Sparse:
    """Reads `name=value` lines: what stands where is told for whole lines only, and for some not at all."""

    name = "sparse"

    def detect(self, sample: Sample) -> Detection:
        return Detection(0.0, f"not for {sample.name}")

    def read(self, draft: Draft) -> None:
        position = 0
        paragraphs: list[tf.Paragraph] = []
        for line in draft.text.split("\n"):
            name, _, value = line.partition("=")
            end = position + len(line)
            if name == "subject":
                draft.put("subject", value, position + len(name) + 1, end)
            elif name == "hidden":
                draft.values["subject"] = value
            elif name == "captions":
                draft.values["captions"] = value.split()
            elif name == "paragraph":
                paragraphs.append(tf.Paragraph(value, marking="U" if value.startswith("U ") else None))
                draft.values["body"] = paragraphs
                draft.place(("body", len(paragraphs) - 1), position + len(name) + 1, end)
            elif name == "lost":
                paragraphs.append(tf.Paragraph(value))
                draft.values["body"] = paragraphs
            position = end + 1


def revised(text: str, **values: object) -> str:
    reading = tf.parse(text, format=Sparse())
    wanted = tf.evolve(reading.telegram, **values)  # type: ignore[arg-type]
    return bytes(reading.revise(wanted)).decode()


def test_a_place_is_enough() -> None:
    assert revised("subject=one two", subject="one three") == "subject=one three"


def test_a_paragraph_with_one_place_is_said_anew() -> None:
    text = "paragraph=one\nparagraph=two"
    assert revised(text, body=(tf.Paragraph("one"), tf.Paragraph("three"))) == "paragraph=one\nparagraph=three"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("hidden=one", {"subject": "two"}),
        ("hidden=one", {"subject": None}),
        ("captions=one two", {"captions": ("one",)}),
        ("lost=one", {"body": (tf.Paragraph("two"),)}),
        ("paragraph=one", {"body": (tf.Paragraph("one", 1),)}),
        ("paragraph=U one", {"body": (tf.Paragraph("U one"),)}),
        ("", {"subject": "one"}),
        ("nothing", {"dtg": tf.DateTimeGroup(1, 2, 3)}),
        ("nothing", {"section": tf.Section(1, 2)}),
    ],
)
def test_what_has_no_place_is_refused(text: str, values: dict[str, object]) -> None:
    with pytest.raises(tf.RevisionError, match="the patched source reads"):
        revised(text, **values)
