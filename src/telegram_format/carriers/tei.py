"""A telegram edited in TEI, as the volumes of Foreign Relations of the United States are.

formats/other.md F2. Strategy: no tree is built. The source is a row of tokens with places, read once from the
document's division on: text between them is copied, blanks and line ends of the markup read as one blank, and what is
a block in print begins on a line of its own. Page breaks and footnotes are left out of the text; footnotes are words
of the editors, so they are facts. References are the five of XML and numbers only; any other stays as it is written.

The view is what stands in print, in the order of the file: head, source note, dateline, paragraphs, lists, signature.
A source that holds several documents is read to the end of the first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram_format.grammar.entities import character
from telegram_format.grammar.markup import Token, attributes, matched, tokens
from telegram_format.kit import Detection, Fact, Source, View, Wrapped

_Piece = tuple[int, int, str | None, bool]

_NAMESPACE = "http://www.tei-c.org/ns/1.0"

_DIVISION = re.compile(
    r"""<div (?= \s ) (?= [^<>]*? \s type \s?+ = \s?+ (?: "document" | 'document' ) ) [^<>]*+ >""",
    re.VERBOSE | re.ASCII,
)
_WORDS = re.compile(r"[^ \t\r\n]++ (?: [ ] [^ \t\r\n]++ )*+", re.VERBOSE)
_NUMBER = re.compile(r"[0-9A-Za-z]{1,8}+", re.ASCII)

_APART, _BELOW = "\n\n", "\n"
_BREAKS = {
    **dict.fromkeys(("ab", "closer", "dateline", "div", "frus:attachment", "head", "note", "opener", "p"), _APART),
    **dict.fromkeys(("postscript", "quote", "salute", "table"), _APART),
    **dict.fromkeys(("item", "l", "lb", "list", "row"), _BELOW),
}
"""Elements that begin and end on lines of their own, and what parts them from what stands around."""

_PREDEFINED = frozenset(("&amp;", "&lt;", "&gt;", "&quot;", "&apos;"))

_DIVISION_FACTS = {
    "xml:id": "document_id",
    "n": "document_number",
    "subtype": "document_subtype",
    "frus:doc-dateTime-min": "date_time_min",
    "frus:doc-dateTime-max": "date_time_max",
}
_DATE_FACTS = {"when": "date_when", "notBefore": "date_not_before", "notAfter": "date_not_after"}
_NOTE_FACTS = {"summary": "editors_summary"}


class Tei:
    """The carrier of a document of a TEI edition.

    The facts are `document_id`, `document_number`, `document_subtype`, `date_time_min` and `date_time_max` of the
    division; `date_when` (or `date_not_before`, `date_not_after`) of the dateline; `from_person` and `to_person`, the
    keys of the edition's list of persons in the head, a second one `from_person_2`; `editors_summary`; `footnote_2`
    and so on, by the number in print.
    """

    name = "tei"

    def detect(self, source: Source) -> Detection:
        text = source.text
        if "<" not in text or "<div" not in text or _DIVISION.search(text) is None:
            return Detection(0.0, "no division of a document")
        if _NAMESPACE in text:
            return Detection(1.0, "a document of a TEI edition")
        return Detection(0.8, "a division of a document, of no namespace")

    def open(self, source: Source) -> Wrapped:
        division = _DIVISION.search(source.text)
        if division is None:
            return Wrapped(View.whole(source))
        document = _Document(source, *division.span())
        return Wrapped(View.of_pieces(source, document.pieces(0, document.last)), tuple(document.facts()))

    def escape(self, words: str) -> str:
        """`words` as an edition holds them: `<`, `>` and `&` as references, line ends as paragraphs or breaks."""
        words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return "</p>\n<p>".join(block.replace(_BELOW, "<lb/>") for block in words.split(_APART))


class _Document:
    """The tokens of one division, and what is known of them."""

    __slots__ = ("ends", "head", "inline", "last", "row", "source", "text")

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.text = source.text
        self.row = [Token(start, end, "start", "div", (start + 4, end - 1)), *tokens(self.text, end)]
        self.ends = matched(self.row)
        self.last = self.ends.get(0, len(self.row))
        heads = (index for index in range(self.last) if self.row[index].name == "head" and index in self.ends)
        self.head = next(heads, -1)
        self.inline = frozenset(self._beside_labels())

    def _beside_labels(self) -> Iterator[int]:
        """The tags between the head of a list and its first item: `TO` and the first address share a line."""
        for index, token in enumerate(self.row):
            if token.kind == "start" and token.name == "head" and self.row[index - 1].name == "list":
                end = self.ends.get(index, index)
                yield from (index, end, end + 1)

    def left_out(self, index: int) -> int:
        """The index of the end of the element that begins here if it is no text of the document, else 0."""
        token = self.row[index]
        if token.kind != "start":
            return 0
        if token.name == "note":
            return 0 if self.is_source_note(index) else self.ends.get(index, 0)
        of_edition = token.name.startswith("frus:") and token.name != "frus:attachment"
        return self.ends.get(index, 0) if of_edition else 0

    def is_source_note(self, index: int) -> bool:
        """Whether a note tells where the document was found: it says so, or begins so and stands in the head."""
        kind = self.attribute(index, "type")
        if kind or not self.head < index < self.ends.get(self.head, 0):
            return kind == "source"
        words = "".join(
            self.text[here.end : there.start]
            for here, there in zip(self.row[index : index + 4], self.row[index + 1 : index + 5], strict=False)
        )
        return words.lstrip(" \t\r\n[").startswith("Source")

    def attribute(self, index: int, name: str) -> str:
        """The value of an attribute, empty where there is none."""
        start, end = attributes(self.text, self.row[index]).get(name, (0, 0))
        return self.text[start:end]

    def pieces(self, first: int, last: int) -> Iterator[_Piece]:
        """The text between two tokens; what parts two blocks stands in at the end of the former."""
        written = _Written()
        position = self.row[first].end
        index = first + 1
        while index <= last:
            token = self.row[index] if index < len(self.row) else Token(len(self.text), len(self.text), "other")
            yield from written.words(self.text, position, token.start)
            if index == last:
                break
            end = self.left_out(index)
            if end or token.name == "pb":
                written.apart = True
            if token.kind == "reference":
                yield from written.reference(self.text, token)
            elif token.kind == "characters":
                yield from written.words(self.text, token.start + 9, token.end - 3)
            elif not end and token.name in _BREAKS:
                written.part(" " if index in self.inline else _BREAKS[token.name])
            index = min(end, last) if end else index
            position = self.row[index].end if index < len(self.row) else len(self.text)
            index += 1

    def facts(self) -> Iterator[Fact]:
        """What the markup tells of the document."""
        yield from self._of_attributes(0, _DIVISION_FACTS)
        parties: dict[str, int] = {}
        head_end = self.ends.get(self.head, 0)
        dated = False
        index = 0
        while (index := index + 1) < self.last:
            token = self.row[index]
            if token.name == "date" and token.kind != "end" and not dated and index > head_end:
                dated = True
                yield from self._of_attributes(index, _DATE_FACTS)
            if token.kind != "start" or index not in self.ends:
                continue
            name = ""
            if token.name == "note" and not self.is_source_note(index):
                number = _NUMBER.fullmatch(self.attribute(index, "n"))
                name = f"footnote_{number[0]}" if number is not None else "footnote"
                name = _NOTE_FACTS.get(self.attribute(index, "type"), name)
            elif self.head < index < head_end and (kind := self.attribute(index, "type")) in ("from", "to"):
                parties[kind] = parties.get(kind, 0) + 1
                key = f"{kind}_person_{parties[kind]}" if parties[kind] > 1 else f"{kind}_person"
                yield from self._of_attributes(index, {"corresp": key})
            if name:
                yield from self._of_element(index, name)
                index = self.ends[index]  # what stands inside is told with it

    def _of_attributes(self, index: int, names: dict[str, str]) -> Iterator[Fact]:
        for name, (start, end) in attributes(self.text, self.row[index]).items():
            value = self.text[start:end].strip()
            if name in names and value:
                yield Fact(names[name], value, start, end)

    def _of_element(self, index: int, name: str) -> Iterator[Fact]:
        view = View.of_pieces(self.source, self.pieces(index, self.ends[index]))
        if (value := view.text.strip()) != "":
            spans = view.to_source(0, len(view.text))
            yield Fact(name, value, spans[0][0], spans[-1][1])


class _Written:
    """What was written last, and what is to part it from the next words."""

    __slots__ = ("apart", "blank", "end", "gap", "gap_apart")

    def __init__(self) -> None:
        self.end = -1
        self.gap = ""
        self.blank = (0, 0)
        self.apart = False
        self.gap_apart = False

    def part(self, gap: str) -> None:
        """Part the next words from the last by `gap`, if nothing parts them more."""
        if len(gap) > len(self.gap) or self.gap == " ":
            self.gap = gap
            self.blank = (self.end, self.end)
            self.apart, self.gap_apart = self.apart or self.gap_apart, False

    def words(self, text: str, start: int, end: int) -> Iterator[_Piece]:
        """Copy the words of a range."""
        position = start
        for match in _WORDS.finditer(text, start, end):
            self.space(position, match.start())
            yield from self.joint(text)
            yield (*match.span(), None, self.apart)
            self.apart = False
            self.end = position = match.end()
        self.space(position, end)

    def reference(self, text: str, token: Token) -> Iterator[_Piece]:
        """Write what a reference stands for; one that XML does not know stays."""
        word = text[token.start : token.end]
        known = character(word) if word[1] == "#" or word in _PREDEFINED else None
        yield from self.joint(text)
        yield token.start, token.end, known, self.apart
        self.apart = False
        self.end = token.end

    def space(self, start: int, end: int) -> None:
        """Blanks and line ends of the markup: one blank, and none where a block begins."""
        if start < end and not self.gap:
            self.gap = " "
            self.blank = (start, end)
            self.gap_apart, self.apart = self.apart, False  # what was left out stands before the blank

    def joint(self, text: str) -> Iterator[_Piece]:
        """What parts the words written last from those that come now."""
        gap, self.gap = self.gap, ""
        if gap and self.end >= 0:
            start, end = self.blank
            yield start, end, None if text[start:end] == gap else gap, self.gap_apart
        self.gap_apart = False
