"""Frozen values, made in half the time.

Strategy: a frozen object refuses assignments, so attrs sets each of its fields by a call. Here it is of a twin class
while it is made: a subclass that adds nothing and refuses nothing. As attrs does, the function that makes it is
written out field by field. A reading makes some fifty values, and was a good part of its time at it.
"""

from __future__ import annotations

from functools import wraps
from typing import Any, TypeVar

import attrs

_Class = TypeVar("_Class", bound=type)


def quick(cls: _Class) -> _Class:
    """Give a frozen attrs class of plain fields an `__init__` that does what its own does, quicker.

    It is written out when the first object is made, for importing should cost nothing. Classes derived from it keep to
    the slow one. Raises `TypeError` for a field that is more than a value: with a converter, a validator, a factory, by
    keyword only.
    """
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    for field in fields:
        if field.converter or field.validator or field.kw_only or isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
            raise TypeError(f"{cls.__name__}.{field.name} is more than a value")
    values: Any = cls
    plain = values.__init__

    @wraps(plain)
    def first(self: Any, *args: Any, **kwargs: Any) -> None:
        values.__init__ = _written_out(values, plain)
        values.__init__(self, *args, **kwargs)

    values.__init__ = first
    return cls


def _written_out(cls: Any, plain: Any) -> Any:
    """The `__init__` of `cls` whose own is `plain`."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    twin = type(
        cls.__name__,
        (cls,),
        {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__},
    )
    names = ", ".join(field.name for field in fields)
    lines = [
        f"def __init__(self, {names}):",
        "    if self.__class__ is not cls:",
        f"        return plain(self, {names})",
        "    set_field(self, '__class__', twin)",
        *(f"    self.{field.name} = {field.name}" for field in fields),
        "    self.__class__ = cls",
    ]
    known: dict[str, Any] = {"cls": cls, "twin": twin, "plain": plain, "set_field": object.__setattr__}
    exec("\n".join(lines), known)
    made = known["__init__"]
    made.__defaults__ = tuple(field.default for field in fields if field.default is not attrs.NOTHING)
    made.__annotations__ = plain.__annotations__
    made.__qualname__ = plain.__qualname__
    made.__module__ = cls.__module__
    return made
