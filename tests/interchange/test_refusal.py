"""Plain data that is no telegram: what is said, and where."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

import telegram_format as tf
from telegram_format.interchange import acceptance
from telegram_format.interchange.converter import converter


def refusal(data: Any) -> tf.InterchangeError:
    with pytest.raises(tf.InterchangeError) as raised:
        tf.from_dict(data)
    return raised.value


PARAGRAPH = {"kind": "paragraph", "text": "A"}
DATE = "a date such as '2009-03-06'"
KINDS = "one of 'heading', 'paragraph', 'separator'"
PRECEDENCES = "one of 'routine', 'priority', 'immediate', 'niact immediate', 'flash', 'emergency command'"
TAGS = "one of 'subject', 'country', 'region', 'program', 'organization', 'term', 'person', 'unknown'"


@pytest.mark.parametrize(
    ("data", "path", "problem"),
    [
        # keys
        ({"subjct": "A"}, "", "unknown key 'subjct': did you mean 'subject'?"),
        ({"tags": [{"code": "A"}, {"code": "B", "rank": 1}]}, "tags[1]", "unknown key 'rank': there are code, kind"),
        ({"section": {1: 2}}, "section", "unknown key the number 1: there are number, total, final"),
        ({"to": [{"precedence": "flash"}]}, "to[0]", "the key 'name' is missing"),
        ({"message_id": {"station": "PARIS", "number": 1}}, "message_id", "the key 'year' is missing"),
        ({"body": [PARAGRAPH, {"text": "A"}]}, "body[1]", f"the key 'kind' is missing: {KINDS}"),
        (
            {"body": [{**PARAGRAPH, "paragraphs": [{"text": "A"}]}]},
            "body[0].paragraphs[0]",
            "the key 'kind' is missing",
        ),
        # objects and lists
        ([], "", "expected an object (Telegram), got a list"),
        (None, "", "expected an object (Telegram), got null"),
        ({"message_id": "07 PARIS 1"}, "message_id", "expected an object (MessageId), got '07 PARIS 1'"),
        ({"to": {"name": "A"}}, "to", "expected a list, got an object"),
        ({"to": None}, "to", "expected a list, got null"),
        ({"captions": "SIPDIS"}, "captions", "expected a list, got 'SIPDIS'"),
        ({"captions": ("SIPDIS",)}, "captions", "expected a list, got a Python tuple"),
        ({"body": ["A"]}, "body[0]", "expected an object (a block of the body), got 'A'"),
        # text and numbers
        ({"subject": 12}, "subject", "expected text, got the number 12"),
        ({"subject": 0.5}, "subject", "expected text, got the number 0.5"),
        ({"subject": 10**5000}, "subject", "expected text, got a number of many figures"),
        ({"captions": ["A", True]}, "captions[1]", "expected text, got true"),
        (
            {"references": [{"text": "A", "captions": ["B", None]}]},
            "references[0].captions[1]",
            "expected text, got null",
        ),
        ({"transmission": {"section": "12"}}, "transmission.section", "expected a whole number, got '12'"),
        ({"transmission": {"section": True}}, "transmission.section", "expected a whole number, got true"),
        ({"transmission": {"section": 12.0}}, "transmission.section", "expected a whole number, got the number 12.0"),
        (
            {"transmission": {"section": "1" * 99}},
            "transmission.section",
            f"expected a whole number, got '{'1' * 60}'…",
        ),
        ({"section": {"number": None, "total": 1}}, "section.number", "expected a whole number, got null"),
        (
            {"section": {"number": 1, "total": 1, "final": 1}},
            "section.final",
            "expected true or false, got the number 1",
        ),
        ({"section": {"number": 1, "total": 1, "final": "no"}}, "section.final", "expected true or false, got 'no'"),
        # one of a few
        ({"to": [{"name": "A", "precedence": "fast"}]}, "to[0].precedence", f"expected {PRECEDENCES}, got 'fast'"),
        ({"tags": [{"code": "A", "kind": []}]}, "tags[0].kind", f"expected {TAGS}, got a list"),
        ({"body": [{"kind": "picture"}]}, "body[0].kind", f"expected {KINDS}, got 'picture'"),
        ({"body": [{"kind": {}}]}, "body[0].kind", f"expected {KINDS}, got an object"),
        (
            {"body": [{**PARAGRAPH, "paragraphs": [{"kind": "heading", "text": "A"}]}]},
            "body[0].paragraphs[0].kind",
            "expected 'paragraph', got 'heading'",
        ),
        # dates
        (
            {"executive_order": {"declassify_on": "2019-02-29"}},
            "executive_order.declassify_on",
            f"expected {DATE}, got '2019-02-29'",
        ),
        (
            {"executive_order": {"declassify_on": "20190306"}},
            "executive_order.declassify_on",
            f"expected {DATE}, got '20190306'",
        ),
        (
            {"executive_order": {"declassify_on": 2019}},
            "executive_order.declassify_on",
            f"expected {DATE}, got the number 2019",
        ),
        # attributes
        ({"attributes": []}, "attributes", "expected an object of texts, got a list"),
        ({"attributes": {"origin": None}}, "attributes", "expected text for 'origin', got null"),
        ({"attributes": {1: "A"}}, "attributes", "a name must be text, not the number 1"),
    ],
)
def test_problem_and_path(data: Any, path: str, problem: str) -> None:
    error = refusal(data)
    assert (error.path, error.problem) == (path, problem)
    assert str(error) == (f"{path}: {problem}" if path else problem)


def test_the_error_is_ours_and_of_python() -> None:
    error = refusal({"subject": 12})
    assert isinstance(error, tf.TelegramFormatError)
    assert isinstance(error, ValueError)
    assert error.__cause__ is None
    assert error.__suppress_context__


def test_the_error_is_pickled() -> None:
    error = refusal({"subject": 12})
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.path, copy.problem) == (str(error), error.path, error.problem)


def test_the_first_problem_is_told() -> None:
    assert refusal({"subject": 12, "captions": "A", "to": [{}, {}]}).path == "to[0]"


def test_a_fault_of_the_program_is_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acceptance, "text", lambda _value, _type: 1 // 0)
    converter.cache_clear()
    try:
        with pytest.raises(ExceptionGroup) as raised:
            tf.from_dict({"subject": "A"})
    finally:
        converter.cache_clear()
    assert raised.group_contains(ZeroDivisionError)
