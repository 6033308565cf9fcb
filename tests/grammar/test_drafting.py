"""The drafting block."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.drafting import read_drafting
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("DRAFTED BY EB:ROE", {"drafted_by": "EB:ROE"}),
        ("DRAFTED BY: EB:ROE  \n", {"drafted_by": "EB:ROE"}),
        ("DRAFTED EB:ROE", {"drafted_by": "EB:ROE"}),
        ("DRAFTEDY BY EB:ROE", {"drafted_by": "EB:ROE"}),
        ("EPPROVED BY EB:ROE", {"approved_by": "EB:ROE"}),
        ("DRAFTED BY EB:ROE\n8/30/73 EXT. 27772", {"drafted_by": "EB:ROE", "drafted_on": "8/30/73 EXT. 27772"}),
        (
            "DRAFTED BY EB:ROE\n8-30-73\nL:DOE",
            {"drafted_by": "EB:ROE", "drafted_on": "8-30-73", "cleared_by": "L:DOE"},
        ),
        (
            "APPROVED BY EB:ROE\n\nL:DOE  S:ORME\nT - MR. HOLT",
            {"approved_by": "EB:ROE", "cleared_by": "L:DOE S:ORME\nT - MR. HOLT"},
        ),
        ("APPROVED BY EB:ROE\n8/30/73", {"approved_by": "EB:ROE", "cleared_by": "8/30/73"}),
        ("DESIRED DISTRIBUTION\nEB, EUR\nOES ONLY", {"desired_distribution": "EB, EUR\nOES ONLY"}),
        ("DESIRED DISTRIBUTION: EB", {"desired_distribution": "EB"}),
        ("DRAFTED BY\nAPPROVED BY L:DOE", {"approved_by": "L:DOE"}),
        ("DRAFTED BY EB:ROE\nDRAFTED BY L:DOE", {"drafted_by": "EB:ROE"}),
    ],
)
def test_a_block(draft_of: DraftOf, text: str, attributes: dict[str, str]) -> None:
    draft = draft_of(text)
    assert read_drafting(draft, 0, len(text)) == len(text)
    assert draft.attributes == attributes
    for name, value in attributes.items():
        ((start, end),) = draft.trace()[f"attributes.{name}"]
        assert text[start:end].split() == value.split()


@pytest.mark.parametrize("text", ["EB:ROE", "DRAFTEDBY EB", "", "TO OSLO"])
def test_what_is_none(draft_of: DraftOf, text: str) -> None:
    assert read_drafting(draft_of(text), 0, len(text)) == 0
