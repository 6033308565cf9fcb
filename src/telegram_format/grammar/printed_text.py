"""The text of a telegram in print: paragraphs parted by empty lines, numbered or not.

formats/other.md F1, F2. Strategy: what stands below the text is read first, from the end backwards. Then every block
between empty lines is a paragraph with the number it bears; a line by itself in the capitals of a title is a heading.
Words that editors put into brackets are marked.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.grammar.parts import read_parts
from telegram_format.grammar.roles import role_of_heading, role_of_text
from telegram_format.grammar.typed_ending import read_typed_ending
from telegram_format.kit import Draft, unfold
from telegram_format.model.body import Heading, Paragraph, Role
from telegram_format.model.marking import portion_classification

_EMPTY_LINES = re.compile(r"\n(?:[ \t]*+\n)++")
_NUMBER = re.compile(
    r"(?P<number>[0-9]{1,3})[.)](?:[ ]{1,4}|(?=\())(?:\((?P<mark>[A-Z]{1,3}(?:/[A-Z]{2,8})?)\)[ ]++)?(?=\S)"
)
_MARK = re.compile(r"\((?P<mark>[A-Z]{1,3}(?:/[A-Z]{2,8})?)\)[ ]++(?=\S)")
_TITLE_WORD = r"(?:[A-Z0-9][\w'’.,:&/?–-]*+|of|and|the|in|for|on|to|with|a|an|de|[–—&-]+)"
_TITLE = re.compile(rf"[\"“]?(?=[A-Z]){_TITLE_WORD}(?: {_TITLE_WORD}){{0,9}}[\"”]?")
_LONGEST_TITLE = 70
_INSERTION = re.compile(
    r"""
    \[ [^\[\]\n]{0,120}?
    (?: not[ ]declassified | (?i:illegible) | (?i:garble) | omission | deleted | Here[ ]follow | sic\b )
    [^\[\]\n]{0,160}+ \]
    """,
    re.VERBOSE,
)


def read_printed_text(draft: Draft, start: int, end: int) -> None:
    """Read all from `start` on: paragraphs, then what stands below them."""
    end = read_typed_ending(draft, start, end)
    text = draft.text
    position = skipped(text, start, end)
    role: Role | None = None
    while position < end:
        gap = _EMPTY_LINES.search(text, position, end)
        stop = gap.start() if gap is not None else end
        following = skipped(text, gap.end(), end) if gap is not None else end
        stop = trimmed(text, position, stop)
        role = _read_block(draft, position, stop, role, last=following >= end)
        position = following
    for match in _INSERTION.finditer(text, start, end):
        draft.mark("words of the editors", *match.span())


def _read_block(draft: Draft, start: int, end: int, role: Role | None, *, last: bool) -> Role | None:
    """Read a block as a heading or a paragraph; the role that a heading gives to what follows."""
    text = draft.text
    if not last and _is_title(text, start, end):
        words = " ".join(text[start:end].split())
        index = draft.add("body", Heading(words), start, end)
        draft.place(("body", index, "text"), start, end)
        return role_of_heading(words)
    index = len(draft.values.get("body", ()))
    number = _NUMBER.match(text, start, end)
    found = number or _MARK.match(text, start, end)
    mark = found["mark"] if found is not None else None
    first = start
    if found is not None:
        first = found.end()
        if mark is not None and portion_classification(mark) is None:
            first = found.start("mark") - 1
            mark = None
    parts_start, parts = read_parts(draft, ("body", index), first, end)
    text_end = trimmed(text, first, parts_start)
    words = unfold(text[first:text_end])
    counted = int(number["number"]) if number is not None else 0
    draft.add("body", Paragraph(words, counted or None, mark, parts, role_of_text(words) or role), start, end)
    if counted and number is not None:
        draft.place(("body", index, "number"), *number.span("number"))
    if mark is not None and found is not None:
        draft.place(("body", index, "marking"), *found.span("mark"))
    if words:
        draft.place(("body", index, "text"), first, text_end)
    return role


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a block is a line in the capitals of a title, without a sign at its end."""
    short = end - start <= _LONGEST_TITLE and text[end - 1] not in ".,;:!?" and "\n" not in text[start:end]
    return short and _TITLE.fullmatch(text, start, end) is not None
