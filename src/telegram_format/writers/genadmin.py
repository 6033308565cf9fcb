"""US military record messages in USMTF sets: GENADMIN and what is like it.

formats/military.md E1 to E3. Strategy: format lines, BT, the classification line with its subject code, the number of
the series, then the sets in the order of MIL-STD-6040: MSGID, SUBJ, REF with their amplifications, NARR, POC, RMKS, and
DECL behind the text; BT, validation number and NNNN close the message. State telegrams have fields that no set says;
the table of losses names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, fields

from telegram_format.kit import Difference, LossRule
from telegram_format.model.authority import ExecutiveOrder
from telegram_format.model.body import Paragraph
from telegram_format.model.message_id import MessageId
from telegram_format.model.station import resolve_station
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.address import spell_address
from telegram_format.spelling.ending import spell_validation
from telegram_format.spelling.frame import one_line, refuse, shaped
from telegram_format.spelling.header import header_lines, spell_year
from telegram_format.spelling.heading import parted, spell_caption, spell_passing
from telegram_format.spelling.marking import classification_line
from telegram_format.spelling.message_sets import NO_ATTRIBUTE, message_sets, numbered_names
from telegram_format.spelling.outline import is_outline, says_release, without_controls
from telegram_format.spelling.reference_sets import reference_text
from telegram_format.spelling.sets import checked_line
from telegram_format.spelling.unsaid import UNSAID
from telegram_format.vocab.sets import set_kinds

_WIDTH = 69
_SUBJECT_CODE = re.compile(r"N[0-9]{5}|[0-9]{5}")
_OFFICE_LINE = re.compile(r"(?:FM|TO|INFO) [A-Z][^/\n]{1,60}//[A-Z0-9/]{1,40}//")
_PASSING = re.compile(r"(?!SUBJ|UNCLAS)(?:(?!//)[^\n])*+")
_INSTRUCTIONS = re.compile(r"[A-Z0-9-]{2,20}(?: [A-Z0-9-]{2,20})*")
_NO_STATION = re.compile(r"(?<![A-Z])(?:UNCLAS|QQQQ|BT|SECTION|SUBJ|PASS)(?![A-Z])", re.IGNORECASE)


def _without_level(telegram: Telegram, _difference: Difference) -> bool:
    return telegram.classification is None


def _unsaid_order(_telegram: Telegram, difference: Difference) -> bool:
    order = difference.before
    return isinstance(order, ExecutiveOrder) and not (order.declassify_on or order.event or order.exemptions)


def _no_set(telegram: Telegram, difference: Difference) -> bool:
    """Whether an attribute has no set, or stands out of the row of its like (`POC 3` without `POC 2`)."""
    name = difference.path.removeprefix("attributes.")
    return difference.after is None and name not in _said(telegram)


def _said(telegram: Telegram) -> set[str]:
    """The attributes that are written."""
    names = {name for name, kind in set_kinds().items() if name not in NO_ATTRIBUTE}
    if not telegram.body:
        names -= {name for name, kind in set_kinds().items() if kind in ("body", "closing")}
    names |= {f"AMPN {reference.label}" for reference in telegram.references if reference.label is not None}
    found = {key for name in names for key in numbered_names(telegram, name)}
    dated = telegram.dtg is not None and telegram.dtg.year is not None
    return found | {"SSIC"} | ({"instructions"} if dated else set())


def _added(_telegram: Telegram, difference: Difference) -> bool:
    return difference.before is None


def _of_unknown_station(_telegram: Telegram, difference: Difference) -> bool:
    known = difference.before
    return isinstance(known, MessageId) and difference.after is None and resolve_station(known.station) is None


def _respelled(telegram: Telegram, difference: Difference) -> bool:
    index = int(difference.path.partition("[")[2].partition("]")[0])
    reference = telegram.references[index]
    return reference_text(telegram, reference) != reference.text


def _release_in_text(telegram: Telegram, _difference: Difference) -> bool:
    """Whether the text says itself who released the message, and the signatures say another."""
    name = says_release(telegram.body)
    return name is not None and telegram.signatures != (name,)


def _joined(telegram: Telegram, _difference: Difference) -> bool:
    """Whether a paragraph without a number follows another paragraph."""
    pairs = zip(telegram.body, telegram.body[1:], strict=False)
    return any(isinstance(one, Paragraph) and isinstance(two, Paragraph) and two.number is None for one, two in pairs)


def _control(_telegram: Telegram, difference: Difference) -> bool:
    """Whether control signs are all that a text lost."""
    before, after = difference.before, difference.after
    return isinstance(before, str) and isinstance(after, str) and without_controls(before) == after != before


def _folded(_telegram: Telegram, difference: Difference) -> bool:
    """Whether white space is all that differs."""
    before, after = difference.before, difference.after
    return isinstance(before, str) and isinstance(after, str) and before.split() == after.split()


def _irregular(telegram: Telegram, difference: Difference) -> bool:
    """Whether the parts of this paragraph are no outline."""
    block = telegram.body[int(difference.path.partition("[")[2].partition("]")[0])]
    return isinstance(block, Paragraph) and not is_outline(block.paragraphs)


_LOSSES = (
    *(
        LossRule("white-space", field.name, "any white space is one blank, none at the ends", _folded)
        for field in fields(Telegram)
    ),
    *(LossRule(*row) for row in UNSAID if row.path.startswith("transmission")),
    LossRule("no-set", "tags", "no set says TAGS"),
    LossRule("no-set", "classified_by", "no set says who classified and why"),
    LossRule("no-set", "executive_order.number", "the DECL set says when, and not under which order"),
    LossRule("no-set", "executive_order", "an order without date or event has no set", _unsaid_order),
    LossRule("no-set", "attributes", "no set has this name", _no_set),
    LossRule("set-added", "attributes.MSGID", "every message has a MSGID; it is made of originator and month", _added),
    LossRule("level-missing", "caveats", "caveats stand on the classification line", _without_level),
    LossRule("level-missing", "section", "sections stand on the classification line", _without_level),
    LossRule("level-missing", "message_id", "post and number stand on the classification line", _without_level),
    LossRule("year-of-header", "message_id.year", "post and number stand without the year, which is that of FL5"),
    LossRule("reference-respelled", "references[*].text", "a set names its message in full", _respelled),
    LossRule("reference-narrated", "references[*].message_id", "the narrative names the message", _added),
    LossRule(
        "reference-station",
        "references[*].message_id",
        "the message of a station that no table knows is a paper like others",
        _of_unknown_station,
    ),
    LossRule("reference-kind", "references[*].kind", "the words of a set say of which kind a reference is"),
    LossRule("release-signed", "signatures", "RELEASED BY in the last paragraph is the signature", _release_in_text),
    LossRule("marking-alone", "subject_marking", "a portion mark needs a subject", lambda t, _: t.subject is None),
    LossRule("paragraphs-joined", "body", "text without a number goes on with the paragraph above", _joined),
    LossRule("control-sign", "body[*]", "a control sign is no text", _control),
    LossRule("parts-irregular", "body[*].paragraphs", "parts are counted from A or 1 in one style", _irregular),
    LossRule("parts-irregular", "body[*].text", "parts are counted from A or 1 in one style", _irregular),
)


class Genadmin:
    """The writer of military record messages."""

    name = "genadmin"
    reader = "genadmin"
    carrier = "plain"
    losses: tuple[LossRule, ...] = _LOSSES

    def write(self, telegram: Telegram, /) -> str:
        """The message, lines of at most 69 characters but for words that are longer."""
        _check_header(telegram)
        lines = header_lines(telegram, _WIDTH, bt=True) or ["BT"]
        lines += parted([*_text_heading(telegram), *message_sets(telegram)])
        lines += ["BT"]
        if telegram.validation is not None:
            lines.append(spell_validation(telegram.validation))
        return "\n".join([*lines, "NNNN"]) + "\n"


def _check_header(telegram: Telegram) -> None:
    """Refuse what a reader of folded headers would part."""
    instructions = telegram.attributes.get("instructions")
    if instructions is not None:
        shaped("attributes.instructions", " ".join(instructions.split()), _INSTRUCTIONS, "message instruction")
        checked_line(f" {instructions}", "attributes.instructions")
    if telegram.originator is not None:
        checked_line(f"TO {spell_address(telegram.originator, 'originator')}", "originator")
    for name in ("to", "info", "exempted"):
        for index, address in enumerate(getattr(telegram, name)):
            path = f"{name}[{index}]"
            checked_line(f"TO {spell_address(address, path)}", path)


def _text_heading(telegram: Telegram) -> Iterator[list[str]]:
    """Classification line, captions, passing lines, series number."""
    number = telegram.message_id
    if number is not None and _NO_STATION.search(number.station) is not None:
        refuse("message_id.station", f"{number.station[:40]!r} would be read as another line")
    series = number is not None and number.in_series
    line, captions = classification_line(evolve(telegram, message_id=None) if series else telegram)
    code = telegram.attributes.get("SSIC")
    if code is not None:
        line = f"{line or ''} //{shaped('attributes.SSIC', code, _SUBJECT_CODE, 'subject code')}//".strip()
    yield [line] if line is not None else []
    yield from ([spell_caption(caption, f"captions[{index}]")] for index, caption in enumerate(captions))
    for index, passing in enumerate(telegram.passing):
        path = f"passing[{index}]"
        words = one_line(path, passing)
        if _OFFICE_LINE.fullmatch(words) is None and _PASSING.fullmatch(spell_passing(passing, path)) is None:
            refuse(path, f"{words[:40]!r} is no passing line")
        yield [checked_line(words, path)]
    if number is not None and series and number.year is not None:
        if not 0 <= number.number <= 9999:
            refuse("message_id.number", "a series counts to 9999")
        yield [f"{number.station} {number.number:03}/{spell_year(number.year, 'message_id.year')}"]
