"""What only the wrapper says: it fills the gaps of the text, and is traced to the wrapper.

Strategy: before reading, the wrapper's message number gives the year and the station that references lean on; after
reading, every fact becomes an attribute, and those that are about a field fill it where the text left it empty. The
text always counts more than its wrapper; where the two disagree, both are told. What runs over lines that were read as
text is no fact: the wrapper is damaged there, and the text has it.
"""

from __future__ import annotations

from telegram_format.reading.draft import Context, Draft
from telegram_format.reading.fact_values import FILL, parsed_message_id
from telegram_format.reading.wrapped import Fact
from telegram_format.text.view import View


def context_of(facts: tuple[Fact, ...], given: Context) -> Context:
    """The caller's context, completed by the wrapper's message number."""
    for fact in facts:
        if fact.field == "message_id" and (known := parsed_message_id(fact.value)) is not None:
            return Context(given.year or known.year, given.station or known.station)
    return given


def fill(draft: Draft, facts: tuple[Fact, ...]) -> None:
    """Take the wrapper's facts over into the draft, which goes over to offsets of the source."""
    if not facts:
        return
    read = draft.view
    draft.turn_to(View.whole(read.source))
    for fact in facts:
        if _runs_over(read, fact):
            continue
        draft.attribute(fact.name, fact.value, fact.start, fact.end)
        fill_field = FILL.get(fact.field)
        if fill_field is not None:
            fill_field(draft, fact)


def _runs_over(read: View, fact: Fact) -> bool:
    """Whether a fact is of several lines, and some of them are in the view that was read."""
    written = read.source.text[fact.start : fact.end]
    if "\n" not in written and "\r" not in written:
        return False
    return any(start < fact.end and fact.start < end for start, end in read.taken())
