"""What fields are called."""

from __future__ import annotations

import pytest
from attrs import fields

import telegram_format as tf
from telegram_format.views.names import _KIND_OF, KINDS, Name, Names, labelled

TELEGRAM = tf.Telegram(body=(tf.Heading("A"), tf.Paragraph("B"), tf.Separator(), tf.Paragraph("C")))


@pytest.mark.parametrize(
    ("path", "name", "spelled"),
    [
        ("subject", Name("subject", None, "subject"), "subject"),
        ("to[2].name", Name("to", 2, "transport"), "to[2].name"),
        ("body[0].text", Name("heading", None, "title"), "body[0].text"),
        ("body[1]", Name("paragraphs", 0, "text"), "paragraphs[0]"),
        ("body[2]", Name("separator", None, "text"), "body[2]"),
        ("body[3].marking", Name("paragraphs", 1, "marking"), "paragraphs[1].marking"),
        ("body[3].number", Name("paragraphs", 1, "number"), "paragraphs[1].number"),
        ("body[3].paragraphs[0].text", Name("paragraphs", 1, "text"), "paragraphs[1].paragraphs[0].text"),
        ("body[9]", Name("body", 9, ""), "body[9]"),
        ("attributes.body[3]", Name("attributes.body[3]", None, "fact"), "attributes.body[3]"),
        ("9", Name("9", None, "fact"), "9"),
    ],
)
def test_names(path: str, name: Name, spelled: str) -> None:
    names = Names(TELEGRAM)
    assert names.of(path) == name
    assert names.path(path) == spelled
    assert Names(TELEGRAM, "embedded[0]").of(path) == name._replace(part="embedded[0]")


def test_every_field_has_a_kind() -> None:
    known = {field.name for field in fields(tf.Telegram)} - {"body", "attributes"}
    assert set(_KIND_OF) == known | {"paragraphs", "separator", "heading"}
    assert set(_KIND_OF.values()) | {"fact"} == set(KINDS)


@pytest.mark.parametrize(
    ("numbers", "label"),
    [([], "tags"), ([3], "tags[3]"), ([0, 1, 2], "tags[0-2]"), ([2, 0, 2], "tags[0,2]"), ([1, 0], "tags[0-1]")],
)
def test_items_of_a_list_are_named_together(numbers: list[int], label: str) -> None:
    names = [Name("tags", number, "code") for number in numbers] or [Name("tags", None, "code")]
    assert labelled([None, *names, Name("label", None, "mark", field=False)]) == label


def test_labels() -> None:
    assert labelled([Name("page mark", None, "mark", field=False)] * 2) == "(page mark)"
    names = [Name("subject", None, "subject"), Name("subject", None, "subject", part="embedded[0]")]
    assert labelled(names) == "subject, embedded[0]: subject"
