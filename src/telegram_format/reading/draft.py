"""A telegram in the making: what a reader writes to.

Strategy: the one place through which values, marks and diagnostics pass. A value is handed over together with the
range of the view it was read from; there is no way to set one without saying where it stood. Lists grow by `add`.
Everything is kept as it comes, in plain containers, and made into frozen values once, at the end.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from telegram_format.diagnostics.codes import severity
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.attributes import Attributes
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Entry, Layer, Mark, Path, Trace, Whole, spell, told
from telegram_format.text.source import Span
from telegram_format.text.view import View


@frozen
class Context:
    """What the caller or the wrapper knows and the text may lack.

    `year` (four digits) fills years that the text leaves out: of references, of a date-time group without one.
    `station` is the sending post in compact form (`USUNNEWYORK`).
    """

    year: int | None = None
    station: str | None = None


NO_CONTEXT = Context()


class Draft:
    """A telegram in the making.

    `text` is what to read, `view` knows where it came from. Offsets are those of `text`; after `lift` they are those
    of the new one. `context` is what is known from outside. `values` holds what was handed over so far.
    """

    __slots__ = (
        "_layers",
        "attributes",
        "context",
        "entries",
        "marks",
        "notes",
        "parts",
        "reader",
        "rest",
        "text",
        "values",
        "view",
    )

    def __init__(self, view: View, context: Context = NO_CONTEXT, reader: str = "") -> None:
        self.view = view
        self.text = view.text
        self.context = context
        self.reader = reader
        self.values: dict[str, Any] = {}
        self.attributes: dict[str, str] = {}
        self.entries: list[Whole] = []
        self.marks: list[Mark] = []
        self.rest: list[Entry] = []
        self.parts: list[View] = []
        self._layers = [Layer(view, self.entries, self.marks, self.rest)]
        self.notes: list[tuple[str, str, View, int, int, Path]] = []

    def put(self, name: str, value: object, start: int, end: int) -> None:
        """Set a field and say where it stands. The first value of a field stays; a repetition adds its place."""
        known = self.values.setdefault(name, value)
        self.entries.append(((name,), start, end))
        if known is not value and known != value:
            self.note("field-repeated", f"{name} stands again and differs: {_short(value)}", start, end, (name,))

    def add(self, name: str, value: object, start: int, end: int) -> int:
        """Append to a list field and say where the item stands; the index it got."""
        items: list[object] = self.values.setdefault(name, [])
        items.append(value)
        self.entries.append(((name, len(items) - 1), start, end))
        return len(items) - 1

    def place(self, path: Path, start: int, end: int) -> None:
        """Say where a part of a value stands: `draft.place(("to", 0, "name"), 10, 24)`."""
        self.entries.append((path, start, end))

    def places(self) -> list[Whole]:
        """What `place` and the like said of the present text, path by path; what functions tell is told now."""
        self.entries[:] = told(self.entries)
        return self.entries

    def add_rest(self, name: str, value: object, start: int, end: int) -> None:
        """As `add`, for text that is kept but was not understood: it has a place and counts as unread."""
        items: list[object] = self.values.setdefault(name, [])
        items.append(value)
        self.rest.append(((name, len(items) - 1), start, end))

    def attribute(self, name: str, value: str, start: int, end: int) -> None:
        """Keep a fact that has no field of its own."""
        self.attributes[name] = value
        self.entries.append((("attributes", name), start, end))

    def mark(self, kind: str, start: int, end: int) -> None:
        """Say that a place is understood but carries no field: a label, a page line, a rule of dashes."""
        self.marks.append((kind, start, end))

    def note(self, code: str, message: str, start: int, end: int, path: Path = ()) -> None:
        """Report an oddity."""
        self.notes.append((code, message, self.view, start, end, path))

    def lift(self, cuts: list[Span]) -> None:
        """Take marks out of the text: what stood on both sides of one is read as one, with two spans."""
        if cuts:
            self.turn_to(self.view.without(cuts))

    def keep(self, start: int, end: int) -> None:
        """Go on with a range of the text only."""
        if (start, end) != (0, len(self.text)):
            self.turn_to(self.view.part(start, end))

    def set_apart(self, start: int, end: int) -> None:
        """Leave a range to a reading of its own: another telegram inside this one (`reading.embedded`)."""
        self.parts.append(self.view.part(start, end))

    def turn_to(self, view: View) -> None:
        """Go on reading in another view of the same source."""
        self.view = view
        self.text = view.text
        self.entries = []
        self.marks = []
        self.rest = []
        self._layers.append(Layer(view, self.entries, self.marks, self.rest))

    def telegram(self) -> Telegram:
        """The telegram as far as it is known."""
        values: dict[str, Any] = {
            name: tuple(value) if type(value) is list else value for name, value in self.values.items()
        }
        if self.attributes:
            values["attributes"] = Attributes(self.attributes)
        return Telegram(**values)

    def trace(self) -> Trace:
        """Where everything stood."""
        return Trace(tuple(self._layers), self.view.source)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was odd, in the order of reading."""
        found = []
        for code, message, view, start, end, path in self.notes:
            source = view.source
            spans = view.to_source(start, end)
            span = source.byte_span((spans[0][0], spans[-1][1]))
            found.append(Diagnostic(code, severity(code), message, span, spell(path) or None, self.reader or None))
        return tuple(found)


def _short(value: object) -> str:
    word = str(value)
    return word if len(word) <= 60 else word[:57] + "..."
