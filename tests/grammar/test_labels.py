"""Labelled lines above and below a text."""

from __future__ import annotations

import pytest

from telegram_format.grammar.labels import Labels

LABELS = Labels({"fruit": "Fruit", "info": "Info", "picked_by": "Picked[ ]By"}, last=frozenset(("picked_by",)))


def at_top(text: str) -> list[tuple[str, str]]:
    return [(found.name, text[found.start : found.end]) for found in LABELS.at_top(text, 0, len(text))]


def at_end(text: str) -> list[tuple[str, str]]:
    return [(found.name, text[found.start : found.end]) for found in LABELS.at_end(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Pears are ripe.\n", []),
        ("Fruit: pears", [("fruit", "pears")]),
        ("FRUIT : pears\nPICKED BY; Ann\n", [("fruit", "pears"), ("picked_by", "Ann")]),
        ("  Fruit:\tpears  \n", [("fruit", "pears")]),
        ("Fruit: pears\n       and plums\nInfo: all\n", [("fruit", "pears\n       and plums"), ("info", "all")]),
        ("Fruit: pears\n\nInfo: all\n\nThey are ripe.\n", [("fruit", "pears"), ("info", "all")]),
        ("Fruit: pears;\n\nplums\n\nThey are ripe.\n", [("fruit", "pears;\n\nplums")]),
        ("Fruit: pears,\n\n\n", [("fruit", "pears,")]),
        ("Fruit:\npears\n", [("fruit", "pears")]),
        ("Fruit:\n\n1. Pears.\n", [("fruit", "")]),
        ("Fruit:\nInfo: all\n", [("fruit", ""), ("info", "all")]),
        ("Fruit: pears\n1. (U) Pears.\n", [("fruit", "pears")]),
        ("Fruit: pears\nClassified By: Ann Roe\n", [("fruit", "pears")]),
        ("Fruit: pears\nR 301741Z OCT 01\n", [("fruit", "pears")]),
        ("Fruit: pears\nUNCLAS LOME 000012\n", [("fruit", "pears")]),
        ("Fruit: pears\nInfo: all\nInfo: none\n", [("fruit", "pears"), ("info", "all"), ("info", "none")]),
        ("Fruit: pears\nFruit: plums\n", [("fruit", "pears")]),
        ("Fruit://pears\n", []),
        ("a" * 700 + "\nFruit: pears\n", []),
        ("Info:\x0b", [("info", "\x0b")]),
    ],
)
def test_labels_at_the_top(text: str, found: list[tuple[str, str]]) -> None:
    assert at_top(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Pears are ripe.\n\nPicked By: Ann\n", [("picked_by", "Ann")]),
        (
            "Pears are ripe.\n\nInfo: all\n\nPicked By: Ann\n       and Ben\n",
            [("info", "all"), ("picked_by", "Ann\n       and Ben")],
        ),
        ("Pears are ripe.\n\nInfo: all\n", []),
        ("Picked By: Ann\n\nPears are ripe.\n", []),
        ("Info: all\n\nPears are ripe.\n\nPicked By: Ann\n", [("picked_by", "Ann")]),
    ],
)
def test_labels_at_the_end(text: str, found: list[tuple[str, str]]) -> None:
    assert at_end(text) == found


def test_a_label_has_its_own_place() -> None:
    (found,) = LABELS.at_top("\n  Fruit: pears\n", 0, 16)
    assert (found.label, found.start, found.end) == (3, 10, 15)
