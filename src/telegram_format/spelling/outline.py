"""The text of a military message: numbered paragraphs with parts inside parts.

SECNAVINST 5216.5 and formats/military.md E2. Strategy: `1.`, under it `A.`, under it `(1)`, each level set in by four
columns, further lines at the margin. The letters and figures of a part say its style together with those above it, so
that no style stands twice. Lines break so that none begins like a paragraph, a part or a set; text that would all the
same be taken for one is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from telegram_format.model.body import Block, Heading, Paragraph, Separator
from telegram_format.spelling.body import spell_heading
from telegram_format.spelling.frame import refuse, running, shaped
from telegram_format.spelling.marking import begins_with_marking, spell_marking
from telegram_format.spelling.sets import set_signs
from telegram_format.spelling.signs import looks_underlined
from telegram_format.spelling.wrap import wrap
from telegram_format.vocab.sets import set_kinds

_STEP = 4
"""Columns from one level to the next."""

_STYLES = {"letter": ("{}. ", "({}) ", "{}) "), "figure": ("({}) ", "{}) ", "{}. "), "dash": ("- ", "* ", "-- ")}
"""How a part of each kind begins; the second where the first stands above it already."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
"""Signs that no code of a teleprinter has, and no text needs: they are left out."""

_LETTER = re.compile(r"[A-Za-z]")
_FIGURE = re.compile(r"[1-9][0-9]?")
_ITEM = re.compile(r"[-*•·]|\(?(?:[0-9]{1,2}|[a-zA-Z])[.)] ")
_SIGN = re.compile(r"[-=_*]")
_RULE = re.compile(r"(?:^|\n)[ \t]*(?:[-=_*‐–]{3,}[ \t]*)+(?=\n|$)")
_PARAGRAPH = re.compile(
    r"[ \t]{0,3}(?:¶ ?)?(?P<number>[0-9]{1,3})(?: ?[.)]|(?= ?\([A-Z/]{1,6}\)))(?![0-9])"
    r"[ \t]*(?P<mark>\([A-Za-z/ ]{1,30}\))?"
)


