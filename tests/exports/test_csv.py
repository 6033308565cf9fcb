"""Telegrams as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.examples import load
from telegram_format.exports.spreadsheet import COLUMNS, READING_COLUMNS, guarded
from telegram_format.testing import telegrams


def rows(*given: tf.Telegram | tf.Reading, formula_guard: bool = True) -> list[dict[str, str]]:
    """The rows as Python reads them."""
    file = io.BytesIO()
    assert tf.to_csv(iter(given), file, formula_guard=formula_guard) == len(given)
    return list(csv.DictReader(io.StringIO(file.getvalue().decode("utf-8"), newline="")))


def test_a_row() -> None:
    (row,) = rows(tf.parse(load("harbour"), name="harbour.txt"))
    text = row.pop("text")
    assert text.startswith("1. (C) SUMMARY: Minister of Ports Lucan Verrall offered the Ambassador")
    assert "\n\nWHAT WAS OFFERED\n\n2. (C/NF) Verrall received" in text
    assert "were these:\n-- forty years on the north basin" in text
    assert "\nA. (C) whether the survey" in text
    assert row.pop("summary").startswith("SUMMARY: ")
    assert row == {
        "source": "harbour.txt",
        "format": "cablegate",
        "carrier": "plain",
        "message_id": "09 PORT ALDER 219",
        "year": "2009",
        "station": "PORT ALDER",
        "number": "219",
        "dtg": "061640Z MAR 09",
        "sent": "2009-03-06T16:40Z",
        "precedence": "immediate",
        "info_precedence": "",
        "originator": "AMEMBASSY PORT ALDER",
        "to": "SECSTATE WASHDC; DEPT OF COMMERCE WASHINGTON DC",
        "info": "AMEMBASSY MERIDIAN; AMCONSUL CALVERLEY; NORTHERN COAST COLLECTIVE",
        "exempted": "",
        "classification": "confidential",
        "caveats": "",
        "captions": "NOFORN; SIPDIS",
        "passing": "STATE FOR WCA/NOR (TENNANT), L/OES; COMMERCE FOR ITA/MAC; MERIDIAN FOR ECON",
        "declassify": "2019-03-06",
        "tags": "PREL; ECON; EWWT; ETRD; EINV",
        "subject": "HARBOUR TALKS: MINISTER OFFERS A LEASE AND ASKS FOR DREDGERS",
        "references": (
            "PORT ALDER 142; 08 MERIDIAN 1406; STATE 20931; QUAYLE-TENNANT E-MAIL OF 03/02/2009; "
            "2008 INVESTMENT CLIMATE REPORT FOR ALDERIA"
        ),
        "paragraphs": "6",
        "signatures": "QUAYLE",
        "guard": "apostrophe",
    }


def test_an_empty_telegram() -> None:
    (row,) = rows(tf.Telegram(), formula_guard=False)
    assert {name: cell for name, cell in row.items() if cell} == {"paragraphs": "0", "guard": "none"}
    assert list(row) == [*READING_COLUMNS, *COLUMNS, "guard"]


def test_no_telegram_is_a_header() -> None:
    file = io.BytesIO()
    assert tf.to_csv([], file) == 0
    assert file.getvalue().endswith(b",guard\r\n")
    assert file.getvalue().count(b"\n") == 1


def test_a_path(tmp_path: Path) -> None:
    assert tf.to_csv([tf.Telegram()] * 3, tmp_path / "a.csv") == 3
    assert tf.to_csv([tf.Telegram()], str(tmp_path / "b.csv")) == 1
    assert (tmp_path / "a.csv").read_bytes().count(b"\r\n") == 4


def test_rows_are_written_as_they_come() -> None:
    file = io.BytesIO()
    sizes = []

    def given() -> object:
        for _ in range(3):
            sizes.append(len(file.getvalue()))
            yield tf.Telegram()

    tf.to_csv(given(), file)  # type: ignore[arg-type]
    assert sizes == sorted(set(sizes))


ANY = st.text(st.characters(exclude_categories=()), max_size=12) | st.text("=+-@\t\r\n\0'\"; ,＝A1", max_size=12)


@settings(max_examples=200)
@given(ANY)
@example("'=A1")
@example("''")
def test_the_guard_has_a_way_back(cell: str) -> None:
    """Law: `unguard` gives a cell back, and no guarded cell begins like a formula."""
    assert tf.unguard(guarded(cell)) == cell
    assert not guarded(cell).startswith(tuple("=+-@\t\r\n\0＝＋－＠"))


@settings(max_examples=50)
@given(ANY, ANY)
@example('=HYPERLINK("x")', "\r")
def test_any_text_comes_back_from_its_cell(one: str, other: str) -> None:
    """Law: subject and caption are read again, lone surrogates as escapes."""
    (row,) = rows(tf.Telegram(subject=one, captions=(other,)))
    assert tf.unguard(row["subject"]) == one.encode("utf-8", "backslashreplace").decode("utf-8")
    assert tf.unguard(row["captions"]) == other.encode("utf-8", "backslashreplace").decode("utf-8")


@settings(max_examples=20)
@given(st.lists(telegrams(), max_size=3))
def test_a_row_for_each(given: list[tf.Telegram]) -> None:
    """Law: there are as many rows as telegrams, in their order."""
    assert [tf.unguard(row["subject"]) for row in rows(*given)] == [one.subject or "" for one in given]


@pytest.mark.parametrize(
    ("order", "cell"),
    [
        (tf.ExecutiveOrder("12958", event="OADR"), "OADR"),
        (tf.ExecutiveOrder("12958", exemptions=("X1", "X3")), "X1; X3"),
        (tf.ExecutiveOrder("12958"), ""),
    ],
)
def test_declassification(order: tf.ExecutiveOrder, cell: str) -> None:
    assert rows(tf.Telegram(executive_order=order))[0]["declassify"] == cell
