"""A reading whose source says another telegram, with as little changed as can be.

Strategy: each field that differs has ways to be said, the smallest first. The first way of each is patched into the
source, which is read again and compared. Where a field came out wrong, its next way is tried; where a field has no
more, the revision is refused, with the field and what it reads as. So what is given back is always what was asked
for: reading is the judge, and the ways only propose.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from attrs import fields

from telegram_format.errors import RevisionError, SerializationError
from telegram_format.model.attributes import Attributes
from telegram_format.model.difference import Difference, differences
from telegram_format.model.telegram import Telegram
from telegram_format.reading.revision.body import body_edits
from telegram_format.reading.revision.fields import come_edits, gone_edits, line_edits
from telegram_format.reading.revision.lists import list_edits
from telegram_format.reading.revision.patch import Edit, PatchError, patched
from telegram_format.reading.revision.sheet import Sheet
from telegram_format.reading.revision.values import value_edits
from telegram_format.reading.revision.wrapping import wrapped

if TYPE_CHECKING:
    from telegram_format.reading.reading import Reading

_MOST = 24
"""How often a source is read again before a revision is refused."""

Edits = list[Edit]


class Origin(Protocol):
    """How a reading was made, by those who know more than it does: how to read again, how to draw it."""

    def read(self, data: bytes) -> Reading:
        """Read other bytes in the same way."""
        ...

    def escape(self, words: str) -> str:
        """Words as the wrapper of the telegram spells them."""
        ...

    def draw(self, reading: Reading) -> str:
        """A reading as a fragment of HTML."""
        ...


def revise(reading: Reading, telegram: Telegram, origin: Origin) -> Reading:
    """The reading of a source that says `telegram`. Raises `RevisionError`."""
    if telegram == reading.telegram:
        return reading
    sheet = Sheet(reading.telegram, reading.trace)
    ways = {name: _Ways(sheet, name, telegram) for name in _changed(reading.telegram, telegram)}
    first: tuple[list[str], str] | None = None  # how the most natural patch went wrong: that is told
    for _ in range(_MOST):
        edits = list(dict.fromkeys(edit for way in ways.values() for edit in way.edits))
        try:
            data = patched(reading.source, edits, origin.escape)
        except PatchError as cause:
            wrong, reason = list(ways), str(cause)
        else:
            revised = origin.read(data)
            found = differences(telegram, revised.telegram)
            if not found:
                return revised
            wrong, reason = list(dict.fromkeys(_field(difference) for difference in found)), _reason(found[0])
        first = first or (wrong, reason)
        if not _go_on(ways, wrong):
            break
    assert first is not None  # there was one try at least
    for name, way in ways.items():
        if way.refusal is not None:  # a value that would break the frame of any telegram
            raise RevisionError(_where(reading.telegram, telegram, [name]), way.refusal.reason) from way.refusal
    wrong, reason = first
    raise RevisionError(_where(reading.telegram, telegram, wrong), reason)


def _changed(before: Telegram, after: Telegram) -> list[str]:
    return [field.name for field in fields(Telegram) if getattr(before, field.name) != getattr(after, field.name)]


class _Ways:
    """The ways of saying one field; `edits` are those of the current way, `refusal` why there are no more."""

    def __init__(self, sheet: Sheet, name: str, telegram: Telegram) -> None:
        self._ways = _both(sheet, _ways(sheet, name, telegram))
        self.edits: Edits = []
        self.refusal: SerializationError | None = None
        self.go_on()

    def go_on(self) -> bool:
        """Take the next way; whether there is one."""
        try:
            following = next(self._ways, None)
        except SerializationError as cause:
            self.refusal = cause
            return False
        if following is None:
            return False
        self.edits = following
        return True


def _go_on(ways: dict[str, _Ways], wrong: list[str]) -> bool:
    """Take the next way of the fields that came out wrong; of any field if those are not to blame."""
    moved = [ways[name].go_on() for name in wrong if name in ways]
    return any(moved) or any(way.go_on() for name, way in ways.items() if name not in wrong)


def _both(sheet: Sheet, ways: Iterator[Edits]) -> Iterator[Edits]:
    """Each way with its lines held to the width of the text, then as it is."""
    for edits in ways:
        narrow = [wrapped(edit, sheet.width) for edit in edits]
        yield narrow
        if narrow != edits:
            yield edits


def _ways(sheet: Sheet, name: str, telegram: Telegram) -> Iterator[Edits]:
    before, after = getattr(sheet.telegram, name), getattr(telegram, name)
    if isinstance(before, Attributes):
        return _attribute_ways(sheet, before, after)
    if before in (None, ()):
        return chain(come_edits(sheet, name, telegram), line_edits(sheet, name, telegram))
    if after in (None, ()):
        return chain(gone_edits(sheet, name, before), line_edits(sheet, name, telegram))
    if name == "body":
        return body_edits(sheet, before, after)
    if isinstance(before, tuple):
        return chain(list_edits(sheet, name, before, after), line_edits(sheet, name, telegram))
    return chain(value_edits(sheet, name, before, after), line_edits(sheet, name, telegram))


def _attribute_ways(sheet: Sheet, before: Attributes, after: Attributes) -> Iterator[Edits]:
    """Attributes change where they stand; the source has no place for a new one."""
    edits: Edits = []
    for name in before:
        if name in after and before[name] != after[name]:
            edits.extend(next(value_edits(sheet, f"attributes.{name}", before[name], after[name]), []))
    yield edits


def _field(difference: Difference) -> str:
    return difference.path.partition(".")[0].partition("[")[0]


def _reason(difference: Difference) -> str:
    return f"the patched source reads {difference.path} as {difference.after!r:.80} and not {difference.before!r:.80}"


def _where(before: Telegram, after: Telegram, wrong: list[str]) -> str:
    """The first change that came out wrong, or the first one."""
    found = differences(before, after)
    return next((difference.path for difference in found if _field(difference) in wrong), found[0].path)
