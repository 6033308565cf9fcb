"""The text: headings, paragraphs, separators.

Strategy: blocks stand apart by empty lines, a heading is underlined. How a block may look depends on what follows it:
a rule below would underline it, the end of the text would make a signature of its last word. And before the first
paragraph number the heading of the telegram may go on, so nothing there may look like it. What no layout can say is
refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from telegram_format.model.body import Block, Heading, Paragraph, Separator
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.ending import service_notes
from telegram_format.spelling.frame import one_line, refuse, shaped
from telegram_format.spelling.paragraphs import Odd, spell_paragraph
from telegram_format.spelling.references import spell_reference
from telegram_format.spelling.signs import (
    CAPTION,
    FORMAT_LINE,
    GLUED_LABEL,
    LABEL,
    LEVEL,
    PARAGRAPH_INSIDE,
    PASSING,
    RECORD,
    looks_like_ending,
    looks_underlined,
)

_SIGN = re.compile(r"[-=_*]")
_RULE = re.compile(r"(?:^|[ \n])[-=_*‐–]{3,}(?=[ \n]|$)")
_NUMBER = re.compile(
    r"[ \t]*(?P<pilcrow>¶ ?)?(?P<number>[0-9]{1,3})(?: ?[.)]+|(?= ?\([A-Z/]{1,6}\)))(?![0-9])"
    r"[ \t]*(?P<mark>\([ ]?[A-Za-z]{1,4}(?:[ ]?/{1,2}[ ]?[A-Z][A-Z ,]{0,30})?(?:[ ]*[-–][ ]*ENTIRE[ ]TEXT)?[ ]?\))?"
)
_LABEL_LINE = re.compile(rf"[ ]*(?:{LABEL})", re.VERBOSE)
_HEADING_LINE = re.compile(
    rf"""
    (?: {FORMAT_LINE} | {LEVEL} | {RECORD} | {CAPTION} | {PASSING} [^a-z]*$
      | (?:\([A-Z]\)[ ])? (?i:This[ ]is[ ]an?[ ]action) | (?:Embassy|Consulate|Mission|Secretary)[ ]
      | [A-Z][a-z]{{2,5}}day,[ ] )
    """,
    re.VERBOSE,
)
"""What is read as a line of the heading without a label, wherever it stands behind the labels."""

_MORE_AUTHORITY = re.compile(r"[a-z]|\((?![A-Z/]{1,6}\))|SONS|REASON|Reason|FOR |PER |1\.[2-7]|E\.O")
_MORE_REFERENCES = re.compile(
    r"(?:¶ ?)?(?:[(\[](?P<letter>[A-Z])[)\]]|[A-Z][.):])(?P<marked> ?[^\n]{0,60}?[a-z]{2,} [a-z])?"
)
_NUMBER_NEXT = re.compile(r"\A(?:[A-Z][A-Za-z]{1,15} ){0,3}[A-Z][A-Za-z]{1,15}(?P<gap> )(?=[0-9])")
_MORE_NUMBERS = re.compile(r"[0-9]{1,7}(?![0-9.)])|(?:[A-Z][A-Za-z]{1,15} ){1,4}[0-9]{1,7}(?![0-9])")
"""What goes on with an authority, or with references, over an empty line."""


def text_lines(telegram: Telegram, width: int = 70) -> list[str]:
    """The text of a telegram, without the notes of the relay at its end, which stand behind the signature."""
    body = telegram.body[: len(telegram.body) - service_notes(telegram.body)]
    apart = _NUMBER_NEXT if _list_is_open(telegram) else None
    lines = body_lines(body, width, signed=bool(telegram.signatures), apart=apart)
    if not lines or (isinstance(body[0], Paragraph) and body[0].number):
        return lines
    if isinstance(body[0], Paragraph) and body[0].marking is not None and _goes_on(telegram, lines[0]):
        lines[0] = re.sub(r"\((\w)\)", r"( \1 )", lines[0], count=1)  # no letter of the references
    if _goes_on(telegram, lines[0]):
        refuse("body[0]", f"it would be read as a part of the heading: {lines[0][:40]!r}")
    return lines


def _goes_on(telegram: Telegram, line: str) -> bool:
    """Whether a line of text would go on with the last part of the heading, over the empty line between."""
    if telegram.classified_by is not None:
        return _MORE_AUTHORITY.match(line) is not None
    if not telegram.references:
        return False
    if _list_is_open(telegram) and _MORE_NUMBERS.match(line) is not None:
        return True
    more = _MORE_REFERENCES.match(line)
    if more is None or (more["letter"] is not None and more["letter"] not in "UCS"):
        return more is not None
    labels = {reference.label for reference in telegram.references}
    return more["letter"] is None or more["marked"] is None or chr(ord(more["letter"]) - 1) in labels


def _list_is_open(telegram: Telegram) -> bool:
    """Whether references stand above the text, and the last of them could go on with a number."""
    if not telegram.references or telegram.classified_by is not None:
        return False
    last = spell_reference(telegram.references[-1])[-1]
    return last.isalpha() or last in ")(,.:"


def body_lines(
    body: Sequence[Block], width: int = 70, *, signed: bool = False, apart: re.Pattern[str] | None = None
) -> list[str]:
    """All blocks, an empty line between two of them.

    `signed` says that a signature stands below; the group `gap` of `apart` is where the first line must end.
    """
    lines: list[str] = []
    numbered = next((i for i, block in enumerate(body) if isinstance(block, Paragraph) and block.number), len(body))
    last = 0
    for index, block in enumerate(body):
        path = f"body[{index}]"
        following = body[index + 1] if index + 1 < len(body) else None
        if isinstance(block, Heading):
            here = spell_heading(block, path, above=index == 0)
            if following is None and not signed and looks_like_ending(block.text):
                refuse(f"{path}.text", "at the end of the text it would be read as a signature")
        elif isinstance(block, Separator):
            here = [shaped(f"{path}.sign", block.sign, _SIGN, "sign of a rule") * 5]
            here += ["", ""] * isinstance(following, Heading)  # or the rule would stand over the heading
        else:
            pilcrow = index == numbered and block.number != 1
            odd = _odd_before(following, signed)
            here = spell_paragraph(block, width, path, pilcrow=pilcrow, odd=odd, apart=apart if index == 0 else None)
            _check_end(here, following, signed, f"{path}.text")
            last = _check_numbers(here, block.number, last, f"{path}.text")
        if index < numbered:
            _check_heading(here, path, first=index == 0)
        lines += ["", *here] if lines else here
    return lines


def spell_heading(heading: Heading, path: str = "heading", *, above: bool = False) -> list[str]:
    """The words and a rule of dashes under them; one `above` too, where asked for or where the words do not look so."""
    words = one_line(f"{path}.text", heading.text)
    if len(words) > 120 or _RULE.search(words) is not None or words.strip("-=_*‐– ") != words:
        refuse(f"{path}.text", f"{words[:40]!r} is no heading")
    rule = "-" * max(3, min(len(words), 69))
    return [words, rule] if looks_underlined(words) and not above else [rule, words, rule]


def _odd_before(following: Block | None, signed: bool) -> Odd | None:
    """What the last line of a paragraph must not look like, by what follows."""
    if following is None:
        return _ends_signed if signed else _ends
    return _underlined if isinstance(following, Separator) else _never


def _never(_lines: list[str]) -> bool:
    return False


def _underlined(lines: list[str]) -> bool:
    return looks_underlined(lines[-1])


def _ends(lines: list[str]) -> bool:
    return looks_like_ending(lines[-1])


def _ends_signed(lines: list[str]) -> bool:
    return lines[-1].isupper() and looks_like_ending(lines[-1])


def _check_end(lines: list[str], following: Block | None, signed: bool, path: str) -> None:
    """Refuse a text that no layout keeps from being taken for something else."""
    if not lines:
        refuse(path, "there is nothing to write")
    if following is None and (_ends_signed(lines) if signed else _ends(lines)):
        refuse(path, f"its last line would be read as a signature: {lines[-1][-40:]!r}")
    if isinstance(following, Separator) and _underlined(lines):
        refuse(path, f"its last line would be read as a heading: {lines[-1][-40:]!r}")


def _check_numbers(lines: list[str], number: int | None, last: int, path: str) -> int:
    """Refuse a line that would be counted as a paragraph; the number that is the last one now."""
    for index, line in enumerate(lines):
        if index == 0 and number is not None:
            last = number
            continue
        match = _NUMBER.match(line)
        if match is None:
            continue
        found = int(match["number"])
        sure = match["mark"] is not None or match["pilcrow"] is not None
        parted = index == 0 or not lines[index - 1]
        if found and (
            last == 0
            or found == last + 1
            or (last + 1 < found <= last + 4 and (sure or parted))
            or (found == last + 11 and found // 10 == 1 and (sure or parted))
            or (match["mark"] is not None and parted)
        ):
            refuse(path, f"a line of it would be read as a paragraph: {line[:40]!r}")
    return last


def _check_heading(lines: list[str], path: str, *, first: bool) -> None:
    """Refuse lines before the first number that would be read as lines of the heading."""
    if first and _HEADING_LINE.match(lines[0][:200]) is not None:
        refuse(path, f"it would be read as a line of the heading: {lines[0][:40]!r}")
    for line in lines:
        inside = GLUED_LABEL.search(line) or PARAGRAPH_INSIDE.search(line)
        if _LABEL_LINE.match(line) is not None or inside is not None:
            refuse(path, f"a line of it would be read as a line of the heading: {line[:40]!r}")
