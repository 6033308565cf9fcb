"""The REF line: earlier telegrams and papers.

formats/state.md B8. Strategy: the list is read item by item from the left. An item may have a letter before it, in any
of the notations in use, doubled or with REF; behind it stands a cable (`[year] STATION number`, in either order, with
more numbers of the same station after it) or another paper, which goes on to the next letter, semicolon or empty line.
The list ends where neither fits. A station is what the vocabulary knows or can repair, or a word in capitals before a
number that nothing else explains. An item of the regular form is read by one pattern.
"""

from __future__ import annotations

import re

from telegram_format.grammar.reference_kinds import kind_of_paper, names_a_paper
from telegram_format.grammar.reference_list import MARKED_TEXT, is_marked_text, list_end
from telegram_format.kit import Draft, fold
from telegram_format.model.dtg import four_digit_year
from telegram_format.model.message_id import MessageId
from telegram_format.model.reference import Reference
from telegram_format.model.station import resolve_station

_SEPARATOR = re.compile(r"(?:[\s,;:.]|\bAND\b(?=[ \n]*[0-9A-Z])|\band\b(?=[ \n]*[0-9A-Z])|&)*+")

# A. A) (A) [A] A: "A -" "A " before a cable; with a pilcrow; doubled; "REF A", "REF A:".
_LETTER = re.compile(
    r"""
    (?: ¶ [ ]? | - (?=[A-Z][.)]) )?
    (?: (?: R[Ee][Ff](?:TEL)? [ ]++ )?
        (?: [(\[] (?P<round> [A-Z] ) [)\].]
          | (?P<sharp> [A-Z]{1,2} ) [.):\]] (?![A-Z]\.)
          | (?P<dash> [A-Z] ) [ ]-(?=[ ]) )
      | R[Ee][Ff] [ ]++ (?P<ref> [A-Z] ) (?=[ ])
    )
    [ \n]*+
    (?: R[Ee][Ff] (?:TEL)? (?:[ ]++ [A-Z] )? (?: [ ]*[:.)] )? [ ]++ )?                  # A. REF A
    (?: (?: [(\[] [A-Z] [)\]] | [A-Z] [.):] (?![A-Z]\.) ) [ \n]*+ )?                # A. A)
    """,
    re.VERBOSE,
)
_BARE_LETTER = re.compile(r"(?:REF[ ]*+)?(?P<bare>[A-Z]) ++(?=[0-9]{0,4} ?[A-Z]{3,})")

_CABLE = re.compile(
    r"""
    (?: \(? (?P<year> (?:19|20)[0-9]{2} | [0-9]{2} | 0[0-9]{2} ) \)? (?: [ \n]++ | - | (?=[A-Z]{3}) ) )?
    (?P<station> [A-Za-z](?:[A-Za-z.'’-]|0(?=[A-Za-z]))*+
        (?: (?: [ ]++ | [ ]*+\n\s*+ ) [A-Za-z][A-Za-z.'’0]*+ (?: -[A-Za-z]++ )* ){0,4}? )
    (?: [ \n]*+ \( (?P<within> [0-9]{2} | [0-9]{4} | [CSU] ) \) | [ ]CABLES? )?
    (?: [ ]*+ [-:] )? (?: [ ]*+ \# )? \s*+
    (?P<number> [0-9]{1,7} ) (?![0-9A-Za-z]|[/.][0-9]{2}[/.])
    (?: -(?P<back> [0-9]{2} )(?![0-9-]) )?
    """,
    re.VERBOSE,
)
# The regular form of an item, with nothing behind it on its line: "B. 06 MERIDIAN 1944 (NOTAL)".
_REGULAR = re.compile(
    r"""
    [ \n;,]*+ (?: (?P<letter> [A-Z] ) [.)] [ ]++ )?
    (?P<cable>
      (?: (?P<year> (?:19|20)?[0-9]{2} ) [ ] )?
      (?P<station> [A-Z]{3,}+ (?: [ ] (?!CABLES?[ ]) [A-Z]{2,}+ ){0,2} ) [ ] (?P<number> [0-9]{1,6}+ )
    )
    (?: [ ] \( (?P<caption> NOTAL | EXDIS | NODIS ) \) )? (?= [ ]*+ (?:\n|\Z) )
    """,
    re.VERBOSE,
)
_NUMBER_FIRST = re.compile(
    r"(?P<number>[0-9]{3,6})[ ]++(?P<station>[A-Za-z][A-Za-z.']++(?:[ ][A-Za-z.']++){0,3}?)(?=[ ]*+(?:[,;\n(]|$))"
)
_YEAR_BEHIND = re.compile(r"[ ]*+\((?P<year>(?:19|20)[0-9]{2}|[0-9]{2})\)")
_MORE_NUMBERS = re.compile(
    r"(?:[ ]*+/[ \n]*+|[ ]*+,[ ]*+|[ ]++(?:AND|and|&)[ ]++|[ ]*+,[ ]*+AND[ ]++)"
    r"(?P<number>[0-9]{1,7})(?![0-9A-Za-z-]|[ ]++(?!AND\b)[A-Z][A-Za-z])"
)
_CAPTION = re.compile(
    r"[ ]*+\((?P<caption>NOTAL|EXDIS|NODIS|STADIS|LIMDIS|SBU(?:/NF)?|[CSU](?:/NF)?|NOFORN)\)|[ ]++(?P<bare>NOTAL)\b"
)
_TAIL = re.compile(
    r"[ ]*+(?:,?[ ]*+\(?(?:AND|and|And)[ \n]++(?:PREVIOUS|previous|Previous|SERIES|OTHERS)\)?"
    r"|\(?ET AL\.?\)?|(?:CIRCULAR|SERIES)(?![A-Z])|\([A-Z0-9-]{8,24}\))"
)

