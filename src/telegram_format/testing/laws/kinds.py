"""Whether a value is of the kind that its field declares, all the way down.

Strategy: the annotations of the model are read once for each class and compared with the value; every form that the
model uses is a line of the table below, and a form that is not there is a fault of this file.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import fields, has

import telegram_format as tf


def odd_values(value: Any) -> Iterator[tuple[str, object]]:
    """Path and value of what is not of the declared kind, in a value of an attrs class."""
    kind: Any = type(value)
    for field in fields(kind):
        inner = getattr(value, field.name)
        for path, odd in _odd(inner, _hints(kind)[field.name]):
            yield f"{field.name}{path}", odd


def is_sound(telegram: tf.Telegram) -> bool:
    """Whether all values are of the kinds declared; what is wrong with others is said by the law Stand."""
    return next(odd_values(telegram), None) is None


def _odd(value: object, kind: Any) -> Iterator[tuple[str, object]]:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        member = next((one for one in get_args(kind) if _may_be(value, one)), None)
        if member is None:
            yield "", value
        else:
            yield from _odd(value, member)
    elif not _may_be(value, kind):
        yield "", value
    elif origin is tuple:
        assert isinstance(value, tuple)
        for index, item in enumerate(value):
            for path, odd in _odd(item, get_args(kind)[0]):
                yield f"[{index}]{path}", odd
    elif has(kind):
        for path, odd in odd_values(value):
            yield f".{path}", odd


def _may_be(value: object, kind: Any) -> bool:
    """Whether `value` is of `kind`, what it holds apart."""
    origin = get_origin(kind)
    if origin is Literal:
        return value in get_args(kind)
    if origin is tuple:
        return type(value) is tuple
    return type(value) is (NoneType if kind is None else kind)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
