"""A record of `cables.csv`, the file in which the cables of 2010-11 went round.

Strategy: a scanner of our own, for the records must keep their places, and the csv module has a limit on fields that
belongs to the whole process. It steps from special character to special character: in quotes those are the quote and
the backslash, outside the comma, the line end and the backslash. Each field is a list of pieces with its escapes left
out. The file has eight columns and no heading line: comma, quote `"` (doubled or escaped inside), escape `\\`, UTF-8.

Columns before the body that hold no quote and no backslash, as nearly all do, are taken by one pattern.

One source is one record: the first; what follows it is not in the view. The last column takes all to the end of the
record, so that a comma that lost its quotes loses no text. A quote that is never closed goes on to the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram_format.kit import Detection, Fact, Source, View, Wrapped

_Piece = tuple[int, int, str | None, bool]

_COLUMNS = ("identifier", "created", "message_id", "origin", "classification", "references")
"""The columns that are facts; then come the header and the body of the telegram."""
_HEADER = len(_COLUMNS)
_BODY = _HEADER + 1

_START = re.compile(
    r"""
    \ufeff?+ [\r\n]*+
    (?: [0-9]{1,9}+ , | "[0-9]{1,9}+" , )           # running number
    (?P<date> "?+ [0-9]{1,2}+ / [0-9]{1,2}+ / [0-9]{4}+ [ ] [0-9]{1,2}+ : [0-9]{2}+ "?+ , )?+
    """,
    re.VERBOSE,
)
_BEFORE = "\ufeff\r\n"

_QUOTED = re.compile(r'" (?: " | (?= [ \t]*+ (?: [,\r\n] | \Z ) ) ) | \\ [\s\S]', re.VERBOSE)
_QUOTED_BODY = re.compile(r'" (?: " | (?= [ \t]*+ (?: [\r\n] | \Z ) ) ) | \\ [\s\S]', re.VERBOSE)
"""A quote that closes stands at the end of its field; any other single quote is one that was not escaped."""
_BARE = re.compile(r"[,\r\n] | \\ [\s\S]", re.VERBOSE)
_BARE_BODY = re.compile(r"[\r\n] | \\ [\s\S]", re.VERBOSE)

_REGULAR = re.compile(_BODY * r'"([^"\\]*+)",' + '(?=")')
"""The columns before the body, each in quotes, and nothing in them that needs to be left out."""


class WikileaksCsv:
    """The carrier of one record of `cables.csv`.

    The view is the header column, an empty line, and the body column; a source with fewer columns is viewed as a
    whole. The facts are `identifier`, `created`, `message_id`, `origin`, `classification` and `references` (message
    numbers parted by `|`), as printed; an empty column is none.
    """

    name = "wikileaks_csv"

    def detect(self, source: Source) -> Detection:
        found = _START.match(source.text)
        if found is None:
            return Detection(0.0, "does not begin with a number and a comma")
        if found["date"] is None:
            return Detection(0.2, "begins with a number and a comma")
        return Detection(1.0, "begins with a number and a date, as a record of cables.csv does")

    def open(self, source: Source) -> Wrapped:
        text = source.text
        start = len(text) - len(text.lstrip(_BEFORE)) if text[:1] in _BEFORE else 0
        regular = _REGULAR.match(text, start)
        if regular is not None:
            body: list[_Piece] = []
            _bare(text, _quoted(text, regular.end() + 1, _QUOTED_BODY, body), _BARE_BODY, body)
            header: list[_Piece] = []
            _copy(header, *regular.span(_BODY))
            return Wrapped(View.of_pieces(source, _joined(header, body)), tuple(_regular_facts(regular)))
        fields = list(_fields(text, start))
        facts = (fact for name, pieces in zip(_COLUMNS, fields, strict=False) for fact in _fact(source, name, pieces))
        view = View.whole(source)
        if len(fields) > _BODY:
            view = View.of_pieces(source, _joined(fields[_HEADER], fields[_BODY]))
        return Wrapped(view, tuple(facts))

    def escape(self, words: str) -> str:
        """`words` as a column holds them: a backslash before a quote or a backslash."""
        return words.replace("\\", "\\\\").replace('"', '\\"')


def _regular_facts(record: re.Match[str]) -> list[Fact]:
    """The facts of columns that are plain text."""
    facts = []
    for group, name in enumerate(_COLUMNS, 1):
        word = record[group].strip()
        if word:
            start = record.string.index(word, record.start(group))
            facts.append(Fact(name, word, start, start + len(word)))
    return facts


def _fields(text: str, position: int) -> Iterator[list[_Piece]]:
    """The fields of the record that begins at `position`, each as its pieces, none of them empty."""
    column = 0
    more = True
    while more:
        quoted, bare = (_QUOTED, _BARE) if column < _BODY else (_QUOTED_BODY, _BARE_BODY)
        pieces: list[_Piece] = []
        if text.startswith('"', position):
            position = _quoted(text, position + 1, quoted, pieces)
        position, more = _bare(text, position, bare, pieces)
        yield pieces
        column += 1


def _quoted(text: str, start: int, specials: re.Pattern[str], pieces: list[_Piece]) -> int:
    """Take what stands in quotes from `start` on; the place behind the closing quote, or the end.

    What all of `specials` begin with is looked for by `find`: a search for a pattern looks at every character.
    """
    quote, slash = text.find('"', start), text.find("\\", start)
    while quote >= 0 or slash >= 0:
        here = quote if slash < 0 or 0 <= quote < slash else slash
        special = specials.match(text, here)
        behind = here + 1
        if special is not None:
            _copy(pieces, start, here)
            if special.end() == behind:
                return behind
            start = behind  # of a doubled quote or an escape the second character is the text
            behind += 1
        if 0 <= quote < behind:
            quote = text.find('"', behind)
        if 0 <= slash < behind:
            slash = text.find("\\", behind)
    _copy(pieces, start, len(text))
    return len(text)


def _bare(text: str, start: int, specials: re.Pattern[str], pieces: list[_Piece]) -> tuple[int, bool]:
    """Take what stands outside of quotes; the place of the next field, and whether there is one."""
    for special in specials.finditer(text, start):
        here, behind = special.span()
        _copy(pieces, start, here)
        if behind - here == 1:
            return behind, special[0] == ","
        start = here + 1
    _copy(pieces, start, len(text))
    return len(text), False


def _copy(pieces: list[_Piece], start: int, end: int) -> None:
    if start < end:
        pieces.append((start, end, None, False))


def _joined(header: list[_Piece], body: list[_Piece]) -> list[_Piece]:
    """Header and body; the empty line stands at the end of the header, and spans are parted behind it."""
    if not header or not body:
        return header or body
    start, end, stand_in, _ = body[0]
    behind = header[-1][1]
    return [*header, (behind, behind, "\n\n", False), (start, end, stand_in, True), *body[1:]]


def _fact(source: Source, name: str, pieces: list[_Piece]) -> Iterator[Fact]:
    view = View.of_pieces(source, pieces)
    word = view.text.strip()
    if word:
        start = view.text.index(word)
        spans = view.to_source(start, start + len(word))
        yield Fact(name, word, spans[0][0], spans[-1][1])
