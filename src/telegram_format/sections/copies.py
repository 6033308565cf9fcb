"""Which of several copies of one section counts.

ACP 127(G) 424: a corrected copy is a full retransmission; it says so in a caption (`CORRECTED COPY`) or in a signal
(ZFR, ZDK, ZEL, ZOJ). Strategy: a copy that calls itself corrected counts before one that does not, a later one before
an earlier one. Copies that differ only in how they travelled say the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from telegram_format.diagnostics.codes import severity
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.difference import differences
from telegram_format.model.telegram import Telegram

_CORRECTION = re.compile(r"CORRECTED COPY|Z(?:FR|DK|EL|OJ)(?![A-Z])")

_TRAVEL = ("transmission", "attributes", "validation", "captions")
"""What may differ in copies of one text. Captions: `CORRECTED COPY` may be all that was corrected."""


def chosen(copies: Sequence[Telegram], name: str) -> tuple[Telegram, list[Diagnostic]]:
    """The copy that counts, of those of one section in the order of their arrival, and what is to be told of it.

    `name` is what the section is called in messages.
    """
    best = copies[0]
    told: list[Diagnostic] = []
    for copy in copies[1:]:
        other = copy
        if _corrected(copy) >= _corrected(best):
            best, other = copy, best
        changed = [str(found) for found in differences(other, best) if not found.path.startswith(_TRAVEL)]
        if changed:
            what = f"{name} is here again with another text: {'; '.join(changed[:5])}"
            what += f"; and {len(changed) - 5} more" * (len(changed) > 5)
            told.append(Diagnostic("section-corrected", severity("section-corrected"), what, None, "section"))
        else:
            told.append(Diagnostic("section-doubled", severity("section-doubled"), f"{name} is here twice"))
    return best, told


def _corrected(telegram: Telegram) -> bool:
    """Whether a copy calls itself corrected."""
    signals = telegram.transmission.signals if telegram.transmission is not None else ()
    words = (*telegram.captions, *signals, telegram.attributes.get("instructions", ""))
    return any(_CORRECTION.search(word) is not None for word in words)
