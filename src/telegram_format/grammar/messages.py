"""A further military message behind the end sign of the first.

Strategy: what stands behind a line of NNNN and begins like a message (a banner, a one-line header, FL5) is a message
of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from telegram_format.grammar.blanks import skipped
from telegram_format.kit import Draft

_END_SIGN = re.compile(r"(?<![^\n])[ \t]*+N{4}[ \t]*+\n")
_BEGINNING = re.compile(
    r"""
    (?: (?: CLASSIFICATION:[ ] )? (?: UNCLASSIFIED | CUI | CONFIDENTIAL | SECRET )[ ]?/{0,2}[ \t]*+\n[ \t\n]*+ )?
    (?: (?: ROUTINE | PRIORITY | IMMEDIATE | FLASH )[ \t]*+\n
      | ADMINISTRATIVE[ ]MESSAGE
      | [RPOZYM][A-Z]{2}[A-Z][A-Z0-9]{4}[ ]R[A-Z0-9]{6}
      | [RPOZ][ ](?:[RPOZ][ ])?[0-9]{6}Z[ ][A-Za-z]{3}
      | V?ZCZC )
    """,
    re.VERBOSE,
)
_LIMIT = 1000
"""How many messages are set apart at once; what is behind the last of them is set apart when that is read."""


def set_messages_apart(draft: Draft) -> None:
    """Leave to readings of their own whatever further messages the text holds."""
    text = draft.text
    starts = []
    for match in _END_SIGN.finditer(text):
        position = skipped(text, match.end(), len(text))
        if _BEGINNING.match(text, position) is not None:
            starts.append(position)
            if len(starts) == _LIMIT:
                break
    for start, end in pairwise([*starts, len(text)]):
        draft.note("embedded-telegram", "another message begins here", start, min(start + 60, end))
        draft.set_apart(start, end)
    if starts:
        draft.keep(0, starts[0])
