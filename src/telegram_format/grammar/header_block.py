"""Format lines 1 to 9: start signal, routing, date-time group, addresses.

Strategy: a machine over lines. The first word of a line says what the line is (a table), one anchored pattern reads
it; in an address list a line without such a word is the next address. The block ends at an empty line behind which no
format line stands, at a classification line, or at the first line that is none of all this. Regular lines 1 to 6 are
read by one pattern. Sources: ACP 127(G) chapters 1 and 2, as State used them (5 FAH-2 H-320), and what exports did to
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from telegram_format.grammar.addresses import read_address, read_regular_addresses
from telegram_format.grammar.blanks import skipped
from telegram_format.grammar.date_time_group import read_preamble
from telegram_format.grammar.regular_header import read_regular_lines
from telegram_format.kit import Draft
from telegram_format.model.precedence import PRECEDENCE_OF_PROSIGN, Precedence
from telegram_format.model.transmission import Transmission

# FL1, ACP 127(G) 151: V, ZCZC (by hand: VV and blanks), channel designator, channel number.
_START_OF_MESSAGE = re.compile(r"(?:V?ZCZC ?|VV {1,5})([A-Z]{0,4}[0-9]{0,5})(?![A-Z0-9])")

# FL2, ACP 127(G) 152: the precedence prosign doubled, then routing indicators; those of one agency are shorter.
_ROUTING = re.compile(r"(?:(ZZ|OO|PP|RR|YY)(?= |$))?((?: ?[A-Z]{2,8}(?![A-Z]))*+) *+")
_ROUTING_INDICATOR = re.compile(r"[QRU][A-Z]{3,7}")

# FL3, ACP 127(G) 216 and US usage: DE, station, serial with section, filing time as day of the year, hour, minute;
# ACP 126: the called station before DE, NR before the serial.
_CALLING_STATION = re.compile(
    r"""
    (?: (?P<routing> [A-Z]{4,8} ) [ ] )? DE [ ]++ (?P<station> [A-Z]{2,8} )
    (?: [ ]++ (?:NR[ ])? \#? (?P<serial> [0-9]{3,5}[A-Z]? ) (?: / (?P<section> [0-9]{1,2} ) )? )?
    (?: [ ]++ (?P<filed> [0-9]{7} | [0-9]{2}/[0-9]{4}Z | [0-9]{3,6} ) )?
    [ ]*+
    """,
    re.VERBOSE,
)

# FL4, ACP 127(G) 124: ZNR or ZNY, five letters, a shared group after a slash, operating signals.
_SECURITY = re.compile(r"(?:ZNR|ZNY) +([A-Z]{5})(?:/[A-Z]{5})?([^\n]*+)")

_NOTICE = re.compile(r"This record is a partial extract of the original cable\.[^\n]*+|null(?=[ \t]*+(?:\n|$))")
"""What the export put in place of a lost header."""

_BANNER = re.compile(
    r"""
    (?:Telegram)? (?: UNCLASSIFIED | CONFIDENTIAL | SECRET | LIMITED[ ]OFFICIAL[ ]USE )
    [ ]{2,}+ [A-Z][A-Z .]{2,24}? [ ]{2,}+ [0-9]{8} [ \t]*+ (?=\n|$)
    """,
    re.VERBOSE,
)
"""A print's own first line above the header: `UNCLASSIFIED   TRIPOLI   00000139`."""

_LINE_WORD = re.compile(r"[ \t]*+([A-Za-z]++)")


class _Header:
    """What the machine knows between lines."""

    __slots__ = ("address_list", "fields", "places")

    def __init__(self) -> None:
        self.address_list = ""
        self.fields: dict[str, object] = {}
        self.places: list[tuple[str, int, int]] = []

    def put(self, draft: Draft, name: str, value: object, start: int, end: int) -> None:
        """Set a field; the first value stays, as those of `Draft.put` do."""
        known = self.fields.setdefault(name, value)
        self.places.append((name, start, end))
        if known != value:
            what = f"transmission.{name} stands again and differs: {draft.text[start:end]}"
            draft.note("field-repeated", what, start, end, ("transmission", name))


def read_header_block(draft: Draft, start: int, end: int) -> int:
    """Read format lines 1 to 9; the position of the first line that is none."""
    text = draft.text
    header = _Header()
    position = _regular_lines(draft, header, start, end)
    while position < end:
        line_end = text.find("\n", position, end)
        if line_end < 0:
            line_end = end
        word = _LINE_WORD.match(text, position, line_end)
        if word is None:
            if text[position:line_end].strip():
                if not _other_line(draft, header, position, line_end):
                    break
            elif header.address_list and not _goes_on(text, line_end, end):
                break
            position = line_end + 1
            continue
        read_line = _LINES.get(word[1]) or (_start_line if "ZCZC" in word[1] else None)
        known = read_line is not None and read_line(draft, header, word.start(1), line_end)
        if not known and not _other_line(draft, header, word.start(1), line_end):
            break
        if header.address_list and header.address_list != "exempted":
            line_end = read_regular_addresses(draft, header.address_list, line_end, len(text))
        position = line_end + 1
    if header.fields:
        _put_transmission(draft, header)
    return min(position, end)


def _regular_lines(draft: Draft, header: _Header, start: int, end: int) -> int:
    """Read FL1 to FL4, or to FL6, if they are regular; where the next line begins."""
    regular = read_regular_lines(draft, start, end)
    if regular is None:
        return start
    header.fields, line_end = regular
    return line_end + 1


def _goes_on(text: str, position: int, end: int) -> bool:
    """Whether a format line stands behind the empty line at `position`: copies have empty lines in the header."""
    position = skipped(text, position, end)
    line_end = text.find("\n", position, end)
    line = text[position : line_end if line_end >= 0 else end]
    slash = line.find("/", 0, 9)
    return line.startswith(("INFO ", "TO ", "XMT", "FM ")) or (
        slash > 0 and _ROUTING_INDICATOR.fullmatch(line, 0, slash) is not None
    )


def _start_line(draft: Draft, header: _Header, start: int, end: int) -> bool:
    match = _START_OF_MESSAGE.match(draft.text, start, end)
    if match is None or "station" in header.fields:
        return False
    header.address_list = ""
    draft.mark("start of message", start, end)
    header.put(draft, "identification", match[1], *match.span(1))
    return True


def _routing_line(draft: Draft, header: _Header, start: int, end: int) -> bool:
    match = _ROUTING.match(draft.text, start, end)
    if match is None or match.end() != end or match.end() == start:
        return False
    indicators = match[2].split()
    known = header.fields.setdefault("routing", [])
    assert isinstance(known, list)
    short = match[1] or (known and len(known[-1]) < 4)
    if match[2].startswith("UNCLAS") or not all(
        _ROUTING_INDICATOR.match(indicator) or (short and len(indicator) < 4) for indicator in indicators
    ):
        return False
    if match[1]:
        header.fields["precedence"] = PRECEDENCE_OF_PROSIGN[match[1][0]]
        header.places.append(("precedence", *match.span(1)))
    known.extend(indicators)
    if indicators:
        header.places.append(("routing", match.start(2) + 1 if match[1] else match.start(2), match.end(2)))
    return True


def _calling_line(draft: Draft, header: _Header, start: int, end: int) -> bool:
    match = _CALLING_STATION.match(draft.text, start, end)
    if match is None or match.end() != end:
        return False
    draft.marks.append(("DE", start, end))  # with the signs between its parts: #0799/01
    for name, value in match.groupdict().items():
        if value is not None:
            said = int(value) if name == "section" else [value] if name == "routing" else value
            header.put(draft, name, said, *match.span(name))
    return True


def _security_line(draft: Draft, header: _Header, start: int, end: int) -> bool:
    match = _SECURITY.match(draft.text, start, end)
    if match is None:
        return False
    header.put(draft, "security", match[1], start, match.end(1))
    signals = tuple(match[2].replace("(", " ").replace(")", " ").split())
    if signals:
        header.fields["signals"] = signals
        header.places.append(("signals", *match.span(2)))
    return True


def _preamble_line(draft: Draft, _header: _Header, start: int, end: int) -> bool:
    return read_preamble(draft, start, end) == end


def _from_line(draft: Draft, header: _Header, start: int, end: int) -> bool:
    if not draft.text.startswith(("FM ", "FROM "), start) or "originator" in draft.values:
        return False
    name = draft.text.index(" ", start) + 1
    draft.marks.append(("FM", start, name - 1))
    read_address(draft, "originator", name, end)
    header.address_list = ""
    return True


def _address_lines(list_name: str, prosign: str) -> _LineReader:
    def read_line(draft: Draft, header: _Header, start: int, end: int) -> bool:
        first = start + len(prosign)
        if draft.text[first : first + 1] not in ("", " ", "/", "\n", ":"):
            return False
        if list_name != "exempted" and header.address_list == "exempted":
            header.address_list = ""
        draft.marks.append((prosign, start, min(first + 1, end)))
        header.address_list = list_name
        if read_regular_addresses(draft, list_name, first, end + 1) == first and draft.text[first:end].strip(" :/"):
            read_address(draft, list_name, first + 1, end)
        return True

    return read_line


def _end_line(draft: Draft, header: _Header, start: int, end: int) -> bool:
    if draft.text[start:end].strip() != "BT":
        return False
    draft.mark("BT", start, end)
    header.address_list = ""
    return True


def _other_line(draft: Draft, header: _Header, start: int, end: int) -> bool:
    """A line without a prosign: the next address, more routing, a notice of the export."""
    text = draft.text
    if header.address_list:
        line = text[start:end]
        if _TEXT_LINE.match(line) is not None:
            return False
        name = header.address_list
        if name == "exempted" and _ROUTING_INDICATOR.match(line) is not None and "/" in line[:9]:
            name = header.address_list = "info" if "info" in draft.values else "to"
        read_address(draft, name, start, end)
        return True
    if header.fields and _routing_line(draft, header, start, end):
        return True
    if text.find(" DE ", start, min(start + 13, end)) >= 0 and _calling_line(draft, header, start, end):
        return True
    if (match := _NOTICE.match(text, start, end) or _BANNER.match(text, start, end)) is not None:
        draft.mark("notice", start, match.end())
        if match.re is _NOTICE:
            draft.note("header-missing", "the telegram has no format lines", start, match.end())
        return True
    if read_preamble(draft, start, end) == end:
        return True
    slash = text.find("/", start, min(start + 9, end))
    if slash > 0 and _ROUTING_INDICATOR.fullmatch(text, start, slash) is not None:
        header.address_list = "info"
        index = read_address(draft, "info", start, end)
        draft.note("address-orphan", "an address without TO or INFO before it", start, end, ("info", index))
        return True
    return False


# What cannot be an address: a classification line, a label, running text.
_TEXT_LINE = re.compile(
    r"""
      [ ]*+ (?: UNCLAS | C[ ]O[ ]N[ ]F[ ]I | S[ ]E[ ]C[ ]R[ ]E[ ]T | T[ ]O[ ]P[ ][ ]?S | CONFIDENTIAL\b | SECRET\b
        | LIMITED[ ]OFFICIAL | E\.?O\.?[ ][0-9] | TAGS\b | SUBJ | REF:
        | (?:SIPDIS | SENSITIVE | NOFORN | NODIS | EXDIS)[ ]*+$ )
    | [^a-z\n]{0,80} [a-z]{2,}+ [ ] [a-z]          # two words in small letters
    | [0-9]{1,2}\.[ ]                              # a paragraph
    """,
    re.VERBOSE,
)

_LineReader = Callable[[Draft, _Header, int, int], bool]

_LINES: dict[str, _LineReader] = {
    "VV": _start_line,
    **dict.fromkeys(("ZZ", "OO", "PP", "RR", "YY"), _routing_line),
    "DE": _calling_line,
    **dict.fromkeys(("ZNR", "ZNY"), _security_line),
    **dict.fromkeys("ZOPR", _preamble_line),
    "FM": _from_line,
    "FROM": _from_line,
    "TO": _address_lines("to", "TO"),
    "INFO": _address_lines("info", "INFO"),
    "XMT": _address_lines("exempted", "XMT"),
    "BT": _end_line,
}


def _put_transmission(draft: Draft, header: _Header) -> None:
    fields = header.fields
    routing = fields.get("routing", [])
    assert isinstance(routing, list)
    precedence = fields.get("precedence")
    assert precedence is None or isinstance(precedence, Precedence)
    draft.values["transmission"] = Transmission(
        fields.get("identification"),  # type: ignore[arg-type]
        precedence,
        tuple(routing),
        fields.get("station"),  # type: ignore[arg-type]
        fields.get("serial"),  # type: ignore[arg-type]
        fields.get("section"),  # type: ignore[arg-type]
        fields.get("filed"),  # type: ignore[arg-type]
        fields.get("security"),  # type: ignore[arg-type]
        fields.get("signals", ()),  # type: ignore[arg-type]
    )
    for name, start, end in header.places:
        draft.entries.append((("transmission", name), start, end))
