"""The header of a telegram whose page was scanned and recognised: found where a person sees it.

Strategy: the lines are tried one by one until two kinds of format lines stand near each other; there the header
begins. If none of its lines is worn, nothing is done: a regular header is read as it stands. Else a view is made in
which the format lines are put right (`worn_lines`), and what stands between them is left out: stamps of the archive,
notes in the margin, empty lines. What was left out counts as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram_format.grammar.worn_lines import Edit, Worn, worn_line_at
from telegram_format.kit import Draft, Span, View

_LINES = 240
"""How many lines are looked at."""

_NEAR = 8
"""Lines, empty ones not counted, between two format lines of one header."""

_OPENING = frozenset(("start", "routing", "calling", "security", "preamble"))
_LISTS = frozenset(("to", "info"))
_MOST_ADDRESSES = 60

_ADDRESS = re.compile(r"[^A-Za-z0-9\n]{0,3}(?=[^a-z\n]{3})(?=[^\n]{0,12}[A-Z]{3})[^\n]*+")
_ADDRESS_EDGE = re.compile(r"[^A-Za-z0-9\n]{1,3}+")
_MARGIN = re.compile(r"[ ]++(?:[^A-Za-z0-9/( \n]|[^ \n]{0,12}[a-z])[^\n]*+|[^A-Za-z0-9)/.\n]++(?=\n|\Z)")
"""What stands in the margin behind an address: from the first word on that has a small letter or begins with none."""


def read_worn_header(draft: Draft) -> None:
    """Go on reading `draft` with the format lines of a worn header put right; a regular one is left as it is."""
    text = draft.text
    lines, others = find_worn_header(text)
    if not any(line.edits for line in lines) and (not lines or not text[: lines[0].start].strip()):
        return
    edits: list[Edit] = [(0, lines[0].start, "")]
    for line in lines:
        for start, end, word in line.edits:
            if word.strip():
                draft.note("character-repaired", f"{text[start:end]!r} is read as {word!r}", start, end)
        edits += line.edits
    first_address = next((line.start for line in lines if line.kind in _LISTS), lines[-1].end)
    for start, end in others:
        if start < first_address or _ADDRESS.match(text, start, end) is None:
            edits.append((start, min(end + 1, len(text)), ""))
        elif (edge := _ADDRESS_EDGE.match(text, start, end)) is not None:
            edits.append((*edge.span(), ""))
    for start, end in [*((line.start + 3, line.end) for line in lines if line.kind in ("from", "to", "info")), *others]:
        if start >= lines[0].start and (margin := _MARGIN.search(text, start + 1, end)) is not None:
            edits.append((*margin.span(), ""))
    edits += [(match.start(), match.end() - 1, "") for match in _EMPTY.finditer(text, lines[0].start, lines[-1].end)]
    draft.turn_to(View.of_pieces(draft.view, _pieces(edits, len(text))))


_EMPTY = re.compile(r"\n(?:[ \t]*+\n)++")


def _pieces(edits: list[Edit], length: int) -> Iterator[tuple[int, int, str | None, bool]]:
    """The pieces of the view that `edits` make; of two that overlap the first counts."""
    position = 0
    for start, end, word in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start < position:
            continue
        yield position, start, None, False
        if word:
            yield start, end, word, False
        position = end
    yield position, length, None, False


def find_worn_header(text: str) -> tuple[list[Worn], list[Span]]:
    """The format lines from FL1 to FL12, and the other lines between them; none if fewer than two kinds are there."""
    found: list[Worn] = []
    between: list[Span] = []
    others: list[Span] = []
    position = 0
    for _ in range(_LINES):
        if position >= len(text):
            break
        line_end = text.find("\n", position)
        line_end = line_end if line_end >= 0 else len(text)
        line = worn_line_at(text, position, found[-1].kind if found else "") if line_end > position else None
        if line is not None and _goes_on(found, line):
            found.append(line)
            between += others
            others = []
            line_end = line.end
            if line.kind == "level":
                break
        elif text[position:line_end].strip():
            if found:
                others.append((position, line_end))
            if len(others) > (_MOST_ADDRESSES if found and found[-1].kind in _LISTS else _NEAR):
                if _kinds(found) > 1:
                    break
                found, between, others = [], [], []
        position = line_end + 1
    return (found, between) if _kinds(found) > 1 else ([], [])


def is_worn(lines: list[Worn]) -> bool:
    """Whether letters or figures of FL1 to FL5 must be put right, the lines that are all letters and figures."""
    return any(word.strip() for line in lines if line.kind in _OPENING for _, _, word in line.edits)


def _kinds(found: list[Worn]) -> int:
    return len({line.kind for line in found} - {"level", "break"})


def _goes_on(found: list[Worn], line: Worn) -> bool:
    """Whether a line belongs to the header: format lines of the opening stand before FL6, all others behind FL5."""
    if line.kind in _OPENING:
        return not found or found[-1].kind in _OPENING
    return bool(found)
