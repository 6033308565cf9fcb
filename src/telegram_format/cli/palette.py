"""Colours: which there are, and whether to use them.

Strategy: SGR sequences by hand, by the meaning of what is coloured. Colour only adds: everything it says is also said
by a sign or a word. It is used on terminals, not with `NO_COLOR` (no-color.org) or `TERM=dumb`, and always or never
where the caller says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

_SGR = {
    "gutter": "2",
    "mark": "2",
    "transport": "36",
    "date": "1;36",
    "marking": "1;31",
    "subject": "1",
    "code": "32",
    "reference": "34",
    "number": "35",
    "signature": "1",
    "unread": "7;33",
    "title": "1",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;34",
    "good": "32",
    "gone": "31",
    "come": "32",
}


@frozen
class Palette:
    """Colours by meaning; a palette that is not `used` leaves all text as it is."""

    used: bool = False

    def paint(self, text: str, meaning: str) -> str:
        """`text` in the colour of `meaning`; a meaning without a colour is plain."""
        code = _SGR.get(meaning) if self.used and text else None
        return text if code is None else f"\x1b[{code}m{text}\x1b[0m"


PLAIN = Palette()


def colour_wanted(when: str, terminal: bool, environment: Mapping[str, str]) -> bool:
    """Whether to colour: `when` is `always`, `never` or `auto`."""
    if when != "auto":
        return when == "always"
    return terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
