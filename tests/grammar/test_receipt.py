"""The line of dashes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.receipt import read_receipt
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "number", "time"),
    [
        ("    --------------------- 054819", "054819", None),
        ("------------------032004 230631Z /12", "032004", "230631Z"),
        ("------------------270429Z 060566 /61", "060566", "270429Z"),
        ("-------------------3782F8 301754Z /38", "3782F8", "301754Z"),
        ("------------------270429Z", None, "270429Z"),
        ("------------------", None, None),
        ("------------------2Q0429 0X", None, None),
    ],
)
def test_a_line(draft_of: DraftOf, text: str, number: str | None, time: str | None) -> None:
    draft = draft_of(f"{text}\nR 121530Z MAR 75")
    assert read_receipt(draft, 0, len(draft.text)) == len(text)
    assert draft.attributes.get("receipt_number") == number
    assert draft.attributes.get("received") == time


@pytest.mark.parametrize("text", ["--------- 054819", "054819", "---------- " + "X" * 60])
def test_what_is_none(draft_of: DraftOf, text: str) -> None:
    assert read_receipt(draft_of(text), 0, len(text)) == 0
