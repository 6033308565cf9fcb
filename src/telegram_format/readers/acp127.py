"""Messages of tape relay networks: the sixteen format lines of ACP 127, and ACP 126, which begins with FL5.

formats/README.md part A. Strategy: what machines, relays and scanners put between the lines is lifted out, a header
worn by recognition is put right, pilots and readdressals are taken off; then header, text and ending are read by the
grammar that other variants share.
"""

from __future__ import annotations

import re

from telegram_format.grammar.header_block import read_header_block
from telegram_format.grammar.message_series import has_series_line
from telegram_format.grammar.relay_lines import lift_relay_lines
from telegram_format.grammar.relayed_message import has_state_heading, make_ready, read_relayed_text
from telegram_format.grammar.signals import read_signals
from telegram_format.grammar.worn_header import find_worn_header, is_worn, read_worn_header
from telegram_format.kit import Detection, Draft, Sample

_WEIGHTS = {
    "start": (0.3, "FL1"),
    "routing": (0.2, "FL2"),
    "calling": (0.3, "FL3"),
    "security": (0.3, "FL4"),
    "preamble": (0.25, "FL5"),
    "from": (0.2, "FL6"),
    "to": (0.15, "FL7"),
    "info": (0.05, "FL8"),
    "break": (0.1, "FL11"),
}
_OTHER_SIGNS = tuple(
    (weight, what, re.compile(pattern))
    for weight, what, pattern in (
        (0.1, "FL13", r"\nBT[ \t]*+(?=\r*\n|\Z)"),
        (0.2, "NNNN", r"\nN{4}[ \t]*+(?=\r*\n|\Z)"),
        (0.2, "group count", r"\n(?:[A-Z]{2,6} )?GR ?[0-9]{1,4}[ \t]*+(?=\r*\n)"),
        (0.5, "page line", r"\nPAGE (?:[0-9]{1,3}|[A-Z]{3,9}) (?:DE )?[A-Z]{2,7} [0-9]{3,4}[A-Z]? [A-Z]"),
    )
)
_SETS = re.compile(r"\n[ \t]*+(?:MSGID|SUBJ|RMKS|GENTEXT)/")
_SCANNED_YEARS = re.compile(r"1(?<=[ .0-]1)(?:1652|2065)(?![0-9])")
"""The executive orders of 1972 to 1982: State telegrams of these years come from paper."""
_STATE, _IN_SETS, _WORN = 0.1, 0.3, 0.3


class Acp127:
    """The reader of ACP 127 and ACP 126."""

    name = "acp127"

    def detect(self, sample: Sample) -> Detection:
        text = sample.lined.replace("\r", "") if "\r" in sample.text else sample.lined
        state = has_state_heading(text)
        if state and _SCANNED_YEARS.search(text) is None:
            return Detection(_STATE, "heading of a State telegram")
        lines, _ = find_worn_header(text)
        if state and not is_worn(lines):
            return Detection(_STATE, "heading of a State telegram")
        kinds = {line.kind for line in lines}
        found = [_WEIGHTS[kind] for kind in _WEIGHTS if kind in kinds]
        found += [(_WORN, "worn header")] * state
        found += [(weight, what) for weight, what, sign in _OTHER_SIGNS if sign.search(text) is not None]
        score = min(sum((weight for weight, _ in found), 0.0), 0.95)
        reason = ", ".join(what for _, what in found) or "no format line"
        if _SETS.search(text) is not None or has_series_line(text):
            return Detection(min(score, _IN_SETS), f"{reason}; sets")
        return Detection(score, reason)

    def read(self, draft: Draft) -> None:
        make_ready(draft)
        read_worn_header(draft)
        read_signals(draft)
        lift_relay_lines(draft)
        position = read_header_block(draft, 0, len(draft.text))
        read_relayed_text(draft, position)
        if draft.values.keys() <= {"body"} and not draft.attributes:
            draft.note("format-not-recognised", "no format line of a relayed message was found", 0, 0)
