"""Format lines that recognition of a scanned page has worn: `OE RUFDAE 9116 9811530` for `DE RUFDAE 9116 0811530`.

ACP 127(G) Annex B gives each line its shape. Strategy: for each kind of line a tolerant, anchored pattern that finds
its words; each word is put right by its own shape, or the line is none. What stands on the edges of a line, stamps and
margins, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from telegram_format.grammar.worn_words import date_time, figures, filing_time, level_letters, month

_EDGE = r"[^A-Za-z0-9#©\n]{0,6}+"

# FL1: the start signal, channel designator and number.
_START = re.compile(
    rf"""
    {_EDGE} (?P<sign> [VvW] [ZzEe2] [CcGE] [Zz2] [ ]? [CcGKkEe] ) [ ]?
    (?P<channel> [A-Za-z]{{2,3}} ) (?P<gap> [ ]? ) (?P<number> [0-9OQDGSBIl]{{2,4}} ) (?![A-Za-z0-9])
    (?P<rest> [^\n]*+ )
    """,
    re.VERBOSE,
)
# The same where it is regular, or by hand; channel numbers run together; the called station before DE (ACP 126).
_REGULAR_START = re.compile(
    r"""
    (?P<sign> V?ZCZC[ ]?[A-Z]{0,4}[0-9]{3,5} (?:[ ]++[A-Z]{2})? | VV[ ]{1,5}[A-Z]{3}[0-9]{3}
      | (?:[A-Z]{3}[0-9]{3}){1,12} | [A-Z]{4,8}[ ]DE[ ][A-Z]{4,8}[^\n]*+ ) [ ]*+ (?=\n|\Z)
    """,
    re.VERBOSE,
)
# FL2: the precedence prosign doubled, routing indicators of two letters and more.
_ROUTING = re.compile(
    rf"""
    {_EDGE} (?P<prosign> [O0]{{2}} | Z[Z2] | PP | R[RkE] | YY ) [ ]
    (?P<stations> [A-Z]{{2,8}} (?:[ ][A-Z]{{2,8}})*+ ) (?![A-Za-z0-9]) (?P<rest> [^\n]*+ )
    """,
    re.VERBOSE,
)
# FL3: DE, station, serial number, filing time; the last two may be glued.
_CALLING = re.compile(
    rf"""
    {_EDGE} (?P<de> [DO0PBU]E ) (?P<gap> [ .,]{{1,3}}+ ) (?P<station> [A-Z][A-Za-z&]{{1,7}} ) (?![A-Za-z0-9])
    (?: (?P<serial_gap> [^A-Za-z0-9\n]{{1,6}}+ ) (?:
        (?P<glued> [0-9]{{4}} ) (?P<glued_time> [0-9]{{7}} ) (?![0-9A-Za-z])
      | (?P<serial> [0-9A-Z@]{{3,5}} ) (?:/[0-9]{{1,2}}(?=[ ]))? (?P<time_gap> [^A-Za-z0-9\n]{{1,4}}+ )
        (?P<filed> [0-9A-Z@]{{7}} ) (?![0-9A-Za-z]) )
    )? (?P<rest> [^\n]*+ )
    """,
    re.VERBOSE,
)
_OTHER_CALLING = re.compile(r" (?:NR )?#?[0-9]{3,5}[A-Z]?(?:/[0-9]{1,2})?(?: (?:[0-9]{2}/[0-9]{4}Z|[0-9]{3,7}))? *+")
_SERIAL = re.compile(r"[0-9]{3,5}[A-Z]?")
# FL4: ZNR or ZNY, the letter of the level five times, signals.
_SECURITY = re.compile(
    rf"""
    {_EDGE} (?P<sign> [Z2z] [Nn] [RrYy] ) (?P<gap> [ ,.]{{0,3}}+ \n{{0,2}}+ ) (?P<group> [A-Z]{{4,5}} ) (?![A-Za-z])
    (?P<signals> (?:/[A-Z]{{5}})? (?: [ ] [Z2] [A-Z0-9]{{2,3}} (?![A-Za-z0-9]) )*+ ) (?P<rest> [^\n]*+ )
    """,
    re.VERBOSE,
)
# FL5: precedence, date-time group, month, year, signals.
_PREAMBLE = re.compile(
    rf"""
    {_EDGE} (?: [0-9]? (?P<precedence> [ZOPRY0©] ) (?P<gap> [ _.]{{1,3}}+ ) )? (?P<second> [ZOPR][ ] )?
    (?P<group> [0-9A-Za-z@]{{6,7}} ) (?P<month_gap> [^A-Za-z0-9]{{1,4}}+ )
    (?P<month> [A-Za-z]{{3}} ) (?P<year_gap> [^A-Za-z0-9\n]{{1,3}}+ ) (?P<year> (?:19|20)?[0-9]{{2}} ) (?![A-Za-z0-9])
    (?P<signals> (?: [ ] Z [A-Z]{{2}} (?![A-Za-z]) )*+ ) (?P<rest> [^\n]*+ )
    """,
    re.VERBOSE,
)
_GROUP = re.compile(r"[0-9]{6}[A-Z]")
_FROM = re.compile(rf"{_EDGE}(?P<sign>[FEPR][MHN]|FI[LM]?|Fi)(?P<gap>[ '’.]{{1,3}}+)(?=[A-Z])")
_TO = re.compile(rf"{_EDGE}(?P<sign>T[O0o]|10|JO|f[QO]|Wo|[#]0)(?:[ ]++(?=[A-Z]{{2}})|(?<=TO)(?=\n))")
_INFO = re.compile(rf"{_EDGE}(?P<sign>INF[O0]|1NFO)(?P<gap>[ ]++)(?=[A-Z]{{2}})")
# FL11: nothing else on the line.
_BREAK = re.compile(rf"{_EDGE}(?P<sign>[B8ai][TIr1]|iBT|B)(?P<rest>[^A-Za-z0-9\n][^A-Z\n]{{0,16}})?(?=\n|\Z)")
_LEVEL = re.compile(
    rf"""
    {_EDGE} (?P<level> (?:UNC?LAS|UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED[ ][O0C]FFICIAL[ ]USE) ) (?![A-Za-z])
    (?P<efto> [ ] E [ ']? [FB][ ]? [T7]? [ -]{{0,2}} [O0T]? (?![A-Za-z0-9]) )?
    (?P<rest> [^A-Z\n]{{0,4}} (?: [A-Z]{{0,2}}[a-z0-9% ]{{1,8}} )? (?=\n|\Z) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

_CLEAN = re.compile(r"(?:[ ]*+[A-Z0-9/#()][A-Z0-9/#()-]*+)*+[ ]*+")
"""What may stand behind the words of a format line."""

Edit = tuple[int, int, str]


class Worn(NamedTuple):
    """A line: its kind, its range, and what is to be read in ranges of it."""

    kind: str
    start: int
    end: int
    edits: list[Edit]


class _Line:
    """The edits of one match."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match
        self.edits: list[Edit] = []

    def put(self, group: str, word: str) -> None:
        """`word` is to be read in place of a group, sign by sign where it is as long."""
        start, end = self.match.span(group)
        old = self.match[group]
        if start < 0 or old == word:
            return
        if len(old) == len(word):
            self.edits.extend((start + at, start + at + 1, word[at]) for at in range(len(word)) if old[at] != word[at])
        elif word.startswith(old):
            self.edits.append((end, end, word[len(old) :]))
        else:
            self.edits.append((start, end, word))


def _plain_line(line: _Line) -> bool:
    return bool(line.match["sign"])


def _start_line(line: _Line) -> bool:
    line.put("sign", "VZCZC")
    line.put("channel", line.match["channel"].upper())
    line.put("gap", "")
    number = line.match["number"]
    line.put("number", (figures(f"{number}0000") or number)[: len(number)])
    return any("0" <= sign <= "9" for sign in number)


def _routing_line(line: _Line) -> bool:
    line.put("prosign", {"0": "O", "O": "O"}.get(line.match["prosign"][0], line.match["prosign"][0]) * 2)
    return len(line.match["stations"]) < 70


def _calling_line(line: _Line) -> bool:
    line.put("de", "DE")
    line.put("gap", " ")
    line.put("station", line.match["station"].upper().replace("&", "B"))
    if line.match["serial_gap"]:
        line.put("serial_gap", " #" if "#" in line.match["serial_gap"] else " ")
    elif line.match["rest"] and _OTHER_CALLING.fullmatch(line.match["rest"]) is None:
        line.put("rest", "")
    if line.match["glued"]:
        line.put("glued", line.match["glued"] + " ")
        line.put("glued_time", filing_time(line.match["glued_time"]) or line.match["glued_time"])
    elif line.match["serial"]:
        word = line.match["serial"]
        serial = word if _SERIAL.fullmatch(word) is not None else figures(word)
        line.put("serial", serial or word)
        line.put("time_gap", " ")
        line.put("filed", filing_time(line.match["filed"]) or line.match["filed"])
    return True


def _security_line(line: _Line) -> bool:
    line.put("sign", line.match["sign"].upper().replace("2", "Z"))
    line.put("gap", " ")
    line.put("group", level_letters(line.match["group"]))
    line.put("signals", line.match["signals"].replace(" 2", " Z"))
    return True


def _preamble_line(line: _Line) -> bool:
    group, name = date_time(line.match["group"]), month(line.match["month"])
    if group is None and _GROUP.fullmatch(line.match["group"]) is not None:
        group = line.match["group"]  # of the right shape, and no time of day: that is told where it is read
    if group is None or name is None:
        return False
    line.put("precedence", {"0": "O", "©": "O"}.get(line.match["precedence"], line.match["precedence"]))
    line.put("gap", " ")
    line.put("group", group)
    line.put("month_gap", " ")
    line.put("month", name)
    line.put("year_gap", " ")
    return True


def _from_line(line: _Line) -> bool:
    line.put("sign", "FM")
    line.put("gap", " ")
    return True


def _to_line(line: _Line) -> bool:
    line.put("sign", "TO")
    return True


def _info_line(line: _Line) -> bool:
    line.put("sign", "INFO")
    return True


def _break_line(line: _Line) -> bool:
    line.put("sign", "BT")
    return True


def _level_line(line: _Line) -> bool:
    level = line.match["level"].upper()
    if line.match["level"].islower():
        return False  # a word of running text
    line.put("level", {"UNLAS": "UNCLAS"}.get(level, "LIMITED OFFICIAL USE" if level.startswith("LIM") else level))
    if line.match["efto"]:
        line.put("efto", " E F T O")
    return True


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[_Line], bool], tuple[str, ...]], ...] = (
    ("start", _REGULAR_START, _plain_line, ()),
    ("start", _START, _start_line, ()),
    ("routing", _ROUTING, _routing_line, ()),
    ("calling", _CALLING, _calling_line, ()),
    ("security", _SECURITY, _security_line, ()),
    ("preamble", _PREAMBLE, _preamble_line, ()),
    ("from", _FROM, _from_line, ("calling", "security", "preamble")),
    ("to", _TO, _to_line, ("from",)),
    ("info", _INFO, _info_line, ("to",)),
    ("break", _BREAK, _break_line, ("to", "info")),
    ("level", _LEVEL, _level_line, ("to", "info", "break")),
)
"""Kind, pattern, how it is put right, and the kinds behind which alone it is looked for."""


def worn_line_at(text: str, start: int, after: str) -> Worn | None:
    """The format line that stands at `start`, put right; `after` is the kind of the line before."""
    for kind, pattern, put_right, places in _KINDS:
        match = pattern.match(text, start) if not places or after in places else None
        if match is None:
            continue
        line = _Line(match)
        if not put_right(line):
            continue
        line_end = text.find("\n", match.end())
        end = line_end if line_end >= 0 else len(text)
        edge = min(place for place, _ in (match.span(name) for name in match.re.groupindex) if place >= 0)
        edits = [(start, edge, "")] if edge > start else []
        edits += line.edits
        if match.re.groupindex.get("rest") and _CLEAN.fullmatch(match["rest"] or "") is None:
            edits.append((*match.span("rest"), ""))
        return Worn(kind, start, end, edits)
    return None
