"""Attention lines set apart."""

from __future__ import annotations

import pytest

from telegram_format.grammar.attention_lines import attention_line_end, with_attention_lines_apart
from telegram_format.kit import Source, View


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A\nPARIS FOR DCM\nB\n1. C", "A\n\nPARIS FOR DCM\n\nB\n1. C"),
        ("A\nPARIS FOR DCM\nTEL AVIV FOR DATT\nB", "A\n\nPARIS FOR DCM\n\n\nTEL AVIV FOR DATT\n\nB"),
        ("PARIS FOR DCM\nB", "\nPARIS FOR DCM\n\nB"),
    ],
)
def test_lines_apart(text: str, read: str) -> None:
    view = View.whole(Source.of(text))
    apart = with_attention_lines_apart(view)
    assert apart.text == read
    start = read.index("PARIS")
    assert apart.to_source(start, start + 5) == ((text.index("PARIS"), text.index("PARIS") + 5),)


@pytest.mark.parametrize(
    "text",
    [
        "A\nZENDA FOR DCM\nB",
        "A\nPARYS FOR DCM\nB",
        "A\nTALKS IN PARIS FOR DCM\nB",
        "A\nPARIS FOR DCM, WHO IS TO LEAVE TOMORROW FOR A WEEK IN ROME\nB",
        "A\n1. B\nPARIS FOR DCM\nC",
        "A\nPARIS FOR DCM",
    ],
)
def test_other_lines_stay(text: str) -> None:
    view = View.whole(Source.of(text))
    assert with_attention_lines_apart(view) is view


def test_where_one_ends() -> None:
    assert attention_line_end("PARIS FOR DCM\n", 0) == 13
    assert attention_line_end("PARIS FOR DCM\n", 1) == 1
