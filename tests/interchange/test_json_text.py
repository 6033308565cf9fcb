"""Telegrams as JSON and back."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.examples import load, names

Strategy = st.SearchStrategy[tf.Telegram]


@given(st.data())
def test_any_telegram_comes_back(
    any_telegram: Strategy, has_pair: Callable[[object], bool], data: st.DataObject
) -> None:
    """Law: JSON is ASCII and gives the telegram back; none is refused but for two surrogates side by side."""
    telegram = data.draw(any_telegram)
    plain = tf.to_dict(telegram)
    if has_pair(plain):
        with pytest.raises(tf.InterchangeError, match="two surrogates side by side"):
            tf.to_json(telegram)
        return
    text = tf.to_json(telegram, indent=data.draw(st.sampled_from([None, 0, 2])))
    assert text.isascii()
    assert tf.to_dict(tf.from_json(text)) == tf.to_dict(tf.from_json(text.encode("ascii"))) == plain


@given(st.binary(max_size=60).map(lambda data: data.decode("cp1252", "surrogateescape")))
def test_bytes_that_are_no_text_survive(text: str) -> None:
    """Law: a byte that an encoding lacks, a lone surrogate in text, comes back from JSON as it was."""
    telegram = tf.Telegram(subject=text, attributes=tf.Attributes({text: text}))
    assert tf.from_json(tf.to_json(telegram)) == telegram


@pytest.mark.parametrize("name", names())
def test_examples(name: str) -> None:
    telegram = tf.parse(load(name)).telegram
    assert tf.from_json(tf.to_json(telegram)) == telegram
    assert json.loads(tf.to_json(telegram)) == tf.to_dict(telegram)


def test_layout() -> None:
    telegram = tf.Telegram(subject="Größe \udc81")
    line = tf.to_json(telegram)
    assert "\n" not in line
    assert r'"subject": "Gr\u00f6\u00dfe \udc81"' in line
    assert tf.to_json(telegram, indent=2).startswith('{\n  "message_id": null,\n')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be"])
def test_bytes_in_any_encoding_of_json(encoding: str) -> None:
    assert tf.from_json('{"subject": "Größe"}'.encode(encoding)) == tf.Telegram(subject="Größe")


def test_a_surrogate_that_is_not_escaped() -> None:
    assert tf.from_json('{"subject": "\udc81"}') == tf.Telegram(subject="\udc81")


@pytest.mark.parametrize("text", ["\ud83d\ude00", "a\ud800\udfffb"])
def test_what_json_cannot_hold_is_not_written(text: str) -> None:
    for telegram in (tf.Telegram(subject=text), tf.Telegram(attributes=tf.Attributes({text: ""}))):
        with pytest.raises(tf.InterchangeError, match="two surrogates side by side"):
            tf.to_json(telegram)


HELD = ["\U0001f600", "\ude00\ud83d", "\ud83d", "\udc81\udc8d", "\\ud83d\\ude00", "\ud83d\\ude00 "]


@pytest.mark.parametrize("text", HELD)
def test_surrogates_that_json_can_hold(text: str) -> None:
    assert tf.from_json(tf.to_json(tf.Telegram(subject=text))).subject == text


def test_a_stack_that_the_encoder_used_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def dumps(*_: object, **__: object) -> str:
        raise RecursionError

    monkeypatch.setattr(json, "dumps", dumps)
    with pytest.raises(tf.InterchangeError, match="nested too deep"):
        tf.to_json(tf.Telegram())


def test_a_number_that_python_does_not_write() -> None:
    with pytest.raises(tf.InterchangeError, match="no JSON can be written: Exceeds the limit"):
        tf.to_json(tf.Telegram(section=tf.Section(10**5000, 1)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no JSON: Expecting value: line 1 column 1 (char 0)"),
        ("{\n \"subject\": 'A'}", "no JSON: Expecting value: line 2 column 13 (char 14)"),
        ('{"subject": "A"', "no JSON: Expecting ',' delimiter: line 1 column 16 (char 15)"),
        ('{"subject": "A"} {}', "no JSON: Extra data: line 1 column 18 (char 17)"),
        (b'{"subject": "\xff"}', "no JSON: 'utf-8' codec can't decode byte 0xff in position 13: invalid start byte"),
        ('{"subject": "A", "to": [], "subject": "B"}', "the key 'subject' is given twice in one object"),
        ('{"attributes": {"a": "", "a": ""}}', "the key 'a' is given twice in one object"),
        ("NaN", "expected an object (Telegram), got the number nan"),
        ('{"section": {"number": 1e3, "total": 1}}', "section.number: expected a whole number, got the number 1000.0"),
        ("[" * 100_000, "nested too deep; paragraphs may be nested 50 deep"),
        ('{"body":[{"a":' * 50_000, "nested too deep; paragraphs may be nested 50 deep"),
    ],
)
def test_what_is_no_json_of_a_telegram(text: str | bytes, problem: str) -> None:
    with pytest.raises(tf.InterchangeError) as raised:
        tf.from_json(text)
    assert str(raised.value) == problem


def test_a_number_that_python_does_not_read() -> None:
    with pytest.raises(tf.InterchangeError, match="no JSON: Exceeds the limit"):
        tf.from_json('{"section": {"number": %s, "total": 1}}' % ("1" * 5000))


def test_what_python_made_of_bad_json_is_the_cause() -> None:
    with pytest.raises(tf.InterchangeError) as raised:
        tf.from_json("{")
    assert isinstance(raised.value.__cause__, json.JSONDecodeError)
    assert raised.value.__cause__.lineno == 1


@given(st.text(max_size=40) | st.binary(max_size=40))
def test_anything_at_all_is_a_telegram_or_our_error(text: str | bytes) -> None:
    """Law: `from_json` raises nothing but `InterchangeError`."""
    try:
        telegram = tf.from_json(text)
    except tf.InterchangeError:
        return
    assert isinstance(telegram, tf.Telegram)
