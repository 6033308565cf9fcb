"""A telegram rendered as Markdown.

Strategy: the lines of a telegram, as archives print them, with the marks of a rendering: hard breaks in the header and
the heading, links for codes and paragraph numbers, `##` for headings. Signs that Markdown would take for its own are
escaped; a backslash before any of them is what CommonMark 0.31 (2.4) provides. Rules of dashes by themselves stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, zip_longest

from telegram_format.kit import LossRule
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.body import text_lines
from telegram_format.spelling.ending import ending_lines
from telegram_format.spelling.frame import wide_enough
from telegram_format.spelling.header import header_lines
from telegram_format.spelling.heading import heading_lines
from telegram_format.spelling.unsaid import UNSAID

_SIGN = re.compile(r"[\\`*_\[\]<]|&(?=[A-Za-z#])|^[ ]*(?P<start>[#>+~|])")
_RULE = re.compile(r"[-=_*]{3,}")
_NUMBER = re.compile(r"(¶?[0-9]{1,3}\.) ")
_CODE = re.compile(r"(?<=[:,] )[A-Z][A-Z0-9/'-]*(?: [A-Z]+)*(?=,|$| \()")
_ITEM = re.compile(r"--? |[(]?[A-Za-z0-9]{1,2}[.)] |[ ]{2}")


class Markdown:
    """The writer of telegrams rendered as Markdown."""

    name = "markdown"
    reader = "cablegate"
    carrier = "markdown"
    losses: tuple[LossRule, ...] = tuple(LossRule(*row) for row in UNSAID)

    def write(self, telegram: Telegram, /, *, width: int = 70) -> str:
        """The text, lines at most `width` characters before the signs of Markdown are added."""
        wide_enough(width)
        groups = [
            _broken(map(escaped, header_lines(telegram, width))),
            _broken(map(_linked, heading_lines(telegram, width))),
            _rendered(text_lines(telegram, width)),
            _broken(map(escaped, ending_lines(telegram))),
        ]
        return "\n\n".join("\n".join(group) for group in groups if group) + "\n"


def escaped(line: str) -> str:
    """`line` with a backslash before what Markdown would take for its own."""
    return _SIGN.sub(lambda sign: sign[0][:-1] + "\\" + sign[0][-1], line)


def _linked(line: str) -> str:
    """A line of the heading; codes of the TAGS line are links."""
    line = escaped(line)
    return _CODE.sub(r"[\g<0>](#)", line) if line.startswith("TAGS: ") else line


def _broken(lines: Iterable[str]) -> list[str]:
    """Lines with hard breaks between those that stand together."""
    found = list(lines)
    return [line + "  " * bool(line and following) for line, following in zip_longest(found, found[1:], fillvalue="")]


def _rendered(lines: list[str]) -> list[str]:
    """The text: lines that stand together are a heading, a rule or a paragraph."""
    found: list[str] = []
    for filled, group in groupby(lines, key=bool):
        block = list(group)
        if not filled:
            found += block
        elif len(block) == 2 and _RULE.fullmatch(block[1]) is not None:
            found.append(f"## {escaped(block[0])}")
        elif _RULE.fullmatch(block[0]) is not None:
            found += [line if _RULE.fullmatch(line) is not None else escaped(line) for line in block]
        else:
            found += _paragraph(block)
    return found


def _paragraph(block: list[str]) -> list[str]:
    lines = [escaped(line) for line in block]
    number = _NUMBER.match(block[0])
    if number is not None:
        lines[0] = f"[{number[1]}](#) {escaped(block[0][number.end() :])}"
    return [
        line + "  " * (index + 1 < len(block) and _ITEM.match(block[index + 1]) is not None)
        for index, line in enumerate(lines)
    ]
