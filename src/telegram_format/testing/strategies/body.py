"""Strategies for the text: paragraphs, headings, separators, and bodies made of them.

Strategy: a body is drawn section by section, each an optional heading and its paragraphs, for a heading decides the
role of what stands under it. Numbers run from 1; roles are those that first words and headings give.
"""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from telegram_format.model.body import Block, Heading, Paragraph, Role, Separator
from telegram_format.testing.strategies import words

MARKS = ("C", "U", "C/NF", "SBU")

_ROLE_HEADINGS: tuple[tuple[str, Role], ...] = (
    ("COMMENT", "comment"),
    ("Comment", "comment"),
    ("ACTION REQUEST", "action request"),
    ("BACKGROUND", "background"),
    ("SUMMARY", "summary"),
)
_SELF_NAMED: tuple[tuple[str, str, Role], ...] = (
    ("Summary: ", " End summary.", "summary"),
    ("SUMMARY: ", " END SUMMARY.", "summary"),
    ("Comment: ", " End comment.", "comment"),
    ("COMMENT: ", "", "comment"),
    ("Action request: ", "", "action request"),
    ("Note: ", " End note.", "note"),
    ("Background: ", "", "background"),
    ("Introduction: ", "", "introduction"),
)
"""First words, last words, role."""

_SIGNS = "-*=_"


@cache
def headings(*, ascii_only: bool = True) -> st.SearchStrategy[Heading]:
    """A heading that gives no role."""
    return st.sampled_from(words.HEADINGS if ascii_only else words.HEADINGS + words.HEADINGS_BEYOND_ASCII).map(Heading)


@cache
def separators() -> st.SearchStrategy[Separator]:
    """A row of one sign."""
    return st.sampled_from(_SIGNS).map(Separator)


@st.composite
def paragraphs(
    draw: st.DrawFn,
    *,
    number: int | None = None,
    marks: tuple[str, ...] = MARKS,
    role: Role | None = None,
    ascii_only: bool = True,
    parts: bool = True,
) -> Paragraph:
    """A paragraph; `marks` are those allowed (it may also have none), `role` is what the heading above it gives."""
    marking = draw(st.sampled_from((*marks, None)))
    shape = draw(st.integers(0, 9))
    text = draw(words.texts(ascii_only=ascii_only))
    if shape == 9:
        text += f"\n\n{draw(words.texts(ascii_only=ascii_only, most=1))}"
    elif shape == 8:
        text += f" (Note: {draw(words.sentences(ascii_only=ascii_only))} End note.)"
    elif shape in (6, 7) and parts:
        found = draw(_parts(marks, ascii_only))
        return Paragraph(text[:-1] + ":", number, marking, found, role)
    elif shape in (4, 5) and role is None:
        first, last, role = draw(st.sampled_from(_SELF_NAMED))
        text = first + text + last
    return Paragraph(text, number, marking, (), role)


@st.composite
def _parts(draw: st.DrawFn, marks: tuple[str, ...], ascii_only: bool) -> tuple[Paragraph, ...]:
    """Two to four parts, lettered or behind dashes."""
    clauses = draw(st.lists(words.clauses(ascii_only=ascii_only), min_size=2, max_size=4))
    lettered = draw(st.booleans())
    marking = draw(st.sampled_from((None, *marks)))
    signs = ";" * (len(clauses) - 1) + "."
    return tuple(
        Paragraph(clause + sign, None, marking, (), None, letter if lettered else None)
        for clause, sign, letter in zip(clauses, signs, "ABCD", strict=False)
    )


def blocks(*, ascii_only: bool = True) -> st.SearchStrategy[Block]:
    """Any block by itself."""
    return st.one_of(paragraphs(number=1, ascii_only=ascii_only), headings(ascii_only=ascii_only), separators())


@st.composite
def bodies(
    draw: st.DrawFn,
    *,
    marks: tuple[str, ...] = MARKS,
    ascii_only: bool = True,
    least: int = 0,
    most: int = 5,
) -> tuple[Block, ...]:
    """`least` to `most` paragraphs, numbered, or one without a number; headings and separators between them."""
    count = draw(st.integers(least, most))
    numbered = count > 1 or draw(st.booleans())
    found: list[Block] = []
    role: Role | None = None
    paragraph: Paragraph | None = None
    for number in range(1, count + 1):
        above = draw(st.integers(0, 7))
        if above == 7:
            found.append(draw(headings(ascii_only=ascii_only)))
            role = None
        elif above == 6:
            heading, role = draw(st.sampled_from(_ROLE_HEADINGS))
            found.append(Heading(heading))
        elif above == 5 and paragraph is not None and _ends_plainly(paragraph):
            found.append(draw(separators()))
        strategy = paragraphs(
            number=number if numbered else None, marks=marks, role=role, ascii_only=ascii_only, parts=numbered
        )
        paragraph = draw(strategy)
        found.append(paragraph)
    return tuple(found)


def _ends_plainly(paragraph: Paragraph) -> bool:
    """Whether the last line is certainly no heading for the rule below it."""
    last = paragraph.paragraphs[-1].text if paragraph.paragraphs else paragraph.text
    return last.endswith(".")
