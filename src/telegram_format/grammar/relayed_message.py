"""What the variants of relayed messages have in common: how a text is made ready, and how text and ending are read.

ACP 127(G) Annex B; formats/README.md part A. Strategy: all that relays, machines and scanners put between the lines
is lifted out before anything is read; the text is read as a State telegram's where it has a State heading, else as a
service message. Text that is encrypted is known by its groups of five letters.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped
from telegram_format.grammar.ending import read_ending, read_service_notes
from telegram_format.grammar.error_signs import lift_error_signs
from telegram_format.grammar.heading import read_heading
from telegram_format.grammar.line_ends import unify_line_ends
from telegram_format.grammar.message_correction import read_message_correction
from telegram_format.grammar.messages import set_messages_apart
from telegram_format.grammar.page_marks import lift_page_marks
from telegram_format.grammar.paragraphs import read_paragraphs
from telegram_format.grammar.records import set_records_apart
from telegram_format.grammar.scan_stamps import lift_scan_stamps
from telegram_format.grammar.service_heading import read_service_heading
from telegram_format.grammar.shift_signs import lift_shift_signs
from telegram_format.kit import Draft

_STATE = re.compile(
    r"""
    (?<![^\n]) [ \t]*+ (?:
        E\.?[ ]?[O0]\.?[ ]{0,2}1[0-9]{3,4} | TAGS? (?:[ ]?:|[ ][A-Z]{2,4},) | C(?:LASSIFIED|lassified)[ ][Bb][Yy]
      | (?: SIPDIS | SENSITIVE | NODIS | EXDIS | STADIS ) [ \t]*+ (?=\n)
      | (?: STATE | DEPT | DEPARTMENT ) [ ] (?: FOR | PASS ) [ ]
      | (?: UNCLAS | UNCLASSIFIED | CONFIDENTIAL | SECRET | LIMITED[ ]OFFICIAL[ ]USE | [A-Z](?:[ ][A-Z]){5,11} )
        (?: [ ][A-Z0-9/.]++ ){1,12}? [ ] [0-9]{4,6} [ \t]*+ (?=\n|\Z)
    )
    """,
    re.VERBOSE,
)
_STATE_BELOW = re.compile(rf"\n(?:{_STATE.pattern})", re.VERBOSE)
"""The same behind a line end: those are quickly found."""
_HEADING_ZONE = 4000
_GROUPS = re.compile(r"(?:[A-Z]{5}[ \n]++)*+(?:[A-Z]{5})?[ \n]*+")
_LEAST_GROUPS = 5


def has_state_heading(text: str, start: int = 0) -> bool:
    """Whether a line of a State Department heading stands near `start`."""
    limit = start + _HEADING_ZONE
    return (
        _STATE.match(text, start, limit) is not None or _STATE_BELOW.search(text, max(start - 1, 0), limit) is not None
    )


def make_ready(draft: Draft) -> None:
    """Make line ends one kind, set further messages apart, lift out what is no message."""
    unify_line_ends(draft)
    lift_shift_signs(draft)
    set_records_apart(draft)
    set_messages_apart(draft)
    lift_scan_stamps(draft)
    lift_page_marks(draft)
    lift_error_signs(draft)


def read_relayed_text(draft: Draft, start: int) -> None:
    """Read FL12 to FL16."""
    text = draft.text
    end = read_message_correction(draft, start, len(text))
    if _is_encrypted(draft, start, end):
        read_paragraphs(draft, skipped(text, start, end), end)
        return
    read_lines = read_heading if has_state_heading(text, start) else read_service_heading
    position = read_lines(draft, start, end)
    behind = max((stop for _, _, stop in draft.entries if stop <= end), default=position)
    text_end = read_ending(draft, max(position, behind), end)
    read_paragraphs(draft, position, text_end)
    read_service_notes(draft, text_end, end)


def _is_encrypted(draft: Draft, start: int, end: int) -> bool:
    """Whether the text is groups of five letters; if so, they are counted and compared with FL10."""
    text = draft.text
    first = skipped(text, start, end)
    match = _GROUPS.match(text, first, end)
    groups = match[0].split() if match is not None else []
    if match is None or match.end() < end or len(groups) < _LEAST_GROUPS:
        return False
    draft.mark("codress", first, match.end())
    counted = draft.attributes.get("group_count", "")
    if counted.isdecimal() and int(counted) != len(groups):
        what = f"FL10 counts {counted} groups, the text has {len(groups)}"
        draft.note("group-count-conflict", what, first, match.end(), ("attributes", "group_count"))
    return True
