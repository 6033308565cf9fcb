"""Signs that worked the machine and say nothing: letters and figures shift, bells, NUL, escape.

ACP 127(G) 114 and 151: shifts stand around the start and the end signal; the bell (figures J and S) stands before ZZ
in FLASH traffic, glued: `JJJJJSSSSSZZ RUEHC`. Strategy: runs of them are marked and lifted out; nothing is parted by
them.
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft

_RUN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]++|(?<![A-Z])J{5}S{0,5}(?=ZZ )|(?<=N{4})[A-Z]{1,8}?(?=V?ZCZC[A-Z])")


def lift_shift_signs(draft: Draft) -> None:
    """Lift out the signs that only the machine reads."""
    cuts = []
    for match in _RUN.finditer(draft.text):
        draft.mark("bell" if match[0][0] in "J\x07" else "shift", *match.span())
        cuts.append(match.span())
    draft.lift(cuts)
