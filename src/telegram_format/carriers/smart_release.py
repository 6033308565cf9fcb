"""Pages of a released SMART telegram, transcribed into Markdown.

formats/state.md D. Strategy: a transcription is set page by page by one who looks at pictures, so its Markdown shows
how a page looked and says nothing: a heading is a banner, a paragraph or a line of the header, a quotation is a page
line, a table is the block of labels. All of these are read as their words, line by line; what the transcriber himself
says (the title, where the pages come from, descriptions of pictures) is left out. Page numbers stay: where a page ends
inside a sentence is the reader's business. Rules follow CommonMark 0.31 (backslash escapes 2.4, ATX headings 4.2, block
quotes 5.1, emphasis 6.2) and the tables and strikethrough of its GitHub dialect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram_format.grammar.entities import ENTITY, character
from telegram_format.kit import Detection, Fact, Source, View, Wrapped

_Piece = tuple[int, int, str | None, bool]

_SAMPLE = 4096
"""How much of a text is looked at to detect it, in characters."""

_LABEL = re.compile(r"(?:^|[\r\n])[ \t|]{0,8}+\*\*(MRN|Date/DTG|From|Action|Captions|Subject)[ ]?:?\*\*")
_PAGE = re.compile(r"[\r\n]##[ ]Page[ ][0-9]{1,4}[ \t]*+[\r\n]")

_LINE = re.compile(r"[^\r\n]++")
_TITLE = re.compile(r"#[ ]++([^\s][^\r\n]*+)[\r\n]++(?=Generated[ ]by[ ])")
_ORIGIN = re.compile(r"Generated[ ]by[ ][^\r\n]*+")
_SOURCE_DOCUMENT = "Source PDF:"

# Lines that are nothing but a frame: a rule between pages, the rule of a table, the row of its headings.
_FRAME = re.compile(
    r"""
      (?: -{3} | [*]{3} | _{3} ) [ \t]*+
    | \| (?: [ ]*+ :?+ -{1,200}+ :?+ [ ]*+ \| ){1,12}+ [ \t]*+
    | \| [ ]*+ (?: Field | Label ) [ ]*+ \| [ ]*+ (?: Content | Value ) [ ]*+ \| [ \t]*+
    """,
    re.VERBOSE,
)
_BEFORE = re.compile(r"(?: [ ]{0,3} > [ ]?+ )?+ (?: [ ]{0,3} \#{1,6}+ (?=[ \t]|$) [ \t]*+ )?+", re.VERBOSE)
_MARK = re.compile(
    rf"""
      \\ (?P<escaped> [!-/:-@\[-`{{-~] )
    | \* (?: \[ [^\[\]\r\n]*+ \] :?+ | Image: [^*\r\n]*+ ) \* [ ]?+            # what a picture shows
    | \*\* (?P<bold> [^\s*] [^*\r\n]*+ (?<! [\s\\] ) ) \*\*
    | \* (?P<italic> [^\s*] [^*\r\n]*+ (?<! [\s\\] ) ) \*
    | ~~ (?P<struck> [^\s~] [^~\r\n]*+ (?<! [\s\\] ) ) ~~
    | (?P<bar> \| )
    | {ENTITY}
    """,
    re.VERBOSE | re.ASCII,
)
_ESCAPED = re.compile(rf"\\(?=[!-/:-@\[-`{{-~]|\Z)|\*|~(?=~)|\||^(?=[#>])|{ENTITY}", re.VERBOSE | re.ASCII)
"""What `_MARK` would take: a mark in words that have none gets a backslash."""


class SmartRelease:
    """The carrier of released telegrams whose pages were transcribed. Its facts are `title` and `source_document`."""

    name = "smart_release"

    def detect(self, source: Source) -> Detection:
        sample = source.text[:_SAMPLE]
        if "*" not in sample or "**MRN" not in sample:
            return Detection(0.0, "no labels of such a telegram in bold letters")
        labels = {match[1] for match in _LABEL.finditer(sample)}
        if len(labels) < 2 or "MRN" not in labels:
            return Detection(0.0, "no labels of such a telegram in bold letters")
        if _PAGE.search(sample) is not None:
            return Detection(0.97, "pages, and labels in bold letters")
        return Detection(0.96, "labels in bold letters")

    def open(self, source: Source) -> Wrapped:
        text = source.text
        facts: list[Fact] = []
        start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
        if (title := _TITLE.match(text, start)) is not None:
            words = title[1].rstrip()
            facts.append(Fact("title", words, title.start(1), title.start(1) + len(words)))
            start = title.end()
        if (origin := _ORIGIN.match(text, start)) is not None:
            place = text.find(_SOURCE_DOCUMENT, start, origin.end())
            if place >= 0 and (document := text[place + len(_SOURCE_DOCUMENT) : origin.end()].strip(" \t.")):
                first = text.index(document, place + len(_SOURCE_DOCUMENT))
                facts.append(Fact("source_document", document, first, first + len(document)))
            start = origin.end()
        return Wrapped(View.of_pieces(source, _pieces(text, start)), tuple(facts))

    def escape(self, words: str) -> str:
        """`words` as a transcription holds them: a backslash before what would be taken for a mark."""
        return _ESCAPED.sub(r"\\\g<0>", words)


def _pieces(text: str, start: int) -> Iterator[_Piece]:
    """The words of the lines from `start` on, each with its line end."""
    position = start
    for line in _LINE.finditer(text, start):
        first, end = line.span()
        if _FRAME.fullmatch(text, first, end) is not None:
            yield position, first, None, False
        else:
            before = _BEFORE.match(text, first, end)
            assert before is not None  # every part of the pattern may be empty
            yield position, first, None, False
            row = text[first] == "|" and text.endswith("|", first, end)
            yield from _words(text, before.end(), end, row=row)
        position = end
    yield position, len(text), None, False


def _words(text: str, start: int, end: int, *, row: bool) -> Iterator[_Piece]:
    """`text[start:end]` without marks; `row` says that it is a row of a table."""
    for mark in _MARK.finditer(text, start, end):
        here, behind = mark.span()
        kind = mark.lastgroup
        if kind == "bar" and not row:
            continue
        word: str | None = None
        if text[here] == "&":
            word = character(mark[0])
            if word is None:  # names no character: stays as written
                continue
        yield start, here, None, False
        start = behind
        if word is not None:
            yield here, behind, word.replace("\xa0", " "), False
        elif kind == "escaped":
            start = behind - 1
        elif kind in ("bold", "italic", "struck"):
            yield from _words(text, *mark.span(kind), row=row)
    yield start, end, None, False
