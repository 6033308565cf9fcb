"""The seam between two sections: whether a paragraph goes on over it, and how it is made whole.

Strategy: this is the one place that says what a seam means; `join` closes seams by it, and `split` cuts only where it
gives back what was cut. Text without a number at the beginning of a section goes on with the paragraph before, if
that has not ended: no sentence ends there, or the text begins with a small letter (`… of the U.S.` / `supported …`).
A heading that gives a role to all that stands under it (`COMMENT`) does so over the seam.
"""

from __future__ import annotations

from attrs import evolve, frozen

from telegram_format.model.body import Block, Heading, Paragraph, Role

SENTENCE_ENDS = frozenset(".?!:;)]\"”'’")


def put_together(left: tuple[Block, ...], right: tuple[Block, ...]) -> tuple[Block, ...]:
    """The bodies of two neighbouring sections as one."""
    if not left or not right:
        return left + right
    right = _with_role(right, Above.all_of(left).role)
    last, first = left[-1], right[0]
    if isinstance(last, Paragraph) and isinstance(first, Paragraph) and goes_on(last, first):
        return (*left[:-1], whole(last, first), *right[1:])
    return left + right


@frozen
class Above:
    """What the last heading says of the paragraphs that stand under it so far.

    `words` are the heading's, in small letters; `named` is the role that it names and a paragraph under it has; `bare`
    says that one of them has no role.
    """

    words: str = ""
    named: Role | None = None
    bare: bool = False

    @classmethod
    def all_of(cls, body: tuple[Block, ...]) -> Above:
        """What stands above the end of `body`."""
        start = next((i for i in range(len(body) - 1, -1, -1) if isinstance(body[i], Heading)), 0)
        above = cls()
        for block in body[start:]:
            above = above.then(block)
        return above

    def then(self, block: Block) -> Above:
        """What stands above when `block` does too."""
        if isinstance(block, Heading):
            return Above(block.text.casefold())
        if not isinstance(block, Paragraph):
            return self
        role = block.role
        if role is None:
            return Above(self.words, None, True)
        named = self.named is None and role in _GIVEN and role in self.words
        return Above(self.words, role, self.bare) if named else self

    @property
    def role(self) -> Role | None:
        """The role that the heading gives: it names it, and no paragraph under it is without one."""
        return None if self.bare else self.named


_GIVEN: frozenset[Role | None] = frozenset(("comment", "note", "action request", "introduction", "background"))
"""Roles that headings give to all that follows; a summary ends by its own words."""


def _with_role(body: tuple[Block, ...], role: Role | None) -> tuple[Block, ...]:
    """`body` with `role` for the paragraphs before its first heading that have none."""
    if role is None:
        return body
    end = next((i for i, block in enumerate(body) if isinstance(block, Heading)), len(body))
    return tuple(
        evolve(block, role=role) if i < end and isinstance(block, Paragraph) and block.role is None else block
        for i, block in enumerate(body)
    )


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
