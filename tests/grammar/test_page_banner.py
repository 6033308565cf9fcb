"""Banners between pages."""

from __future__ import annotations

import pytest

from telegram_format.grammar.page_banner import above_page, banner_end, banner_pairs, page_top

BANNERS = [
    *("UNCLASSIFIED", "LIMITED OFFICIAL USE", "CONFIDENTIAL", "SECRET", "TOP SECRET", "S E C R E T"),
    *("U N C L A S S I F I E D", "L I M I T E D  O F F I C I A L  U S E", "   SECRET   ", "SECRET    OSLO  01207"),
]


@pytest.mark.parametrize("banner", BANNERS)
def test_a_banner(banner: str) -> None:
    assert banner_end(banner, 0) == len(banner)
    text = f"TEXT\n\n{banner}\n\nPAGE"
    assert above_page(text, len(text) - 4, 0) == page_top(text, len(text) - 4, 0) == 6
    pair = f"TEXT\n{banner}\n\n  \n{banner}\nTEXT"
    assert banner_pairs(pair) == [(5, len(pair) - 5)]


@pytest.mark.parametrize("line", ["SECRET OSLO 01207", "SECRET PAPERS", "UNCLAS", "TEXT", ""])
def test_what_is_none(line: str) -> None:
    assert banner_end(line, 0) == 0
    text = f"TEXT\n{line}\nPAGE"
    assert above_page(text, len(text) - 4, 0) == len(text) - 4
    assert banner_pairs(f"TEXT\nSECRET\n{line or 'X'}\nSECRET\n") == []


def test_all_banners_and_end_signs_above() -> None:
    text = "TEXT\nSECRET\nNNNNMAFV\n\nSECRET\n\nSECRET\nPAGE"
    assert above_page(text, len(text) - 4, 0) == 5
    assert page_top(text, len(text) - 4, 0) == text.rindex("SECRET")
    assert above_page(text, len(text) - 4, 12) == 12
    assert above_page("SECRET PAGE", 7, 0) == 7
    assert above_page("X" * 90 + "SECRET\nPAGE", 97, 0) == 97
