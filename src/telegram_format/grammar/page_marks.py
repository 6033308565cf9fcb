"""Page and section marks that stand in the middle of the text, found and lifted out.

Strategy: every mark holds the word OF or PAGE, so these are looked for, and only around a hit are anchored patterns
tried. A mark is lifted with the white space around it: in mid-sentence one line end or one blank
stays, so that the sentence is whole; between paragraphs an empty line stays. What counts as mid-sentence is told by
the text on both sides. The page line of a transmission has the line feeds of the page before it and the text right
behind it: it is lifted with these and no more, and what stood on both sides is what was sent.
"""

from __future__ import annotations

import re
from functools import cache

from telegram_format.grammar.cuts import cut_around
from telegram_format.kit import Draft, Span
from telegram_format.vocab.stations import post_names

# "USUN NEW Y 00000799  002 OF 002": the post cut to ten characters, the number in eight figures, page and pages;
# a page in two parts has a digit after a point (Cablegate; 5 FAH-2 H-320 in use).
_CONTINUATION_LEFT = re.compile(
    r"""
    (?P<post> [A-Z0-9][A-Z0-9 .'&-]{0,17}? ) [ ]{1,3}   # the post, possibly with words of the text before it
    (?:\n[ ]*\n?){0,1}                         # some copies break the line here
    [0-9]{8} [ \n]{1,6}                        # the number
    [0-9]{3} (?: \.[0-9] ){0,1} $              # the page
    """,
    re.VERBOSE,
)
_CONTINUATION_RIGHT = re.compile(r"[0-9]{2,3}(?![0-9])")

# "PAGE 02        VATICA  05693  01 OF 02  021700Z", often with the classification before it (1990s prints).
_PAGE_LINE = re.compile(
    r"""
    PAGE [ ] [0-9]{2} [ \n]{1,12}+
    [A-Z][A-Z.' ]{0,11}? [ \n]{1,12}+          # the post, cut to six characters
    (?: [0-9]{4,6} [ \n]{1,12}+ ){0,1}         # the number
    (?: [0-9]{2} [ ] OF [ ] [0-9]{2} [ \n]{1,12}+ ){0,1}
    [0-9]{6}Z                                  # the time of the section
    """,
    re.VERBOSE,
)
_BANNER_LEFT = re.compile(
    r"""
    (?:^|[ \n]) (?: UNCLASSIFIED | UNCLAS | CONFIDENTIAL | SECRET | LIMITED[ ]OFFICIAL[ ]USE
      | C[ ]O[ ]N[ ]F[ ]I[ ]D[ ]E[ ]N[ ]T[ ]I[ ]A[ ]L | S[ ]E[ ]C[ ]R[ ]E[ ]T ) [ \n]*+ $
    """,
    re.VERBOSE,
)

# "PAGE 02 RUCNDT 0799 C O N F I D E N T I A L": page, routing indicator, serial number, classification
# (ACP 127(G) 208); military telegrams have no blank before the serial number, others write "PAGE TWO DE RUCNDT 0799".
_TRANSMITTED_PAGE = re.compile(
    r"""
    PAGE [ ]{1,2} (?: [0-9]{1,3} | [A-Z]{3,9} (?=[ ]DE[ ]) ) [ ]{1,4}
    (?: DE [ ] [A-Z]{2,7} | [QRU][A-Z]{3,6} ) [ ]{0,4} \#{0,1} [0-9]{3,5} [A-Z]{0,1} (?: /[0-9]{1,2} ){0,1}
    (?: [ ]{1,6} (?: UNCLAS(?:SIFIED){0,1} | [A-Z](?:[ ]{1,3}[A-Z]){4,12} | CONFIDENTIAL | SECRET
      | LIMITED[ ]OFFICIAL[ ]USE | FOR[ ]OFFICIAL[ ]USE[ ]ONLY ) (?: [ /.]{1,2} [A-Z][A-Z0 /-]{1,40} ){0,1} ){0,1}
    [ \t]*+ (?=\n|$)
    """,
    re.VERBOSE,
)
_OF = re.compile(r"F(?<=[0-9] OF) ")
_PAGE = re.compile(r"G(?<=PAG)E ")
"""The words, from their rarest letter on: a pattern is looked for by the sign that it begins with."""

_LINE_FEEDS = 3
"""Empty lines before the page line: four line feeds separate pages."""

