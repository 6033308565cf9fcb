"""The number of a printed telegram, and whose number it is.

formats/other.md F1, F2. Strategy: the number stands in the head or opens the text, alone or behind the name of a
series (`Secto 12.`), for which a date-time group stands in military ones. Without a series it is the sender's: the
Department's, or that of the post which the dateline names.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped
from telegram_format.grammar.printed_head import Head
from telegram_format.kit import Draft, Span
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.message_id import MessageId
from telegram_format.model.station import bare_station, resolve_station

SERIES = r"[A-Z][A-Za-z]{2,9}(?:[ ][A-Z]+-?[0-9]*(?=[ ]))?"
_NUMBER = re.compile(
    rf"""
    (?: (?P<group> [0-9]{{6}}Z ) (?: [ ] [A-Za-z]{{3,9}} (?: [ ] [0-9]{{2,4}} )? )?+ [.]
      | (?P<series> {SERIES} ) [ ] (?P<counted> [0-9]{{1,6}} ) (?P<rest> [ –-][0-9]{{2}} )?+ [.]
      | (?P<number> [0-9]{{1,6}}+ ) (?: / (?P<other> [A-Z][a-z]{{2,8}} [ ] [0-9]{{1,5}} ) )?+ (?: [.] | (?=[ ][A-Z]) )
    ) (?= [ \n] | \Z )
    """,
    re.VERBOSE,
)
_STATION_NUMBER = re.compile(rf"(?P<series>{SERIES})[ ](?P<counted>[0-9]{{1,6}})[.](?=[ \n]|\Z)")
_NO_SERIES = frozenset(("Deptel", "Deptels", "Embtel", "Embtels", "Ref", "Reftel", "Subj", "Subject", "For"))
"""Words that cite another telegram at the beginning of a text."""
_DOUBLE = frozenset(("Tosec", "Secto", "Todel", "Delto", "Vanto", "Tovan"))
"""Series of travelling officials and delegations, whose telegrams had a number of the post too."""
_CIRCULARS = 4000
"""What no series of circulars reached in a year, and what the common series passes within days."""

_DEPARTMENT = re.compile(r"(?:Acting |Under |Deputy )?Secretary of State|Department")
_DIPLOMATIC = re.compile(
    r"Embassy|Legation|Consul|Mission|Delegation|Ambassador|Minister|Chargé|Office|Representative|Secretary|Bureau"
    r"|Commissioner|Interests"
)


def own_station(head: Head) -> str | None:
    """The station whose number the telegram bears: the Department's, or the post's of the dateline's place."""
    sender, place = head.sender, head.place
    if _DEPARTMENT.match(sender) is not None and place in ("", "Washington"):
        return "STATE"
    if sender.startswith(("Mission to the United N", "Mission at the United N", "Delegation at the United N")):
        return "USUN NEW YORK"
    if _DIPLOMATIC.search(sender) is None and sender != place:
        return None
    name = place or sender.rpartition(" in ")[2]
    if not name or name[0] == "[" or name == "Washington":
        return "STATE" if name == "Washington" and "tate" in sender else None
    known = resolve_station(name)
    if known is not None:
        return known[0]
    return bare_station(name) if place else None


def _is_new(draft: Draft, number: str, span: Span) -> bool:
    """Whether the number is not known from the labels; if it is, it stands here once more."""
    known = draft.values.get("message_id")
    if not isinstance(known, MessageId):
        return True
    if str(known.number) == number.rpartition(" ")[2].lstrip("0"):
        draft.place(("message_id", "number"), *span)
    return False


def read_telegram_number(draft: Draft, start: int, end: int, head: Head, own: str | None) -> int:
    """Read the number in the head and the one that the text begins with; a paragraph's number is none."""
    text = draft.text
    if head.number is not None and _is_new(draft, head.number, head.number_span):
        put_number(draft, own, head.number.rpartition(" ")[2], head.number_span, head.year)
    match = _NUMBER.match(text, start, end)
    if match is None:
        return start
    span = match.span("counted") if match["series"] else match.span("number")
    if match["group"]:
        _put_group(draft, match, head.year)
    elif match["series"]:
        if match["series"].split(" ")[0] in _NO_SERIES:
            return start
        if head.number is None and not _is_numbered(draft):
            digits = match["counted"]
            if match["rest"] and match["rest"][0] == " ":  # parted: MAC J-3 85 73
                digits, span = digits + match["rest"][1:], (span[0], match.end("rest"))
            put_number(draft, match["series"].upper(), digits, span, head.year, text[match.start() : match.end() - 1])
    elif (head.number is not None and head.number.lstrip("0") != match["number"].lstrip("0")) or (
        head.number is None and _is_numbered(draft)
    ):
        return start
    elif head.number is None:
        if match["number"] == "1" and _goes_on_counting(text, match.end(), end):
            return start
        put_number(draft, own, match["number"], span, head.year)
    draft.mark("telegram number", match.start(), match.end())
    if match["other"]:
        draft.attribute("series", match["other"], *match.span("other"))
    position = skipped(text, match.end(), end)
    if (
        match["number"]
        and (more := _STATION_NUMBER.match(text, position, end)) is not None
        and more["series"] in _DOUBLE
    ):
        draft.attribute("series", more[0][:-1], more.start(), more.end() - 1)
        draft.mark("telegram number", more.start(), more.end())
        position = skipped(text, more.end(), end)
    return position


def _is_numbered(draft: Draft) -> bool:
    """Whether the labels above told the number."""
    return "message_id" in draft.values or "telegram_number" in draft.attributes


def _goes_on_counting(text: str, start: int, end: int) -> bool:
    """Whether this is paragraph 1: a portion mark or paragraph 2 follows."""
    return text.startswith(" (", start) or text.find("\n2. ", start, end) >= 0


def put_number(
    draft: Draft, station: str | None, digits: str, span: Span, year: int | None, written: str | None = None
) -> None:
    """Hand over a number of a station's or of a series; one of nobody known is a fact."""
    figures = digits.lstrip("A-").partition("/")[0]
    if station is None or not figures.isdecimal():
        draft.attribute("telegram_number", digits, *span)
        return
    start = draft.text.index(figures[0], *span)
    stop = span[1] if "/" not in digits else start + len(figures)
    suffix = "A" if digits.startswith("A-") else None
    message_id = MessageId(year, _series_of(draft, station, int(figures)), int(figures), suffix, written)
    draft.put("message_id", message_id, start, stop)
    draft.place(("message_id", "number"), start, stop)


def _series_of(draft: Draft, station: str, number: int) -> str:
    """The Department's circulars had numbers of their own until June 1966, some two thousand a year."""
    group = draft.values.get("dtg")
    circular = station == "STATE" and draft.attributes.get("kind") == "Circular Telegram" and number < _CIRCULARS
    if not circular or (isinstance(group, DateTimeGroup) and ((group.year or 0), group.month or 0) > (1966, 6)):
        return station
    return "DEPCIRTEL"


def _put_group(draft: Draft, match: re.Match[str], year: int | None) -> None:
    """`151139Z.` in place of a number: military telegrams are known by it."""
    word = match["group"]
    printed = draft.values.get("dtg")
    if not isinstance(printed, DateTimeGroup):
        draft.attribute("telegram_number", word, *match.span("group"))
        return
    exact = DateTimeGroup(int(word[:2]), int(word[2:4]), int(word[4:6]), "Z", printed.month, printed.year or year)
    draft.attribute("date_time_group", str(exact), *match.span("group"))
