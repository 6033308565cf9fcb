"""What only the wrapper says: it fills the gaps of the text, and is traced to the wrapper.

Strategy: before reading, the wrapper's message number gives the year and the station that references lean on; after
reading, every fact becomes an attribute, and the few that have a field fill it where the text left it empty. The text
always counts more than its wrapper; where the two disagree, both are told.
"""

from __future__ import annotations

from attrs import evolve

from telegram_format.errors import MessageIdError
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.reading.draft import Context, Draft
from telegram_format.reading.wrapped import Fact
from telegram_format.text.view import View


def context_of(facts: tuple[Fact, ...], given: Context) -> Context:
    """The caller's context, completed by the wrapper's message number."""
    for fact in facts:
        if fact.name == "message_id" and (known := _message_id(fact.value)) is not None:
            return Context(given.year or known.year, given.station or known.station)
    return given


def fill(draft: Draft, facts: tuple[Fact, ...]) -> None:
    """Take the wrapper's facts over into the draft, which goes over to offsets of the source."""
    if not facts:
        return
    draft.turn_to(View.whole(draft.view.source))
    for fact in facts:
        draft.attribute(fact.name, fact.value, fact.start, fact.end)
        if fact.name == "message_id":
            _fill_message_id(draft, fact)
        elif fact.name == "classification":
            _fill_classification(draft, fact)


def _fill_message_id(draft: Draft, fact: Fact) -> None:
    outer = _message_id(fact.value)
    if outer is None:
        return
    inner: MessageId | None = draft.values.get("message_id")
    if inner is None:
        draft.put("message_id", outer, fact.start, fact.end)
    elif (inner.station, inner.number) != (outer.station, outer.number):
        message = f"the wrapper says {fact.value}, the text {inner}"
        draft.note("message-id-conflict", message, fact.start, fact.end, ("message_id",))
    elif inner.year is None:
        draft.values["message_id"] = evolve(inner, year=outer.year)
        draft.place(("message_id", "year"), fact.start, fact.end)


def _fill_classification(draft: Draft, fact: Fact) -> None:
    level = fact.value.partition("//")[0].strip().lower()
    outer = next((known for known in Classification if known.value == level), None)
    inner = draft.values.get("classification")
    if outer is None:
        return
    if inner is None:
        draft.put("classification", outer, fact.start, fact.end)
    elif inner.rank != outer.rank:
        message = f"the wrapper says {outer.value}, the text {inner.value}"
        draft.note("classification-conflict", message, fact.start, fact.end, ("classification",))


def _message_id(text: str) -> MessageId | None:
    try:
        return MessageId.parse(text)
    except MessageIdError:
        return None
