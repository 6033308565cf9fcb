"""How many columns a text takes on a terminal.

Strategy: ASCII counts itself; else East Asian wide and full-width characters take two columns, marks that combine
with the character before take none, all else one (Unicode Standard Annex 11). The text is visible already.
"""

from __future__ import annotations

from unicodedata import category, east_asian_width


def width(text: str) -> int:
    """The columns of `text`, which holds no control characters."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in ("Mn", "Me") else 1
