"""A value that changes where it stands.

Strategy: of a value with parts, only the parts that differ are said anew, if each of them stands in the source; else
the whole. A value that stands in several places changes in all of them. Every function yields ways to do it, the
smallest first; which of them reads as it should, only reading tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import fields, has

from telegram_format.model.authority import ClassificationAuthority
from telegram_format.reading.revision.patch import Edit
from telegram_format.reading.revision.rewording import rewordings
from telegram_format.reading.revision.sheet import Place, Sheet
from telegram_format.reading.revision.style import styled

Edits = list[Edit]


def value_edits(sheet: Sheet, path: str, before: object, after: object) -> Iterator[Edits]:
    """Ways to say `after` where `before` stands at `path`."""
    parts = _part_edits(sheet, path, before, after)
    if parts is not None:
        yield parts
    if isinstance(before, ClassificationAuthority) and isinstance(after, ClassificationAuthority):
        reasons = _reason_edits(sheet, path, before, after)
        if reasons is not None:
            yield reasons
    places = sheet.places(path)
    edits: Edits = []
    for place in places:
        words = styled(before, after, place.text)
        if words is None:
            return
        edits.extend(reworded(place, str(before) if isinstance(before, str) else place.text, words))
    if edits:
        yield edits


def reworded(place: Place, before: str, after: str) -> Edits:
    """The edits by which `place`, which spells `before`, spells `after`."""
    return [
        Edit(place.view, place.start + change.start, place.start + change.end, change.words)
        for change in rewordings(place.text, before, after)
    ]


def _part_edits(sheet: Sheet, path: str, before: object, after: object) -> Edits | None:
    """The first way to change each part of a value that differs; `None` where one of them does not stand by itself."""
    kind = type(before)
    if kind is not type(after) or not has(kind):
        return None
    edits: Edits = []
    for field in fields(kind):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if not field.eq or old == new:
            continue
        here = f"{path}.{field.name}"
        places = sheet.places(here)
        if not places or new in (None, ()) or len({"".join(place.text.split()).upper() for place in places}) > 1:
            return None
        edits.extend(next(value_edits(sheet, here, old, new), []))
    return edits


def _reason_edits(
    sheet: Sheet, path: str, before: ClassificationAuthority, after: ClassificationAuthority
) -> Edits | None:
    """Other letters of the same section: `1.4 (b) and (d)`. They are said from the first to the last letter."""
    places = [place for index in range(len(before.reasons)) for place in sheet.places(f"{path}.reasons[{index}]")]
    sections = {reason.partition("(")[0] for reason in (*before.reasons, *after.reasons)}
    same = (before.name, before.position) == (after.name, after.position)
    if not same or len(sections) != 1 or not after.reasons or not places or len(places) != len(before.reasons):
        return None
    letters = [reason[-2] for reason in after.reasons]
    capital = places[0].text.isupper()
    letters = [letter.upper() if capital else letter for letter in letters]
    words = letters[0] if len(letters) == 1 else f"{'), ('.join(letters[:-1])}) and ({letters[-1]}"
    whole = Place(places[0].view, places[0].start, places[-1].end)
    return [Edit(whole.view, whole.start, whole.end, words)]
