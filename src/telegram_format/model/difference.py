"""What two telegrams say differently.

Strategy: both are taken apart side by side, field by field, as far as their kinds agree. Tuples of one length are
compared item by item; tuples of different lengths are one difference, for nothing says which item is which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import fields, frozen, has

from telegram_format.model.telegram import Telegram


@frozen
class Difference:
    """A value that is not the same in two telegrams: `path` as in `to[0].name`, the value `before` and `after`."""

    path: str
    before: object
    after: object

    def __str__(self) -> str:
        return f"{self.path}: {_short(self.before)} became {_short(self.after)}"


def differences(before: Telegram, after: Telegram) -> tuple[Difference, ...]:
    """All differences, in the order of the model's fields; none where the telegrams are equal."""
    return tuple(_differences("", before, after))


def _differences(path: str, before: object, after: object) -> Iterator[Difference]:
    if before == after:
        return
    kind = type(before)
    if kind is type(after):
        if has(kind):
            for field in fields(kind):
                if field.eq:
                    here = f"{path}.{field.name}" if path else field.name
                    yield from _differences(here, getattr(before, field.name), getattr(after, field.name))
            return
        if isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
            for index, (one, other) in enumerate(zip(before, after, strict=True)):
                yield from _differences(f"{path}[{index}]", one, other)
            return
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            for name in dict.fromkeys([*before, *after]):
                yield from _differences(f"{path}.{name}", before.get(name), after.get(name))
            return
    yield Difference(path, before, after)


def _short(value: object) -> str:
    word = repr(value)
    return word if len(word) <= 60 else word[:57] + "..."
