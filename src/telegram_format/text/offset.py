"""The way back from bytes to characters, for spans that return to the library.

Strategy: the way from characters to bytes is known and only grows, so the way back is a search by bisection in it.
"""

from __future__ import annotations

from bisect import bisect_right

from telegram_format.text.source import Source, Span


def character_offset(source: Source, byte: int) -> int:
    """The character of `source.text` in which the byte lies; the length of the text for a byte at its end."""
    if len(source.data) == len(source.text):
        return min(byte, len(source.text))
    return bisect_right(range(len(source.text) + 1), byte, key=source.byte_offset) - 1


def character_span(source: Source, span: Span) -> Span:
    """The span in characters of a span in bytes."""
    return character_offset(source, span[0]), character_offset(source, span[1])
