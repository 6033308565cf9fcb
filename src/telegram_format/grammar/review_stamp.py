"""The stamp of the systematic review: `Declassified/Released US Department of State EO Systematic Review 30 JUN 2005`.

formats/nara.md C3. It stands inside the text, at page breaks and in the middle of lines, sometimes twice, with or
without the name of the reviewing officer, and may be broken between any two words. Strategy: found by its first word,
then one bounded pattern behind it; the name is looked for on its left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram_format.kit import Draft, Span, fold

_WORD = "Declassified/Released"
_STAMP = re.compile(
    rf"""
    {_WORD} [ \n]{{1,9}}+ US [ \n]{{1,9}}+ Department [ \n]{{1,9}}+ of [ \n]{{1,9}}+ State [ \n]{{1,9}}+
    EO [ \n]{{1,9}}+ Systematic [ \n]{{1,9}}+ Review [ \n]{{1,9}}+
    (?P<date> [0-9]{{1,2}} [ \n]{{1,9}}+ [A-Za-z]{{3}} [ \n]{{1,9}}+ [0-9]{{4}} ) (?![0-9])
    """,
    re.VERBOSE,
)
_NAME = re.compile(r"(?<![A-Za-z])(?P<name>[A-Z][a-z]{1,20}[ \n]{1,4}[A-Z]\.[ \n]{1,4}[A-Z][a-z]{1,20})[ \n]{1,9}\Z")
_NAME_LENGTH = 60


def review_stamps(draft: Draft) -> Iterator[Span]:
    """The ranges of the stamps, in order; the first one gives `released_on` and `released_by`."""
    text = draft.text
    position = text.find(_WORD)
    while position >= 0:
        match = _STAMP.match(text, position)
        if match is None:
            position = text.find(_WORD, position + len(_WORD))
            continue
        base = max(position - _NAME_LENGTH, 0)
        name = _NAME.search(text[base:position])
        if "released_on" not in draft.attributes:
            draft.attribute("released_on", fold(match["date"]), *match.span("date"))
            if name is not None:
                span = name.span("name")
                draft.attribute("released_by", fold(name["name"]), base + span[0], base + span[1])
        yield base + name.start("name") if name is not None else position, match.end()
        position = text.find(_WORD, match.end())
