"""`telegram-format corpus query` and `telegram-format corpus link`."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from telegram_format.corpus import convert
from telegram_format.examples import load

Run = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A corpus of two telegrams."""
    for name in ("flood", "harbour"):
        (tmp_path / f"{name}.txt").write_bytes(load(name))
    convert([tmp_path / "flood.txt", tmp_path / "harbour.txt"], tmp_path / "tables", jobs=1)
    monkeypatch.setenv("COLUMNS", "60")
    return str(tmp_path / "tables")


def test_a_table(run: Run, folder: str) -> None:
    result = run("corpus", "query", "SELECT message_id, number, subject FROM telegrams ORDER BY number", folder)
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "message_id      number  subject\n"
        "──────────────  ──────  ────────────────────────────────────\n"
        "09PORTALDER142     142  FLOOD RELIEF AFTER THE COLLAPSE OF …\n"
        "09PORTALDER219     219  HARBOUR TALKS: MINISTER OFFERS A LE…\n"
    )


def test_a_question_on_standard_input(run: Run, folder: str) -> None:
    result = run("corpus", "query", "-", folder, stdin=b"SELECT 1 AS one;\n")
    assert result.out == "one\n───\n  1\n"


VALUES = """
SELECT 1 AS a, -1.5::DOUBLE AS b, 'NaN'::DOUBLE AS c, 7::DECIMAL(9, 2) AS d, 7.5::DECIMAL(9, 2) AS e, '=1+1' AS f,
    NULL AS g, true AS h, 'x'::BLOB AS i, DATE '2009-02-03' AS j, TIMESTAMPTZ '2009-02-03 12:15:00+00' AS k,
    TIME '12:15:00' AS l, ['p', NULL] AS m, {'q': 1, 'r': DATE '2009-02-03'} AS n, MAP {'s': 2} AS o,
    NULL::MAP(VARCHAR, INT) AS p, INTERVAL 1 DAY AS "=q"
"""
PLAIN = {
    "a": 1,
    "b": -1.5,
    "c": None,
    "d": 7,
    "e": 7.5,
    "f": "=1+1",
    "g": None,
    "h": True,
    "i": "eA==",
    "j": "2009-02-03",
    "k": "2009-02-03T12:15:00Z",
    "l": "12:15:00",
    "m": ["p", None],
    "n": {"q": 1, "r": "2009-02-03"},
    "o": {"s": 2},
    "p": None,
    "=q": "MonthDayNano(months=0, days=1, nanoseconds=0)",
}


@pytest.mark.parametrize(("to", "of"), [("json", lambda found: found[0]), ("jsonl", lambda found: found)])
def test_values_of_json(run: Run, folder: str, to: str, of: Callable[[Any], Any]) -> None:
    result = run("corpus", "query", VALUES, folder, "--to", to)
    assert of(json.loads(result.out)) == PLAIN


def test_values_of_csv(run: Run, folder: str) -> None:
    result = run("corpus", "query", VALUES, folder, "--to", "csv")
    assert result.data == (
        b"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,'=q\r\n"
        b"1,-1.5,,7,7.5,'=1+1,,true,eA==,2009-02-03,2009-02-03T12:15:00Z,12:15:00,"
        b'"[""p"", null]","{""q"": 1, ""r"": ""2009-02-03""}","{""s"": 2}",,'
        b'"MonthDayNano(months=0, days=1, nanoseconds=0)"\r\n'
    )


def test_json_of_several_rows_and_of_none(run: Run, folder: str) -> None:
    assert run("corpus", "query", "FROM range(2) AS t(n)", folder, "--to", "json").out == '[\n{"n": 0},\n{"n": 1}\n]\n'
    assert run("corpus", "query", "FROM quarantine", folder, "--to", "json").out == "[]\n"


def test_a_table_ends_and_says_so(run: Run, folder: str) -> None:
    result = run("corpus", "query", "FROM range(1001) AS t(n)", folder)
    assert (result.out.count("\n"), result.code) == (1002, 0)
    assert result.err == "telegram-format: these are the first 1,000 rows: --to csv gives all\n"
    assert run("corpus", "query", "FROM range(1000) AS t(n)", folder).err == ""


@pytest.mark.parametrize("to", ["csv", "parquet"])
def test_a_file(run: Run, folder: str, tmp_path: Path, to: str) -> None:
    name = tmp_path / "answer"
    result = run("corpus", "query", "SELECT message_id FROM telegrams ORDER BY 1", folder, "--to", to, "-o", name)
    assert (result.code, result.out, result.err) == (0, "", "")
    if to == "csv":
        assert name.read_bytes() == b"message_id\r\n09PORTALDER142\r\n09PORTALDER219\r\n"
    else:
        assert pq.read_table(name).to_pydict() == {"message_id": ["09PORTALDER142", "09PORTALDER219"]}


