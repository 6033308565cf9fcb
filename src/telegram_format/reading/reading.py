"""A finished reading: the telegram, its source, and all that was learnt on the way.

Strategy: everything a reading can tell beyond its fields (places, unread passages, the coverage) is computed from the
trace when it is asked for.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.errors import RevisionError
from telegram_format.model.body import Paragraph
from telegram_format.model.construction import quick
from telegram_format.model.telegram import Telegram
from telegram_format.reading.detection import Detection
from telegram_format.reading.plugin import PluginInfo
from telegram_format.reading.trace import Trace, merged
from telegram_format.text.source import Source, Span
from telegram_format.text.view import View

if TYPE_CHECKING:
    from telegram_format.reading.revision.revise import Origin

_ASCII_SPACES = " \n\r\t\v\f\x1c\x1d\x1e\x1f"
_PARAGRAPH_PATH = re.compile(r"paragraphs\[([0-9]{1,9})\]")


@frozen
class Passage:
    """A place in the source.

    `line` and `column` count from 1; `spans` are bytes of the source, several where the passage was cut or stands in
    several places; `text` is what stands there, markup and lifted marks left out.
    """

    line: int
    column: int
    spans: tuple[Span, ...]
    text: str

    @property
    def span(self) -> Span:
        """The first span."""
        return self.spans[0]

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@quick
@frozen
class Reading:
    """What was read, from what, and how.

    `format` and `carrier` are names in the registry; `detection` tells why the format was chosen, `None` when it was
    named; `embedded` are further telegrams found inside the text, each read on its own; `reader` tells of which
    distribution and version the reader is.
    """

    source: Source
    telegram: Telegram
    trace: Trace = field(eq=False)
    diagnostics: tuple[Diagnostic, ...]
    format: str
    carrier: str
    view: View = field(eq=False, repr=False)
    detection: Detection | None = None
    embedded: tuple[Reading, ...] = ()
    origin: Origin | None = field(default=None, eq=False, repr=False)
    reader: PluginInfo | None = field(default=None, eq=False, repr=False)

    def __bytes__(self) -> bytes:
        """The bytes of the source."""
        return self.source.data

    def _repr_html_(self) -> str | None:
        """The telegram with its fields marked, as notebooks show it; none for a reading made by hand."""
        return None if self.origin is None else self.origin.draw(self)

    def revise(self, telegram: Telegram) -> Reading:
        """A reading that says `telegram`: the source with the smallest patch found, in its own manner, read again.

        Bytes outside the passages that had to change stay as they are. Scalars change, lists grow and shrink,
        paragraphs are edited, put in, taken out and renumbered, several of it in one call. What is returned says
        `telegram` exactly; else `RevisionError` is raised, with the `path` of the change that the source does not
        take and the `reason`. A telegram that is equal gives back this very reading.
        """
        if self.origin is None:
            raise RevisionError("", "a reading made by hand has no source to read again")
        from telegram_format.reading.revision.revise import revise  # not before it is needed

        return revise(self, telegram, self.origin)

    def where(self, path: str) -> Passage | None:
        """The place of a field: `subject`, `to[0].name`, `paragraphs[3].text`; `None` if it was not read.

        `paragraphs[n]` counts paragraphs as `telegram.paragraphs` does; `body[n]` counts all blocks.
        """
        match = _PARAGRAPH_PATH.match(path)
        if match is not None:
            blocks = [i for i, block in enumerate(self.telegram.body) if isinstance(block, Paragraph)]
            index = int(match[1])
            if index >= len(blocks):
                return None
            path = f"body[{blocks[index]}]{path[match.end() :]}"
        spans = self.trace.characters(path)
        return self.passage(spans, self.trace.text(path)) if spans else None

    @cached_property
    def unread(self) -> tuple[Passage, ...]:
        """What no field, mark or carrier accounts for, in order; passages of white space only are left out."""
        text = self.view.text
        passages = []
        for start, end in self._gaps:
            word = text[start:end]
            left = start + len(word) - len(word.lstrip())
            if left < end:
                right = start + len(word.rstrip())
                passages.append(self.passage(self.view.to_source(left, right), text[left:right]))
        return tuple(passages)

    @cached_property
    def coverage(self) -> float:
        """The share, 0 to 1, of the characters of the telegram's text that are accounted for; 1 for an empty text.

        White space does not count, nor does what the carrier left out.
        """
        text = self.view.text
        unread = sum([_weight(text[start:end]) for start, end in self._gaps])
        return 1.0 - unread / _weight(text) if unread else 1.0

    @cached_property
    def _gaps(self) -> list[Span]:
        gaps = []
        position = 0
        for start, end in self._covered(self.view):
            if start > position:
                gaps.append((position, start))
            position = end
        gaps.append((position, len(self.view.text)))
        return gaps

    def _covered(self, view: View) -> list[Span]:
        covered = self.trace.covered(view)
        if not self.embedded:
            return covered
        return merged([*covered, *(span for reading in self.embedded for span in reading._covered(view))])

    def passage(self, spans: tuple[Span, ...], text: str) -> Passage:
        """The passage at `spans`, which count characters of the source; `text` is what stands there."""
        source = self.source
        line, column = source.line_column(spans[0][0])
        return Passage(line, column, tuple(map(source.byte_span, spans)), text)


def _weight(text: str) -> int:
    """Characters that are not white space."""
    if text.isascii():
        return len(text) - sum(map(text.count, _ASCII_SPACES))  # ten times as fast as looking at words
    return sum(map(len, text.split()))
