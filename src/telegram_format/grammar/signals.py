"""Operating signals and the security group of FL4, told in words.

ACP 127(G) 124 and 133, ACP 117 general instructions 7.d; meanings from the table `operating_signals`. Strategy: the
signals are values already (`transmission.signals`); what they mean is a mark at their place, for it is no fact of the
telegram but of the book.
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft
from telegram_format.vocab.tables import operating_signals

_SIGNAL = re.compile(r"(?<![A-Z0-9/])Z[A-Z]{2}[0-9]?(?![A-Z0-9/])")
_SECURITY = re.compile(
    r"""
    (?<![^\n]) [ \t]*+ ZN[RY] [ ]
    (?P<group> (?P<level> [A-Z] ) (?P=level){2} (?P<nations> [A-Z]{2} ) ) (?: / (?P<handling> [A-Z]{5} ) )?
    """,
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"(?<![^\n])BT[ \t]*+(?=\n|\Z)")
_ZONE = 12_000
"""How far a header may reach, in characters."""

_FIRST_LINES = re.compile(r"(?<![^\n])[ \t]*+(?:ZN[RY] |[ZOPRY] (?:[ZOPRY] )?[0-9]{6})[^\n]*+")

# ACP 117 CAN-US SUPP-1, transmission release codes: the last two letters of the group name who may read it.
_NATIONS = {
    "A": "Australia",
    "B": "British Commonwealth",
    "C": "Canada",
    "O": "Japan",
    "U": "United States",
    "X": "NATO",
    "Z": "New Zealand",
}
_HANDLING = {"A": "SPECAT SIOP-ESI", "B": "SPECAT", "F": "US-UK EYES ONLY"}


def read_signals(draft: Draft) -> None:
    """Mark each known signal of FL4 and FL5 with its meaning; read release code and special handling of FL4.

    To be called while pilots still stand in the text: theirs are marked too, but it is the last FL4 that counts.
    """
    text = draft.text
    separator = _SEPARATOR.search(text, 0, _ZONE)
    end = separator.start() if separator is not None else min(len(text), _ZONE)
    for line in _FIRST_LINES.finditer(text, 0, end):
        for signal in _SIGNAL.finditer(text, *line.span()):
            meaning = operating_signals().get(signal[0])
            if meaning is not None:
                draft.mark(f"{signal[0]}: {meaning}", *signal.span())
    groups = list(_SECURITY.finditer(text, 0, end))
    if not groups:
        return
    match = groups[-1]
    level, nations = match["level"], match["nations"]
    if nations != level * 2 and set(nations) <= _NATIONS.keys():
        named = " and ".join(_NATIONS[letter] for letter in dict.fromkeys(nations))
        draft.attribute("release_code", nations, *match.span("nations"))
        draft.mark(f"release code: {named}", *match.span("nations"))
    if match["handling"]:
        draft.attribute("special_handling", match["handling"], *match.span("handling"))
        draft.mark("slant", match.start("handling") - 1, match.end("handling"))
        handling = _HANDLING.get(match["handling"][0])
        if handling is not None and len(set(match["handling"])) == 1:
            draft.mark(f"special handling: {handling}", *match.span("handling"))
