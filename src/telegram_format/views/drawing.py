"""The source of a reading, in full, with all that is known of it drawn on it.

Strategy: places and notes become elements that nest; the text between them goes through `markup.block`, so that the
text of the elements is the source, sign for sign. What is drawn and is no text of the source is either an attribute
that the style shows (names in the gutter, numbers of notes) or a note, which has a class of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from attrs import frozen

from telegram_format.reading.reading import Reading
from telegram_format.views.markup import attribute, block
from telegram_format.views.names import Name, labelled
from telegram_format.views.nesting import Close, Open, nested
from telegram_format.views.notes import Note
from telegram_format.views.places import Place

_LINE = re.compile(r"[^\r\n]*+(?:(?<!\r)\r*+\n|\r|\Z)")


@frozen
class Drawing:
    """What is drawn: `places`, and `notes`; ids begin with `prefix`."""

    reading: Reading
    places: list[Place]
    notes: list[Note]
    prefix: str

    def element(self) -> str:
        """The source as one element."""
        return f'<pre class="tf-s" dir="ltr"><code>{"".join(self._pieces())}</code></pre>'

    def ids(self) -> dict[str, str]:
        """The ids of the places of fields, by the paths that callers use."""
        return {
            path: f"{self.prefix}f{index}"
            for index, place in enumerate(self.places)
            for path in place.paths
            if place.span[0] < place.span[1]
        }

    def _pieces(self) -> Iterator[str]:
        text = self.reading.source.text
        placed = [note for note in self.notes if note.span is not None]
        spans = [place.span for place in self.places] + [note.span for note in placed if note.span is not None]
        points = _points(text, self.places, placed, self.prefix)
        stops = sorted(points)
        at = position = 0
        for step in nested(spans, len(text)):
            if isinstance(step, Close):
                yield "</span>"
            elif isinstance(step, Open):
                if at < len(stops) and stops[at] == position:
                    yield points[position]
                    at += 1
                inside = step.place < len(self.places)
                yield self._place(step) if inside else _noted(placed[step.place - len(self.places)], step)
            else:
                while at < len(stops) and stops[at] < step.end:
                    yield block(text[position : stops[at]], text[stops[at] : stops[at] + 1])
                    yield points[stops[at]]
                    position = stops[at]
                    at += 1
                yield block(text[position : step.end], text[step.end : step.end + 1])
                position = step.end
        for stop in stops[at:]:
            yield points[stop]

    def _place(self, step: Open) -> str:
        place = self.places[step.place]
        title = f' title="{attribute(" = ".join(place.titles))}"' if place.titles else ""
        found = f' id="{self.prefix}f{step.place}"' if place.paths and not step.again else ""
        kind = place.name.kind or "other"
        return f'<span class="{"tf-f " * place.name.field}tf-{kind}"{found}{title}>'


def _noted(note: Note, step: Open) -> str:
    """The place of a note, with its number behind it where it begins."""
    found = note.diagnostic
    number = "" if step.again else f' data-n="{note.number}"'
    title = attribute(f"{found.severity}: {found}")
    return f'<span class="tf-d tf-{attribute(found.severity)}"{number} title="{title}">'


def _points(text: str, places: list[Place], notes: list[Note], prefix: str) -> dict[int, str]:
    """What stands between two characters: at the start of a line its label, behind its end the notes of it."""
    starts = defaultdict[int, list[Name]](list)
    ends = defaultdict[int, list[Note]](list)
    beginning = iter(sorted((place for place in places if place.name.kind != "wrapper"), key=lambda one: one.span[0]))
    noted = iter(sorted(notes, key=_beginning))
    place = next(beginning, None)
    note = next(noted, None)
    for match in _LINE.finditer(text):
        while place is not None and place.span[0] < match.end():
            starts[match.start()].append(place.name)
            place = next(beginning, None)
        while note is not None and (_beginning(note) < match.end() or match.end() == len(text)):
            ends[match.end()].append(note)
            note = next(noted, None)
    points = defaultdict[int, str](str)
    for position, found in ends.items():
        points[position] += f'<span class="tf-ns">{"".join(one.element(prefix) for one in found)}</span>'
    before = ""
    for position, names in starts.items():
        label = _label(names)
        if label != before:
            points[position] += f'<i class="tf-g" data-l="{attribute(label)}"></i>'
        before = label
    return points


def _beginning(note: Note) -> int:
    return note.span[0] if note.span is not None else 0


def _label(names: list[Name]) -> str:
    unread = [name for name in names if name.kind == "unread"]
    label = labelled([name for name in names if name.kind not in ("unread", "embedded")] or names)
    label = label.replace("attributes.", "")
    return f"{label}, not read" if unread and label != "(not read)" else label
