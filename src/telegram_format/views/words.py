"""What two texts say differently, word by word; the blank behind a word is part of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from telegram_format.views.alignment import aligned

_WORD = re.compile(r"\S++\s*+|\s++")


class Wording(NamedTuple):
    """A part of two texts: what stands in the first and what in the second."""

    before: str
    after: str


def word_changes(before: str, after: str) -> list[Wording]:
    """The texts in parts; those before joined are `before`, those after joined are `after`."""
    one, other = _WORD.findall(before), _WORD.findall(after)
    return [
        Wording("".join(one[slice(*stretch.before)]), "".join(other[slice(*stretch.after)]))
        for stretch in aligned(one, other)
    ]
