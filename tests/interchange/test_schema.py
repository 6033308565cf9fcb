"""The JSON Schema says what plain data is."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from attrs import fields, has
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import telegram_format as tf
from telegram_format.examples import load, names
from telegram_format.interchange import schema
from telegram_format.interchange.schema import json_schema

Strategy = st.SearchStrategy[tf.Telegram]
VALIDATOR = Draft202012Validator(json_schema())
NEAR = st.sampled_from(
    [None, True, 0, 12, 0.5, "", "12", "flash", "paragraph", "2009-03-06", [], ["A"], [{}], {}, {"kind": "heading"}]
)
"""What may stand where something else should."""


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_the_file_of_the_package_is_the_same() -> None:
    """`telegram-format schema` makes the file anew where the model has changed."""
    shipped = files("telegram_format.interchange").joinpath("data", "telegram.schema.json").read_bytes()
    assert json.loads(shipped) == json_schema()


def test_every_call_makes_a_new_one() -> None:
    json_schema()["properties"].clear()
    assert list(json_schema()["properties"]) == [field.name for field in fields(tf.Telegram)]


@given(st.data())
def test_any_telegram_fits(any_telegram: Strategy, data: st.DataObject) -> None:
    """Law: what `to_dict` gives is valid."""
    VALIDATOR.validate(tf.to_dict(data.draw(any_telegram)))


@pytest.mark.parametrize("name", names())
def test_examples_fit(name: str) -> None:
    VALIDATOR.validate(tf.to_dict(tf.parse(load(name)).telegram))


@given(st.data())
def test_the_schema_and_from_dict_agree(any_telegram: Strategy, data: st.DataObject) -> None:
    """Law: plain data with one thing changed in it is taken where it is valid, and refused where it is not."""
    plain = tf.to_dict(data.draw(any_telegram))
    place = data.draw(st.sampled_from(list(containers(plain))))
    change(place, data)
    try:
        tf.from_dict(plain)
    except tf.InterchangeError:
        assert not VALIDATOR.is_valid(plain)
    else:
        VALIDATOR.validate(plain)


def containers(value: object) -> list[Any]:
    """All dictionaries and lists in plain data."""
    match value:
        case dict():
            return [value, *(found for item in value.values() for found in containers(item))]
        case list():
            return [value, *(found for item in value for found in containers(item))]
        case _:
            return []


def change(place: dict[str, Any] | list[Any], data: st.DataObject) -> None:
    """Put something else into a dictionary or a list, or take something out."""
    if isinstance(place, list):
        place.insert(data.draw(st.integers(0, len(place))), data.draw(NEAR))
    elif place and data.draw(st.booleans()):
        place[data.draw(st.sampled_from(sorted(place)))] = data.draw(NEAR)
    elif place and data.draw(st.booleans()):
        del place[data.draw(st.sampled_from(sorted(place)))]
    else:
        place[data.draw(st.sampled_from(["name", "kind", "text", "other"]))] = data.draw(NEAR)


def test_every_object_is_closed_and_every_class_explained() -> None:
    found = json_schema()
    for name, definition in {"Telegram": found, **found["$defs"]}.items():
        assert definition["description"], name
        kind = getattr(tf, name)
        if has(kind):
            assert definition["additionalProperties"] is False
            assert [key for key in definition["properties"] if key != "kind" or name in ("Reference", "Tag")] == [
                field.name for field in fields(kind)
            ]


def test_every_value_of_an_enum_is_listed() -> None:
    found = json_schema()["$defs"]
    assert found["Precedence"]["enum"] == [precedence.value for precedence in tf.Precedence]
    assert found["Classification"]["enum"] == [level.value for level in tf.Classification]
    assert found["Paragraph"]["properties"]["role"]["enum"][-2:] == ["service note", None]


def test_defaults_are_those_of_the_model() -> None:
    found = json_schema()
    assert found["properties"]["attributes"]["default"] == {}
    assert found["properties"]["captions"]["default"] == []
    assert found["$defs"]["DateTimeGroup"]["properties"]["zone"] == {"type": "string", "default": "Z"}
    assert "required" not in found
    assert found["$defs"]["MessageId"]["required"] == ["year", "station", "number"]
    assert found["$defs"]["Paragraph"]["required"] == ["kind", "text"]


def test_without_docstrings_there_are_no_descriptions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "getdoc", lambda _: None)
    assert "description" not in json_schema()
