"""The page of a cable on the WikiLeaks site of 2010-11 and its mirrors.

Strategy: no tree is built. The page is searched for three landmarks: the heading `Viewing cable`, the table of class
`cable`, the `<pre>` blocks after it. Inside a block one pattern finds tags and character references; the tags are left
out of the view, a reference is a stand-in, and all else is copied, so that every character knows its place. A table
cell is a small view of the same making. The pages do not escape what the telegram says: an ampersand or an angle
bracket that belongs to no known tag or reference is text.

Layout of the pages: two blocks (header, body), or the body alone; see the sample pages in `tests/fixtures/carriers`.
Some bodies repeat the whole record, either as lines (`id: ...` to `header ends`, and `CABLE ENDS` behind the text) or
as one row parted by tabs; that frame is left out, for the page has said all of it already.
The table's minutes repeat the hour of a 12-hour clock (18:56 stands as `18:06`), and the `title` of the classification
link names another level than the link; the facts give the texts as printed and leave the `title` aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from telegram_format.grammar.entities import ENTITY, character
from telegram_format.kit import Detection, Fact, Source, Span, View, Wrapped

_Piece = tuple[int, int, str | None, bool]

_TABLES = ("<table class='cable'", '<table class="cable"')
_HEADING = "<h3>Viewing cable "
_NAMES = {
    "reference id": "message_id",
    "created": "created",
    "released": "released",
    "classification": "classification",
    "origin": "origin",
}
"""Headings of the table's columns, and the facts they give."""

