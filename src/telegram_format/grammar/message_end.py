"""What stands behind the text of a military message: BT, the validation number, NNNN, banners.

ACP 127(G) FL13 to FL16; formats/military.md E1 and E5. Strategy: from the end backwards, line by line, and behind the
last double slants inside a line: gateways fold `…, N1.// BT #0001` together.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import trimmed
from telegram_format.kit import Draft

_LINE = re.compile(
    r"""
    [ \t]*+ (?:
        (?: (?:BT[ ]*+)? \# (?P<validation> [0-9]{4} )? | BT | QUIT ) (?: [ ]*+ N{4} )?
      | N{3,6}
      | (?: CLASSIFICATION:[ ]? )? (?: UNCLASSIFIED | CUI | CONFIDENTIAL | SECRET | TOP[ ]SECRET )
        [ ]?/{0,2} (?: FOR[ ]OFFICIAL[ ]USE[ ]ONLY (?: // )? )?
      | RTD:[0-9]{3}-[0-9]{3}/COPIES: [ ]*+
      | <?(?:EOM|END[ ]OF[ ]MESSAGE)>?
    ) [ \t]*+
    """,
    re.VERBOSE,
)
_BEHIND_SLANTS = re.compile(r"//[ \t]*+(?P<end>BT(?:[ ]*+\#[0-9]{4})?(?:[ ]*+N{4})?)[ \t]*+")


def read_message_end(draft: Draft, start: int, end: int) -> int:
    """Read the lines behind the text; where the text ends."""
    text = draft.text
    while True:
        end = trimmed(text, start, end)
        line_start = max(text.rfind("\n", start, end) + 1, start)
        match = _LINE.fullmatch(text, line_start, end) if end > line_start else None
        if match is None:
            break
        draft.mark("end", line_start, end)
        if match["validation"] is not None:
            draft.put("validation", match["validation"], *match.span("validation"))
        end = line_start
    slants = text.rfind("//", line_start, end)
    match = _BEHIND_SLANTS.fullmatch(text, slants, end) if slants >= 0 else None
    if match is None:
        return end
    draft.mark("end", *match.span("end"))
    figures = match["end"].find("#")
    if figures >= 0:
        first = match.start("end") + figures + 1
        draft.put("validation", text[first : first + 4], first, first + 4)
    return slants + 2
