"""A view of a reading: what pages and notebooks have in common.

Strategy: the parts one under the other: the tables, the legend, what is odd about the whole, the source with its
fields marked, the list of all fields. All ids begin with a prefix, so that several views stand on one page.
"""

from __future__ import annotations

from telegram_format.reading.reading import Reading
from telegram_format.views.drawing import Drawing
from telegram_format.views.facts import table
from telegram_format.views.legend import legend, listing
from telegram_format.views.notes import notes
from telegram_format.views.places import places


def view(reading: Reading, prefix: str) -> str:
    """The parts of a view, for an element of the class `tf-view`."""
    found = places(reading)
    noted = notes(reading)
    drawing = Drawing(reading, found, noted, prefix)
    ids = drawing.ids()
    beside = any(note.span is not None for note in noted)
    odd = "".join(note.element(prefix) for note in noted if note.span is None)
    whole = f'<div class="tf-w">{odd}</div>\n' if odd else ""
    return (
        f"{table(reading, ids)}{legend(found, noted=beside)}{whole}"
        f'<div class="tf-x{" tf-noted" * beside}">{drawing.element()}</div>\n'
        f"{listing(reading, found, ids)}"
    )
