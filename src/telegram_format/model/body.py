"""The text of a telegram: headings, paragraphs, separators."""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen

from telegram_format.model.construction import quick

Role = Literal["summary", "comment", "note", "action request", "introduction", "background", "text", "service note"]


@quick
@frozen
class Heading:
    """A line above paragraphs, without its underline."""

    text: str


@quick
@frozen
class Separator:
    """A row of one sign (`-`, `*`, `=`) that belongs to no heading."""

    sign: str = "-"


@quick
@frozen
class Aside:
    """A labelled passage inside a paragraph's text: `(Note: … End note.)`."""

    role: Role
    text: str


@quick
@frozen
class Paragraph:
    """A paragraph: `4. (C) The minister said …`.

    `number` counts from 1, `None` for unnumbered text; `marking` is the portion mark without its parentheses
    (`C`, `SBU/NF`); `text` has no wrapping: one blank between words, a line end only before an item and an empty line
    between blocks; `paragraphs` are its lettered or dashed parts; `label` is the letter of such a part; `role` is
    what the paragraph is by its first words.
    """

    text: str
    number: int | None = None
    marking: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    role: Role | None = None
    label: str | None = None

    @property
    def asides(self) -> tuple[Aside, ...]:
        """Labelled passages with both ends inside the text, in order."""
        found = []
        unclosed: set[Role] = set()  # what is not closed here is not closed further on: search once
        position = 0
        while (opening := _OPENING.search(self.text, position)) is not None:
            role: Role = "action request" if opening[1][0] in "Aa" else _ROLES[opening[1].lower()]
            closing = None if role in unclosed else _CLOSINGS[role].search(self.text, opening.end())
            if closing is None:
                unclosed.add(role)
                position = opening.end()
                continue
            found.append(Aside(role, self.text[opening.end() : closing.start()].strip(" .")))
            position = closing.end()
        return tuple(found)


Block = Heading | Paragraph | Separator

_ROLES: dict[str, Role] = {
    "note": "note",
    "comment": "comment",
    "begin comment": "comment",
    "begin note": "note",
}

_OPENING = re.compile(
    r"""
    \b ( (?:begin[ ]){0,1} (?:note|comment)   # (Note: …  COMMENT: …  Begin comment:
       | action[ ]request(?:ed){0,1} )        # ACTION REQUEST:
    [ ]{0,1} [:.-] [ ]*+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOSINGS: dict[Role, re.Pattern[str]] = {
    role: re.compile(rf"\(?\bend (?:of )?{role}\b\.?\)?", re.IGNORECASE)
    for role in ("note", "comment", "action request")
}
