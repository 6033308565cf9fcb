"""Text and elements of XML 1.0.

Strategy: text is made fit before it is escaped. A character that XML 1.0 (2.2) has no way to write, not even as a
reference, is shown by its picture in Unicode (`␛` for ESC), or by the replacement character; a carriage return too,
for a parser would make a line end of it (2.11).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot write, and the carriage return."""


def fit(text: str) -> str:
    """`text` with a picture of what XML cannot write."""
    return NO_XML.sub(_picture, text)


def escaped(text: str) -> str:
    """`text` as content of an element or as a value between quotes."""
    words = fit(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return words.replace("\n", "&#10;").replace("\t", "&#9;")


def element(name: str, *content: str, attributes: Mapping[str, str | None] | None = None) -> str:
    """An element; its content is markup already. Attributes without a value are left out."""
    given = "".join(f' {key}="{escaped(value)}"' for key, value in (attributes or {}).items() if value)
    inside = "".join(content)
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
