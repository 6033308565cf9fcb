"""Untrusted text made fit for a terminal: nothing in it commands, hides or reverses.

Strategy: one pattern finds what must not pass (control characters, direction and format characters, separators that
break lines, surrogates), and each is replaced by a form in ASCII that names it: caret notation for C0 (`^[` for
ESC), `<0x80>` for a byte that the encoding lacks (PEP 383), the code point for all else (`<U+202E>`). A line end
passes only where the caller prints lines. Blanks of any width pass.
"""

from __future__ import annotations

import re

_FORMAT = (
    "\x7f-\x9f"  # DEL and C1
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5"  # soft hyphen, joiner, Arabic letter mark, fillers: nothing is seen
    "\u180b-\u180f\u200b-\u200f"  # variation selectors of Mongolian; zero width, left-to-right and right-to-left marks
    "\u2028-\u202e"  # line and paragraph separator; embeddings and overrides of direction
    "\u2060-\u206f\u3164"  # invisible operators, isolates of direction, filler
    "\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb"  # surrogates, byte order mark, filler, interlinear annotation
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # musical format; tags, which can carry a hidden text
)
HIDDEN = re.compile(f"[\x00-\x09\x0b-\x1f{_FORMAT}]")
"""A character that must not pass, line ends (LF) left out."""
_HIDDEN_OR_LINE_END = re.compile(f"[\x00-\x1f{_FORMAT}]")


def visible(text: str) -> str:
    """`text` with all that is hidden or commands a terminal in visible form; line ends (LF) stay."""
    return HIDDEN.sub(_shown, text)


def visible_line(text: str) -> str:
    """As `visible`, on one line: a line end becomes `^J`."""
    return _HIDDEN_OR_LINE_END.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return f"^{chr(code + 0x40)}"
    if code == 0x7F:
        return "^?"
    if 0xDC80 <= code <= 0xDCFF:
        return f"<0x{code - 0xDC00:02X}>"
    return f"<U+{code:04X}>"
