"""Words held to the width of the lines around them.

Strategy: the words of an edit are laid out from the column where they begin; a blank becomes a line end where the next
word would go over the width. What stands behind the edit on its line goes to a new line if it no longer fits, and is
otherwise left alone.
"""

from __future__ import annotations

from telegram_format.reading.revision.patch import Edit


def wrapped(edit: Edit, width: int | None) -> Edit:
    """`edit` with line ends for blanks so that its lines keep to `width` characters; itself where none does."""
    view, start, end, words = edit
    if width is None or not words:
        return edit
    text = view.text
    column = start - (text.rfind("\n", 0, start) + 1)
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    follower = rest.split(" ", 1)[0]
    lines: list[str] = []
    for line in words.split("\n"):
        pieces = line.split(" ")
        laid = pieces[0]
        column += len(pieces[0])
        for piece in pieces[1:]:
            if piece and column + 1 + len(piece) > width and column > 0:
                laid += f"\n{piece}"
                column = len(piece)
            else:
                laid += f" {piece}"
                column += 1 + len(piece)
        lines.append(laid)
        column = 0
    laid = "\n".join(lines)
    column = len(laid) - (laid.rfind("\n") + 1)
    if "\n" not in laid:
        column += start - (text.rfind("\n", 0, start) + 1)
    if rest[:1] == " " and rest.strip() and column + len(rest.rstrip()) > width:
        return Edit(view, start, end + len(rest) - len(rest.lstrip(" ")), f"{laid}\n")
    if not rest[:1].isspace() and follower and column + len(follower) > width and laid.endswith(" "):
        return Edit(view, start, end, f"{laid[:-1]}\n")
    return Edit(view, start, end, laid)
