"""Text in the signs that a teleprinter has.

Strategy: a sign beyond ASCII becomes its plain letter: by a short table, or by taking off its accents. What has none
(another alphabet, a drawing) stays, for the caller to refuse: to leave a sign out, or to write a question mark for
it, would change what is said without a trace.
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʹ′´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–−•·", "-"),
        **dict.fromkeys("—―", "--"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060", ""),
        "…": "...",
        "⁄": "/",
        "¡": "!",
        "¿": "?",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "TH",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "ħ": "h",
        "Ħ": "H",
        "€": "EUR",
        "§": "Section",
        "©": "(c)",
        "®": "(r)",
        "×": "x",
    }
)
"""Signs whose plain letters do not follow from Unicode's own tables."""


_BEFORE_ITEM = re.compile("^¶ ?", re.MULTILINE)
"""A pilcrow at the beginning of a line only says that a number follows; elsewhere it is read as `para`."""


def plain_letters(text: str) -> str:
    """`text` with plain letters for others, as far as there are any: `São Tomé` is `Sao Tome`, `’` is `'`."""
    if text.isascii():
        return text
    text = _BEFORE_ITEM.sub("", text).replace("¶ ", "¶").replace("¶", "para ")
    words = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(sign for sign in words if not unicodedata.combining(sign)).translate(_PLAIN)
