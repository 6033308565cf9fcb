"""Where everything stood: field path to places in the text.

Strategy: readers append plain tuples `(path, start, end)` in offsets of the view they read; a list for each view, for
a view is replaced when marks are lifted out of it. Nothing is computed until somebody asks: path names are spelled,
spans are carried back to the source, and the unread rest is found on demand.

A path is a tuple of names and indexes, `("to", 0, "name")`, spelled `to[0].name`. In place of a path may stand a
function with its arguments, which tells the places of a value and of its parts, from where all of it begins and ends:
no more than that is noted of what a telegram has many of, addresses and paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from telegram_format.text.source import Source, Span
from telegram_format.text.view import View

Path = tuple[str | int, ...]
Entry = tuple[Path, int, int]
Whole = tuple[tuple[Any, ...], int, int]
"""An entry; or a function with its arguments, and a range: `function(start, end, *arguments)` gives entries in it."""
Mark = tuple[str, int, int]
_Place = tuple[View, int, int]


_STEP = re.compile(r"([^.\[\]]++)|\[([0-9]{1,9}+)\]")


class Layer(NamedTuple):
    """What was recorded in the offsets of one view.

    `entries` are fields; `marks` are understood places without a field (labels, page lines); `rest` are fields that
    hold text nobody understood, and so do not count as read.
    """

    view: View
    entries: list[Whole]
    marks: list[Mark]
    rest: list[Entry]


def told(entries: Iterable[Whole]) -> list[Whole]:
    """`entries`, in place of functions what they tell."""
    found: list[Whole] = []
    for entry in entries:
        what, start, end = entry
        if what and callable(what[0]):
            found += what[0](start, end, *what[1:])
        else:
            found.append(entry)
    return found


def spell(path: Path) -> str:
    """`("to", 0, "name")` as `to[0].name`.

    No spelling is kept: a text with more paths than are kept would pay for each, and take longer than its share.
    """
    if len(path) == 3:  # most are values of an item
        name, index, part = path
        if isinstance(index, int) and isinstance(part, str):
            return f"{name}[{index}].{part}"
    return "".join([f"[{step}]" if isinstance(step, int) else f".{step}" for step in path])[1:]


@lru_cache(maxsize=1024)  # the same few are asked for
def steps(path: str) -> Path:
    """`to[0].name` as `("to", 0, "name")`; empty if it is not spelled so."""
    found = tuple(int(index) if index else name for name, index in _STEP.findall(path))
    return found if spell(found) == path else ()


class Trace(Mapping[str, tuple[Span, ...]]):
    """Field path to its spans, in bytes of the source, in the order of reading.

    A field that stands in several places, or was cut by a page mark, has several spans. Paths are those of the
    telegram: `subject`, `to[0].name`, `body[3].text`. `marks` are the recognised places that carry no field.
    """

    __slots__ = ("__dict__", "_layers", "_source")

    def __init__(self, layers: tuple[Layer, ...], source: Source) -> None:
        self._layers = layers
        self._source = source

    def __getitem__(self, path: str) -> tuple[Span, ...]:
        return tuple(map(self._source.byte_span, self._spans(self._at(path) or self._named[path])))

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)

    def __repr__(self) -> str:
        return f"<Trace of {len(self)} fields>"

    def __reduce__(self) -> tuple[type[Trace], tuple[tuple[Layer, ...], Source]]:
        return type(self), (self.layers, self._source)  # no functions: who unpickles may not trust them

    def characters(self, path: str) -> tuple[Span, ...]:
        """As `trace[path]`, in characters of the source's text; empty where the path is not traced."""
        return self._spans(self._at(path))

    def nearest(self, path: Path) -> Span | None:
        """The first span, in bytes, of the field at `path`, or of the nearest field around it that is traced.

        For those who ask once: it looks through the entries, and spells no path.
        """
        found: dict[int, tuple[View, int, int]] = {}
        for view, entries, _, rest in self.layers:
            for known, start, end in chain(entries, rest):
                if path[: len(known)] == known:
                    found.setdefault(len(known), (view, start, end))
        if not found:
            return None
        return self._source.byte_span(self._spans([found[max(found)]])[0])

    def text(self, path: str) -> str:
        """What stands at the first place of a field, markup and lifted marks left out; empty where it is not traced."""
        places = self._at(path)
        if not places:
            return ""
        view, start, end = places[0]
        return view.text[start:end]

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """What was recorded, view by view."""
        return tuple(layer._replace(entries=told(layer.entries)) for layer in self._layers)

    def places(self, path: str) -> tuple[_Place, ...]:
        """`(view, start, end)` of each place of a field, in the order of reading; none where it is not traced."""
        return tuple(self._at(path))

    @property
    def marks(self) -> tuple[tuple[str, tuple[Span, ...]], ...]:
        """`(kind, spans)` of labels, page lines, separators and other places without a field, spans in bytes."""
        return tuple(
            (kind, tuple(map(self._source.byte_span, view.to_source(start, end))))
            for view, _, marks, _ in self._layers
            for kind, start, end in marks
        )

    def _at(self, path: str) -> Sequence[_Place]:
        if "_named" not in self.__dict__:  # who asks for a few does not wait until all are spelled
            found = self._places.get(steps(path))
            if found is not None:
                return found
        return self._named.get(path, ())

    @cached_property
    def _places(self) -> dict[Path, list[_Place]]:
        places: dict[Path, list[_Place]] = {}
        for view, entries, _, rest in self.layers:
            for path, start, end in chain(entries, rest):
                places.setdefault(path, []).append((view, start, end))
        return places

    @cached_property
    def _named(self) -> dict[str, list[_Place]]:
        """The places by spelled path; a plug-in may give an attribute a name with a full stop in it."""
        named: dict[str, list[_Place]] = {}
        for path, places in self._places.items():
            named.setdefault(spell(path), []).extend(places)
        return named

    @staticmethod
    def _spans(places: Iterable[_Place]) -> tuple[Span, ...]:
        return tuple(span for view, start, end in places for span in view.to_source(start, end))

    def covered(self, view: View) -> list[Span]:
        """What fields and marks cover of `view`, merged and in order; white space between two places is covered too.

        Layers of other origin are left out.
        """
        found: list[list[Span]] = []
        for layer, entries, marks, _ in self._layers:
            # joined before they are raised, for raising costs more
            spans = _joined(layer.text, entries, marks) if _parts(layer, view) else _touching(entries, marks)
            found.append(spans if layer is view else merged(_raised(layer, view, spans)))
        return found[0] if len(found) == 1 else merged(chain.from_iterable(found))