def test_a_failure_leaves_the_file_as_it_was(run: Run, folder: str, tmp_path: Path) -> None:
    name = tmp_path / "answer.csv"
    name.write_bytes(b"before")
    failing = "SELECT CASE WHEN n > 5000 THEN error('no more') ELSE n END FROM range(9000) AS t(n)"
    result = run("corpus", "query", failing, folder, "--to", "csv", "-o", name)
    assert result.code == 1
    assert "no more" in result.err
    assert name.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["SELEC 1", "{folder}"], 1, 'Parser Error: syntax error at or near "SELEC"'),
        (["SELECT nothing FROM telegrams", "{folder}"], 1, 'Referenced column "nothing" not found'),
        (["SELECT error('stop')", "{folder}"], 1, "stop"),
        (["FROM edges", "{folder}"], 1, "corpus link {folder} makes this table"),
        (["FROM elsewhere", "{folder}"], 1, "Table with name elsewhere does not exist"),
        (["COPY (SELECT 1) TO 'x'", "{folder}"], 2, "one SELECT is a question; this is COPY"),
        (["SELECT 1; SELECT 2", "{folder}"], 2, "one SELECT is a question; this is SELECT, SELECT"),
        (["--", "  ", "{folder}"], 2, "there is no question"),
        (["SELECT 1 AS a, 2 AS a", "{folder}", "--to", "json"], 1, "several columns are called 'a'"),
        (["SELECT 1", "{folder}", "--to", "parquet"], 2, "parquet is not for standard output"),
        (["SELECT 1", "{folder}", "-o", "{folder}/telegrams/x.parquet"], 2, "lies inside the corpus"),
        (["SELECT 1", "{folder}", "-o", "{folder}/../no/such/x"], 1, "No such file or directory"),
        (["SELECT 1", "{folder}/telegrams"], 1, "is no corpus"),
    ],
)
def test_what_cannot_be_answered(run: Run, folder: str, words: list[str], code: int, message: str) -> None:
    result = run("corpus", "query", *(word.format(folder=folder) for word in words))
    assert (result.code, result.out) == (code, "")
    assert message.format(folder=folder) in result.err


def test_columns_of_one_name_are_no_trouble_in_a_table(run: Run, folder: str) -> None:
    assert run("corpus", "query", "SELECT 1 AS a, 2 AS a", folder).out == "a  a\n─  ─\n1  2\n"


def test_a_corpus_that_is_not_whole_answers_with_a_warning(run: Run, folder: str) -> None:
    Path(folder, "_SUCCESS").unlink()
    result = run("corpus", "query", "SELECT count(*) AS n FROM telegrams", folder)
    assert (result.code, result.out) == (0, "n\n─\n2\n")
    assert "warning: " in result.err
    assert "the corpus is not whole" in result.err


def test_a_reader_that_goes_away(run: Run, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        encoding = "utf-8"

        def write(self, _text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    assert run("corpus", "query", "SELECT 1", folder).code == 141


def test_a_terminal_without_the_signs(run: Run, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    assert run("corpus", "query", "SELECT 1 AS one", folder).code == 0
    assert out.buffer.getvalue() == b"one\n---\n  1\n"  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", [["query", "SELECT 1"], ["link"]])
def test_without_duckdb(run: Run, folder: str, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    result = run("corpus", *words, folder)
    assert result.code == 3
    assert "a corpus needs the package 'duckdb': pip install 'telegram-format[corpus]'" in result.err


def test_link(run: Run, folder: str) -> None:
    result = run("corpus", "link", folder)
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "telegram-format: references to telegrams: 4, 1 of them resolved (3 missing, 1 year);"
        " telegrams that are cited and not there: 3\n"
        "telegram-format: messages in sections: 1 (1 first alone)\n"
    )
    assert run("corpus", "query", "SELECT count(*) AS n FROM edges", folder).out == "n\n─\n4\n"


def test_link_tells_of_copies(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("one", "two"):
        (tmp_path / "in" / f"{name}.txt").write_bytes(load("flood"))
    convert(tmp_path / "in", tmp_path / "out", jobs=1)
    result = run("corpus", "link", tmp_path / "out")
    assert "telegrams of which there are several: 2 (1 copy, 1 original)" in result.err


def test_link_of_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run("corpus", "link", tmp_path)
    assert (result.code, "is no corpus" in result.err) == (1, True)

    def full(_folder: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("telegram_format.corpus.link", full)
    result = run("corpus", "link", tmp_path)
    assert (result.code, result.err) == (1, f"telegram-format: {tmp_path}: No space left on device\n")
