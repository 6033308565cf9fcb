"""What would break the frame of a telegram, and what a single value must be so as not to.

Strategy: one value at a time, before it is written. A value stands on one line or is running text; a control sign, a
line end where none belongs, or words that stand for a part of the frame are refused with the path of the value. What
merely reads back differently (two blanks, small letters) is not refused: that is a loss.
"""

from __future__ import annotations

import re
from typing import NoReturn

from telegram_format.errors import SerializationError

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
"""Signs that end a line somewhere, or are no text: controls, other line ends, a byte order mark, lone surrogates."""

_FRAME = re.compile(r"V?ZCZC ?[A-Z]{3}[0-9]{3}|&#[0-9xX]|\\[ \t]*(?:\n|$)")
"""The start of another message [ACP 127(G) 151]; what readers take for a line end written in other signs."""


def refuse(path: str, reason: str) -> NoReturn:
    """Raise `SerializationError` for the value at `path`."""
    raise SerializationError(path, reason)


def one_line(path: str, value: str) -> str:
    """`value` folded to single blanks. Refuses an empty one, line ends, control signs and the start of a message."""
    if "\n" in value or "\r" in value:
        refuse(path, "a line end would begin another line of the telegram")
    folded = " ".join(running(path, value).split())
    return folded or refuse(path, "nothing to write")


def running(path: str, value: str) -> str:
    """Running text, which may have line ends. Refuses control signs and the start of a message."""
    found = _CONTROL.search(value)
    if found is not None:
        refuse(path, f"the sign U+{ord(found[0]):04X} is no text")
    found = _FRAME.search(value)
    if found is not None:
        what = "the start of a message" if "ZCZC" in found[0] else "a line end in other signs"
        refuse(path, f"{found[0]!r} stands for {what}")
    return value


def shaped(path: str, value: str, shape: re.Pattern[str], what: str) -> str:
    """`value` as it is, if all of it has `shape`; `what` says what it should be."""
    if shape.fullmatch(value) is None:
        refuse(path, f"{value[:40]!r} is no {what}")
    return value
