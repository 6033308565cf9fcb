"""Words of format lines that recognition of a scanned page has worn: `1514132` for `151413Z`, `MRY` for `MAY`.

Strategy: the shape of a word says which sign can stand where. A word is put right only as far as that: figures for
the letters they resemble, the zone Z for the 2 it is taken for, a nought with a stroke for the 9, 8 or 6 where only a
nought makes an hour. What cannot be put right is `None`.
"""

from __future__ import annotations

from telegram_format.model.dtg import MONTHS

_FIGURE_FOR = {
    **dict.fromkeys("OoQD@GCU", "0"),
    **dict.fromkeys("lIi!|J]", "1"),
    **dict.fromkeys("Zz", "2"),
    **dict.fromkeys("Ss", "5"),
    **dict.fromkeys("Bb&", "8"),
    **dict.fromkeys("gq", "9"),
    "T": "7",
}
_NOUGHTS = "9864"
"""Figures that a nought with a stroke is taken for."""

_LEAST_FIGURES = 3

_NATIONS = frozenset("ABCOUXZ")
"""Letters of the release code, the last two of the group of FL4 (ACP 117 CAN-US SUPP-1, 7.d)."""


def figures(word: str) -> str | None:
    """The figures that `word` stands for; `None` if a sign resembles none, or too few of them are figures."""
    found = "".join(_FIGURE_FOR.get(sign, sign) for sign in word)
    real = sum("0" <= sign <= "9" for sign in word)
    return found if found.isascii() and found.isdecimal() and 2 * real >= len(word) else None


def date_time(word: str) -> str | None:
    """Day, hour, minute and zone: `Q81530Z` is `081530Z`; a zone that is lost is put there."""
    if len(word) == 7 and word[6] in "Zz27":
        word = word[:6]
    elif len(word) == 7 and not (word[6].isalpha() and word[6].isupper()):
        return None
    zone = word[6:] or "Z"
    found = figures(word[:6]) if sum("0" <= sign <= "9" for sign in word[:6]) >= _LEAST_FIGURES else None
    if found is None:
        return None
    day, hour, minute = _below(found[:2], 32), _below(found[2:4], 24), _below(found[4:], 60)
    return f"{day}{hour}{minute}{zone}" if day and hour and minute and day != "00" else None


def filing_time(word: str) -> str | None:
    """Day of the year, hour and minute: `9811530` is `0811530`."""
    found = figures(word)
    if found is None:
        return None
    day = found[:3] if "000" < found[:3] < "367" else "0" + found[1:3] if found[0] in _NOUGHTS else None
    hour, minute = _below(found[3:5], 24), _below(found[5:], 60)
    return f"{day}{hour}{minute}" if day and hour and minute else None


def month(word: str) -> str | None:
    """The month that `word` is, or the only one that it is one letter away from."""
    upper = word.upper()
    if upper in MONTHS:
        return upper
    near = [name for name in MONTHS if sum(a != b for a, b in zip(name, upper, strict=True)) == 1]
    return near[0] if len(near) == 1 else None


def level_letters(word: str) -> str:
    """The group of FL4: one letter five times, where at least three of four or five say so."""
    upper = word.upper()
    most = max(upper, key=upper.count)
    released = upper.startswith(most * 3) and set(upper[3:]) <= _NATIONS
    return most * 5 if len(upper) == 4 or (upper.count(most) > 2 and not released) else upper


def _below(pair: str, limit: int) -> str | None:
    """Two figures below `limit`, a nought put for one of them where it must be one."""
    first, second = pair[0], pair[1]
    tried = (pair, "0" + second if first in _NOUGHTS else pair, first + "0" if second in _NOUGHTS else pair)
    return next((number for number in tried if int(number) < limit), None)
