"""How many lines a telegram takes when it is sent.

ACP 127(G) 208: lines of at most 69 characters, pages of 20 lines counted from FL5. Strategy: what is written is
counted, not guessed; a value that no format would write counts as plain words.
"""

from __future__ import annotations

from attrs import evolve, frozen

from telegram_format.errors import SerializationError
from telegram_format.model.body import Block, Heading, Paragraph, Separator
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.body import body_lines
from telegram_format.spelling.header import header_lines
from telegram_format.spelling.heading import heading_lines

_ENOUGH = 2000
"""Characters by which to judge the end and the beginning of a long text."""

_MORE = Paragraph("There is more.", 999)
"""What stands behind the first block of a section."""


@frozen
class Measure:
    """The size of a transmission: textual pages, lines of a page, characters of a line."""

    pages: int
    lines: int
    width: int

    def room(self, telegram: Telegram) -> int:
        """Lines for the body: the rest of the page on which the heading ends, and the textual pages behind it."""
        heading = self._heading(telegram)
        return -heading % self.lines + self.pages * self.lines

    def block(self, block: Block) -> int:
        """Lines of a block, with the empty line behind it."""
        try:
            return len(body_lines((block,), self.width)) + 1
        except SerializationError:
            return self._guess(block) + 1

    def reads_well(self, last: Block, first: Block) -> bool:
        """Whether a section may end with `last` and the next one begin with `first`, written out and read again."""
        if not isinstance(last, Paragraph):  # what stands above nothing is no part of the text
            return False
        if not last.paragraphs and len(last.text) > _ENOUGH:
            last = evolve(last, text=last.text[-_ENOUGH:].partition(" ")[2])
        if isinstance(first, Paragraph) and len(first.text) > _ENOUGH:
            first = evolve(first, text=first.text[:_ENOUGH].rpartition(" ")[0])
        try:
            body_lines((last,), self.width)
            body_lines((first, _MORE), self.width)
        except SerializationError:
            return False
        return True

    def _heading(self, telegram: Telegram) -> int:
        """Lines from FL5 to the empty line before the text; signatures stand behind it, and count here."""
        bare = evolve(telegram, body=())
        try:
            header = len(header_lines(bare, self.width, routing=False, bt=True))
            return header + len(heading_lines(bare, self.width)) + 1
        except SerializationError:
            lists = (telegram.to, telegram.info, telegram.exempted, telegram.captions, telegram.passing)
            return 12 + sum(map(len, lists)) + len(telegram.subject or "") // self.width + len(telegram.references)

    def _guess(self, block: Block) -> int:
        if isinstance(block, Separator):
            return 1
        if isinstance(block, Heading):
            return 2
        parts: tuple[Paragraph, ...] = block.paragraphs
        return (len(block.text) + 12) // (self.width - 9) + 1 + block.text.count("\n") + sum(map(self._guess, parts))
