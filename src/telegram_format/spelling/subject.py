"""The SUBJECT line.

Strategy: the portion mark before the words, as formats/state.md B7 has it first, so that a mark at the end of the words
is one of them. Lines break where none begins like a paragraph, a label or the handling sentence.
"""

from __future__ import annotations

import re

from telegram_format.model.telegram import Telegram
from telegram_format.spelling.frame import one_line, refuse
from telegram_format.spelling.marking import begins_with_marking, spell_marking
from telegram_format.spelling.signs import GLUED_LABEL, LABEL_INSIDE, PARAGRAPH_INSIDE, TEXT_LINE
from telegram_format.spelling.wrap import wrap

_LINE = re.compile(
    rf"(?:{TEXT_LINE.pattern} | (?<=-[ ]) | \(?SENSITIVE | SIPDIS | This[ ]is | \([A-Z/]{{1,8}}\) | SUMMARY | Summary)",
    re.VERBOSE,
)
"""What a further line of a subject must not begin with."""

_APART = re.compile(LABEL_INSIDE.pattern.replace("(?: TAGS:", "(?: SENSITIVE (?=[ ]BUT) | TAGS:", 1), re.VERBOSE)
_ENDS_BEFORE = re.compile(
    r"""
      (?i: SENSITIVE[ ]BUT[ ]UNCLAS )                  # the handling sentence
    | [ ] (?: ¶[0-9] | [-=_]{4} )                      # a paragraph, a rule
    | [ ] \( (?:SBU|U|C|S|C/NF|S/NF|SBU/NF) \) [ ] [A-Z][a-z]+ [ ] [^\n]{0,80} [a-z]{2} [ ] [a-z]   # the text, marked
    """,
    re.VERBOSE,
)


def subject_lines(telegram: Telegram, width: int = 70, label: str = "SUBJECT: ") -> list[str]:
    """`SUBJECT: (C) NEW ENVOY`, wrapped. Refuses words that would end the subject, or begin something else."""
    if telegram.subject is None and telegram.subject_marking is None:
        return []
    first = label
    if telegram.subject_marking is not None:
        first += spell_marking(telegram.subject_marking, "subject_marking") + " "
    if telegram.subject is None:
        return [first.rstrip()]
    words = one_line("subject", telegram.subject)
    if telegram.subject_marking is None and (
        begins_with_marking(words) or begins_with_marking(words.rpartition(" ")[2])
    ):
        refuse("subject", "a portion mark at its beginning or end would be read as its marking")
    lines = wrap(words, width, first=first, signs=_LINE, apart=_APART)
    for index, line in enumerate(lines):
        rest = line if index else line[len(label) :]
        ends = GLUED_LABEL.search(rest) or PARAGRAPH_INSIDE.search(f" {rest}") or _ENDS_BEFORE.search(rest)
        if ends is not None:
            refuse("subject", f"it would end before its end: {line[:60]!r}")
        if index and _LINE.match(line) is not None:
            refuse("subject", f"a line of it would be read as another line of the heading: {line[:60]!r}")
    return lines
