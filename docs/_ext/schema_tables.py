"""The JSON schema as tables: for each object its keys, what they take, and whether they must be there.

Strategy: a row for each property of the schema that the library itself gives; types are said in words, references lead
to the table of that object.
"""

from __future__ import annotations

from typing import Any

from telegram_format import json_schema

_WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true`, `false`",
    "object": "object",
    "null": "`null`",
}


def tables() -> str:
    """A table for the telegram and for each object inside it, in MyST."""
    schema = json_schema()
    named = {"Telegram": schema, **schema["$defs"]}
    return "\n".join(table(name, found) for name, found in named.items())


def table(name: str, found: dict[str, Any]) -> str:
    """The keys of an object, or the values of a word."""
    head = f"(json-{name.lower()})=\n### {name}\n\n"
    if "enum" in found:
        return f"{head}One of {values(found['enum'])}.\n"
    if "properties" not in found:
        return f"{head}An object with any keys; values are {said(found.get('additionalProperties') or {})}.\n"
    rows = ["| key | takes | without it |", "| --- | --- | --- |"]
    needed = found.get("required", [])
    for key, taken in found["properties"].items():
        otherwise = "refused" if key in needed else f"`{_json(taken['default'])}`" if "default" in taken else ""
        rows.append(f"| `{key}` | {said(taken)} | {otherwise} |")
    return head + "\n".join(rows) + "\n"


def said(taken: dict[str, Any]) -> str:
    """What a key takes, in words."""
    if "const" in taken:
        return values([taken["const"]])
    if "enum" in taken:
        return values(taken["enum"])
    if "anyOf" in taken or "oneOf" in taken:
        return ", ".join(said(one) for one in taken.get("anyOf") or taken["oneOf"])
    if "$ref" in taken:
        name = taken["$ref"].rpartition("/")[2]
        return f"[{name}](#json-{name.lower()})"
    kinds = taken.get("type", "anything")
    if kinds == "array":
        return f"list of {said(taken['items'])}"
    names = [_WORDS.get(kind, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    bounds = [f"{word} {taken[key]}" for key, word in (("minimum", "from"), ("maximum", "to")) if key in taken]
    names[0] = " ".join([names[0], *bounds, *(["(a date)"] if taken.get("format") == "date" else [])])
    return ", ".join(names)


def values(found: list[object]) -> str:
    """Values as JSON has them."""
    return ", ".join(f"`{_json(value)}`" for value in found)


def _json(value: object) -> str:
    return "null" if value is None else f'"{value}"' if isinstance(value, str) else str(value).lower()