_PAPER_LENGTH = 400
"""What runs on for longer is no title of a paper but the text."""

# Where another paper ends: before the next letter or a semicolon, at an empty line, at the end.
_PAPER_END = re.compile(
    r"""
      [ \n]*+ ; | \n[ \t]*+\n
    | [ ,\n]++ (?= (?:¶[ ]?)? (?: [(\[][A-Z][)\]] | [A-Z][.):](?![A-Z]\.) ) [ \n] )
    """,
    re.VERBOSE,
)
_TEXT_BEGINS = re.compile(r"¶?[ ]?1\.[ ]{1,3}[A-Z(\"“]|(?:SUMMARY|Summary|INTRODUCTION|Introduction|COMMENT)\b")
"""The first paragraph, or a heading above it, behind a heading that has lost its lines."""


def read_references(draft: Draft, label: int, start: int, end: int) -> int:
    """Read the value of a REF line; where the list ends."""
    items = _Items(draft, list_end(draft.text, start, end))
    if draft.text[label : label + 2].strip().rstrip(".)").isalpha() and draft.text[label : label + 1] == "A":
        items.label = "A"  # "A. REF AMMAN 222"
        items.label_span = (label, label + 1)
    last = items.read(start)
    draft.marks.append(("references", start, last))  # the signs and words between the items
    return last


