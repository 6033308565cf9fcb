"""Where the telegrams of a stream begin and end, by kind of stream.

Strategy: one pattern over bytes finds the lines that begin or end a telegram; most of a stream is never looked at
otherwise. A telegram has several signs in its header (FL1, FL2 and FL5), so that a sign begins another telegram only
if the piece at hand has had it, or has had what comes behind it. After garbage the next sign is a new beginning: a lost
end or a header that was cut in two loses no neighbour.
"""

from __future__ import annotations

import re

# The lines that begin or end a telegram: FL1 [ACP 127(G) 151], the header of JANAP 128, FL5 with FL6 behind it, the
# heading of an archive's record, FL16.
_SIGN = re.compile(
    rb"""
    ^ [ \t]{0,40} (?:
        (?P<start>  V?ZCZC [ ]? [A-Z]{0,4} [0-9]{1,5} )
      | (?P<janap>  [RPOZY][A-Z]{2}[A-Z][A-Z0-9]{4} [ ] [RQU][A-Z]{3,7}[0-9]{4} [ ] [0-9]{7} )
      | (?P<group>  (?: [ZOPRY] [ ] ){1,2} [0-9]{6}Z [ ] [A-Z]{3} [ ] [0-9]{2,4} [^\n]{0,80}+ \n [ \t]{0,8} FM [ ] )
      | (?P<record> Message[ ]Text [ \t\r]{0,40} \n )
      | (?P<end>    NNNN [ \t\r]{0,40} (?: \n [ \t\r\n]{0,200} | \Z ) )
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_RANK = {"start": 0, "janap": 1, "group": 2}
_NEAR = 400
"""Bytes; what stands so near before a first sign or behind an end belongs to its telegram: pilots, copies, stamps."""

_HEADING = 4000
"""Bytes; what stands so near before a first FL5 belongs to its telegram: the distribution of an archive's copy."""

_REPEATED = 4000
"""Bytes; a header that stands again within so many is a repetition, not another telegram."""
_SAME = 12

_CSV_YEAR = re.compile(rb"/[0-9]{4} [0-9]{1,2}:[0-9]{2}")
"""What stands in the date of every record, from its rarest sign on: other lines are not looked at."""
_CSV_DATE = 40
"""Bytes; so near its beginning a record has its date."""
_CSV_ROW = re.compile(
    rb"""
    ^ "? (?P<number> [0-9]{1,9} ) "? , (?P<quote> "? ) [0-9]{1,2}/[0-9]{1,2}/[0-9]{4} [ ] [0-9]{1,2}:[0-9]{2} "? ,
    (?P<id> "? [0-9]{2} [A-Z]{2,24} [0-9]{1,7} "? , )?
    """,
    re.VERBOSE | re.MULTILINE,
)
_PAGE = re.compile(rb"^[ \t]{0,40}<(?:!DOCTYPE[ ]html|html[ >])", re.MULTILINE | re.IGNORECASE)
_LOST = 1 << 20
"""Bytes; a quoted column that is not closed within so many has lost its quote."""


class MessageCutter:
    """Messages as they come from a line, and records of an archive."""

    def __init__(self) -> None:
        self._seen = -1
        self._own: dict[str, bytes] = {}
        self._ended: int | None = None
        self._in_record = False

    def next_cut(self, buffer: bytes, begin: int, start: int, stop: int) -> int | None:
        for sign in _SIGN.finditer(buffer, start):
            place = sign.start() - begin
            if sign.start() >= stop:
                break
            kind = sign.lastgroup
            assert kind is not None  # the pattern has no other way to match
            if self._ended is not None and place - self._ended > _NEAR:
                break
            if kind == "end":
                self._ended = None if self._in_record else sign.end() - begin
                continue
            words = sign[0].lstrip()[:_SAME]
            if self._begins(kind, words, place):
                self._forget()
                self._take(kind, words)
                return begin + place
            self._take(kind, words)
        if self._ended is not None and stop - begin - self._ended > _NEAR:
            ended = begin + self._ended
            self._forget()
            return ended
        return None

    def _begins(self, kind: str, words: bytes, place: int) -> bool:
        """Whether a sign is the first of another telegram than that of the piece at hand."""
        if self._ended is not None or kind == "record":
            return place > 0
        if self._in_record:
            return False
        if self._seen < 0:
            return place > (_HEADING if kind == "group" else _NEAR)
        if words == self._own.get(kind) and place <= _REPEATED:
            return False
        return _RANK[kind] <= self._seen

    def _take(self, kind: str, words: bytes) -> None:
        if kind == "record":
            self._in_record = True
        else:
            self._own.setdefault(kind, words)
            self._seen = max(self._seen, _RANK[kind])

    def _forget(self) -> None:
        self._seen = -1
        self._own = {}
        self._ended = None
        self._in_record = False


class RecordCutter:
    """Records of `cables.csv`.

    A line that begins as a record begins one where the record before has its closing quote, or where its number is the
    next one: a record that has lost its quote takes no other with it.
    """

    def __init__(self) -> None:
        self._quoted = False
        self._number = -1

    def next_cut(self, buffer: bytes, begin: int, start: int, stop: int) -> int | None:
        for year in _CSV_YEAR.finditer(buffer, start):
            line = buffer.rfind(b"\n", max(year.start() - _CSV_DATE, 0), year.start()) + 1
            row = _CSV_ROW.match(buffer, line) if line >= start else None
            if row is None:
                continue
            place = row.start()
            if place >= stop:
                return None
            before = buffer[max(place - 4, begin) : place].rstrip(b"\r\n")
            closed = not self._quoted or (before[-1:] == b'"' and before[-2:] != b'\\"')
            counted = int(row["number"]) == self._number + 1 and row["id"] is not None
            if closed or counted or place - begin > _LOST:
                self._quoted = bool(row["quote"])
                self._number = int(row["number"])
                if place > begin:
                    return place
        return None


class PageCutter:
    """Pages one after the other."""

    def next_cut(self, buffer: bytes, begin: int, start: int, stop: int) -> int | None:
        for page in _PAGE.finditer(buffer, max(start, begin + 1)):
            place = page.start()
            if place >= stop:
                return None
            if place - begin > _NEAR:  # <!DOCTYPE and <html stand close together
                return place
        return None


class WholeCutter:
    """An input that is one telegram, as a text of wide characters is."""

    def next_cut(self, buffer: bytes, begin: int, start: int, stop: int) -> int | None:
        del self, buffer, begin, start, stop
        return None
