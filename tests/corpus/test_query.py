"""The tables of a corpus in DuckDB."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from telegram_format import corpus
from telegram_format.corpus import Tables
from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.link_columns import LINKS

Contents = Callable[[Path], dict[str, str]]


@pytest.fixture
def folder(archive: Path, tmp_path: Path) -> Path:
    """A corpus in a folder whose name a pattern would take for others."""
    out = tmp_path / "o'[1]*?"
    corpus.convert(archive / "2007", out, jobs=1)
    return out


def test_tables_are_views_of_their_names(folder: Path) -> None:
    with corpus.open(folder) as tables:
        assert tables.names == tuple(SCHEMAS)
        assert tables.sql("SELECT message_id FROM telegrams ORDER BY 1").fetchall() == [
            ("07PORTALDER1",),
            ("07PORTALDER2",),
            ("07PORTALDER3",),
        ]
        assert tables.sql('SELECT count(*) FROM "references"').fetchall() == [(6,)]
        assert repr(tables) == f"Tables({str(folder)!r})"


def test_moments_are_in_utc(folder: Path) -> None:
    with corpus.open(folder) as tables:
        asked = tables.sql("SELECT date::VARCHAR, hour(date), date FROM telegrams LIMIT 1").fetchall()
    (asked,) = asked
    assert asked[:2] == ("2007-09-27 21:54:00+00", 21)
    assert asked[2].isoformat() == "2007-09-27T21:54:00+00:00"


def test_values_go_in_as_parameters(folder: Path) -> None:
    with corpus.open(folder) as tables:
        assert tables.sql("SELECT count(*) FROM telegrams WHERE number > ?", [1]).fetchall() == [(2,)]
        assert tables.sql("SELECT $a + 1", {"a": 1}).fetchall() == [(2,)]


def test_a_table_without_files_is_empty_and_has_its_columns(folder: Path) -> None:
    with corpus.open(folder) as tables:
        quarantine = tables.sql("FROM quarantine")
        assert quarantine.columns == SCHEMAS["quarantine"].names
        assert quarantine.fetchall() == []


def test_tables_of_linking_are_there_when_it_is_linked(folder: Path) -> None:
    with corpus.open(folder) as tables:
        assert not tables.linked
        assert "edges" not in tables.names
    corpus.link(folder)
    with corpus.open(folder) as tables:
        assert tables.linked
        assert tables.names == (*SCHEMAS, *LINKS)
        assert tables.sql("SELECT count(*) FROM edges WHERE cited IS NOT NULL").fetchall() == [(2,)]


def test_whether_it_is_whole(folder: Path) -> None:
    assert Tables(folder).whole
    (folder / "_SUCCESS").unlink()
    with Tables(folder) as tables:
        assert not tables.whole
        assert tables.sql("SELECT count(*) FROM telegrams").fetchall() == [(3,)]


def test_nothing_is_written_into_the_folder(folder: Path, contents: Contents) -> None:
    before = contents(folder)
    with corpus.open(folder) as tables:
        tables.sql("CREATE TABLE mine AS SELECT telegram FROM telegrams")
        with pytest.raises(duckdb.Error):
            tables.sql("DELETE FROM telegrams")
    assert contents(folder) == before
