"""Who drafted, approved and cleared an outgoing telegram, and whom the drafter wants to have it.

formats/nara.md C3: `DRAFTED BY PA/FOI:BENNIS`, `APPROVED BY …`, a line for each clearance (or two on one line),
`DESIRED DISTRIBUTION`. The labels are often misprinted (`EPPROVED BY`, `DRAFTEDY BY`, `DRAFTED`). Strategy: from label
to label; what follows a label's own line goes with it until the next label or the end of the block.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.kit import Draft, fold

_LABEL = re.compile(
    r"""
    [ \t]*+ (?:
        (?P<drafted>  DRAFTEDY? (?:[ ]BY)? )
      | (?P<approved> [AE]PPROVEDY? (?:[ ]BY)? )
      | (?P<desired>  DESIRED[ ]DISTRIBUTION )
    ) (?: [ ]?: | (?=[ \n]|\Z) )
    """,
    re.VERBOSE,
)
_DATE = re.compile(r"[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}(?![0-9])")
_NAMES = {"drafted": "drafted_by", "approved": "approved_by", "desired": "desired_distribution"}


def read_drafting(draft: Draft, start: int, end: int) -> int:
    """Read the block from `start` to `end`, if a label stands at `start`; where it ends, `start` if none does."""
    text = draft.text
    if _LABEL.match(text, start, end) is None:
        return start
    kind = ""
    rest: list[tuple[int, int]] = []
    position = start
    while (position := skipped(text, position, end)) < end:
        line_end = text.find("\n", position, end)
        line_end = line_end if line_end >= 0 else end
        label = _LABEL.match(text, position, line_end)
        if label is None:
            rest.append((position, trimmed(text, position, line_end)))
            position = line_end
            continue
        _put_rest(draft, kind, rest)
        rest = []
        kind = str(label.lastgroup)
        draft.mark("drafting", position, label.end())
        value = skipped(text, label.end(), line_end)
        if value < line_end:
            _put(draft, _NAMES[kind], value, trimmed(text, value, line_end))
        position = line_end
    _put_rest(draft, kind, rest)
    return end


def _put_rest(draft: Draft, kind: str, lines: list[tuple[int, int]]) -> None:
    """The lines under a label: date and telephone of the drafter, clearances, bureaus."""
    if kind == "drafted" and lines and _DATE.match(draft.text, *lines[0]) is not None:
        _put(draft, "drafted_on", *lines[0])
        lines = lines[1:]
    if lines:
        name = "desired_distribution" if kind == "desired" else "cleared_by"
        _put(draft, name, lines[0][0], lines[-1][1])


def _put(draft: Draft, name: str, start: int, end: int) -> None:
    """A value with its lines; a label that stands again adds no more than its place."""
    value = "\n".join(words for line in draft.text[start:end].split("\n") if (words := fold(line)))
    if name in draft.attributes:
        draft.mark("drafting", start, end)
    else:
        draft.attribute(name, value, start, end)
