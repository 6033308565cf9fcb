"""Text of a telegram as words on one line."""

from __future__ import annotations


def one_line(text: str) -> str:
    """`text` with a blank for all that is not printable (line ends, control and format characters), blanks single."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
