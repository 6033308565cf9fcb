"""What stands over the format lines of a telegram of 1973 to 1979, from the first banner to the line of dashes.

formats/nara.md C3. Strategy: a machine over lines. The head ends at the first line that is a format line or a
classification line; of unknown lines before that it is said that they are unknown. Only the drafting block is free
text: it goes from its first label to the line of dashes, or to the preamble if that was lost.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped
from telegram_format.grammar.distribution import read_distribution
from telegram_format.grammar.drafting import read_drafting
from telegram_format.grammar.page_banner import banner_end
from telegram_format.grammar.page_lines import PageLine, page_line_at
from telegram_format.grammar.receipt import read_receipt
from telegram_format.kit import Draft

_ZONE = 6000
"""How far a head may reach, in characters."""

_FIGURES = re.compile(r"[0-9]{2,6}(?=[ \t]*+(?:\n|\Z))")
"""A number on a line of its own, before or behind the distribution; what it counts is not known."""

_HEAD_ENDS = re.compile(
    r"""
    (?<![^\n]) [ \t]*+ (?:
        [ZOPRY] [ ] (?:[ZOPRY][ ])? [0-9]{6} [ ]?Z (?![A-Z0-9])        # the preamble
      | FM[ ] | TO[ ][A-Z] | E\.?[ ]?O\.?[ ]1 | TAGS\b | SUBJ | 1\.[ ]
      | (?: UNCLAS | LIMITED[ ]OFFICIAL[ ]USE | CONFIDENTIAL | SECRET | [A-Z](?:[ ][A-Z]){5,11} )
        [ ][^\n]{0,60}[0-9]{3,6}
    )
    """,
    re.VERBOSE,
)
_DASHES = re.compile(r"(?<![^\n])[ \t]*+-{10,}")
_END_SIGN = re.compile(r"N{3,5}(?=[ \t]*+(?:\n|\Z))")


def read_archive_head(draft: Draft, start: int, end: int) -> tuple[int, PageLine | None]:
    """Read the lines over the format lines; where they end, and the first page line."""
    text = draft.text
    zone = min(end, start + _ZONE)
    stop = _HEAD_ENDS.search(text, start, zone)
    limit = stop.start() if stop is not None else zone
    dashes = _DASHES.search(text, start, limit)
    block = dashes.start() if dashes is not None else limit if stop is not None else start
    page: PageLine | None = None
    position = start
    while (position := skipped(text, position, limit)) < limit:
        if (after := banner_end(text, position)) > position:
            draft.mark("banner", position, after)
        elif page is None and (page := page_line_at(text, position)) is not None:
            after = page.end
            draft.mark("page mark", position, after)
        elif (match := _FIGURES.match(text, position, limit) or _END_SIGN.match(text, position, limit)) is not None:
            after = match.end()
            draft.mark("furniture", position, after)
        else:
            after = read_distribution(draft, position, limit)
            if after == position and position < block:
                after = read_drafting(draft, position, block)
            if after == position:
                after = read_receipt(draft, position, limit)
            if after == position:
                if stop is None:
                    return position, page
                after = _unknown(draft, position, limit)
        position = after
    return position, page


def _unknown(draft: Draft, start: int, end: int) -> int:
    """Tell of a line that is not understood; where it ends."""
    line_end = draft.text.find("\n", start, end)
    line_end = line_end if line_end >= 0 else end
    what = " ".join(draft.text[start:line_end].split())
    draft.note("heading-line-unread", f"not understood: {what[:60]}", start, line_end)
    return line_end
