"""A telegram rendered as Markdown.

Strategy: one pattern finds the marks a rendering adds; what a mark encloses is searched again with the same pattern,
three deep at most, for no mark holds itself. All else is copied: rules, lists, single `*` and `_`, tables mean
something in a telegram and are left as they stand. Rules follow CommonMark 0.31 (backslash escapes 2.4, entities 2.5,
ATX headings 4.2, hard line breaks 6.7), held to what renderings of telegrams do:

- two blanks or a backslash before a line end (a hard break) are left out;
- `[PREL](#)` and `[¶1.](#)` read `PREL` and `¶1.`; the target must look like one, for `[TEXT](b)(6)` is a redaction;
- `\\*` reads `*`, `&amp;` reads `&`, `**MRN:**` reads `MRN:`;
- `## NEXT STEPS` reads `NEXT STEPS` and a line `-----` under it, as telegrams mark a heading. The dashes stand in at
  the end of the heading's text. There are none above it: they would make a heading of the line before;
- empty lines before the first line are left out. A line `-----` is text, never a rule or the underline of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from telegram_format.grammar.entities import ENTITY, character
from telegram_format.kit import Detection, Source, View, Wrapped

_Piece = tuple[int, int, str | None, bool]

_MARK = re.compile(
    rf"""
    [ ] (?<! [ ]{{2}} ) [ ]++ (?= [\r\n] | \Z )                       # hard break: blanks from the first of them on
  | \\ (?: (?= [\r\n] ) | (?P<escaped> [!-/:-@\[-`{{-~] ) )           # hard break, or an escape
  | \[ (?P<link> (?: [^\[\]\\\r\n]++ | \\ [^\r\n] )++ ) \]            # a link without a title
    \( (?: \# | [a-z]{{2,8}}: | \.{{0,2}}/ ) [^()\s]*+ \)
  | \* (?<! [\w*]\* ) \* (?P<bold> [^\s*] [^*\r\n]*+ (?<! [\s\\] ) ) \*\* (?! [\w*] )
  | \# (?<! [^\r\n]\# ) \#{{0,5}}+ [ \t]++ (?P<heading> [^\s\#] [^\r\n]*+ )
  | {ENTITY}
    """,
    re.VERBOSE | re.ASCII,
)

_CLOSING = re.compile(r"(?<! [ \t] ) [ \t]++ (?: \#++ [ \t]*+ )?+ \Z", re.VERBOSE)
"""The end of a heading line that is not the heading's text: blanks, and hashes after a blank [CommonMark 4.2]."""

_ESCAPED = re.compile(
    rf"""
    \\ (?= [!-/:-@\[-`{{-~\r\n] | \Z )      # an escape, or a hard break
  | \[ (?= [^\]\r\n]++ \]\( )              # a link
  | \* (?= \* )                            # bold
  | \# (?= \#*+ [ \t] )                    # a heading
  | {ENTITY}
    """,
    re.VERBOSE,
)
"""What `_MARK` would take: a mark in words that have none gets a backslash."""

_HEADING = re.compile(r"\#{2,3} [ ] [A-Za-z]", re.VERBOSE)
_HARD_BREAK = re.compile(r"[^ \r\n] [ ]{2} \r?\n", re.VERBOSE)
_BOLD_LABEL = re.compile(r"[\r\n] \*\* [A-Za-z] [^*\r\n]{0,80}+ \*\*", re.VERBOSE)
_ENOUGH = 3
_SAMPLE = 4096
"""How much of a text is looked at to detect Markdown, in characters."""

_BEFORE = "\ufeff \t\r\n"


class Markdown:
    """The carrier of telegrams rendered as Markdown. It knows no facts."""

    name = "markdown"

    def detect(self, source: Source) -> Detection:
        text = source.text
        link = text.find("[", 0, _SAMPLE)
        if link >= 0 and text.find("](#", link, _SAMPLE) >= 0:
            return Detection(0.95, "links of a rendering")
        if not _has_heading(text):
            return Detection(0.0, "no links, no headings")
        for mark in (_HARD_BREAK, _BOLD_LABEL):
            if sum(1 for _ in islice(mark.finditer(text, 0, _SAMPLE), _ENOUGH)) == _ENOUGH:
                return Detection(0.7, "headings, and hard breaks or bold labels")
        return Detection(0.3, "what could be headings")

    def open(self, source: Source) -> Wrapped:
        text = source.text
        start = len(text) - len(text.lstrip(_BEFORE))
        return Wrapped(View.of_pieces(source, _pieces(text, start, len(text))))

    def escape(self, words: str) -> str:
        """`words` as a rendering holds them: a backslash before what would be taken for a mark."""
        return _ESCAPED.sub(r"\\\g<0>", words)


def _has_heading(text: str) -> bool:
    """Whether a line of the sample begins as a heading. Looks at hashes only: they are few in a telegram."""
    place = text.find("#", 0, _SAMPLE)
    while place >= 0:
        if text[place - 1 : place] in ("", "\n", "\r") and _HEADING.match(text, place) is not None:
            return True
        place = text.find("#", place + 1, _SAMPLE)
    return False


def _pieces(text: str, start: int, end: int) -> Iterator[_Piece]:
    """`text[start:end]` without the marks of Markdown."""
    for mark in _MARK.finditer(text, start, end):
        here, behind = mark.span()
        word: str | None = None
        if text[here] == "&":
            word = character(mark[0])
            if word is None:  # names no character: stays as written
                continue
        yield start, here, None, False
        start = behind
        kind = mark.lastgroup
        if word is not None:
            yield here, behind, word, False
        elif kind == "escaped":
            start = behind - 1
        elif kind == "heading":
            yield from _heading(text, *mark.span("heading"))
        elif kind is not None:
            yield from _pieces(text, *mark.span(kind))
    yield start, end, None, False


def _heading(text: str, start: int, end: int) -> Iterator[_Piece]:
    """The text of a heading, and dashes that stand in at its end."""
    closing = _CLOSING.search(text, start, end)
    stop = closing.start() if closing is not None else end
    yield from _pieces(text, start, stop)
    yield stop, stop, "\n-----", False