@cache
def _signs() -> re.Pattern[str]:
    """What a further line must not begin with."""
    return re.compile(
        rf"(?: [0-9]{{1,3}} [ ]? [.)(] | \(? (?:[0-9]{{1,2}}|[A-Za-z]) [.)] | [0-9]{{1,2}}\.[A-Za-z]\. | ¶"
        rf"| [-*•·=_‐–—] | {set_signs().pattern.replace('[ ]?', '[ ]?')} | RELEASED[ ]BY | NNNN | BT[ ] )",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _set_inside() -> re.Pattern[str]:
    """A closing set behind double slants: the text would end before it."""
    names = "|".join(name for name, kind in set_kinds().items() if kind == "closing")
    return re.compile(rf"//\s*(?:{names})[ ]?/", re.IGNORECASE)


def outline_lines(body: Sequence[Block], width: int = 69, first: str = "") -> list[str]:
    """All blocks, an empty line between two of them; `first` stands before the first word."""
    lines: list[str] = []
    last = 0
    if body and isinstance(body[0], Paragraph) and set_signs().match(body[0].text) is not None:
        first += " "
    for index, block in enumerate(body):
        path = f"body[{index}]"
        following = body[index + 1] if index + 1 < len(body) else None
        if isinstance(block, Heading):
            if _PARAGRAPH.match(block.text) is not None or _set_inside().search(block.text) is not None:
                refuse(f"{path}.text", f"{block.text[:40]!r} would be read as more than a heading")
            here = spell_heading(block, path, above=index == 0)
        elif isinstance(block, Separator):
            here = [shaped(f"{path}.sign", block.sign, _SIGN, "sign of a rule") * 5]
            here += ["", ""] * isinstance(following, Heading)
        else:
            here = _paragraph_lines(block, width, path, first if index == 0 else "")
            last = _check_numbers(here, block.number, last, path, first if index == 0 else "")
            if isinstance(following, Separator) and looks_underlined(here[-1]):
                refuse(f"{path}.text", f"its last line would be read as a heading: {here[-1][-40:]!r}")
        if index == 0 and not isinstance(block, Paragraph) and first:
            here = [first, *here]
        lines += ["", *here] if lines else here
    return lines


def _paragraph_lines(paragraph: Paragraph, width: int, path: str, before: str) -> list[str]:
    if not (without_controls(paragraph.text).strip() or paragraph.paragraphs or paragraph.number or paragraph.marking):
        refuse(path, "there is nothing to write")
    first = before
    if paragraph.number is not None:
        if not 1 <= paragraph.number <= 999:
            refuse(f"{path}.number", "paragraphs count from 1 to 999")
        first += f"{paragraph.number}. "
    first += _mark(paragraph, path, numbered=paragraph.number is not None)
    lines = _text_lines(paragraph.text, width, first, f"{path}.text") or [first.rstrip()]
    return lines + _parts_lines(paragraph.paragraphs, width, path, ())


def _parts_lines(parts: tuple[Paragraph, ...], width: int, path: str, above: tuple[str, ...]) -> list[str]:
    """The parts of a paragraph or part; `above` are the kinds of the levels above them."""
    lines: list[str] = []
    indent = " " * _STEP * (len(above) + 1)
    for index, part in enumerate(parts):
        here = f"{path}.paragraphs[{index}]"
        kind = _kind(part, here)
        style = above.count(kind)
        if style >= len(_STYLES[kind]):
            refuse(here, f"no more levels of this kind: {kind}")
        first = indent + _STYLES[kind][style].format(part.label) + _mark(part, here, numbered=False)
        if not without_controls(part.text).strip():
            refuse(f"{here}.text", "a part has text")
        lines += _text_lines(part.text, width, first, f"{here}.text")
        lines += _parts_lines(part.paragraphs, width, here, (*above, kind))
    return lines


def _kind(part: Paragraph, path: str) -> str:
    if part.label is None:
        return "dash"
    if _LETTER.fullmatch(part.label) is not None:
        return "letter"
    shaped(f"{path}.label", part.label, _FIGURE, "letter or figure")
    return "figure"


def _mark(paragraph: Paragraph, path: str, *, numbered: bool) -> str:
    if paragraph.marking is not None:
        return spell_marking(paragraph.marking, f"{path}.marking") + " "
    if begins_with_marking(paragraph.text, numbered=numbered):
        refuse(f"{path}.text", "a portion mark before it would be read as its marking")
    return ""


def _text_lines(text: str, width: int, first: str, path: str) -> list[str]:
    """Running text: one blank between words, a line end before an item, an empty line between blocks."""
    text = without_controls(text)
    if _RULE.search(running(path, text)) is not None:
        refuse(path, "a row of signs in it would be read as a rule")
    if _set_inside().search(text) is not None:
        refuse(path, "the text would end before its end")
    lines: list[str] = []
    for line in text.split("\n"):
        words = " ".join(line.split())
        if not words:
            if lines and lines[-1]:
                lines.append("")
            continue
        before = first
        if lines and lines[-1] and _ITEM.match(words) is None:
            before = "  "  # a line of its own that begins as no item
        lines += wrap(words, width, first=before, signs=_signs())
        first = ""
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _check_numbers(lines: list[str], number: int | None, last: int, path: str, before: str) -> int:
    """Refuse a line that would be counted as a paragraph; the number that is the last one now."""
    for index, line in enumerate(lines):
        line = line.removeprefix(before) if index == 0 else line
        if index == 0 and number is not None:
            last = number
            continue
        match = _PARAGRAPH.match(line)
        if match is None:
            continue
        found = int(match["number"])
        parted = index == 0 or not lines[index - 1]
        sure = match["mark"] is not None or parted
        if found and (last == 0 or found == last + 1 or (last < found <= last + 4 and sure) or match["mark"]):
            refuse(f"{path}.text", f"a line of it would be read as a paragraph: {line[:40]!r}")
    return last


def closed(lines: list[str], width: int = 69) -> list[str]:
    """The lines with double slants behind the last; its last word goes on a line of its own where they do not fit."""
    line = lines[-1] + "//"
    before, _, word = line.rpartition(" ")
    if len(line) <= width or not before.strip() or _signs().match(word) is not None:
        return [*lines[:-1], line]
    return [*lines[:-1], before, word]


def without_controls(text: str) -> str:
    """The text without control signs."""
    return _CONTROL.sub("", text)


def is_outline(parts: Sequence[Paragraph]) -> bool:
    """Whether parts, and theirs, are lists of one style each: from A, a or 1 on, or dashes all of them."""
    labels = [part.label for part in parts]
    if labels and labels[0] is not None:
        first = labels[0]
        if first not in ("A", "a", "1"):
            return False
        count = map(str, range(1, 100)) if first == "1" else map(chr, range(ord(first), ord(first) + 26))
        if labels != [label for label, _ in zip(count, labels, strict=False)]:
            return False
    elif any(labels):
        return False
    return all(is_outline(part.paragraphs) for part in parts)


def says_release(body: Sequence[Block]) -> str | None:
    """Who released the message, if the last paragraph says so: a numbered one, or a line of one that has a number."""
    block: Block | None = body[-1] if body else None
    if not isinstance(block, Paragraph):
        return None
    number = "1. " if block.number is not None and block.marking is None and not block.paragraphs else ""
    while block.paragraphs:
        block = block.paragraphs[-1]
    match = _RELEASED.fullmatch((number + block.text).rpartition("\n")[2])
    return match["name"] if match is not None else None


def says_release_alone(body: Sequence[Block]) -> bool:
    """Whether a line of its own at the end of the text says who released the message: it would be no text."""
    block: Block | None = body[-1] if body else None
    if not isinstance(block, Paragraph):
        return False
    lines = block.text.split("\n")
    lines = lines[1:] if block.number is not None or block.marking is not None else lines
    while block.paragraphs:
        block = block.paragraphs[-1]
        lines = block.text.split("\n")[1:]
    return any(line.lstrip().upper().startswith("RELEASED BY") for line in lines)


_RELEASED = re.compile(r"[0-9]{1,3}[.)] RELEASED BY:? (?P<name>[A-Z].{0,250}?)\.?", re.IGNORECASE)
