"""The data files themselves: order, keys, sources, bytes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import telegram_format.vocab

ROOM = Path(telegram_format.vocab.__file__).parent
FILES = sorted((ROOM / "data").glob("*.csv"))
KEYS = {
    "addressees": ("routing_indicator", "plad"),
    "declassification_reasons": ("order", "section", "code"),
    "posts": ("mrn_name", "name"),
    "precedences": ("network", "code", "name"),
    "tags": ("code", "kind", "era"),
    "title_words": ("word", "kind"),
}
"""Where a row's key is more than its first column."""

Key = tuple[tuple[int, int, str], ...]


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def key_of(path: Path, row: dict[str, str]) -> Key:
    """Figures sort as numbers, and before words."""
    cells = [row[column] for column in KEYS.get(path.stem, (next(iter(row)),))]
    return tuple((0, int(cell), "") if cell.isascii() and cell.isdecimal() else (1, 0, cell) for cell in cells)


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    found = request.param
    assert isinstance(found, Path)
    return found


def test_there_are_tables() -> None:
    assert {"posts", "tags", "stations", "station_aliases"} <= {path.stem for path in FILES}


def test_rows_are_sorted_and_keys_unique(path: Path) -> None:
    keys = [key_of(path, row) for row in rows_of(path)]
    assert keys
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


def test_every_row_names_its_source(path: Path) -> None:
    for row in rows_of(path):
        assert row["source"], row
        assert row.get("confidence", "high") in {"high", "medium", "low", "unknown"}, row


def test_rows_are_whole(path: Path) -> None:
    for row in rows_of(path):
        assert None not in row
        for cell in row.values():
            assert cell is not None
            assert cell == cell.strip()
            assert "\n" not in cell


def test_bytes_are_utf_8_with_line_feeds(path: Path) -> None:
    data = path.read_bytes()
    assert data.decode("utf-8").endswith("\n")
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")


def test_sources_page_names_every_table(path: Path) -> None:
    assert f"`{path.name}`" in (ROOM / "SOURCES.md").read_bytes().decode("utf-8")