# The heading that a second section repeats, left in the middle when sections were joined.
_SECTION_LINE = re.compile(
    r"""
    [ \t]*+ (?: UNCLAS(?:SIFIED){0,1} | [A-Z](?:[ ][A-Z]){5,11} | CONFIDENTIAL | SECRET ) [ ]
    (?: [A-Z/ ]{1,40}[ ] ){0,1}                # caveats
    (?: FINAL[ ] ){0,1} SECTION [ ] 0{0,1}(?P<number>[0-9]{1,2}) [ ] OF [ ] [0-9]{1,2} [ ]{1,3}
    [A-Z][A-Z .']{2,24}? [ ] [0-9]{3,6} [ \t]*+ (?=\n|$)
    """,
    re.VERBOSE,
)
_REPEATED_HEADING = re.compile(
    r"""
    (?: [ \t]*+ \n                              # an empty line
      | [ \t]*+ (?: SIPDIS | NODIS | EXDIS | SENSITIVE | NOFORN | STADIS | LIMDIS ) [ \t]*+ \n
      | [ \t]*+ (?: E\.O\. | TAGS: | SUBJECT: ) [^\n]*+ \n
    )*+
    """,
    re.VERBOSE,
)
_FORMAT_LINE = re.compile(
    r"""
    (?:^|\n) [ \t]*+ (?:
        V?ZCZC | (?:ZZ|OO|PP|RR|YY)[ ][QRU][A-Z]{3} | DE[ ][QRU] | ZN[RY][ ] | [ZOPRY][ ][0-9]{6}Z | FM[ ]
      | (?:TO|INFO)[ ][QRU][A-Z]{3,6}/
    )
    | \A \s*+ [0-9]{2}[A-Z]{3,24}[0-9]{1,6} [ \t]*+ \n    # the number of a record
    """,
    re.VERBOSE,
)
_LEVEL = re.compile(r"\n(?=[ \t]*+(?:UNCLAS|CONFIDENTIAL|SECRET|[A-Z](?: [A-Z]){5}))")


def lift_page_marks(draft: Draft, start: int = 0) -> None:
    """Mark every page and section mark of the text from `start` on and lift it out."""
    text = draft.text
    found: list[Span] = []
    fed: dict[int, Span | None] = {}
    first = len(text) - len(text.lstrip())
    own: int | None = None  # looked for once, and only if a section line stands anywhere
    for sign in _OF.finditer(text, start):
        position = sign.start() - 2
        before = text[position - 3 : position]
        span = _continuation(text, position) if before[:2] != " 0" else None
        if span is None and before != " 01":  # the first section is no later one
            span = _section_line(text, position, first)
            if span is not None:
                own = _own_line(text) if own is None else own
                span = None if span[0] == own else span
        if span is not None:
            found.append(span)
    for sign in _PAGE.finditer(text, start):
        position = sign.start() - 2
        if (match := _PAGE_LINE.match(text, position)) is not None:
            banner = _BANNER_LEFT.search(text[max(position - 60, 0) : position])
            begin = position if banner is None else max(position - 60, 0) + banner.start()
            found.append((begin, match.end()))
        elif text[position - 1 : position] in ("", "\n"):
            match = _TRANSMITTED_PAGE.match(text, position)
            if match is not None:
                found.append(match.span())
                fed[position] = _fed(text, *match.span())
    if not found:
        return
    cuts: list[Span] = []
    for start, end in sorted(found):
        if cuts and start < cuts[-1][1]:
            continue
        draft.mark("page mark", start, end)
        floor = cuts[-1][1] if cuts else 0
        cut = fed.get(start)
        cuts.append(cut if cut is not None and cut[0] >= floor else cut_around(text, start, end, floor))
    draft.lift(cuts)


def _fed(text: str, start: int, end: int) -> Span | None:
    """A page line with the line feeds before it; `None` where other white space than these stands around it."""
    lines = 0
    while lines < _LINE_FEEDS and text.endswith("\n\n", 0, start - lines):
        lines += 1
    line_end = text.find("\n", end + 1)
    following = text[end + 1 : line_end if line_end >= 0 else len(text)]
    return (start - lines, end + 1) if lines != 1 and following.strip() else None


def _continuation(text: str, position: int) -> Span | None:
    """The continuation mark around the OF at `position`, with as much of the left as is the post's name."""
    right = _CONTINUATION_RIGHT.match(text, position + 4)
    if right is None:
        return None
    base = max(position - 44, 0)
    left = _CONTINUATION_LEFT.search(text[base:position])
    if left is None:
        return None
    words = left["post"]
    line = words.rfind("\n") + 1
    start = base + left.start("post")
    if text[start - 1 : start] in ("", "\n") and len(words) <= 10:
        return start, right.end()
    return start + max(line, _post_in(words)), right.end()


def _post_in(words: str) -> int:
    """Where the post's name begins in `words`, which may begin with words of the text."""
    starts = [0, *(i + 1 for i, sign in enumerate(words) if sign == " ")]
    for start in starts:
        if words[start:].strip() in _cut_names():
            return start
    return starts[-1]


@cache
def _cut_names() -> frozenset[str]:
    return frozenset(name[:10].rstrip() for name in post_names().values())


def _section_line(text: str, position: int, first: int) -> Span | None:
    """The repeated heading of a later section around the OF at `position`; `first` is where the text begins."""
    start = text.rfind("\n", max(position - 80, 0), position) + 1
    match = _SECTION_LINE.match(text, start)
    if match is None or int(match["number"]) < 2 or start <= first:
        return None
    repeated = _REPEATED_HEADING.match(text, match.end() + 1)
    return start, repeated.end() if repeated is not None else match.end()


def _own_line(text: str) -> int:
    """Where the telegram's own classification line begins, if format lines stand before it; -1 if they do not."""
    header = _FORMAT_LINE.search(text)
    level = _LEVEL.search(text, header.end()) if header is not None else None
    return level.end() if level is not None else -1
