"""Telegrams as plain data and back."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.examples import load
from telegram_format.interchange.kinds import KINDS
from telegram_format.model.body import Block

Strategy = st.SearchStrategy[tf.Telegram]
Nested = Callable[[int], dict[str, Any]]


@given(st.data())
def test_any_telegram_comes_back(any_telegram: Strategy, data: st.DataObject) -> None:
    """Law: `from_dict` undoes `to_dict`, for what does not count in equality too."""
    telegram = data.draw(any_telegram)
    plain = tf.to_dict(telegram)
    back = tf.from_dict(plain)
    assert back == telegram
    assert tf.to_dict(back) == plain


@given(st.data())
def test_plain_data_is_plain(any_telegram: Strategy, data: st.DataObject) -> None:
    """Law: nothing but dictionaries, lists, text, numbers, booleans and `None` is in plain data."""
    waiting: list[object] = [tf.to_dict(data.draw(any_telegram))]
    while waiting:
        value = waiting.pop()
        assert type(value) in (dict, list, str, int, bool, type(None))
        if isinstance(value, dict):
            assert all(type(name) is str for name in value)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def test_a_telegram_in_full() -> None:
    plain = tf.to_dict(tf.parse(load("harbour")).telegram)
    assert list(plain) == [field.name for field in fields(tf.Telegram)]
    assert plain["dtg"] == {"day": 6, "hour": 16, "minute": 40, "zone": "Z", "month": 3, "year": 2009}
    assert plain["classification"] == "confidential"
    assert plain["precedence"] == "immediate"
    assert plain["executive_order"] == {
        "number": "12958",
        "declassify_on": "2019-03-06",
        "event": None,
        "exemptions": [],
    }
    assert plain["to"][0]["name"] == "SECSTATE WASHDC"
    assert plain["validation"] is None
    assert plain["exempted"] == []
    assert plain["attributes"] == {}
    assert plain["body"][1] == {"kind": "heading", "text": plain["body"][1]["text"]}
    assert [next(iter(block)) for block in plain["body"]] == ["kind"] * len(plain["body"])
    assert [part["kind"] for part in plain["body"][2]["paragraphs"]] == ["paragraph"] * 3
    assert tf.from_dict(plain) == tf.parse(load("harbour")).telegram


def test_every_kind_of_block() -> None:
    assert tuple(KINDS.values()) == Block.__args__
    telegram = tf.Telegram(
        body=(tf.Heading("A"), tf.Separator("="), tf.Paragraph("B", paragraphs=(tf.Paragraph("C"),)))
    )
    plain = tf.to_dict(telegram)
    assert plain["body"][:2] == [{"kind": "heading", "text": "A"}, {"kind": "separator", "sign": "="}]
    assert [plain["body"][2]["kind"], plain["body"][2]["paragraphs"][0]["kind"]] == ["paragraph", "paragraph"]
    assert tf.from_dict(plain) == telegram


def test_what_an_id_was_written_as() -> None:
    telegram = tf.Telegram(message_id=tf.MessageId.parse("07 COTON0U 12"))
    back = tf.from_dict(tf.to_dict(telegram)).message_id
    assert back is not None
    assert (back.written, back.repaired) == ("07 COTON0U 12", True)


def test_keys_that_are_not_there_are_absent() -> None:
    assert tf.from_dict({}) == tf.Telegram()
    assert tf.from_dict({"subject": "A picnic"}) == tf.Telegram(subject="A picnic")
    assert tf.from_dict({"to": [{"name": "A"}]}) == tf.Telegram(to=(tf.Address("A"),))
    assert tf.from_dict({"body": [{"kind": "separator"}]}) == tf.Telegram(body=(tf.Separator(),))
    assert tf.from_dict({"subject": None, "to": [], "attributes": {}}) == tf.Telegram()


def test_values_are_those_of_the_model() -> None:
    telegram = tf.from_dict(
        {
            "precedence": "niact immediate",
            "executive_order": {"declassify_on": "2019-03-06"},
            "attributes": {"origin": "Embassy Meridian"},
        }
    )
    assert telegram.precedence is tf.Precedence.NIACT_IMMEDIATE
    assert telegram.executive_order == tf.ExecutiveOrder(declassify_on=date(2019, 3, 6))
    assert telegram.attributes == tf.Attributes({"origin": "Embassy Meridian"})


def test_plain_data_and_telegram_share_nothing_that_changes() -> None:
    plain = {"captions": ["SIPDIS"], "attributes": {"origin": "A"}}
    telegram = tf.from_dict(plain)
    given_out = tf.to_dict(telegram)
    for data in (plain, given_out):
        data["captions"].append("NODIS")
        data["attributes"]["origin"] = "B"
    assert telegram == tf.Telegram(captions=("SIPDIS",), attributes=tf.Attributes({"origin": "A"}))


def test_paragraphs_fifty_deep(nested: Nested) -> None:
    telegram = tf.from_dict(nested(50))
    assert tf.from_dict(tf.to_dict(telegram)) == telegram
    deeper = tf.evolve(telegram, body=(tf.Paragraph("", paragraphs=telegram.paragraphs),))
    with pytest.raises(tf.InterchangeError, match="paragraphs may be nested 50 deep"):
        tf.to_dict(deeper)


@pytest.mark.parametrize("depth", [51, 50_000])
def test_paragraphs_nested_deeper_are_refused(nested: Nested, depth: int) -> None:
    with pytest.raises(tf.InterchangeError, match="paragraphs may be nested 50 deep"):
        tf.from_dict(nested(depth))


def test_a_circle_is_refused() -> None:
    block: dict[str, Any] = {"kind": "paragraph", "text": ""}
    block["paragraphs"] = [block]
    with pytest.raises(tf.InterchangeError, match="nested too deep"):
        tf.from_dict({"body": [block]})


@pytest.mark.parametrize("function", [tf.to_dict, tf.from_dict, tf.to_json, tf.from_json])
def test_a_stack_that_is_nearly_used_up(nested: Nested, function: Callable[[Any], Any]) -> None:
    """As it is left to callers, the answer is a value or our error."""
    telegram = tf.from_dict(nested(50))
    given = {tf.from_dict: nested(50), tf.from_json: tf.to_json(telegram)}.get(function, telegram)
    answers = []

    def call(further: int) -> None:
        if further > 0:
            call(further - 1)
            return
        try:
            function(given)
        except tf.InterchangeError as error:
            answers.append(error.problem.partition(";")[0])
        else:
            answers.append("taken")

    used = len(inspect.stack(0))
    for left in range(40, 400, 40):
        call(sys.getrecursionlimit() - used - left)
    assert answers[0] == "nested too deep"
    assert answers[-1] == "taken"
    assert answers == sorted(answers)
