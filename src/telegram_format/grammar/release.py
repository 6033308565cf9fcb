"""Who released a message: `RELEASED BY VADM X, N1.//`, the signature of military messages.

formats/military.md E3. Strategy: the last lines. A numbered paragraph that says so stays a paragraph and is the
signature too; a line without a number is nothing but the signature.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.kit import Draft, fold

_RELEASE = re.compile(
    r"[ \t]*+(?P<number>[0-9]{1,3}[.)][ \t]*+)?(?P<words>RELEASED BY:?[ \n]++)(?P<name>[A-Z][^\n])",
    re.IGNORECASE,
)
_EMPTY_LINE = re.compile(r"\n[ \t]*+\n")
_LONGEST = 300
"""Characters; a longer text is no name."""


def read_release(draft: Draft, start: int, end: int) -> int:
    """Read the releasing officers at the end of the text; where the text before them ends."""
    text = draft.text
    names: list[tuple[str, int, int]] = []
    end = trimmed(text, start, end)
    while (match := _last_release(text, start, end)) is not None:
        name_end = end - text.endswith(".", match.start("name"), end)
        names.append((fold(text[match.start("name") : name_end]), match.start("name"), name_end))
        if match["number"] is not None:
            break
        draft.mark("RELEASED BY", match.start("words"), end)
        end = trimmed(text, start, match.start("words"))
    for name, *span in reversed(names):
        draft.add("signatures", name, *span)
    return end


def _last_release(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last line that names a releasing officer, if nothing but the name follows."""
    floor = max(start, end - _LONGEST)
    upper = text[floor:end].upper()
    place = upper.rfind("RELEASED BY")
    if place < 0:
        return None
    line_start = max(text.rfind("\n", start, floor + place) + 1, start)
    match = _RELEASE.match(text, line_start, end)
    if match is None or _EMPTY_LINE.search(text, match.end(), end) is not None:
        return None
    alone = match["number"] is not None or skipped(text, start, line_start) >= line_start
    return match if alone or _EMPTY_LINE.search(text, max(start, line_start - 80), line_start) is not None else None
