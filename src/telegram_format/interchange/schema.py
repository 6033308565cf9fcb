"""The JSON Schema of plain data.

Strategy: made from the classes of the model by the types of their fields, as the converter finds its hooks; what the
classes mean is said by their docstrings. The package holds the same as a file, for those who have no Python; a test
compares the two. Written for the draft of 2020-12, with the few keywords that every validator knows.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from inspect import getdoc
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, has

from telegram_format.interchange.kinds import NAME_OF_KIND
from telegram_format.model.attributes import Attributes
from telegram_format.model.telegram import Telegram

Schema = dict[str, Any]

_SCALARS: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    NoneType: {"type": "null"},
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `to_dict` gives and `from_dict` takes, as a new dictionary.

    It tells what must be there, every value that is one of a few, and that no other key may stand anywhere. It cannot
    tell that `1.0` is refused for a whole number, that a day must be in the calendar, or how deep paragraphs may be
    nested. The command `telegram-format schema` prints it.
    """
    definitions: dict[str, Schema] = {}
    whole = _record(Telegram, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Telegram",
        **whole,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    """The schema of a type; classes go into the definitions and are referred to."""
    if kind in _SCALARS:
        return dict(_SCALARS[kind])
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(get_args(kind)[0], definitions)}
    if get_origin(kind) is Literal:
        return {"type": "string", "enum": list(get_args(kind))}
    if not isinstance(kind, type):
        return _one_of([_of(each, definitions) for each in get_args(kind)])
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # paragraphs hold paragraphs
        definitions[kind.__name__] = _definition(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _one_of(schemas: list[Schema]) -> Schema:
    """One schema of several; a scalar or null is told shortly."""
    first, *others = schemas
    if others == [_SCALARS[NoneType]] and "type" in first:
        words = {"enum": [*first["enum"], None]} if "enum" in first else {}
        return {**first, "type": [first["type"], "null"], **words}
    return {"anyOf": schemas}


def _definition(kind: type, definitions: dict[str, Schema]) -> Schema:
    if has(kind):
        return _record(kind, definitions)
    if issubclass(kind, Enum):
        return {**_description(kind), "type": "string", "enum": [member.value for member in kind]}
    assert kind is Attributes, kind
    return {**_description(kind), "type": "object", "additionalProperties": {"type": "string"}}


def _record(kind: type, definitions: dict[str, Schema]) -> Schema:
    """The schema of a class of the model. The default of a field that is absent is told, for editors and forms."""
    types = get_type_hints(kind)
    properties: dict[str, Schema] = {}
    required: list[str] = []
    if kind in NAME_OF_KIND:
        properties["kind"] = {"const": NAME_OF_KIND[kind]}
        required.append("kind")
    for field in fields(kind):
        properties[field.name] = _of(types[field.name], definitions)
        if field.default is NOTHING:
            required.append(field.name)
        else:
            properties[field.name]["default"] = _plain(field.default)
    return {
        **_description(kind),
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _plain(default: object) -> object:
    match default:
        case tuple():
            return list(default)
        case Attributes():
            return dict(default)
        case _:
            return default


def _description(kind: type) -> Schema:
    """What a class says of itself, each of its paragraphs on one line; nothing where docstrings were left out."""
    paragraphs = (getdoc(kind) or "").split("\n\n")
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    return {"description": text} if text else {}
