"""White space around a range."""

from __future__ import annotations


def trimmed(text: str, start: int, end: int, signs: str = " \t\n") -> int:
    """`end`, or where the `signs` before it begin."""
    while end > start and text[end - 1] in signs:
        end -= 1
    return end


def skipped(text: str, start: int, end: int) -> int:
    """`start`, or where the white space behind it ends."""
    while start < end and text[start] in " \t\n":
        start += 1
    return start