class _Items:
    """The reading of one list."""

    __slots__ = ("draft", "end", "label", "label_span", "own", "year")

    def __init__(self, draft: Draft, end: int) -> None:
        self.draft = draft
        self.end = end
        self.label: str | None = None
        self.label_span: tuple[int, int] | None = None
        dtg = draft.values.get("dtg")
        self.own: MessageId | None = draft.values.get("message_id")
        year = dtg.year if dtg is not None else None
        self.year = year or draft.context.year or (self.own.year if self.own is not None else None)

    def read(self, start: int) -> int:
        text = self.draft.text
        position = last = start
        while True:
            if (after := self.read_regular(position, first=last == start)) > position:
                position = last = after
                continue
            position = _separator_end(text, position, self.end)
            if position >= self.end:
                return self.end if not text[last : self.end].strip(" \t\n.,;:") else last
            if last > start and is_marked_text(text, position, self.end, start):
                return last
            letter = _LETTER.match(text, position, self.end) or _BARE_LETTER.match(text, position, self.end)
            if letter is not None:
                kind = letter.lastgroup
                assert kind is not None
                self.label = letter[kind][0]
                self.label_span = letter.span(kind)
                position = letter.end()
                self.draft.marks.append(("reference letter", letter.start(), letter.end()))
            elif last > start and (
                (text[last:position].count(";") == 0 and text[last:position].count("\n") > 1)
                or _TEXT_BEGINS.match(text, position, self.end) is not None
            ):
                return last
            certain = letter is not None or last == start or ";" in text[last:position]
            after = self.read_cable(position) or self.read_paper(position, certain)
            if not after:
                return max(last, position) if letter is not None else last
            position = last = after

    def read_regular(self, position: int, *, first: bool) -> int:
        """Read an item of the regular form; where it ends, or `position` if this is none."""
        match = _REGULAR.match(self.draft.text, position, self.end)
        if match is None:
            return position
        letter, cable, year, words, figures, caption = match.groups()
        if letter is None and not first:
            return position
        resolved = resolve_station(words) or self.unknown_station(words, year, figures, match.end("number"))
        if resolved is None or resolved[1]:
            return position
        station, number = resolved[0], int(figures)
        begin, end = match.start(2), match.end()
        if letter is not None:
            at = match.start(1)
            self.label = letter
            self.label_span = at, at + 1
            self.draft.marks.append(("reference letter", at, begin))
        message_id = MessageId(self.year_of(year, station, number), station, number, None, cable)
        self.add(Reference(cable, "cable", self.label, message_id, (caption,) if caption else ()), begin, end)
        return end

    def read_cable(self, position: int) -> int:
        """Read a cable with its further numbers, captions and tail; where it ends, 0 if it is none."""
        text = self.draft.text
        match = _CABLE.match(text, position, self.end)
        station = self.station_of(match) if match is not None else None
        if match is None or station is None:
            match = _NUMBER_FIRST.match(text, position, self.end)
            resolved = resolve_station(match["station"]) if match is not None else None
            if match is None or resolved is None:
                return 0
            station = resolved
        groups = match.groupdict()
        within = groups.get("within")
        written = groups.get("year") or (within if within and within.isdecimal() else None) or groups.get("back")
        at = match.end()
        numbers = [(match["number"], match.start(), at)]
        while (more := _MORE_NUMBERS.match(text, at, self.end)) is not None:
            numbers.append((more["number"], *more.span("number")))
            at = more.end()
        behind = _YEAR_BEHIND.match(text, at, self.end)
        years = [written] * len(numbers)
        if behind is not None:
            years[-1] = behind["year"]
            numbers[-1] = (numbers[-1][0], numbers[-1][1], behind.end())
            at = behind.end()
        captions = []
        while (caption := _CAPTION.match(text, at, self.end)) is not None:
            word = caption["caption"] or caption["bare"]
            if self.label is not None and len(word) == 1 and ord(word) == ord(self.label) + 1:
                break  # "(B) LOME 1 (C) ACCRA 2": the letter of the next item
            if MARKED_TEXT.match(text, at + (text[at] == " "), self.end) is not None:
                break  # "STATE 1 (U) Post delivered …": the text begins
            captions.append(word)
            at = caption.end()
        if (tail := _TAIL.match(text, at, self.end)) is not None:
            self.draft.marks.append(("reference tail", at, tail.end()))
            at = tail.end()
        name, repaired = station
        if repaired:
            word = fold(match["station"])
            self.draft.note("station-repaired", f"{word} is read as {name}", *match.span("station"), ("references",))
        for index, ((number, start, end), year) in enumerate(zip(numbers, years, strict=True)):
            last = index == len(numbers) - 1
            message_id = MessageId(
                self.year_of(year, name, int(number)), name, int(number), None, fold(text[start:end])
            )
            reference = Reference(
                fold(text[start:end]), "cable", self.label, message_id, tuple(captions) if last else ()
            )
            self.add(reference, start, at if last else end)
        return at

    def station_of(self, match: re.Match[str]) -> tuple[str, bool] | None:
        """The station of a cable, or `None` if the words before the number are none."""
        words = fold(match["station"])
        return resolve_station(words) or self.unknown_station(words, match["year"], match["number"], match.end())

    def unknown_station(self, words: str, year: str | None, number: str, behind: int) -> tuple[str, bool] | None:
        """`words` as the name of a station in no table, or `None` if the number behind them says that they are none."""
        if words.count(" ") > 2 or len(words) < 3 or words.upper() != words or names_a_paper(words):
            return None
        if len(number) == 4 and number[:2] in ("19", "20") and year is None:  # it is a year itself
            return None
        rest = self.draft.text[behind : behind + 12]
        if rest[:1] not in ("", "\n", " ", ",", ";", ")", "."):
            return None
        follows = rest.split(None, 1) if rest[:1] == " " else []
        runs_on = bool(follows) and follows[0].isalpha() and follows[0].isupper() and len(follows[0]) > 2
        return None if runs_on else (words, False)

    def year_of(self, written: str | None, station: str, number: int) -> int | None:
        """The year as written; else the telegram's own, or the one before where the number is still to come."""
        if written is not None:
            return four_digit_year(int(written[-2:]) if len(written) == 3 else int(written))
        own = self.own
        if self.year is not None and own is not None and own.station == station and number > own.number:
            return self.year - 1
        return self.year

    def read_paper(self, position: int, certain: bool) -> int:
        """Read another paper than a cable; where it ends, 0 if this is no item."""
        text = self.draft.text
        stop = _PAPER_END.search(text, position, self.end)
        end = stop.start() if stop is not None else self.end
        line_end = text.find("\n", position, end)
        if self.label is None and line_end >= 0 and not text[line_end + 1 : end].lstrip()[:1].islower():
            follows = _CABLE.match(text, line_end + 1 + _blanks(text, line_end + 1), self.end)
            if follows is not None and self.station_of(follows) is not None:
                end = line_end
        if end - position > _PAPER_LENGTH:
            end = line_end if 0 <= line_end - position < _PAPER_LENGTH else position
        words = fold(text[position:end]).rstrip(" ,")
        if not words or not (certain or names_a_paper(words)):
            return 0
        while text[end - 1] in " \t\n,":
            end -= 1
        self.add(Reference(words, kind_of_paper(words), self.label), position, end)
        return end

    def add(self, reference: Reference, start: int, end: int) -> None:
        draft = self.draft
        index = draft.add("references", reference, start, end)
        if self.label_span is not None:
            draft.entries.append((("references", index, "label"), *self.label_span))


def _separator_end(text: str, start: int, end: int) -> int:
    match = _SEPARATOR.match(text, start, end)
    assert match is not None  # the pattern may be empty
    return match.end()


def _blanks(text: str, start: int) -> int:
    return len(text[start : start + 40]) - len(text[start : start + 40].lstrip())
