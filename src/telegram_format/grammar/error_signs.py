"""The error sign: eight times E, and what it takes back.

ACP 127(G) 211 and 424. The operator sends the sign, then again from the last right word on: `6020 INFR E E E E E E E E
6020 INFORMATION`. Copies have six to many E, with blanks or without. Strategy: runs of E are taken as wholes, so that
none is looked at twice; what is taken back, with the sign, is lifted out. Where AR follows, or nothing but the end
sign, the transmission is void: this is told, and the text stays.
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft, Span

_RUN = re.compile(r"(?<![A-Za-z0-9])E(?:[ \n]?E)*+")
_LEAST = 6
_WORDS_BACK = 6
"""How many words the operator goes back at most."""

_VOID = re.compile(r"[ \n]*+AR(?![A-Z0-9])|[ \n]*+(?:NNNN|\Z)")
_WORD = re.compile(r"[^ \n]++")


def lift_error_signs(draft: Draft) -> None:
    """Lift out what error signs take back; tell of a transmission that was made void."""
    text = draft.text
    cuts: list[Span] = []
    for run in _RUN.finditer(text):
        end = run.end()
        if text[end : end + 1].isalnum():
            end -= 1  # the first letter of the word behind
        if text.count("E", run.start(), end) < _LEAST:
            continue
        void = _VOID.match(text, end)
        if void is not None:
            stop = void.start() + len(void[0].removesuffix("NNNN").rstrip())
            draft.attribute("void", "AR" if void[0].strip() == "AR" else "error", run.start(), stop)
            draft.note("message-void", "the error sign ends the transmission: it is void", run.start(), stop)
            draft.mark("error sign", run.start(), stop)
            cuts.append((run.start(), stop))
            continue
        start = _taken_back(text, run.start(), end, cuts[-1][1] if cuts else 0)
        behind = _WORD.search(text, end)
        assert behind is not None
        what = f"{' '.join(text[start : run.start()].split())!r} is taken back, {behind[0]!r} follows"
        draft.note("text-corrected", what, start, end)
        draft.mark("error sign", start, end)
        cuts.append((start, behind.start()))
    draft.lift(cuts)


def _taken_back(text: str, start: int, end: int, floor: int) -> int:
    """Where the words begin that are sent again behind the sign, or the one word before it."""
    words = list(_WORD.finditer(text, max(floor, start - 120), start))[-_WORDS_BACK:]
    if not words:
        return start
    following = _WORD.search(text, end)
    again = [word.start() for word in words if following is not None and word[0] == following[0]]
    return again[-1] if again else words[-1].start()
