"""The converter between the model and plain data: the hooks of this room, put into cattrs.

Strategy: one converter, made when it is first asked for, for cattrs costs more to import than most telegrams to read.
Hooks are found by what a type is, never by the name of a field: what the model gains is carried without a change here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_origin

from attrs import has

from telegram_format.interchange import acceptance
from telegram_format.interchange.kinds import NAME_OF_KIND
from telegram_format.model.attributes import Attributes
from telegram_format.model.body import Block
from telegram_format.model.telegram import Telegram

if TYPE_CHECKING:
    from cattrs import Converter


@cache
def converter() -> Converter:
    """The converter; `structure` raises what `interchange_error` understands."""
    from cattrs import Converter

    made = Converter(detailed_validation=True, unstruct_collection_overrides={tuple: list})
    _give(made)
    _take(made)
    made.get_structure_hook(Telegram)
    made.get_unstructure_hook(Telegram)
    return made


def _give(made: Converter) -> None:
    """Hooks from values to plain data, where cattrs' own would do something else."""
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(Attributes, dict)
    for block, name in NAME_OF_KIND.items():
        made.register_unstructure_hook(block, _with_kind(block, name, made))


def _with_kind(block: type, name: str, made: Converter) -> Callable[[Any], dict[str, Any]]:
    from cattrs.gen import make_dict_unstructure_fn

    fields_of: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(block, made)
    return lambda value: {"kind": name, **fields_of(value)}


def _take(made: Converter) -> None:
    """Hooks from plain data to values. Of those registered for conditions the last that holds is taken."""
    made.register_structure_hook(str, acceptance.text)
    made.register_structure_hook(int, acceptance.number)
    made.register_structure_hook(bool, acceptance.truth)
    made.register_structure_hook(date, acceptance.day)
    made.register_structure_hook(Enum, acceptance.enumeration)  # by class: early cattrs has one there itself
    made.register_structure_hook(Attributes, acceptance.attributes)
    made.register_structure_hook(Block, acceptance.block(made))
    made.register_structure_hook_factory(_originates(Literal), acceptance.literal)
    made.register_structure_hook_factory(_originates(tuple), lambda kind: acceptance.row(kind, made))
    made.register_structure_hook_factory(has, lambda kind: acceptance.record(kind, made))


def _originates(origin: object) -> Callable[[Any], bool]:
    """Whether a type is `origin[...]`."""
    return lambda kind: get_origin(kind) is origin
