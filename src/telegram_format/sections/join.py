"""Sections put together to the telegram that they were cut from.

ACP 127(G) 208 and 223: sections have one date-time group and each its number; they arrive in any order, twice, or not
at all. Strategy: every part gets a place by its number; of several copies in one place one counts; then the heading
is that of the first section, the body grows section by section over its seams, and the last signature closes it. What
was odd on the way is told, not raised: only parts of different telegrams are no case for this function.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import evolve, fields, frozen

from telegram_format.diagnostics.codes import severity
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.errors import JoinError
from telegram_format.model.attributes import Attributes
from telegram_format.model.body import Paragraph
from telegram_format.model.telegram import Telegram
from telegram_format.reading.reading import Reading
from telegram_format.sections.copies import chosen
from telegram_format.sections.seam import put_together


@frozen
class Joined:
    """What `join` made.

    `diagnostics` tell what was odd with the sections (each reading has its own besides); `missing` are the numbers of
    the sections that are not there; `sections` are those that were used, in their order.
    """

    telegram: Telegram
    diagnostics: tuple[Diagnostic, ...]
    missing: tuple[int, ...]
    sections: tuple[Telegram, ...]


def join(parts: Iterable[Reading | Telegram]) -> Joined:
    """One telegram of its sections, in whatever order they come.

    A paragraph that was cut is whole again. A section that comes twice counts once; where its text differs, the
    corrected copy counts, or else the later one. When all sections are there the telegram has no `section`; when some
    are missing it is joined all the same and keeps the section of its first part. Parts without a number are taken by
    their paragraph numbers. One whole telegram is given back as it is.

    Raises `JoinError` for parts of different telegrams, and where there is none.
    """
    telegrams = [part.telegram if isinstance(part, Reading) else part for part in parts]
    if not telegrams:
        raise JoinError("there is no section to join")
    _of_one_telegram(telegrams)
    notes: list[Diagnostic] = []
    total = _total(telegrams, notes)
    places = _places(telegrams, total, notes)
    sections: list[tuple[int, Telegram]] = []
    for number in sorted(places):
        section, told = chosen(places[number], f"section {number}" if len(places) > 1 or total else "the telegram")
        sections.append((number, section))
        notes += told
    missing = tuple(number for number in range(1, total + 1) if number not in places)
    if missing:
        words = ", ".join(map(str, missing[:20])) + " …" * (len(missing) > 20)
        notes.append(_note("section-missing", f"not here: section {words} of {total}"))
    joined = sections[0][1] if len(sections) == 1 else _joined(sections, notes, complete=not missing)
    return Joined(joined, tuple(notes), missing, tuple(section for _, section in sections))


def _of_one_telegram(telegrams: Sequence[Telegram]) -> None:
    """Raise for parts of different telegrams: another message number, or another origin where there is no number."""
    ids = [telegram.message_id for telegram in telegrams if telegram.message_id is not None]
    years = {found.year for found in ids if found.year is not None}
    if len({(found.station, found.number, found.suffix) for found in ids}) > 1 or len(years) > 1:
        raise _foreign(map(str, ids))
    groups = {t.dtg: t.originator for t in telegrams if t.dtg is not None}
    if len(groups) > 1 and any(telegram.message_id is None for telegram in telegrams):
        raise _foreign(map(str, groups))


def _foreign(names: Iterable[str]) -> JoinError:
    return JoinError(f"these are sections of different telegrams: {', '.join(sorted(set(names)))}")


def _number(telegram: Telegram) -> int | None:
    """The number of a section, of its classification line or of FL3."""
    if telegram.section is not None:
        return telegram.section.number
    return telegram.transmission.section if telegram.transmission is not None else None


def _total(telegrams: Sequence[Telegram], notes: list[Diagnostic]) -> int:
    """How many sections there are, as most of them say; 0 if none says."""
    totals = Counter(telegram.section.total for telegram in telegrams if telegram.section is not None)
    if not totals:
        return 0
    total, _ = max(totals.items(), key=lambda item: (item[1], item[0]))
    if len(totals) > 1:
        words = " and ".join(map(str, sorted(totals)))
        notes.append(_note("section-conflict", f"the sections say that there are {words} of them", "section"))
    return total


def _places(telegrams: Sequence[Telegram], total: int, notes: list[Diagnostic]) -> dict[int, list[Telegram]]:
    """Number → the copies of that section in the order of their arrival."""
    places: dict[int, list[Telegram]] = {}
    unnumbered: dict[int, list[Telegram]] = {}
    for telegram in telegrams:
        number = _number(telegram)
        if number is None:
            unnumbered.setdefault(_first_paragraph(telegram), []).append(telegram)
        else:
            places.setdefault(number, []).append(telegram)
    if total and max(places) > total:
        notes.append(_note("section-conflict", f"section {max(places)} is more than there are: {total}", "section"))
    alone = len(unnumbered) == 1 and not places
    for first in sorted(unnumbered):
        number = 1
        while number in places:
            number += 1
        places[number] = unnumbered[first]
        if not alone:
            what = f"a part without a section number is taken for section {number}"
            notes.append(_note("section-unnumbered", what, "section"))
    return places


def _first_paragraph(telegram: Telegram) -> int:
    """The number of the first numbered paragraph, by which parts are put in order; a thousand if there is none."""
    numbers = (block.number for block in telegram.body if isinstance(block, Paragraph))
    return next((number for number in numbers if number is not None), 1000)


def _joined(sections: Sequence[tuple[int, Telegram]], notes: list[Diagnostic], *, complete: bool) -> Telegram:
    """The telegram of several sections."""
    first = sections[0][1]
    values: dict[str, Any] = {}
    for field in fields(Telegram):
        if field.name not in _OF_ITS_OWN:
            values[field.name] = _heading_value(field.name, sections, notes)
    before, body = 0, first.body[:0]
    for number, section in sections:
        body = put_together(body, section.body) if number == before + 1 else body + section.body
        before = number
    transmission = first.transmission
    if complete and transmission is not None:
        transmission = evolve(transmission, section=None)
    attributes = {name: value for _, section in reversed(sections) for name, value in section.attributes.items()}
    return Telegram(
        **values,
        transmission=transmission,
        section=None if complete else first.section,
        body=body,
        signatures=next((section.signatures for _, section in reversed(sections) if section.signatures), ()),
        attributes=Attributes({**first.attributes, **attributes}),
    )


_OF_ITS_OWN = frozenset(("transmission", "section", "body", "signatures", "attributes"))
"""Fields that each section has for itself."""


def _heading_value(name: str, sections: Sequence[tuple[int, Telegram]], notes: list[Diagnostic]) -> Any:
    """What the first section that has it says; later ones repeat it or leave it out."""
    said = None
    found: Any = getattr(sections[0][1], name)
    for number, section in sections:
        value = getattr(section, name)
        if value in (None, ()):
            continue
        if said is None:
            said, found = number, value
        elif value != found:
            what = f"section {number} gives another {name} than section {said}"
            notes.append(_note("section-conflict", what, name))
    return found


def _note(code: str, message: str, path: str | None = None) -> Diagnostic:
    return Diagnostic(code, severity(code), message, None, path)
