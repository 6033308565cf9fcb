"""Parts of a paragraph: lettered ones, and items behind dashes or bullets.

formats/state.md B10: `A. (C)`, `-- `, `- (C) `, bullets. Strategy: parts begin at the start of a line; a single dash
or letter counts only if another follows or an empty line stands before it, for wrapped text may begin a line so.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import trimmed
from telegram_format.kit import Draft, Path, unfold
from telegram_format.model.body import Paragraph
from telegram_format.model.marking import portion_classification

_PART = re.compile(
    r"""
    \n [ \t]*+ (?:
        (?P<dash> -{1,2} | [*•·] | o(?=[ ]{2}) ) [ ]*+ (?![-=*]) (?: (?P<after> [A-Za-z] ) [.)] [ ] )?
      | [(]? (?P<letter> [A-Za-z] ) [.)] [ ]++ (?=[(A-Z"“])
    ) [ ]*+
    (?: \( (?P<mark> [A-Z]{1,4} (?:/{1,2}[A-Z ]{1,20})? ) \) [ ]*+ )?
    (?=\S)
    """,
    re.VERBOSE,
)


def read_parts(draft: Draft, path: Path, start: int, end: int) -> tuple[int, tuple[Paragraph, ...]]:
    """Where the first part begins (or `end`), and the parts."""
    text = draft.text
    if text.find("\n", start, end) < 0:
        return end, ()
    found = list(_PART.finditer(text, start, end))
    if not found or not _is_list(text, found):
        return end, ()
    parts = []
    for index, match in enumerate(found):
        part_end = found[index + 1].start() if index + 1 < len(found) else end
        first = match.end()
        part_end = trimmed(text, first, part_end)
        mark = match["mark"]
        if mark is not None and portion_classification(mark) is None:
            mark = None
            first = match.start("mark") - 1
        label = match["letter"] or match["after"]
        parts.append(Paragraph(unfold(text[first:part_end]), None, mark, (), None, label))
        here = (*path, "paragraphs", index)
        draft.entries.append((here, match.start() + 1, part_end))
        draft.entries.append(((*here, "text"), first, part_end))
    return found[0].start(), tuple(parts)


def _is_list(text: str, found: list[re.Match[str]]) -> bool:
    """Whether these are parts and not the accidents of wrapping."""
    first = found[0]
    if first["letter"] is not None:
        return first["letter"] in "Aa1" and len(found) > 1
    return len(found) > 1 or first["dash"] == "--" or text[first.start() - 1 : first.start()] == "\n"
