"""Columns on a terminal."""

from __future__ import annotations

import pytest

from telegram_format.text.width import width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("REF", 3), ("¶4.", 3), ("日本", 4), ("Ａ", 2), ("e\u0301", 1), ("\u20dd", 0), ("ﾊ", 1)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns
