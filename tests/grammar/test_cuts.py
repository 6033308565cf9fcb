"""What goes out of a text with a mark."""

from __future__ import annotations

import pytest

from telegram_format.grammar.cuts import cut_around


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("the growers <> marched", "the growers marched"),
        ("the growers<>marched", "the growersmarched"),
        ("the growers\n<>\nmarched", "the growers\nmarched"),
        ("the growers \n\n <> \n\n marched", "the growers \nmarched"),
        ("the growers <>\n\nmarched", "the growers\nmarched"),
        ("They marched.\n<>\n\n  2. They sang.", "They marched.\n\n  2. They sang."),
        ("They marched.\n\n<>\n2. They sang.", "They marched.\n\n2. They sang."),
        ("They marched. <>\n\n2. They sang.", "They marched.\n\n2. They sang."),
        ("They marched.\n<>\n2. They sang.", "They marched.\n\n2. They sang."),
        ("<>\n\nThey sang.", "They sang."),
        ("They sang.\n<>\n", "They sang.\n"),
    ],
)
def test_the_text_reads_on(text: str, rest: str) -> None:
    mark = text.index("<>")
    start, end = cut_around(text, mark, mark + 2, 0)
    assert text[:start] + text[end:] == rest
