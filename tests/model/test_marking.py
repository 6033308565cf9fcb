"""Classifications by rank, and portion marks."""

from __future__ import annotations

import pytest

from telegram_format.model.marking import CLASSIFICATION_OF_LETTER, Classification, portion_classification
from telegram_format.vocab.tables import classifications

LOWEST = list(Classification)[:4]


def test_order() -> None:
    assert [level.rank for level in Classification] == [0, 0, 0, 0, 1, 2, 3, 4]
    assert Classification.CONFIDENTIAL < Classification.SECRET < Classification.TOP_SECRET
    assert Classification.RESTRICTED > Classification.UNCLASSIFIED
    assert max(Classification) is Classification.TOP_SECRET


@pytest.mark.parametrize("level", LOWEST)
def test_kinds_of_unclassified_are_of_one_rank_and_still_differ(level: Classification) -> None:
    assert not any(level < other or other < level for other in LOWEST)
    assert [other for other in LOWEST if other == level] == [level]


def test_other_things_are_not_compared() -> None:
    with pytest.raises(TypeError):
        _ = Classification.SECRET < "secret"  # type: ignore[operator]


def test_every_letter_of_the_security_line_is_known() -> None:
    assert set(CLASSIFICATION_OF_LETTER) == set("UERCST")
    assert CLASSIFICATION_OF_LETTER["T"] is Classification.TOP_SECRET
    assert CLASSIFICATION_OF_LETTER["E"] is Classification.UNCLASSIFIED


@pytest.mark.parametrize(
    ("mark", "level"),
    [
        ("U", Classification.UNCLASSIFIED),
        ("SBU", Classification.UNCLASSIFIED),
        ("SBU/NF", Classification.UNCLASSIFIED),
        ("C", Classification.CONFIDENTIAL),
        ("c", Classification.CONFIDENTIAL),
        ("C/NF", Classification.CONFIDENTIAL),
        ("C/REL LIBYA", Classification.CONFIDENTIAL),
        ("C REL", Classification.CONFIDENTIAL),
        ("S//NF", Classification.SECRET),
        ("TS", Classification.TOP_SECRET),
        ("LOU", Classification.LIMITED_OFFICIAL_USE),
        ("FOUO", Classification.FOR_OFFICIAL_USE_ONLY),
        ("CUI", Classification.CONTROLLED),
        ("R", Classification.RESTRICTED),
        ("", None),
        ("NF", None),
        ("/NF", None),
        ("GRC", None),
        ("ENTIRE TEXT", None),
    ],
)
def test_portion_marks(mark: str, level: Classification | None) -> None:
    assert portion_classification(mark) is level


def test_levels_stand_in_the_vocabulary() -> None:
    known = " ".join(str(row) for row in classifications()).lower()
    for level in Classification:
        assert level.value in known
