"""A passage taken out, with what it would leave behind: parentheses, a blank, an empty line."""

from __future__ import annotations

from telegram_format.reading.revision.patch import Edit
from telegram_format.reading.revision.sheet import Place


def cleared(place: Place) -> Edit:
    """The edit that takes `place` out. Where nothing else stands on its lines, they go too."""
    view, start, end = place
    text = view.text
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        start, end = start - 1, end + 1
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = line_end if line_end >= 0 else len(text)
    if not text[line_start:start].strip() and not text[end:line_end].strip(" \t.,;"):
        if text[line_end : line_end + 2] == "\n\n" and text[:line_start][-2:] in ("\n\n", ""):
            line_end += 1  # of two empty lines one is enough
        if line_end < len(text):
            return Edit(view, line_start, line_end + 1, "")
        return Edit(view, max(line_start - 1, 0), line_end, "")
    if text[end : end + 1] == " ":
        return Edit(view, start, end + 1, "")
    return Edit(view, start - (text[start - 1 : start] == " "), end, "")
