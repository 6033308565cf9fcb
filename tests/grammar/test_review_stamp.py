"""Stamps of the systematic review."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.review_stamp import review_stamps
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]
STAMP = "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005"


@pytest.mark.parametrize(
    ("stamp", "attributes"),
    [
        (STAMP, {"released_on": "30 JUN 2005"}),
        (STAMP.replace(" ", "\n"), {"released_on": "30 JUN 2005"}),
        (f"Sheryl P. Walter {STAMP}", {"released_on": "30 JUN 2005", "released_by": "Sheryl P. Walter"}),
        (f"Sheryl\nP. Walter\n{STAMP}", {"released_on": "30 JUN 2005", "released_by": "Sheryl P. Walter"}),
    ],
)
@pytest.mark.parametrize("before", ["", "BOATS ", "BOATS\n"])
def test_a_stamp(draft_of: DraftOf, before: str, stamp: str, attributes: dict[str, str]) -> None:
    draft = draft_of(f"{before}{stamp} SOUTH")
    (span,) = review_stamps(draft)
    assert draft.text[slice(*span)] == stamp
    assert draft.attributes == attributes


def test_the_first_of_two_gives_the_attributes(draft_of: DraftOf) -> None:
    draft = draft_of(f"{STAMP}\n{STAMP.replace('2005', '2006')}")
    assert len(list(review_stamps(draft))) == 2
    assert draft.attributes == {"released_on": "30 JUN 2005"}


def test_half_a_stamp_is_text(draft_of: DraftOf) -> None:
    assert list(review_stamps(draft_of("Declassified/Released BOATS Declassified/Released"))) == []