_MARKUP = re.compile(
    rf"""
    {ENTITY}
  | < /?+                         # a tag that can stand in a text; any other <...> is what the telegram says
    (?: a | abbr | b | big | blockquote | body | br | code | div | em | font | h[1-6] | hr | html | i | img | li
      | ol | p | pre | s | script | small | span | strike | strong | sub | sup | table | tbody | td | th | tr | tt
      | u | ul )
    (?: [\s/] [^<>]*+ )?+ >       # up to the next bracket, whichever it is: a row of `<a ` is linear
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)

_BLOCK_EDGE = re.compile(r"< (/?+) pre (?: \s [^<>]*+ )?+ >", re.VERBOSE | re.IGNORECASE | re.ASCII)

_CELL_EDGE = re.compile(r"< (/?+) t([hdr]) (?: \s [^<>]*+ )?+ >", re.VERBOSE | re.IGNORECASE | re.ASCII)
"""The beginning or end of a heading, a cell or a row."""

_RECORD_LABELS = ("refid:", "header:")
_RECORD_HEADER_ENDS = "- header ends -"
_RECORD_ENDS = "=CABLE ENDS="
"""The frame of a record that is repeated as lines. The two `ends` stand between more signs of the same kind."""

_RECORD_ROW = re.compile(
    r"""
    \s*+ [0-9]{1,9}+ \t                                             # running number
    [0-9]{1,2}+ / [0-9]{1,2}+ / [0-9]{4}+ [ ] [0-9]{1,2}+ : [0-9]{2}+ \t
    (?: [^\t]*+ \t ){5}                                             # reference id to header
    """,
    re.VERBOSE | re.ASCII,
)


class WikileaksPage:
    """The carrier of telegrams published as WikiLeaks pages.

    The view is the header block, an empty line that stands for the markup between the blocks, and the body block;
    without any block it is the whole page. A block that is not closed goes on to the next block or the end of the
    page. The facts are `message_id`, `created`, `released`, `classification`, `origin` and `title`, as far as printed.
    """

    name = "wikileaks_page"

    def detect(self, source: Source) -> Detection:
        text = source.text
        if "<" not in text:
            return Detection(0.0, "no markup")
        table = _table(text) >= 0
        if "<code><pre>" in text:
            return Detection(1.0, "a cable's table and text") if table else Detection(0.9, "text in <code><pre>")
        return Detection(0.6, "a cable's table") if table else Detection(0.0, "no markup of a cable's page")

    def open(self, source: Source) -> Wrapped:
        text = source.text
        table = _table(text)
        end = text.find("</table>", table) if table >= 0 else -1
        blocks = _unframed(text, list(_blocks(text, max(table, end, 0))))
        view = View.of_pieces(source, _view_pieces(text, blocks)) if blocks else View.whole(source)
        facts: tuple[Fact, ...] = ()
        if table >= 0:
            stop = end if end >= 0 else blocks[0][0] if blocks else len(text)
            facts = tuple(_table_facts(source, table, stop))
        return Wrapped(view, (*facts, *_title(source, table)))

    def escape(self, words: str) -> str:
        """`words` as a page holds them: `<`, `>` and `&` as references."""
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _table(text: str) -> int:
    """Where the cable's table begins, -1 for nowhere."""
    place = text.find(_TABLES[0])
    return place if place >= 0 else text.find(_TABLES[1])


def _blocks(text: str, position: int) -> Iterator[Span]:
    """What stands inside each `<pre>` from `position` on; empty blocks are nothing."""
    begin = -1
    for edge in _BLOCK_EDGE.finditer(text, position):
        if 0 <= begin < edge.start():
            yield begin, edge.start()
        begin = -1 if edge[1] else edge.end()
    if 0 <= begin < len(text):
        yield begin, len(text)


def _unframed(text: str, blocks: list[Span]) -> list[Span]:
    """`blocks`, the last of them without the frame of a repeated record; its header counts if it is the only one."""
    if not blocks:
        return blocks
    start, end = blocks[-1]
    found = _row(text, start, end) or _record(text, start, end)
    if found is None:
        return blocks
    header, body = found
    return [*(blocks[:-1] or [header]), body]


def _row(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """Header and body of a record that stands in `text[start:end]` as one row."""
    row = _RECORD_ROW.match(text, start, end)
    if row is None:
        return None
    header_end = row.end() - 1
    return (text.rfind("\t", start, header_end) + 1, header_end), (row.end(), end)


def _record(text: str, start: int, end: int) -> tuple[Span, Span] | None:
    """Header and body of a record that stands in `text[start:end]` as lines; an excerpt may stand before it."""
    edge = text.find(_RECORD_HEADER_ENDS, start, end)
    if edge < 0:
        return None
    header = start
    for label in _RECORD_LABELS:
        place = text.find(label, header, edge)
        if place < 0:
            return None
        header = place + len(label)
    header_end = header + len(text[header:edge].rstrip("-"))
    body = edge + len(_RECORD_HEADER_ENDS)
    body = end - len(text[body:end].lstrip("-"))
    last = text.rfind(_RECORD_ENDS, body, end)
    body_end = body + len(text[body:last].rstrip("=")) if last >= 0 else end
    return (header, header_end), (body, body_end)


def _view_pieces(text: str, blocks: Iterable[Span]) -> Iterator[_Piece]:
    """All blocks, one empty line between two: it stands at the end of the former, and spans are parted behind it."""
    former = -1
    for start, end in blocks:
        apart = former >= 0
        if apart:
            yield former, former, "\n\n", False
        for piece_start, piece_end, stand_in, _ in _pieces(text, start, end):
            yield piece_start, piece_end, stand_in, apart
            apart = False
        former = end


def _pieces(text: str, start: int, end: int) -> Iterator[_Piece]:
    """`text[start:end]` without its tags, references as what they stand for. No piece is empty."""
    for mark in _MARKUP.finditer(text, start, end):
        here, behind = mark.span()
        word: str | None = None
        if text[here] == "&":
            word = character(mark[0])
            if word is None:  # names no character: stays as written
                continue
        elif mark[0][:3].lower() == "<br":
            word = "\n"
        if start < here:
            yield start, here, None, False
        if word is not None:
            yield here, behind, word, False
        start = behind
    if start < end:
        yield start, end, None, False


def _table_facts(source: Source, start: int, end: int) -> Iterator[Fact]:
    """The cells of the first row, named by the headings above them; without headings nothing is known of a cell."""
    headings: list[str] = []
    cells: list[View] = []
    for is_heading, begin, stop in _cells(source.text, start, end):
        view = View.of_pieces(source, _pieces(source.text, begin, stop))
        if is_heading:
            headings.append(view.text.strip().lower())
        else:
            cells.append(view)
    for heading, view in zip(headings, cells, strict=False):
        if heading in _NAMES:
            yield from _fact(_NAMES[heading], view)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[bool, int, int]]:
    """Whether it is a heading, and where it begins and ends, of each cell; one that is not closed ends at the next."""
    begin = -1
    is_heading = False
    for edge in _CELL_EDGE.finditer(text, start, end):
        if begin >= 0:
            yield is_heading, begin, edge.start()
        closing, kind = edge.groups()
        begin = edge.end() if not closing and kind not in "rR" else -1
        is_heading = kind in "hH"
    if begin >= 0:
        yield is_heading, begin, end


def _title(source: Source, table: int) -> Iterator[Fact]:
    """The subject in the page's heading, `Viewing cable 08ZENDA45, THE SUBJECT`; it stands close before the table."""
    text = source.text
    start = text.rfind(_HEADING, 0, table) if table >= 0 else text.find(_HEADING)
    end = text.find("</h3>", start)
    if start < 0 or end < 0:
        return
    comma = text.find(",", start, end)
    if comma >= 0:
        yield from _fact("title", View.of_pieces(source, _pieces(text, comma + 1, end)))


def _fact(name: str, view: View) -> Iterator[Fact]:
    """The text of a view as a fact, blanks at its ends left out; nothing for an empty one."""
    word = view.text.strip()
    if word:
        start = view.text.index(word)
        spans = view.to_source(start, start + len(word))
        yield Fact(name, word, spans[0][0], spans[-1][1])