def _parts(layer: View, view: View) -> bool:
    """Whether a span of `layer` is parted wherever something was left out between it and `view`, its origin."""
    while layer is not view:
        origin = layer.origin
        if not layer.parted or not isinstance(origin, View):
            return False
        layer = origin
    return True


def _touching(entries: list[Whole], marks: list[Mark]) -> list[Span]:
    """The places in order; those that overlap or touch are one."""
    return merged([(start, end) for _, start, end in chain(entries, marks)])


_START = itemgetter(1)


def _joined(text: str, entries: list[Whole], marks: list[Mark]) -> list[Span]:
    """The places in order; those that overlap, touch or have only white space between them are one."""
    result: list[Span] = []
    low = high = -1
    for _, start, end in sorted([*entries, *marks], key=_START):
        if start <= high or (high >= 0 and text[high:start].isspace()):
            if end > high:
                high = end
        elif end > start:
            if high >= 0:
                result.append((low, high))
            low, high = start, end
    if high >= 0:
        result.append((low, high))
    return result


def _raised(layer: View, view: View, spans: Iterable[Span]) -> Iterable[Span]:
    """`spans` of `layer` as spans of `view`, which is `layer` or one of its origins; none if it is neither."""
    while layer is not view:
        origin = layer.origin
        if not isinstance(origin, View):
            return ()
        spans = [up for start, end in spans for up in layer.up(start, end)]
        layer = origin
    return spans


def merged(spans: Iterable[Span]) -> list[Span]:
    """`spans` sorted, overlapping and touching ones joined."""
    result: list[Span] = []
    low = high = -1
    for start, end in sorted(spans):
        if start <= high:
            if end > high:
                high = end
        elif end > start:
            if low >= 0:
                result.append((low, high))
            low, high = start, end
    if low >= 0:
        result.append((low, high))
    return result
