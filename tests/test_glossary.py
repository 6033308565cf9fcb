"""The glossary: in order, each word once, and each with the source of its rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
ENTRIES = [
    (entry.split("\n  ", 1)[0].split("\n"), " ".join(entry.split("\n  ", 1)[1].split()))
    for entry in re.findall(
        r"```\{glossary\}\n(.*?)\n```", (DOCS / "glossary.md").read_bytes().decode("utf-8"), re.DOTALL
    )[0].split("\n\n")
]
WORDS = [word for words, _ in ENTRIES for word in words]


def test_words_are_sorted_and_stand_once() -> None:
    first = [words[0].lower() for words, _ in ENTRIES]
    assert first == sorted(first)
    assert len({word.lower() for word in WORDS}) == len(WORDS)


@pytest.mark.parametrize(("words", "about"), ENTRIES, ids=[words[0] for words, _ in ENTRIES])
def test_a_word_says_where_its_rule_comes_from(words: list[str], about: str) -> None:
    assert re.search(r"\[[^\]]+\]$|A word of this library\.$", about), words


def test_the_format_lines_are_explained() -> None:
    """FL7, FL8 and FL14 are inside a range or not in use."""
    about = {words[0]: text for words, text in ENTRIES}["format line"]
    lines = {int(number) for number in re.findall(r"FL([0-9]+)", about)}
    assert lines == set(range(1, 17)) - {7, 8, 14}
