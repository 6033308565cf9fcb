"""Readings as plain data."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.cli.record import record
from telegram_format.examples import load


def test_a_reading_in_full() -> None:
    data = record(tf.parse(load("harbour"), name="harbour.txt"))
    assert data["source"] == "harbour.txt"
    assert data["format"] == "cablegate"
    assert data["carrier"] == "plain"
    assert data["detection"]["score"] > 0.5
    assert data["embedded"] == []
    assert data["telegram"] == tf.to_dict(tf.parse(load("harbour")).telegram)
    assert tf.from_dict(data["telegram"]) == tf.parse(load("harbour")).telegram
    assert json.loads(json.dumps(data)) == data


def test_facts_of_the_wrapper() -> None:
    data = record(tf.parse(load("partial")))
    assert data["source"] is None
    assert data["telegram"]["attributes"]["origin"] == "Embassy Meridian"
    (found,) = [one for one in data["diagnostics"] if one["code"] == "header-missing"]
    assert found["line"] == 37
    assert found["column"] == 12
    assert load("partial")[slice(*found["span"])].startswith(b"This record is a partial extract")


def test_unread_and_places() -> None:
    data = record(tf.parse("¶ odd\n\nmore".encode(), format="plain"))
    assert data["detection"] is None
    assert data["coverage"] == 0.0
    assert data["unread"] == [{"line": 1, "column": 1, "spans": [[0, 12]], "text": "¶ odd\n\nmore"}]


def test_diagnostic_without_a_place() -> None:
    data = record(tf.parse(b"\xb6 odd", format="plain"))
    assert data["diagnostics"][0] == {
        "code": "encoding-fallback",
        "severity": "info",
        "message": "not UTF-8; read as cp1252",
        "span": None,
        "path": None,
        "reader": None,
        "line": None,
        "column": None,
    }


def test_embedded_telegrams() -> None:
    class Twin:
        name = "twin"

        def detect(self, sample: object) -> tf.Detection:
            return tf.Detection(0.0, str(sample))

        def read(self, draft: object) -> None:
            if len(draft.text) > 4:  # type: ignore[attr-defined]
                draft.set_apart(4, 8)  # type: ignore[attr-defined]
            draft.put("subject", draft.text[:4], 0, 4)  # type: ignore[attr-defined]

    data = record(tf.parse("ONE TWO ", format=Twin()))  # type: ignore[arg-type]
    assert data["telegram"]["subject"] == "ONE "
    assert data["embedded"][0]["telegram"]["subject"] == "TWO "


@given(st.binary(max_size=200))
def test_any_bytes_make_ascii_json(data: bytes) -> None:
    """Law: whatever was read is JSON in ASCII, and comes back from it unchanged, surrogates too."""
    made = record(tf.parse(data, format="plain"))
    text = json.dumps(made)
    assert text.isascii()
    assert json.loads(text) == made
