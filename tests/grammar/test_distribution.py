"""The distribution inside the Department."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.distribution import read_distribution
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "attributes", "codes"),
    [
        ("ACTION EUR-12\nINFO OCT-01 H-02 /015 W", ("EUR", None, "OCT-01 H-02", "015"), []),
        ("ORIGIN SS-20\n\nINFO  OCT-01\n\n      H-02\n      /023 R", (None, "SS", "OCT-01 H-02", "023"), []),
        ("ACTION EUR - 12\nINFO OCT -01 /013W", ("EUR", None, "OCT -01", "013"), []),
        ("ACTION EUR-12 IO-10\nINFO OCT-01 /023 W", ("EUR", None, "OCT-01", "023"), []),
        ("ACTION EUR-12 /012 W", ("EUR", None, None, "012"), []),
        ("ACTION EUR-12\nINFO OCT-01", ("EUR", None, "OCT-01", None), []),
        ("INFO OCT-01 /001 A", (None, None, "OCT-01", "001"), []),
        ("ACTION EUR-12\nINFO OCT-01 /031 W", ("EUR", None, "OCT-01", "031"), ["distribution-conflict"]),
    ],
)
def test_a_distribution(draft_of: DraftOf, text: str, attributes: tuple[str | None, ...], codes: list[str]) -> None:
    draft = draft_of(f"{text}\nDRAFTED BY")
    assert read_distribution(draft, 0, len(draft.text)) == len(text)
    names = ("action_office", "origin_office", "distribution", "copies")
    assert tuple(map(draft.attributes.get, names)) == attributes
    assert [found.code for found in draft.diagnostics()] == codes


def test_a_conflict_tells_both_numbers(draft_of: DraftOf) -> None:
    draft = draft_of("ACTION EUR-12 /021 W")
    read_distribution(draft, 0, len(draft.text))
    (found,) = draft.diagnostics()
    assert found.message == "the copies add up to 12, not 21"
    assert found.path == "attributes.copies"


@pytest.mark.parametrize("text", ["ACTION REQUESTED", "OCT-01 H-02", "INFO AMEMBASSY OSLO", ""])
def test_what_is_none(draft_of: DraftOf, text: str) -> None:
    draft = draft_of(text)
    assert read_distribution(draft, 0, len(text)) == 0
    assert draft.attributes == {}
