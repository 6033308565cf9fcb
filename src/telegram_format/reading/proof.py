"""Whether a draft can be made into a reading.

Strategy: built-in readers are held to this by tests; what a plug-in hands over is looked at each time, before anything
further in relies on it: places lie in the text, fields are those of a telegram, values are of the field's kind. Places
that cross harm nobody further in, so they are told and the reading is kept.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from attrs import fields, resolve_types

from telegram_format.model.telegram import Telegram
from telegram_format.reading.draft import Draft
from telegram_format.reading.trace import spell


def prove(draft: Draft) -> None:
    """Raise `ValueError` or `TypeError` for a draft that is none: what a reader must not do, with the field."""
    known = _kinds()
    for name, value in draft.values.items():
        if name not in known:
            raise ValueError(f"a telegram has no field {name!r:.80}")
        kinds, many = known[name]
        for item in value if many and isinstance(value, (list, tuple)) else [value]:
            if not isinstance(item, kinds):
                raise TypeError(f"{name} is no {' or '.join(kind.__name__ for kind in kinds)}: {item!r:.80}")
    for layer in draft.trace().layers:
        size = len(layer.view.text)
        for what, start, end in (*layer.entries, *layer.marks, *layer.rest):
            if not 0 <= start <= end <= size:
                raise ValueError(f"{what!r:.80} stands at {start} to {end} of a text of {size} characters")
    for code, _, view, start, end, _ in draft.notes:
        if not 0 <= start <= end <= len(view.text):
            raise ValueError(f"{code!r:.80} stands at {start} to {end} of a text of {len(view.text)} characters")


def note_crossing(draft: Draft) -> None:
    """Tell of the first two values whose places overlap without one lying inside the other, in each view."""
    for layer in draft.trace().layers:
        around: list[tuple[int, str]] = []
        for start, minus_end, path in sorted((start, -end, spell(path)) for path, start, end in layer.entries):
            while around and around[-1][0] <= start:
                around.pop()
            if around and start < around[-1][0] < -minus_end:
                outer_end, outer = around[-1]
                message = f"the places of {outer} and {path} overlap, and neither lies inside the other"
                draft.notes.append(("spans-cross", message, layer.view, start, outer_end, ()))
                break
            if start < -minus_end:
                around.append((-minus_end, path))


@cache
def _kinds() -> dict[str, tuple[tuple[type, ...], bool]]:
    """Of each field the classes of its values, and whether it is a list of them."""
    resolve_types(Telegram)
    found: dict[str, tuple[tuple[type, ...], bool]] = {}
    for field in fields(Telegram):
        hint: Any = field.type
        many = getattr(hint, "__origin__", None) is tuple
        parts = get_args(hint)
        item = parts[0] if many else hint
        kinds = tuple(kind for kind in (get_args(item) or (item,)) if isinstance(kind, type))
        found[field.name] = kinds, many
    return found
