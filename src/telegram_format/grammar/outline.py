"""Parts of a paragraph in an outline: `A.` or `1.A.`, under it `(1)` or `1.A.1.`, under it `(a)`.

SECNAVINST 5216.5 and formats/military.md E2. Strategy: what may be the mark of a part stands at the start of a line and
has a style: letter with a point, figure in parentheses, dash. A mark counts if it goes on in a list that is open, from
the innermost outwards, or begins a list: with A, a or 1, set in or with a second part further on. All else is text:
wrapped lines, initials, names.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.kit import Draft, Path, unfold
from telegram_format.model.body import Paragraph
from telegram_format.model.marking import portion_classification

_MARK = r"""
    (?: (?P<path> [0-9]{1,2}\.[A-Za-z]\. (?:[0-9]{1,2}\.)? )
      | \( (?P<round> [0-9]{1,2} | [A-Za-z] ) \)
      | (?P<word> [0-9]{1,2} | [A-Za-z] ) (?P<sign> [.)] )
      | (?P<dash> -{1,2} | [*•·] ) (?![-=*])
    ) [ \t]++ (?=\S)
"""
_LINE = re.compile(rf"\n (?P<indent> [ \t]*+ ) {_MARK}", re.VERBOSE)
_HERE = re.compile(_MARK, re.VERBOSE)
_PORTION = re.compile(r"\(([A-Z]{1,4}(?:/{1,2}[A-Z ]{1,20})?)\)[ ]++(?=\S)")

_SET_IN = 2
"""Blanks before a mark that begins a list of one part, or a list of dashes."""

_DEEPEST = 8
"""Lists inside each other; no outline has more."""

_GAP = 3
"""How far a letter may be behind the one before it in the same column: lists lose and double letters."""


class _Mark(NamedTuple):
    """What may be the mark of a part: where its line and its text begin, its column, style, place in a list, label."""

    start: int
    first: int
    indent: int
    style: str
    ordinal: int
    label: str | None


class _Part:
    """A part in the making."""

    __slots__ = ("mark", "parts", "text_end")

    def __init__(self, mark: _Mark) -> None:
        self.mark = mark
        self.parts: list[_Part] = []
        self.text_end = 0


def read_outline(draft: Draft, path: Path, start: int, end: int) -> tuple[int, tuple[Paragraph, ...]]:
    """Where the first part begins (or `end`), and the parts, with parts of their own."""
    marks = _marks(draft.text, start, end)
    top = _tree(marks)
    if not top:
        return end, ()
    _set_ends(top, end)
    parts = [
        _paragraph(
            draft, (*path, "paragraphs", index), part, top[index + 1].mark.start if index + 1 < len(top) else end
        )
        for index, part in enumerate(top)
    ]
    return top[0].mark.start, tuple(parts)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """Everything that may be the mark of a part."""
    found = []
    here = _HERE.match(text, start, end)
    if here is not None:
        line_start = text.rfind("\n", 0, start) + 1
        before = text[line_start:start]
        found.append(_mark(here, start, 0 if before.strip() else len(before.expandtabs(4))))
    found += [
        _mark(match, match.start(), len(match["indent"].expandtabs(4))) for match in _LINE.finditer(text, start, end)
    ]
    return found


def _mark(match: re.Match[str], start: int, indent: int) -> _Mark:
    if match["dash"] is not None:
        return _Mark(start, match.end(), indent, match["dash"], 0, None)
    if match["path"] is not None:
        parts = match["path"].rstrip(".").split(".")
        label, style = parts[-1], "1.A.1." if len(parts) > 2 else "1.A."
    elif match["round"] is not None:
        label, style = match["round"], "()"
    else:
        label, style = match["word"], match["sign"]
    if label.isdecimal():
        return _Mark(start, match.end(), indent, style + "1", int(label), label)
    return _Mark(start, match.end(), indent, style + ("A" if label.isupper() else "a"), ord(label.upper()) - 64, label)


def _tree(marks: list[_Mark]) -> list[_Part]:
    """The marks that count, as parts of each other."""
    seconds: dict[str, int] = {mark.style: index for index, mark in enumerate(marks) if mark.ordinal == 2}
    top: list[_Part] = []
    open_parts: list[_Part] = []
    for index, mark in enumerate(marks):
        level = next((i for i in range(len(open_parts) - 1, -1, -1) if _goes_on(open_parts[i].mark, mark)), None)
        if level is not None:
            del open_parts[level:]
        elif not _begins(mark, open_parts, seconds.get(mark.style, -1) > index):
            continue
        part = _Part(mark)
        (open_parts[-1].parts if open_parts else top).append(part)
        open_parts.append(part)
    return top


def _goes_on(before: _Mark, mark: _Mark) -> bool:
    """Whether `mark` is the next part of the list of `before`."""
    if mark.style != before.style:
        return False
    if mark.label is None:
        return mark.indent == before.indent
    same_column = mark.indent == before.indent
    return mark.ordinal == before.ordinal + 1 or (same_column and 0 <= mark.ordinal - before.ordinal <= _GAP)


def _begins(mark: _Mark, open_parts: list[_Part], second: bool) -> bool:
    """Whether `mark` begins a list; one of a style that is open already must be set in further."""
    if len(open_parts) == _DEEPEST:
        return False
    if any(part.mark.style == mark.style and mark.indent <= part.mark.indent for part in open_parts):
        return False
    if mark.label is None:
        return mark.indent >= _SET_IN
    return mark.ordinal == 1 and (mark.indent >= _SET_IN or second)


def _set_ends(parts: list[_Part], end: int) -> None:
    """Say where the text of each part ends: before its own parts, or the next part."""
    for index, part in enumerate(parts):
        stop = parts[index + 1].mark.start if index + 1 < len(parts) else end
        part.text_end = part.parts[0].mark.start if part.parts else stop
        _set_ends(part.parts, stop)


def _paragraph(draft: Draft, path: Path, part: _Part, end: int) -> Paragraph:
    """The paragraph of a part and, in it, of its parts."""
    text = draft.text
    mark = part.mark
    first, marking = mark.first, None
    portion = _PORTION.match(text, first, part.text_end)
    if portion is not None and portion_classification(portion[1]) is not None:
        marking, first = portion[1], portion.end()
    text_end = trimmed(text, first, part.text_end)
    draft.place(path, skipped(text, mark.start, mark.first), max(trimmed(text, first, end), text_end))
    draft.place((*path, "text"), first, text_end)
    if marking is not None and portion is not None:
        draft.place((*path, "marking"), *portion.span(1))
    parts = [
        _paragraph(
            draft,
            (*path, "paragraphs", index),
            inner,
            part.parts[index + 1].mark.start if index + 1 < len(part.parts) else end,
        )
        for index, inner in enumerate(part.parts)
    ]
    return Paragraph(unfold(text[first:text_end]), None, marking, tuple(parts), None, mark.label)
