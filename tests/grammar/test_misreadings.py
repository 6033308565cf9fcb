"""Signs that were misread."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.misreadings import put_signs_right
from telegram_format.kit import Draft

DraftOf = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("(§BU)", "(SBU)"),
        ("PRE§S", "PRESS"),
        ("§ECRET", "SECRET"),
        ("NEW§", "NEWS"),
        ("§ 1101 and § A", "§ 1101 and § A"),
        ("22 U.S.C. §2651", "22 U.S.C. §2651"),
        ("l6 LOME 4O2", "16 LOME 402"),
        ("O52O43Z", "052043Z"),
        ("16 OSLO 402", "16 OSLO 402"),
        ("lIO", "lIO"),
    ],
)
def test_signs(draft_of: DraftOf, text: str, right: str) -> None:
    draft = draft_of(text)
    put_signs_right(draft, [(0, len(text))])
    assert draft.text == right
    assert {found.code for found in draft.diagnostics()} == (set() if text == right else {"character-repaired"})


def test_letters_are_figures_only_in_numbers(draft_of: DraftOf) -> None:
    draft = draft_of("l6 pears, l6 plums")
    put_signs_right(draft, [(0, 2)])
    assert draft.text == "16 pears, l6 plums"
    assert draft.view.to_source(0, 2) == ((0, 2),)
