"""Plain data to values: one hook for each kind of type, that takes what it should be and nothing near it.

Strategy: scalars are asked for their exact type, since `True` is an `int` to Python and `int("12")` a conversion that
nobody asked for. Classes look at their keys first and leave the fields to the function that cattrs writes for them.
A hook is what cattrs calls with a value and the type it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from attrs import NOTHING, fields

from telegram_format.interchange.kinds import KINDS, NAME_OF_KIND
from telegram_format.interchange.refusal import Refusal, expected, shown
from telegram_format.model.attributes import Attributes

if TYPE_CHECKING:
    from cattrs import Converter

Hook = Callable[[Any, Any], Any]


def text(value: object, _type: object) -> str:
    """A text; any characters."""
    if type(value) is not str:
        raise expected("text", value)
    return value


def number(value: object, _type: object) -> int:
    """A whole number; `true` and `1.0` are none."""
    if type(value) is not int:
        raise expected("a whole number", value)
    return value


def truth(value: object, _type: object) -> bool:
    """`true` or `false`."""
    if type(value) is not bool:
        raise expected("true or false", value)
    return value


def day(value: object, _type: object) -> date:
    """A date, `2009-03-06` and no other of ISO 8601's forms."""
    wanted = "a date such as '2009-03-06'"
    if type(value) is not str:
        raise expected(wanted, value)
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise expected(wanted, value) from None
    if found.isoformat() != value:
        raise expected(wanted, value)
    return found


def attributes(value: object, _type: object) -> Attributes:
    """An object of texts."""
    if not isinstance(value, dict):
        raise expected("an object of texts", value)
    for name, item in value.items():
        if type(name) is not str:
            raise Refusal(f"a name must be text, not {shown(name)}")
        if type(item) is not str:
            raise Refusal(f"expected text for {shown(name)}, got {shown(item)}")
    return Attributes(value)


def enumeration(value: object, kind: type[Enum]) -> Enum:
    """A member of an enum, written as its value."""
    member: Enum = _enumeration(kind)(value, kind)
    return member


@cache
def _enumeration(kind: type[Enum]) -> Hook:
    return _choice({member.value: member for member in kind})


def literal(kind: Any) -> Hook:
    """The hook of a literal type, all texts."""
    return _choice({word: word for word in get_args(kind)})


def _choice(choices: Mapping[str, object]) -> Hook:
    wanted = f"one of {', '.join(map(repr, choices))}"

    def choose(value: object, _type: object) -> object:
        if type(value) is not str or value not in choices:
            raise expected(wanted, value)
        return choices[value]

    return choose


def row(kind: Any, converter: Converter) -> Hook:
    """The hook of a tuple, written as a list. It stops at the first item that is wrong."""
    item = get_args(kind)[0]

    def accept(value: object, _type: object) -> tuple[object, ...]:
        from cattrs import IterableValidationNote

        if not isinstance(value, list):
            raise expected("a list", value)
        hook = converter.get_structure_hook(item)  # not before: paragraphs hold paragraphs
        items = []
        index = 0
        try:
            for index, each in enumerate(value):  # noqa: B007
                items.append(hook(each, item))
        except Exception as error:
            error.add_note(IterableValidationNote(f"at {index}", index, item))
            raise
        return tuple(items)

    return accept


def record(kind: Any, converter: Converter) -> Hook:
    """The hook of a class of the model, written as an object with a key for each field."""
    from cattrs.gen import make_dict_structure_fn

    fill = make_dict_structure_fn(kind, converter)
    name_of_kind = NAME_OF_KIND.get(kind)
    needed = [field.name for field in fields(kind) if field.default is NOTHING]
    known = [field.name for field in fields(kind)]
    if name_of_kind is not None:
        needed.insert(0, "kind")
        known.insert(0, "kind")
    names = set(known)

    def accept(value: object, _type: object) -> object:
        if not isinstance(value, dict):
            raise expected(f"an object ({kind.__name__})", value)
        if not value.keys() <= names:
            raise _unknown_key(next(key for key in value if key not in known), known)
        for name in needed:
            if name not in value:
                raise Refusal(f"the key {name!r} is missing")
        if name_of_kind is not None and value["kind"] != name_of_kind:
            raise expected(repr(name_of_kind), value["kind"], "kind")
        return fill(value, kind)

    return accept


def block(converter: Converter) -> Hook:
    """The hook of a block of the body: its kind says which class it is."""
    wanted = f"one of {', '.join(map(repr, KINDS))}"

    def accept(value: object, _type: object) -> object:
        if not isinstance(value, dict):
            raise expected("an object (a block of the body)", value)
        if "kind" not in value:
            raise Refusal(f"the key 'kind' is missing: {wanted}")
        kind = value["kind"]
        if type(kind) is not str or kind not in KINDS:
            raise expected(wanted, kind, "kind")
        return converter.structure(value, KINDS[kind])

    return accept


def _unknown_key(key: object, known: list[str]) -> Refusal:
    from difflib import get_close_matches  # only for those who mistype

    near = get_close_matches(key, known, 1) if isinstance(key, str) else ()
    meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
    return Refusal(f"unknown key {shown(key)}: {meant}")
