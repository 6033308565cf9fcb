"""What stands in the head of a typed telegram without a label: banners, levels, precedences, numbers, copies.

formats/other.md F1. Strategy: a cell is tried whole by one rule after the other, each a table or an anchored pattern.
"""

from __future__ import annotations

import re

from attrs import define

from telegram_format.grammar.classification_line import add_caption
from telegram_format.grammar.date_time_group import read_preamble
from telegram_format.grammar.source_note import PRINTED_LEVELS, PRINTED_PRECEDENCES
from telegram_format.grammar.typed_copies import is_line_of_copies, read_copies
from telegram_format.kit import Draft
from telegram_format.model.message_id import MessageId
from telegram_format.model.precedence import PRECEDENCE_OF_PROSIGN
from telegram_format.model.station import bare_station, resolve_station
from telegram_format.model.transmission import Section

_BANNER = re.compile(
    r"""
    (?: (?P<way> INCOMING | OUTGOING ) [ ]{1,2} )? TELEGRAM (?: [ ] (?: HEADING | DEPARTMENT[ ]OF[ ]STATE ) )?
  | (?: DEPARTMENT[ ]OF[ ]STATE | Department[ ]of[ ]State ) (?: [ ]TELEGRAM )?
  | Classification | (?: PERMANENT[ ]RECORD | ACTION | INFORMATION ) [ ]COPY
    """,
    re.VERBOSE,
)
_BARE_NUMBER = re.compile(
    r"(?:(?:TELEGRAM|Department of State) )?(?:(?P<station>[A-Z][A-Z ]{2,24}?):? )?(?P<number>[0-9]{3,6})"
    r"(?: (?P<group>[0-9]{6}Z))?"
)
_SHORT_DATE = re.compile(
    r"[0-9]{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} [0-9]{2,4}(?: [0-9]{4}Z?)?",
    re.IGNORECASE,
)
SECTION = re.compile(r"[(]?SECTION[ ]([A-Z]{3,5}|[0-9]{1,2})[ ]OF[ ]([A-Z]{3,5}|[0-9]{1,2})[)]?", re.IGNORECASE)
_HOUR = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\.?", re.IGNORECASE)
_GLUED = re.compile(r"([ZOPR])([ZOPR]) (?=[0-9]{6}Z)")
"""Two precedences without a blank between them."""
_WORDS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN")
_COUNT = {word: number for number, word in enumerate(_WORDS, 1)}


@define
class TypedHead:
    """What the machine knows between cells."""

    year: int | None
    addresses: str = ""
    sender: str = ""
    value_end: int = 0
    offices: str = ""


def read_cell(draft: Draft, state: TypedHead, start: int, end: int) -> bool:
    """Read a cell without a label: a banner, a level, a precedence, a number, copies, format line 5."""
    text = draft.text
    word = text[start:end]
    plain = " ".join(word.split()).strip(" *-").lower()
    level = PRINTED_LEVELS.get(plain) or PRINTED_LEVELS.get(_unspaced(word))
    if level is not None:
        if "classification" in draft.values:
            draft.mark("banner", start, end)
        else:
            draft.put("classification", level, start, end)
        return True
    if (banner := _BANNER.fullmatch(word)) is not None:
        if banner["way"]:
            draft.attribute("direction", banner["way"].lower(), start, start + len(banner["way"]))
        draft.mark("banner", start, end)
        return True
    words = plain.replace(",", "").split()
    if (precedence := PRINTED_PRECEDENCES.get(plain)) is not None:
        draft.put("precedence", precedence, start, end)
        return True
    if words and len(words) <= 2 and all(part in PRINTED_PRECEDENCES for part in words):
        draft.put("precedence", max(PRINTED_PRECEDENCES[part] for part in words), start, end)
        return True
    if plain.upper() in _CAPTIONS or plain.startswith("corrected copy"):
        add_caption(draft, "CORRECTED COPY" if plain[0] == "c" else plain.upper(), start, end)
        return True
    if (section := SECTION.fullmatch(text, start, end)) is not None:
        put_section(draft, section)
        return True
    if (number := _BARE_NUMBER.fullmatch(word)) is not None:
        _put_bare_number(draft, state, number, start)
        return True
    if is_line_of_copies(word):
        read_copies(draft, start, end)
        return True
    if _SHORT_DATE.fullmatch(word) is not None:
        draft.mark("date", start, end)
        return True
    if _HOUR.fullmatch(word) is not None and "received" in draft.attributes:
        draft.attribute("received_hour", word, start, end)
        return True
    if (glued := _GLUED.match(word)) is not None:
        draft.put("precedence", PRECEDENCE_OF_PROSIGN[glued[1]], start, start + 1)
        draft.put("info_precedence", PRECEDENCE_OF_PROSIGN[glued[2]], start + 1, start + 2)
        start += glued.end()
    return read_preamble(draft, start, end) > start


_CAPTIONS = frozenset(
    ("LIMDIS", "EXDIS", "NODIS", "NOFORN", "LIMIT DISTRIBUTION", "NO DISTRIBUTION", "EYES ONLY", "URGENT", "STADIS")
)


def _unspaced(word: str) -> str:
    """`S E C R E T` as `secret`, `T O P   S E C R E T` as `top secret`."""
    parts = ["".join(part.split()) for part in re.split(r" {2,}", word)] if re.match(r"\w \w ", word) else []
    return " ".join(parts).lower()


def station_named(sender: str) -> str:
    known = resolve_station(sender) if sender else None
    return known[0] if known is not None else bare_station(sender)


def put_id(draft: Draft, message_id: MessageId, start: int, end: int) -> None:
    known = draft.values.get("message_id")
    if isinstance(known, MessageId) and known.number == message_id.number:
        message_id = known
    draft.put("message_id", message_id, start, end)
    if known is None:
        draft.place(("message_id", "number"), start, end)


def put_section(draft: Draft, match: re.Match[str]) -> None:
    number, total = (_COUNT.get(word.upper()) or (int(word) if word.isdecimal() else 0) for word in match.groups())
    if number and total:
        draft.put("section", Section(number, total), *match.span())


def _put_bare_number(draft: Draft, state: TypedHead, match: re.Match[str], start: int) -> None:
    """`TEHRAN 1371`, `LAGOS 00333 141732Z`: number and station by themselves."""
    first, last = match.span("number")
    if match["station"]:
        station = station_named(match["station"])
        put_id(draft, MessageId(state.year, station, int(match["number"])), start + first, start + last)
    draft.mark("telegram number", start, start + match.end())
