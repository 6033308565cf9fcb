"""How far the list of a REF line goes.

formats/state.md B8. Strategy: a list ends at an empty line, unless what stands behind it is of the list for certain; a
portion mark before running text looks like the letter of an item, and is told apart by what the list has so far.
"""

from __future__ import annotations

import re

MARKED_TEXT = re.compile(r"\((U|C|S|SBU|LOU|C/NF|S/NF|SBU/NF)\) ?[^\n]{0,60}?[a-z]{2,} [a-z]")
_EMPTY_LINE = re.compile(r"\n(?:[ \t]*+\n)++[ \t]*+")
_GOES_ON = re.compile(r"(?:¶[ ]?)?(?:[(\[][A-Z][)\]]|[A-Z][.):])(?![A-Za-z]{2,}[a-z])")
_NUMBER_NEXT = re.compile(r"[0-9]{1,7}(?![0-9.)])|(?:[A-Z][A-Za-z]{1,15}[ ]){1,4}[0-9]{1,7}(?![0-9])")


def list_end(text: str, start: int, end: int) -> int:
    """The list goes on over an empty line only if a letter follows, or a number whose station stands before it."""
    position = start
    while (empty := _EMPTY_LINE.search(text, position, end)) is not None:
        before = text[max(start, empty.start() - 40) : empty.start()].rstrip()
        letter = None if is_marked_text(text, empty.end(), end, start) else _GOES_ON.match(text, empty.end(), end)
        unfinished = before[-1:].isalpha() and _NUMBER_NEXT.match(text, empty.end(), end) is not None
        open_end = (
            before[-1:] in ")(,.:" and not before[-2:-1].isdecimal() and _NUMBER_NEXT.match(text, empty.end(), end)
        )
        if not text[start : empty.start()].strip() or letter is not None or unfinished or open_end:
            position = empty.end()
            continue
        return empty.start()
    return end


def is_marked_text(text: str, position: int, end: int, start: int) -> bool:
    """Whether running text with a portion mark stands here, and not the item (U), (C) or (S) of the list."""
    match = MARKED_TEXT.match(text, position, end)
    if match is None:
        return False
    letter, items = match[1], text[start:position]
    before = chr(ord(letter[0]) - 1)
    if len(letter) > 1 or f"{letter}. " in items:  # the list has its C. already
        return True
    return not any(f"{before}{sign}" in items for sign in ").:")
