"""What would break the frame of a telegram, and what a single value must be so as not to.

Strategy: one value at a time, before it is written. A value stands on one line or is running text; a control sign, a
line end where none belongs, or words that stand for a part of the frame are refused with the path of the value. What
merely reads back differently (two blanks, small letters) is not refused: that is a loss.
"""

from __future__ import annotations

import re
from typing import NoReturn

from telegram_format.errors import SerializationError
from telegram_format.spelling.signs import GLUED_LABEL, PARAGRAPH_INSIDE

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""Signs that end a line somewhere, or are no text: controls, other line ends, a byte order mark, lone surrogates."""

_FRAME = re.compile(
    r"""
      (?P<start> V?ZCZC [ ]? [A-Z]{3} [0-9]{3}
        | /(?:19|20)[0-9]{2} [ ] [0-9]{1,2}:[0-9]{2} [, "]++ [0-9]{2}[A-Z0-9]{3} )
    | (?P<end> &\#[0-9xX] | \\ (?=\s|$) )
    | (?P<page> [0-9]{8} \s+ [0-9]{3} (?:\.[0-9])? \s+ OF \s+ [0-9]{2}
        | PAGE [ ] [0-9]{2} \s+ [A-Z] [^.]{0,80} [0-9]{6}Z
        | SECTION [ ] [0-9]{1,2} [ ] OF [ ] [0-9]{1,2} [ ]{1,3} [A-Z] [A-Z .']{1,30} [0-9]{3} )
    """,
    re.VERBOSE,
)
_STANDS_FOR = {
    "start": "the start of a message",  # ACP 127(G) 151, and the rows of exports
    "end": "a line end in other signs",
    "page": "a mark between pages or sections",
}


def refuse(path: str, reason: str) -> NoReturn:
    """Raise `SerializationError` for the value at `path`."""
    raise SerializationError(path, reason)


def wide_enough(width: int) -> int:
    """`width`, which is 40 characters at least: labels and numbers must stand on one line with their values."""
    return width if width >= 40 else refuse("", "lines have 40 characters at least")


def one_line(path: str, value: str) -> str:
    """`value` folded to single blanks. Refuses an empty one, line ends, control signs and the start of a message."""
    if "\n" in value or "\r" in value:
        refuse(path, "a line end would begin another line of the telegram")
    folded = " ".join(running(path, value).split())
    return folded or refuse(path, "nothing to write")


def in_heading(path: str, value: str) -> str:
    """As `one_line`, for a value of the heading: refuses one that holds a label or the number of a paragraph too."""
    words = one_line(path, value)
    if GLUED_LABEL.search(f" {words}") is not None or PARAGRAPH_INSIDE.search(f" {words}") is not None:
        refuse(path, f"{words[:40]!r} holds a label of the heading, or the number of a paragraph")
    return words


def running(path: str, value: str) -> str:
    """Running text, which may have line ends. Refuses control signs, the start of a message, marks of pages."""
    found = _CONTROL.search(value)
    if found is not None:
        refuse(path, f"the sign U+{ord(found[0]):04X} is no text")
    found = _FRAME.search(value)
    if found is not None:
        refuse(path, f"{found[0][:40]!r} stands for {_STANDS_FOR[found.lastgroup or '']}")
    return value


def shaped(path: str, value: str, shape: re.Pattern[str], what: str) -> str:
    """`value` as it is, if all of it has `shape`; `what` says what it should be."""
    if shape.fullmatch(value) is None:
        refuse(path, f"{value[:40]!r} is no {what}")
    return value
