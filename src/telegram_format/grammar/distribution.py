"""The distribution inside the Department: `ACTION EUR-12`, `INFO OCT-01 ISO-00 …`, `/081 W`.

formats/nara.md C3. An office code and the number of its copies, many pairs to a line, lines without label going on
with the list, then the sum of all copies and a shift letter. Strategy: line by line; the sum is added up again.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped
from telegram_format.kit import Draft, fold

# Codes have one to five letters or figures; 00 is no copy on paper. Copies have blanks around the hyphen.
_PAIR = re.compile(r"(?P<code>[A-Z][A-Z0-9]{0,5})[ ]?-[ ]?(?P<count>[0-9]{2,3})(?![0-9A-Z])")
_LABEL = re.compile(r"(?P<label>ACTION|ORIGIN|INFO):?[ ]{1,4}(?=[A-Z][A-Z0-9]{0,5}[ ]?-[ ]?[0-9]{2})")
_TOTAL = re.compile(r"/[ ]?(?P<copies>[0-9]{2,4})[ ]{0,3}(?P<shift>[A-Z])?(?=[ \t]*+(?:\n|\Z))")


def read_distribution(draft: Draft, start: int, end: int) -> int:
    """Read the lines of the distribution from `start` on; where they end, `start` if none stands there."""
    text = draft.text
    if _LABEL.match(text, start, end) is None:
        return start
    counts = 0
    info: list[int] = []
    position = stop = start
    label = "INFO"
    while True:
        if (match := _LABEL.match(text, position, end)) is not None:
            label = match["label"]
            draft.mark("distribution", position, match.end())
        elif (match := _PAIR.match(text, position, end)) is not None:
            counts += int(match["count"])
            if label == "INFO":
                info = [*info[:1], match.end()] if info else [match.start(), match.end()]
            else:
                _put_office(draft, label, match)
        elif (match := _TOTAL.match(text, position, end)) is not None:
            draft.attribute("copies", match["copies"], *match.span("copies"))
            draft.mark("distribution", *match.span())
            if int(match["copies"]) != counts:
                what = f"the copies add up to {counts}, not {int(match['copies'])}"
                draft.note("distribution-conflict", what, *match.span(), ("attributes", "copies"))
            stop = match.end()
            break
        else:
            break
        stop = match.end()
        position = skipped(text, stop, end)
    if info:
        draft.attribute("distribution", fold(text[info[0] : info[1]]), info[0], info[1])
    return stop


def _put_office(draft: Draft, label: str, pair: re.Match[str]) -> None:
    """The office that acts on the telegram, or that sent it; the first one if there are several."""
    name = f"{label.lower()}_office"
    if name not in draft.attributes:
        draft.attribute(name, pair["code"], *pair.span("code"))
    draft.mark("distribution", *pair.span())
