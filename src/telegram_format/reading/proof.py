"""Whether a draft can be made into a reading.

Strategy: built-in readers are held to this by tests; what a plug-in hands over is looked at each time, before anything
further in relies on it: places lie in the text, fields are those of a telegram, values are of the field's kind, what is
set apart is less than the whole. Places that cross harm nobody further in, so they are told and the reading is kept.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from attrs import fields, resolve_types

from telegram_format.model.telegram import Telegram
from telegram_format.reading.draft import Draft
from telegram_format.reading.trace import spell
from telegram_format.text.view import View


def prove(draft: Draft, whole: View) -> None:
    """Raise `ValueError` or `TypeError` for a draft that is none: what a reader must not do, with the field.

    `whole` is the view that the draft was made of.
    """
    _prove_values(draft)
    for layer in draft.trace().layers:
        _prove_view(layer.view, whole)
        size = len(layer.view.text)
        for what, start, end in (*layer.entries, *layer.marks, *layer.rest):
            _prove_place(what, start, end, size)
    notes: list[Any] = draft.notes
    for code, message, view, start, end, _ in notes:
        if not isinstance(code, str) or not isinstance(message, str):
            raise TypeError(f"a diagnostic of a code and a message that are no text: {code!r:.80}, {message!r:.80}")
        _prove_place(code, start, end, len(view.text))
    for part in draft.parts:
        _prove_view(part, whole)
    sizes = [len(part.text) for part in draft.parts]
    if sum(sizes) > len(whole.text) or len(whole.text) in sizes:  # else telegrams hold themselves, without end
        raise ValueError("what is set apart is as long as the whole, or longer")


def _prove_place(what: object, start: Any, end: Any, size: int) -> None:
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError(f"{what!r:.80} stands at {start!r:.80} to {end!r:.80}, which are no offsets")
    if not 0 <= start <= end <= size:
        raise ValueError(f"{what!r:.80} stands at {start} to {end} of a text of {size} characters")


def _prove_values(draft: Draft) -> None:
    known = _kinds()
    for name, value in draft.values.items():
        if name not in known:
            raise ValueError(f"a telegram has no field {name!r:.80}")
        kinds, many = known[name]
        for item in value if many and isinstance(value, (list, tuple)) else [value]:
            if not isinstance(item, kinds):
                raise TypeError(f"{name} is no {' or '.join(kind.__name__ for kind in kinds)}: {item!r:.80}")
    attributes: dict[Any, Any] = draft.attributes
    for name, value in attributes.items():
        if not isinstance(name, str) or not isinstance(value, str):
            raise TypeError(f"an attribute that is no text: {name!r:.80} is {value!r:.80}")


def _prove_view(view: View, whole: View) -> None:
    """Raise for a view that is not of the source of `whole`, or of what lies outside of it."""
    if view.source is not whole.source:
        raise ValueError("it reads a text that is not of the source")
    size = len(whole.source.text)
    if not all(0 <= start <= end <= size for start, end in view.to_source(0, len(view.text))):
        raise ValueError("it reads what lies outside of the text")


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
