"""Telegrams of any values whatever, made from the types of the fields; and what of them JSON cannot hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from attrs import fields, has
from hypothesis import strategies as st

import telegram_format as tf

TEXT = st.text(st.characters(exclude_categories=()), max_size=8)
"""Any characters, surrogates too."""

PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")

SCALARS: dict[object, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(),
    bool: st.booleans(),
    date: st.dates(),
    NoneType: st.none(),
    tf.Attributes: st.dictionaries(TEXT, TEXT, max_size=3).map(tf.Attributes),
}


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any values of a type of the model."""
    if kind in SCALARS:
        return SCALARS[kind]
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return st.lists(st.deferred(lambda: values(item)), max_size=3).map(tuple)
    if not isinstance(kind, type):
        return st.one_of(*map(values, get_args(kind)))
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    assert has(kind), kind
    types = get_type_hints(kind)
    return st.builds(kind, **{field.name: values(types[field.name]) for field in fields(kind)})


@pytest.fixture(scope="session")
def any_telegram() -> st.SearchStrategy[tf.Telegram]:
    """Any telegrams, sound or not."""
    return values(tf.Telegram)


@pytest.fixture(scope="session")
def has_pair() -> Callable[[object], bool]:
    """Whether a text somewhere in plain data holds two surrogates side by side."""

    def found(data: object) -> bool:
        match data:
            case str():
                return PAIR.search(data) is not None
            case dict():
                return any(found(name) or found(item) for name, item in data.items())
            case list():
                return any(map(found, data))
            case _:
                return False

    return found


@pytest.fixture(scope="session")
def nested() -> Callable[[int], dict[str, Any]]:
    """Plain data of a telegram whose paragraphs are nested so many deep."""

    def made(depth: int) -> dict[str, Any]:
        block: dict[str, Any] = {"kind": "paragraph", "text": ""}
        for _ in range(depth - 1):
            block = {"kind": "paragraph", "text": "", "paragraphs": [block]}
        return {"body": [block]}

    return made
