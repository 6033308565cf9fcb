"""What stands below the text of a typed or printed telegram: group marking, signature, initials, drafter, banner.

formats/other.md F1. Strategy: from the end backwards, for only the last lines are regular. A signature is a line by
itself with an empty one above, or a surname in capitals right below the text.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.grammar.source_note import PRINTED_LEVELS
from telegram_format.kit import Draft

_NAME = re.compile(
    r"""
    (?: /s/[ ] )? (?= [A-Z] ) (?: [A-Z][\w'’.-]*+ )
    (?: ,? [ ] (?: [A-Z][\w'’.-]*+ | de | la | von | van | der | del ) ){0,4}
    (?: [ ]? \( [A-Za-z ]{1,20} \) )?
    """,
    re.VERBOSE,
)
_NO_NAME = frozenset(("END", "End", "COMMENT", "SUMMARY"))
_GROUP = re.compile(r"(?<![\w-])G(?:rou)?P[ –-]?([1-4])(?![0-9])[.]?", re.IGNORECASE)
_INITIALS = re.compile(
    r"[ \t]*+([A-Z]{1,4}(?:[:/][A-Za-z]{1,4}){0,2}[:/][A-Za-z0-9]{1,4}|[A-Z]{2,4}:[a-z]{2,4})[ \t]*+(?=\n|\Z)"
)
_LONGEST_NAME = 60
_FOOT = re.compile(
    r"""
    \n [ \t]*+ (?: Drafted[ ]by | Clearances? [ ]?: | Telegraphic[ ]transmission | Approved[ ]by | Authorized[ ]by
      | DRAFTED[ ]BY | CLEARANCES? [ ]?: | TELEGRAPHIC[ ]TRANSMISSION )
    """,
    re.VERBOSE,
)
_FOOT_REACH = 1500
_SURNAME = re.compile(r"(?!END\b|UNQUOTE\b|UNQTE\b|QUOTE\b)[A-Z][A-Z'’-]{2,20}")


def read_typed_ending(draft: Draft, start: int, end: int) -> int:
    """Read what stands below the text from the end backwards; where the text ends."""
    text = draft.text
    end = trimmed(text, start, end)
    foot = _FOOT.search(text, max(start, end - _FOOT_REACH), end)
    if foot is not None:
        first = skipped(text, foot.start(), end)
        draft.attribute("drafting", " ".join(text[first:end].split()), first, end)
        end = trimmed(text, start, foot.start())
    end = _read_banner(draft, start, end)
    line = _last_line(text, start, end)
    if (initials := _INITIALS.fullmatch(text, line, end)) is not None and line > start:
        draft.attribute("initials", initials[1], *initials.span(1))
        end = trimmed(text, start, line)
    end = _read_group(draft, start, _read_signature(draft, start, end))
    line = _last_line(text, start, end)
    if line > start and text[line:end].strip() == "END":
        draft.mark("end of text", line, end)
        end = trimmed(text, start, line)
    return end


def _last_line(text: str, start: int, end: int) -> int:
    return max(text.rfind("\n", start, end) + 1, start)


def _read_banner(draft: Draft, start: int, end: int) -> int:
    """The classification, repeated at the foot of the page."""
    line = _last_line(draft.text, start, end)
    if line > start and draft.text[line:end].strip(" *").lower() in PRINTED_LEVELS:
        draft.mark("banner", line, end)
        return trimmed(draft.text, start, line)
    return end


def _read_signature(draft: Draft, start: int, end: int) -> int:
    text = draft.text
    line = _last_line(text, start, end)
    words = text[line:end].strip()
    if line <= start or not _is_name(words):
        return end
    above = text[_last_line(text, start, line - 1) : line - 1].strip()
    if above and _SURNAME.fullmatch(words) is None:
        return end
    first = skipped(text, line, end)
    draft.add("signatures", " ".join(words.split()), first, end)
    return trimmed(text, start, line)


def _read_group(draft: Draft, start: int, end: int) -> int:
    """`GP-3`: the group of automatic downgrading, E.O. 10501 as of 1961."""
    group = _GROUP.search(draft.text, max(start, end - 8), end)
    if group is None or group.end() != end:
        return end
    draft.attribute("downgrading_group", group[1], *group.span(1))
    draft.mark("group marking", *group.span())
    return trimmed(draft.text, start, group.start())


def _is_name(line: str) -> bool:
    line = line[1:-1] if line[:1] == "[" and line[-1:] == "]" else line  # supplied by the editors
    return len(line) <= _LONGEST_NAME and _NAME.fullmatch(line) is not None and line.split(" ")[0] not in _NO_NAME
