"""Readings of a reader that tells little of where its values stand."""

from __future__ import annotations

import pytest

import telegram_format as tf
from telegram_format.kit import Detection, Draft, Sample


def first_again(draft: Draft, name: str, start: int, end: int) -> None:
    """A new first item of a list stands from `start` to `end`; the places of the others go with them."""
    draft.entries[:] = [((name, int(path[1]) + 1), at, to) for path, at, to in draft.places()]
    draft.place((name, 0), start, end)


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
            elif name == "again":  # the last paragraph stands here, too
                draft.place(("body", len(paragraphs) - 1), position + len(name) + 1, end)
            elif name == "part":  # of the last paragraph; its text stands here as well
                path = ("body", len(paragraphs) - 1, "paragraphs", 0)
                paragraphs[-1] = tf.evolve(paragraphs[-1], paragraphs=(tf.Paragraph(value),))
                draft.place(path, position + len(name) + 1, end)
                draft.place(path, position, end)
            elif name == "before":  # a paragraph that comes before those above it
                paragraphs.insert(0, tf.Paragraph(value))
                draft.values["body"] = paragraphs
                first_again(draft, "body", position + len(name) + 1, end)
            elif name == "caption":  # each before those above it
                draft.values.setdefault("captions", []).insert(0, value)
                first_again(draft, "captions", position + len(name) + 1, end)
            elif name == "number":
                draft.put("message_id", tf.MessageId.parse(value), position + len(name) + 1, end)
            elif name == "station":  # of the transmission, and it stands for the whole
                draft.put("transmission", tf.Transmission(station=value), position + len(name) + 1, end)
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


def test_a_number_keeps_its_order() -> None:
    assert revised("number=16 LOME 12", message_id=tf.MessageId(2017, "LOME", 13)) == "number=17 LOME 13"


def test_items_may_stand_in_another_order() -> None:
    text = "caption=NODIS\ncaption=SIPDIS"
    assert revised(text, captions=("EXDIS", "NODIS")) == "caption=NODIS\ncaption=EXDIS"
    with pytest.raises(tf.RevisionError, match="reads captions"):
        revised(text, captions=("SIPDIS", "NODIS", "EXDIS"))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("hidden=one", {"subject": "two"}),
        ("hidden=one", {"subject": None}),
        ("captions=one two", {"captions": ("one",)}),
        ("lost=one", {"body": (tf.Paragraph("two"),)}),
        ("paragraph=one", {"body": (tf.Paragraph("one", 1),)}),
        ("paragraph=U one", {"body": (tf.Paragraph("U one"),)}),
        ("paragraph=one\nagain=one\nbefore=zero", {"body": (tf.Paragraph("zero"), tf.Paragraph("two"))}),
        ("paragraph=one\npart=two", {"body": (tf.Paragraph("one", paragraphs=(tf.Paragraph("three"),)),)}),
        ("station=RUEHC", {"transmission": tf.Transmission(station="RUEHX")}),
        ("", {"subject": "one"}),
        ("nothing", {"dtg": tf.DateTimeGroup(1, 2, 3)}),
        ("nothing", {"section": tf.Section(1, 2)}),
    ],
)
def test_what_has_no_place_is_refused(text: str, values: dict[str, object]) -> None:
    with pytest.raises(tf.RevisionError, match="the patched source reads"):
        revised(text, **values)
