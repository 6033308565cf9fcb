"""The SUBJECT line.

formats/state.md B7. Strategy: the value goes on over line ends until an empty line, a rule of dashes, a paragraph, the
handling sentence or the next label. A portion mark before or behind it is its marking.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.kit import Draft, fold
from telegram_format.model.marking import portion_classification

_END = re.compile(
    r"""
      \n [ \t]*+ (?= \n                                    # an empty line
        | [-=_*‐]{4,}                                      # a rule
        | ¶ | [0-9]{1,2} [.)] [ (]                         # a paragraph
        | \(?SENSITIVE | SIPDIS | (?:UNCLAS|CONFIDENTIAL|SECRET)
        | This[ ]is[ ]an? | \([A-Z/]{1,8}\)[ ] | SUMMARY | Summary
        | C[ ]L[ ]A[ ]S | REFTEL | QUOTE[ ]?: )
    | [ ]++ (?= (?i:SENSITIVE[ ]BUT[ ]UNCLAS)
        | \((?:SBU|U|C|S|C/NF|S/NF|SBU/NF)\)[ ][A-Z][a-z]+[ ][^\n]{0,80}[a-z]{2}[ ][a-z]   # the text, marked
        | ¶[0-9] | [-=_]{4,} )
    """,
    re.VERBOSE,
)
_LEADING_MARK = re.compile(r"\(([A-Z]{1,4}(?:/{1,2}[A-Z ]{1,20})?)\)[ ]*+")
_TRAILING_MARK = re.compile(r"[ \n]\(([A-Z]{1,4}(?:/{1,2}[A-Z ]{1,20})?)\)$")
_HYPHENATED = re.compile(r"(?<=[A-Za-z.])- ?\n[ \t]*+(?=[A-Za-z])")


def read_subject(draft: Draft, _label: int, start: int, end: int) -> int:
    """Read the value of a SUBJECT line; where it ends."""
    text = draft.text
    start = skipped(text, start, end)
    stop = _END.search(text, start, end)
    value_end = stop.start() if stop is not None else end
    position = value_end
    value_end = trimmed(text, start, value_end)
    mark = _LEADING_MARK.match(text, start, value_end) if text.startswith("(", start) else None
    if mark is not None and portion_classification(mark[1]) is not None:
        draft.put("subject_marking", mark[1], *mark.span(1))
        draft.marks.append(("parentheses", *mark.span()))
        start = mark.end()
    elif text.endswith(")", start, value_end):
        mark = _TRAILING_MARK.search(text, max(start, value_end - 30), value_end)
        if mark is not None and portion_classification(mark[1]) is not None:
            draft.put("subject_marking", mark[1], *mark.span(1))
            draft.marks.append(("parentheses", *mark.span()))
            value_end = mark.start()
    value = text[start:value_end]
    value = fold(_HYPHENATED.sub("-", value) if "-" in value else value)
    if value:
        draft.put("subject", value, start, value_end)
    return position
