"""The lines above FL5: banners of mail gateways, a precedence in words, the one-line header of JANAP 128.

formats/military.md E1. Strategy: line by line from the top, until one is none of these. The level of a banner counts
where the text has no classification line.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped
from telegram_format.grammar.one_line_header import complete_transmission, one_line_header_at, read_one_line_header
from telegram_format.kit import Draft, Span
from telegram_format.model.marking import Classification
from telegram_format.model.precedence import Precedence
from telegram_format.model.transmission import Transmission

# What is left of a one-line header that cannot be read by position: classification, time, classification.
_WORN_ONE_LINE_HEADER = re.compile(
    r"[RPOZYM][ ]?[A-Z]{2}[A-Z][A-Z0-9]{4}[ ]++(?:R[A-Z0-9]{6}[0-9]{4}[ ])?[A-Z0-9]{7}-[A-Z]{4}-{1,2}[^\n]*+"
    r"(?:\n[QRU][A-Z]{3,6}(?:[ ][QRU][A-Z]{3,6})*+[.]?[ \t]*+(?=\n))*+"
)
_PRECEDENCE = re.compile(r"(?:PRECEDENCE:[ ]*+)?(FLASH|IMMEDIATE|PRIORITY|ROUTINE)(?=[ \t]*+(?:\n|\Z))", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?:CLASSIFICATION:[ ]*+)?"
    r"(UNCLASSIFIED|CONTROLLED UNCLASSIFIED INFORMATION|CUI|CONFIDENTIAL|SECRET|TOP SECRET)"
    r"[ ]?/{0,2}(?:FOR OFFICIAL USE ONLY(?://)?)?(?=[ \t]*+(?:\n|\Z))"
)
_NOTICE = re.compile(
    r"(?:ATTENTION INVITED TO|REROUTE DETECTED|ADMINISTRATIVE MESSAGE|PASS TO (?:ALL )?OFFICE CODES:?)"
    r"(?=[ \t]*+(?:\n|\Z))|DTG(?=[ ][ZOPRY][ ][0-9]{6}Z)"
)
_LEVELS = {**{level.value.upper(): level for level in Classification}, "CUI": Classification.CONTROLLED}


class Banner:
    """The lines above FL5: where they end, and what fills gaps when all else is read."""

    __slots__ = ("end", "header", "level", "precedence")

    def __init__(self, end: int) -> None:
        self.end = end
        self.header: Transmission | None = None
        self.level: tuple[Classification, Span] | None = None
        self.precedence: tuple[Precedence, Span] | None = None

    def fill(self, draft: Draft) -> None:
        """Hand over what the header and the text did not say; what they did has one more place."""
        if self.header is not None:
            complete_transmission(draft, self.header)
        for name, found in (("classification", self.level), ("precedence", self.precedence)):
            if found is None:
                continue
            value, span = found
            if draft.values.get(name, value) == value:
                draft.put(name, value, *span)
            else:
                draft.mark("banner", *span)


def read_message_banner(draft: Draft, start: int, end: int) -> Banner:
    """Read the lines above FL5."""
    text = draft.text
    found = Banner(start)
    while (position := skipped(text, found.end, end)) < end:
        if (match := _LEVEL.match(text, position, end)) is not None:
            found.level = found.level or (_LEVELS[match[1]], match.span(1))
            draft.mark("banner", *match.span())
        elif (match := _PRECEDENCE.match(text, position, end)) is not None:
            found.precedence = found.precedence or (Precedence[match[1].upper()], match.span(1))
            draft.mark("banner", *match.span())
        elif (match := _NOTICE.match(text, position, end)) is not None:
            draft.mark("notice", *match.span())
        elif (match := one_line_header_at(text, text.rfind("\n", 0, position) + 1, end)) is not None:
            found.header = found.header or read_one_line_header(draft, match)
        elif (match := _WORN_ONE_LINE_HEADER.match(text, position, end)) is not None:
            draft.mark("one-line header", *match.span())
        else:
            break
        found.end = match.end()
    return found
