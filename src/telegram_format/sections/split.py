"""A long telegram as several transmissions.

ACP 127(G) 208 and 223: at most five textual pages a transmission, page 1 with the heading not counted; what is longer
goes in sections, with one date-time group and filing time. Strategy: section by section, the last place that still
fits is taken: between two paragraphs if there is one on the last page, else inside a paragraph. All places are such
that `join` sees how to put the pieces together (`cuts`, `seam`).
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import nsmallest

from attrs import evolve

from telegram_format.errors import SplitError
from telegram_format.model.body import Block
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Section
from telegram_format.sections.cuts import FAIR, GOOD, Cut, cuts, shut, weight
from telegram_format.sections.measure import Measure


def split(
    telegram: Telegram,
    *,
    pages: int = 5,
    lines: int = 20,
    width: int = 69,
    sections: int | None = None,
    final: bool = False,
) -> tuple[Telegram, ...]:
    """The sections in which `telegram` is sent, each a telegram of its own; `telegram` alone if it fits into one.

    A transmission has room for its heading and `pages` pages of `lines` lines of `width` characters [ACP 127(G) 208,
    223]. `sections` asks for so many of about the same length instead. `final` writes `FINAL SECTION OF 02`, as ACP
    127 does and the State Department did not.

    Sections repeat format lines, classification line, captions, E.O., TAGS and SUBJECT, as the State Department's
    did; its practice is also one serial number for all, with the section behind it (`#0799/02`). Passing lines,
    references and the classification authority stand in the first section, signatures in the last. A paragraph may
    be cut between two words. `join(split(telegram)).telegram == telegram`.

    A telegram that says it is section 1 is taken for a copy in which an archive put all sections together; what is
    joined again does not say so any more. A later section by itself is given back alone.

    Raises `SplitError` for a telegram that has no place for so many cuts, and for numbers below 1.
    """
    if min(pages, lines, sections if sections is not None else 1) < 1 or width < 20:
        raise SplitError("sections, pages and lines count from 1; a line has 20 characters at least")
    if telegram.section is not None and telegram.section.number != 1:
        return (telegram,)
    bodies = _Bodies(telegram, Measure(pages, lines, width))
    parts = bodies.filled() if sections is None else bodies.balanced(sections)
    if len(parts) == 1:
        return (telegram,)
    total = len(parts)
    return tuple(
        _section(telegram, body, Section(number, total, final and number == total))
        for number, body in enumerate(parts, 1)
    )


def _section(telegram: Telegram, body: tuple[Block, ...], section: Section) -> Telegram:
    """One section of `telegram`."""
    transmission = telegram.transmission
    if transmission is not None:  # behind the serial number, or nowhere
        transmission = evolve(transmission, section=section.number if transmission.serial is not None else None)
    part = evolve(telegram, transmission=transmission, section=section, body=body)
    if section.number > 1:
        part = _repeated(part)
    return part if section.number == section.total else evolve(part, signatures=())


def _repeated(telegram: Telegram) -> Telegram:
    """The heading as a later section repeats it."""
    return evolve(telegram, passing=(), references=(), classified_by=None)


class _Bodies:
    """The cutting of one body."""

    def __init__(self, telegram: Telegram, measure: Measure) -> None:
        self.telegram = telegram
        self.measure = measure
        self.rest = telegram.body
        self.sizes = [measure.block(block) for block in telegram.body]
        self.shut = shut(telegram.body)

    def filled(self) -> list[tuple[Block, ...]]:
        """Bodies that fill their transmissions."""
        found = []
        room = self.measure.room(self.telegram)
        later = self.measure.room(_repeated(self.telegram))
        signed = 2 * len(self.telegram.signatures)
        while sum(self.sizes) + signed > room + 1:
            cut = self._last_that_fits(room)
            if cut is None:
                break
            found.append(self._cut(cut))
            room = later
        return [*found, self.rest]

    def balanced(self, sections: int) -> list[tuple[Block, ...]]:
        """So many bodies of about the same length."""
        found = []
        slack = self.measure.lines * self.measure.width / 2
        for left in range(sections, 1, -1):
            aim = sum(map(weight, self.rest)) / left
            cut = self._best(self._places(aim + slack, _weight), aim - slack, aim, _weight)
            if cut is None:
                raise SplitError(f"the text has no place for {sections - 1} cuts")
            found.append(self._cut(cut))
        return [*found, self.rest]

    def _cut(self, cut: Cut) -> tuple[Block, ...]:
        """Take off what stands before a cut."""
        left, self.rest = cut.parted(self.rest)
        before = sum(self.sizes[: cut.block])
        self.sizes = self.sizes[cut.block :]
        self.shut = self.shut[cut.block :]
        if cut.at is not None:
            self.sizes[0] = max(self.sizes[0] - (cut.line - before), 2)
        return left

    def _last_that_fits(self, room: int) -> Cut | None:
        """The last place within `room` lines, counted as they are written: a good one, if possible on the last page."""
        aim = room
        while True:
            cut = self._best(self._places(aim, _line), aim - self.measure.lines, aim, _line)
            if cut is None:
                return None
            over = sum(map(self.measure.block, cut.parted(self.rest)[0])) - 1 - room
            if over <= 0 or over >= aim or cut.line > aim:
                return cut
            aim -= over

    def _places(self, limit: float, position: _Position) -> list[Cut]:
        """The places up to the position `limit`, or the first one behind it."""
        found: list[Cut] = []
        for cut in cuts(self.rest, self.sizes, self.measure.width):
            if position(cut) > limit and found:
                break
            if not self.shut[cut.block][cut.at is not None]:
                found.append(cut)
        return found

    def _best(self, places: list[Cut], low: float, aim: float, position: _Position) -> Cut | None:
        """The place nearest to `aim`: from `low` on a good one between blocks, or any good one; or the best there is.

        The first few of each kind are tried, written out; if none can be read back, the nearest is taken.
        """
        good = [cut for cut in places if cut.grade == GOOD]
        near = [cut for cut in good if position(cut) >= low]
        fair = [cut for cut in places if cut.grade == FAIR]
        for choice in ([cut for cut in near if cut.at is None], near, good, fair, places):
            for cut in nsmallest(_TRIES, choice, key=lambda cut: abs(position(cut) - aim)):
                left, right = cut.parted(self.rest)
                if self.measure.reads_well(left[-1], right[0]):
                    return cut
        return min(places, key=lambda cut: abs(position(cut) - aim), default=None)


_TRIES = 5

_Position = Callable[[Cut], int]


def _line(cut: Cut) -> int:
    return cut.line


def _weight(cut: Cut) -> int:
    return cut.weight
