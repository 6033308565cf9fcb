"""The seam between two sections: whether a paragraph goes on over it, and how it is made whole.

Strategy: this is the one place that says what a seam means; `join` closes seams by it, and `split` cuts only where it
gives back what was cut. Text without a number at the beginning of a section goes on with the paragraph before, if
that has not ended: no sentence ends there, or the text begins with a small letter (`… of the U.S.` / `supported …`).
"""

from __future__ import annotations

from attrs import evolve

from telegram_format.model.body import Block, Paragraph

SENTENCE_ENDS = frozenset(".?!:;)]\"”'’")


def put_together(left: tuple[Block, ...], right: tuple[Block, ...]) -> tuple[Block, ...]:
    """The bodies of two neighbouring sections as one."""
    if not left or not right:
        return left + right
    last, first = left[-1], right[0]
    if isinstance(last, Paragraph) and isinstance(first, Paragraph) and goes_on(last, first):
        return (*left[:-1], whole(last, first), *right[1:])
    return left + right


def goes_on(last: Paragraph, first: Paragraph) -> bool:
    """Whether `first`, which opens a section, is the rest of `last`, which ends the section before."""
    if first.number is not None or first.marking is not None or first.label is not None:
        return False
    if "service note" in (last.role, first.role) or (last.paragraphs and last.paragraphs[-1].paragraphs):
        return False
    end = last_words(last)
    return bool(end and first.text) and (end[-1] not in SENTENCE_ENDS or first.text[0].islower())


def whole(last: Paragraph, first: Paragraph) -> Paragraph:
    """The paragraph whose two pieces these are: a blank stood where it was cut."""
    if not last.paragraphs:
        return evolve(last, text=f"{last.text} {first.text}", paragraphs=first.paragraphs)
    *parts, part = last.paragraphs
    return evolve(last, paragraphs=(*parts, evolve(part, text=f"{part.text} {first.text}"), *first.paragraphs))


def last_words(paragraph: Paragraph) -> str:
    """The text that ends a paragraph: its own, or that of its last part."""
    return paragraph.paragraphs[-1].text if paragraph.paragraphs else paragraph.text
