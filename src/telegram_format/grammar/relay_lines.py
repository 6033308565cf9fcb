"""Lines that relay stations put into a header: pilots, channel numbers, instructions, an address block of their own.

ACP 127(G): a station that sends a message on by another way puts its own FL1 to FL4 above the old ones (426), and one
that readdresses it its own FL5 to FL8 above those of the originator (chapter 5); FL4 may go on with `RUEHC T RUEHDE`,
and FL10 gives accounting symbol and group count. Strategy: the originator's own FL3 is the last line with DE before
FL5, its own FL5 the last before BT. What stands above these is kept whole, as an attribute, and lifted out, so that
the header that stays is the originator's.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import trimmed
from telegram_format.kit import Draft, Span, fold

_ZONE = 12_000
"""How far a header may reach, in characters."""

_CALLING = re.compile(r"(?:[A-Z]{4,8} )?DE [A-Z]{2,8}(?: |$)")
_PROSIGN = re.compile(r"(?:ZZ|OO|PP|RR|YY)(?: |$)")
_MORE_ROUTING = re.compile(r"[A-Z]{2,8}(?: [A-Z]{2,8})*+ *+$")
_CHANNEL_NUMBERS = re.compile(r"(?:[A-Z]{3}[0-9]{3}){1,12} *+$")
_START = re.compile(r"V?ZCZC|VV {1,5}[A-Z]{3}[0-9]{3}")
_SECURITY = re.compile(r"ZN[RY] [A-Z]{5}")
_PREAMBLE = re.compile(r"(?:[ZOPRY] (?:[ZOPRY] )?)?[0-9]{6} ?[A-Z](?: [A-Z]{3}|$)")
_FROM = re.compile(r"FM |BT *+$|TO ")

# FL4 over several lines: the stations called, T (transmit to; not that of T O P), the addressees each of them serves.
_INSTRUCTION = re.compile(r"(?:[QRU][A-Z]{3,7} )*+T (?![A-Z] [A-Z] )[A-Z0-9][A-Z0-9 /]*+$")

# FL10: `GR37`, `ACEX GR 37`, `ACCT NA-CNRF`, GRNC where the groups are not counted.
_ACCOUNTING = re.compile(
    r"""
    (?: ACCT [ ]++ (?P<account> [A-Z0-9-]{2,20} ) | (?P<symbol> [A-Z]{2}-[A-Z]{3,6} | ACEX | [A-Z]{2,6} (?=[ ]GR) ) )?
    [ ]*+ (?: GR [ ]? (?P<groups> [0-9]{1,4} | NC ) )? [ ]*+ $
    """,
    re.VERBOSE,
)
_FL10 = (("account", "accounting_symbol"), ("symbol", "accounting_symbol"), ("groups", "group_count"))


def lift_relay_lines(draft: Draft) -> None:
    """Read the lines of relay stations and FL10, and lift them out."""
    lines = _header_lines(draft.text)
    first = next((index for index, (start, end) in enumerate(lines) if _from(draft.text, start, end)), len(lines))
    cuts = _pilots(draft, lines[:first]) + _readdressal(draft, lines) + _accounting(draft, lines[first:])
    draft.lift([(start, min(end + 1, len(draft.text))) for start, end in sorted(cuts)])


def _header_lines(text: str) -> list[Span]:
    """The lines up to BT, without empty ones; all in reach where there is no BT."""
    lines: list[Span] = []
    position = 0
    while position < min(len(text), _ZONE):
        line_end = text.find("\n", position)
        line_end = line_end if line_end >= 0 else len(text)
        end = trimmed(text, position, line_end)
        if text.startswith("BT", position) and end == position + 2:
            break
        if end > position:
            lines.append((position, end))
        position = line_end + 1
    return lines


def _from(text: str, start: int, end: int) -> bool:
    return _PREAMBLE.match(text, start, end) is not None or _FROM.match(text, start, end) is not None


def _pilots(draft: Draft, lines: list[Span]) -> list[Span]:
    """The lines above the originator's own, those of other transmissions; instructions under FL4."""
    text = draft.text

    def is_one(pattern: re.Pattern[str], index: int) -> bool:
        return pattern.match(text, *lines[index]) is not None

    cuts = []
    calling = [index for index in range(len(lines)) if is_one(_CALLING, index)]
    own = calling[-1] if calling else len(lines)
    for index in range(own + 1, len(lines)):
        if is_one(_INSTRUCTION, index):
            draft.attribute("transmission_instructions", fold(text[slice(*lines[index])]), *lines[index])
            cuts.append(lines[index])
    top = own
    while top > 0 and is_one(_MORE_ROUTING, top - 1) and not is_one(_PROSIGN, top - 1):
        top -= 1
    if top > 0 and is_one(_PROSIGN, top - 1):
        top -= 1
    if top > 0 and is_one(_CHANNEL_NUMBERS, top - 1):
        top -= 1
        draft.attribute("channel_numbers", text[slice(*lines[top])], *lines[top])
        cuts.append(lines[top])
    elif top > 0 and is_one(_START, top - 1):
        top -= 1
    above = range(top) if calling else range(0)
    pilots = [i for i in above if any(is_one(one, i) for one in (_CALLING, _PROSIGN, _SECURITY, _START))]
    if pilots:
        start, end = lines[pilots[0]][0], lines[top - 1][1]
        draft.attribute("pilot", fold(text[start:end]), start, end)
        cuts.append((start, end))
    return cuts


def _readdressal(draft: Draft, lines: list[Span]) -> list[Span]:
    """The FL5 to FL8 of the station that readdressed the message, above those of the originator."""
    text = draft.text
    preambles = [
        index
        for index, line in enumerate(lines)
        if _PREAMBLE.match(text, *line) is not None
        and index + 1 < len(lines)
        and text.startswith("FM ", lines[index + 1][0])
    ]
    if len(preambles) < 2:
        return []
    start, end = lines[preambles[0]][0], lines[preambles[-1] - 1][1]
    draft.attribute("readdressal", fold(text[start:end]), start, end)
    return [(start, end)]


def _accounting(draft: Draft, lines: list[Span]) -> list[Span]:
    """FL10: accounting symbol and group count, on the last lines before BT."""
    cuts = []
    for start, end in lines[-3:]:
        match = _ACCOUNTING.match(draft.text, start, end)
        if match is None or match.end() == start or not any(match.groups()):
            continue
        for group, name in _FL10:
            if match[group]:
                draft.attribute(name, match[group], *match.span(group))
        draft.mark("FL10", start, end)
        cuts.append((start, end))
    return cuts
