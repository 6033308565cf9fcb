"""Words of titles and offices, and misspelt TAGS."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from telegram_format.vocab.csv_table import table


@cache
def title_words() -> frozenset[str]:
    """Words of which officials' titles are made, upper case: `AMBASSADOR`, `COUNSELOR`, `D'AFFAIRES`."""
    return frozenset(row["word"] for row in table("title_words") if row["kind"] == "title")


@cache
def office_symbols() -> frozenset[str]:
    """Symbols of bureaus and offices that stand before a name: `NEA`, `AF`, `S/CT`."""
    return frozenset(row["word"] for row in table("title_words") if row["kind"] == "office")


@cache
def tag_aliases() -> Mapping[str, str]:
    """Misspelt TAGS code → the code it stands for: `UNDESCO` → `UNESCO`."""
    return {row["as_written"]: row["code"] for row in table("tag_aliases")}
