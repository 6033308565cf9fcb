"""What prints of the 1990s put above each section: channel number, page line, distribution.

    CONFIDENTIAL PTQ1234
    PAGE 01 PORT A 00219 01 OF 02 061640Z
    ACTION NOR-00
    INFO LOG-00 AID-01 /018W
    -------------------3782F8 061640Z /38

Strategy: the head of the first section is read and lifted out. That of a later section comes with a repetition of the
header and the heading; it goes on as far as its lines are of that kind, or lines of the first but for their numbers.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped
from telegram_format.grammar.cuts import cut_around
from telegram_format.grammar.distribution import read_distribution
from telegram_format.grammar.receipt import read_receipt
from telegram_format.kit import Draft, Span

_LEVEL = r"(?:UNCLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|LIMITED[ ]OFFICIAL[ ]USE)"
_OVER = rf"(?<![^\n])[ \t]*+{_LEVEL}(?:[ ][A-Z]{{3}}[0-9]{{4}})?[ \t]*+\n(?:[ \t]*+\n){{0,3}}+"
"""Level and channel number over the page line."""

_FIRST_PAGE = re.compile(
    rf"""
    (?: {_OVER} )?
    (?<![^\n]) [ \t]*+ PAGE[ ]01[ ]++ [A-Z][A-Z.' ]{{0,11}}? [ ]++ [0-9]{{4,6}}
    (?: [ ]++ [0-9]{{2}}[ ]OF[ ][0-9]{{2}} )? [ ]++ [0-9]{{6}}Z [ \t]*+ (?=\n|\Z)
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(rf"{_OVER}\Z")
_HEADER_LINE = re.compile(
    rf"""
    [ \t]*+ (?:
      [ZOPRY][ ] (?:[ZOPRY][ ])? [0-9]{{6}}Z[ ] | (?:FM|TO|INFO|XMT)[ ] | BT [ \t]*+ \Z
    | (?: {_LEVEL}[ ] )? (?:FINAL[ ])? SECTION[ ][0-9]{{2}}[ ]OF[ ] | {_LEVEL} [ \t]*+ \Z
    | (?:ACTION[ ])? (?: [A-Z]{{1,6}}-[0-9]{{2}} [ \t]*+ )++ (?: /[0-9]{{3}}[A-Z]{{1,2}} [ \t]*+ )?+ \Z
    | E\.?O\.?[ ]?1[0-9]{{3,4}} | TAGS: | SUBJECT:
    | /[0-9]{{3}}[A-Z]{{1,2}} [ \t]*+ \Z | -{{5,80}}+[ ]?[0-9A-F]{{6}}[ ]
    )
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r"[ \t]*+[A-Z][A-Z/]++[ ][A-Z0-9 /.'-]{2,70}+")
_NUMBER = re.compile(r"[0-9]++")
_LONGEST = 6000
"""How much of a header and a heading is compared, in characters."""

_SIGN = "PAGE 01 "


def lift_print_heads(draft: Draft) -> None:
    """Mark the heads of the sections, read the first, and lift them out."""
    text = draft.text
    cuts: list[Span] = []
    known: set[str] = set()
    place = text.find(_SIGN)
    while place >= 0:
        match = _FIRST_PAGE.match(text, _start(text, place))
        if match is None or (cuts and match.start() < cuts[-1][1]):
            place = text.find(_SIGN, place + 1)
            continue
        start, end = skipped(text, *match.span()), match.end()
        if not cuts:
            end = _read_first(draft, end)
            known = _first_lines(text, end)
            cuts.append((start, skipped(text, end, len(text))))
        else:
            end = _repetition(text, end, known)
            cuts.append(cut_around(text, start, end, cuts[-1][1]))
        draft.mark("print head", start, end)
        place = text.find(_SIGN, end)
    draft.lift(cuts)


def _start(text: str, place: int) -> int:
    """Where a head begins: at its level, if that stands above the page line."""
    line_start = text.rfind("\n", 0, place) + 1
    base = max(line_start - 60, 0)
    before = _BEFORE.search(text[base:line_start])
    return line_start if before is None else base + before.start()


def _read_first(draft: Draft, start: int) -> int:
    """Read the distribution and the line of receipt under it; where they end."""
    text = draft.text
    end = start
    for read_line in (read_distribution, read_receipt):
        position = skipped(text, end, len(text))
        after = read_line(draft, position, len(text))
        end = after if after > position else end
    return end


def _first_lines(text: str, start: int) -> set[str]:
    """The lines of the first section's header and heading: they stand on its first page."""
    end = text.find("\nPAGE ", start, start + _LONGEST)
    lines = text[start : end if end >= 0 else start + _LONGEST].split("\n")
    return {_bare(line) for line in lines}


def _repetition(text: str, start: int, known: set[str]) -> int:
    """Where the repeated header and heading end."""
    end = position = start
    addresses = False
    while position < min(len(text), start + _LONGEST):
        line_end = text.find("\n", position)
        line_end = line_end if line_end >= 0 else len(text)
        line = text[position:line_end]
        if line.strip():
            if _HEADER_LINE.match(line) is not None:
                addresses = line.lstrip().startswith(("TO ", "INFO "))
            elif _bare(line) not in known and not (addresses and _ADDRESS.fullmatch(line) is not None):
                break
            end = line_end
        else:
            addresses = False
        position = line_end + 1
    return end


def _bare(line: str) -> str:
    """A line without its white space, every number as one sign."""
    return _NUMBER.sub("0", "".join(line.split()))
