"""The head of each further page of a typed telegram: `-2- 1234, July 1, 8 p.m., from Moscow`.

formats/other.md F1. Strategy: a page head is a line of its own; a level of classification may stand next to it. It is
lifted out together with the empty lines around it where it parts a sentence, alone where a paragraph ends before it.
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft

_LEVEL = "(?: CONFIDENTIAL | SECRET | TOP[ ]SECRET | (?:LIMITED[ ])?OFFICIAL[ ]USE(?:[ ]ONLY)? | UNCLASSIFIED )"
_PAGE = re.compile(
    rf"""
    (?: (?<=\S) | \A ) [ \t]*+ \n (?: [ \t]*+ \n )*+     # from the line before: a run of empty lines is taken once
    (?: [ \t]*+ {_LEVEL} [ \t]*+ \n
        (?: [ \t]*+ \n )*+ )?+
    [ \t]*+ (?:
        -[ ]?[0-9]{{1,2}}[ ]?- [, \t]*+ (?: \#? [0-9]{{1,5}} , [^\n]{{1,60}}? \b(?:from|to|FROM|TO)[ ] [^\n]{{2,40}} )?+
      | [Pp](?:age|AGE) [ ] (?:[0-9]{{1,2}} | two | three | four | five ) [ ] of [ ] telegram [ ] [^\n]{{2,60}}
    ) [ \t]*+ (?= \n )
    (?: \n [ \t]*+ {_LEVEL} [ \t]*+ (?=\n) )?+
    (?: \n [ \t]*+ (?= \n ) )*+
    """,
    re.VERBOSE,
)


def lift_typed_pages(draft: Draft) -> None:
    """Go on reading `draft` without the heads of its further pages."""
    text = draft.text
    cuts = []
    for match in _PAGE.finditer(text):
        start, end = match.span()
        if text[start - 1 : start] in '.?!:;”"':
            end = start + len(match[0].rstrip(" \t\n"))
            start += len(match[0]) - len(match[0].lstrip(" \t\n"))
        draft.mark("page line", match.start(), match.end())
        cuts.append((start, end))
    draft.lift(cuts)
