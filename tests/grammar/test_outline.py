"""Parts of paragraphs, with parts of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from telegram_format.grammar.outline import read_outline
from telegram_format.kit import Draft
from telegram_format.model.body import Paragraph

DraftOf = Callable[..., Draft]


def tree(parts: tuple[Paragraph, ...]) -> list[object]:
    """Label and text of each part, with those of its own parts."""
    return [
        (part.label, part.text, tree(part.paragraphs)) if part.paragraphs else (part.label, part.text) for part in parts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PEARS.", []),
        ("PEARS:\n    A. RIPE.", [("A", "RIPE.")]),
        ("PEARS:\nA. RIPE.", []),
        ("PEARS:\nA. RIPE,\nB. GREEN.", [("A", "RIPE,"), ("B", "GREEN.")]),
        ("A. RIPE,\nB. GREEN.", [("A", "RIPE,"), ("B", "GREEN.")]),
        ("PEARS:\n    B. GREEN.", []),
        ("PEARS:\n    a. ripe\n    b. green", [("a", "ripe"), ("b", "green")]),
        ("X:\n1.A. RIPE\nWELL,\n1.B. GREEN.", [("A", "RIPE WELL,"), ("B", "GREEN.")]),
        (
            "X:\n1.A. RIPE\n1.A.1. RED\n1.A.2. BLUE\n1.B. NOT.",
            [("A", "RIPE", [("1", "RED"), ("2", "BLUE")]), ("B", "NOT.")],
        ),
        (
            "X:\n    A. RIPE\n        (1) RED\n            (a) DARK\n        (2) BLUE\n    B. NOT",
            [("A", "RIPE", [("1", "RED", [("a", "DARK")]), ("2", "BLUE")]), ("B", "NOT")],
        ),
        ("X:\n  - RIPE\n  - GREEN", [(None, "RIPE"), (None, "GREEN")]),
        ("X:\n- RIPE\n- GREEN", []),
        ("X:\n    - RIPE\n      - RED\n    - GREEN", [(None, "RIPE", [(None, "RED")]), (None, "GREEN")]),
        ("X:\n    A. RIPE\n    C. LOST B\n    C. TWICE", [("A", "RIPE"), ("C", "LOST B"), ("C", "TWICE")]),
        ("X:\n    A. RIPE\n        (1) RED\n        (1) AGAIN", [("A", "RIPE", [("1", "RED"), ("1", "AGAIN")])]),
        (
            "X:\n    A. RIPE\n        (1) RED\n        (2) BLUE\n    (1) NO",
            [("A", "RIPE", [("1", "RED"), ("2", "BLUE\n(1) NO")])],
        ),
    ],
)
def test_outline(draft_of: DraftOf, text: str, expected: list[object]) -> None:
    draft = draft_of(text)
    start, parts = read_outline(draft, ("body", 0), 0, len(text))
    assert tree(parts) == expected
    assert (start == len(text)) == (not parts)


def test_marking_and_places(draft_of: DraftOf) -> None:
    text = "X:\n    A. (U) RIPE\n        (1) (XYZ) RED"
    draft = draft_of(text)
    _, parts = read_outline(draft, ("body", 0), 0, len(text))
    assert (parts[0].marking, parts[0].text) == ("U", "RIPE")
    assert (parts[0].paragraphs[0].marking, parts[0].paragraphs[0].text) == (None, "(XYZ) RED")
    found = {path[3:]: text[start:end] for path, start, end in draft.entries}
    assert found == {
        (0,): "A. (U) RIPE\n        (1) (XYZ) RED",
        (0, "text"): "RIPE",
        (0, "marking"): "U",
        (0, "paragraphs", 0): "(1) (XYZ) RED",
        (0, "paragraphs", 0, "text"): "(XYZ) RED",
    }


def test_no_outline_is_deeper_than_eight(draft_of: DraftOf) -> None:
    text = "X:" + "".join(f"\n{' ' * (2 * depth)}- A" for depth in range(1, 12))
    _, parts = read_outline(draft_of(text), ("body", 0), 0, len(text))
    depth = 0
    while parts:
        depth, parts = depth + 1, parts[0].paragraphs
    assert depth == 8
