"""Diagnostics as notes: those of a place stand beside it, those of the whole above it.

Strategy: notes are numbered in the order of their places. What can be done about one is said once for each code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from telegram_format.diagnostics.codes import CODES
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.reading.reading import Reading
from telegram_format.text.offset import character_span
from telegram_format.text.source import Span
from telegram_format.views.markup import attribute, line

_CODE = re.compile(r"`([^`]++)`")


@frozen
class Note:
    """A numbered diagnostic; `span` counts characters and is `None` for the text as a whole."""

    number: int
    diagnostic: Diagnostic
    span: Span | None
    remedy: str

    def element(self, prefix: str) -> str:
        """The note as an element: number, severity, message, code, what can be done."""
        found = self.diagnostic
        severity = attribute(found.severity)
        words = _CODE.sub(r"<code>\1</code>", line(self.remedy))
        remedy = f'<span class="tf-r">{words}</span>' if words else ""
        return (
            f'<span class="tf-n tf-{severity}" role="note" id="{prefix}n{self.number}">'
            f"<b>{self.number} {severity}</b> {line(found.message)} <code>{line(found.code)}</code>{remedy}"
            "</span>"
        )


def notes(reading: Reading) -> list[Note]:
    """The notes of a reading and of the telegrams inside it, in order of their places."""
    found: list[Note] = []
    told: set[str] = set()
    source = reading.source
    for number, diagnostic in enumerate(sorted(dict.fromkeys(_all(reading)), key=_place), 1):
        span = None if _place(diagnostic) == (0, 0) else character_span(source, _place(diagnostic))
        known = CODES.get(diagnostic.code)
        remedy = known.remedy if known is not None and diagnostic.code not in told else ""
        told.add(diagnostic.code)
        found.append(Note(number, diagnostic, span, remedy))
    return found


def _all(reading: Reading) -> Iterator[Diagnostic]:
    yield from reading.diagnostics
    for part in reading.embedded:
        yield from _all(part)


def _place(diagnostic: Diagnostic) -> Span:
    return diagnostic.span or (0, 0)
