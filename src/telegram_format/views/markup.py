"""Untrusted text made fit for a page: it is text there, and nothing in it is hidden.

Strategy: the five signs that HTML gives a meaning become references; what must not reach a terminal must not reach a
reader's eye unseen either, so the same characters are found (`text.visible`) and each is replaced by an element that
shows it and names it in its title: `␛` for a control, `\\x81` for a byte that the encoding lacks, `<U+202E>` for all
else. The element tells what is shown for another sign from the same signs in the text. Tabs and line ends pass.
"""

from __future__ import annotations

import re

from telegram_format.text.visible import HIDDEN, visible_line

_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_SHOWN = re.compile(rf"(?P<returns>\r++)|{HIDDEN.pattern}")
_RETURN = '<b class="tf-c tf-cr" title="U+000D">\u240d</b>'


def attribute(text: str) -> str:
    """`text` between the quotes of an attribute, on one line."""
    return visible_line(text).translate(_REFERENCES)


def line(text: str) -> str:
    """`text` as the content of an element, on one line."""
    return block(" ".join(text.split()))


def block(text: str, behind: str = "") -> str:
    """`text` as the content of an element that keeps white space; `behind` is the character behind it.

    A carriage return before a line feed is there and is not seen; one that is a line end itself is seen, and has a
    class of its own, for the line ends behind it.
    """

    def shown(match: re.Match[str]) -> str:
        sign = match[0]
        if match["returns"] is None:
            return _shown(sign)
        after = match.string[match.end() : match.end() + 1] or behind
        return "&#13;" * len(sign) if after in _GOES_ON else _RETURN * len(sign)

    return _SHOWN.sub(shown, text.translate(_REFERENCES))


_GOES_ON = ("\r", "\n")


def _shown(sign: str) -> str:
    code = ord(sign)
    if sign == "\t":
        return sign
    if code < 0x20:
        return _element(f"U+{code:04X}", chr(0x2400 + code))
    if code == 0x7F:
        return _element("U+007F", "\u2421")
    if 0xDC80 <= code <= 0xDCFF:
        return _element(f"byte {code - 0xDC00:02X}", f"\\x{code - 0xDC00:02x}")
    return _element(f"U+{code:04X}", visible_line(sign).translate(_REFERENCES))


def _element(title: str, shown: str) -> str:
    return f'<b class="tf-c" title="{title}">{shown}</b>'
