"""Parts of a paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.parts import read_parts
from telegram_format.kit import Draft
from telegram_format.model.body import Paragraph

DraftOf = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He asked:\n- a lamp\n- a boat", (Paragraph("a lamp"), Paragraph("a boat"))),
        ("He asked:\n-- a lamp,\nif possible", (Paragraph("a lamp, if possible"),)),
        ("He asked:\n\n- a lamp", (Paragraph("a lamp"),)),
        ("He asked:\n-a lamp\n-a boat", (Paragraph("a lamp"), Paragraph("a boat"))),
        ("He asked:\n* a lamp\n* a boat", (Paragraph("a lamp"), Paragraph("a boat"))),
        ("He asked:\n- (C) a lamp\n- (U) a boat", (Paragraph("a lamp", None, "C"), Paragraph("a boat", None, "U"))),
        ("He asked:\n- (GOM) a lamp\n- a boat", (Paragraph("(GOM) a lamp"), Paragraph("a boat"))),
        (
            "He asked:\nA. (C) A lamp\nB. (U) A boat",
            (Paragraph("A lamp", None, "C", label="A"), Paragraph("A boat", None, "U", label="B")),
        ),
        ("He asked:\na) A lamp\nb) A boat", (Paragraph("A lamp", label="a"), Paragraph("A boat", label="b"))),
        ("He asked:\n(a) A lamp\n(b) A boat", (Paragraph("A lamp", label="a"), Paragraph("A boat", label="b"))),
        ("He asked:\n-- a. a lamp", (Paragraph("a lamp", label="a"),)),
        ("He asked:\n- A. A lamp\n- B. A boat", (Paragraph("A lamp", label="A"), Paragraph("A boat", label="B"))),
    ],
)
def test_parts(draft_of: DraftOf, text: str, parts: tuple[Paragraph, ...]) -> None:
    draft = draft_of(text)
    start, found = read_parts(draft, ("body", 0), 0, len(text))
    assert text[:start] in ("He asked:", "He asked:\n")
    assert found == parts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He asked for a lamp.",
        "The range is ten\n- perhaps twelve - miles.",
        "Mr.\nB. Crane came.",
        "He asked:\nB. A lamp\nC. A boat",
        "He asked:\nA. A lamp",
        "He asked:\n-----\nNothing",
        "He asked:\n- - -",
    ],
)
def test_no_parts(draft_of: DraftOf, text: str) -> None:
    draft = draft_of(text)
    assert read_parts(draft, ("body", 0), 0, len(text)) == (len(text), ())
    assert draft.entries == []


def test_places(draft_of: DraftOf) -> None:
    text = "He asked:\n- (C) a lamp\n\n- a boat\n"
    draft = draft_of(text)
    read_parts(draft, ("body", 4), 0, len(text))
    there = {name: [text[start:end] for start, end in spans] for name, spans in draft.trace().items()}
    assert there == {
        "body[4].paragraphs[0]": ["- (C) a lamp"],
        "body[4].paragraphs[0].text": ["a lamp"],
        "body[4].paragraphs[1]": ["- a boat"],
        "body[4].paragraphs[1].text": ["a boat"],
    }
