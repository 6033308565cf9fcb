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
from telegram_format.model.dtg import MONTHS
from telegram_format.model.marking import portion_classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.reference import Reference
from telegram_format.model.station import resolve_station
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.address import spell_address
from telegram_format.spelling.ending import spell_validation
from telegram_format.spelling.frame import one_line, refuse, shaped
from telegram_format.spelling.header import header_lines, spell_year
from telegram_format.spelling.heading import parted, spell_caption, spell_passing
from telegram_format.spelling.marking import classification_line, spell_marking
from telegram_format.spelling.outline import (
    closed,
    is_outline,
    outline_lines,
    says_release,
    says_release_alone,
    without_controls,
)
from telegram_format.spelling.sets import checked_line, holds_set, set_lines
from telegram_format.vocab.sets import MESSAGE_TYPES, REFERENCE_CAPTIONS, narrative_number, series_number, set_kinds
from telegram_format.vocab.stations import compact, message_series

_WIDTH = 69
_SUBJECT_CODE = re.compile(r"N[0-9]{5}|[0-9]{5}")
_LABEL = re.compile(r"[A-Za-z]{1,2}")
_NAME = re.compile(r"(?P<set>[A-Z]+)(?: (?P<label>[A-Za-z]{1,2}))?(?: (?P<number>[1-9][0-9]{0,3}))?")
_OFFICE_LINE = re.compile(r"(?:FM|TO|INFO) [A-Z][^/\n]{1,60}//[A-Z0-9/]{1,40}//")
_PASSING = re.compile(r"(?!SUBJ|UNCLAS)(?:(?!//)[^\n])*+")
_INSTRUCTIONS = re.compile(r"[A-Z0-9-]{2,20}(?: [A-Z0-9-]{2,20})*")
_NO_STATION = re.compile(r"(?<![A-Z])(?:UNCLAS|QQQQ|BT|SECTION|SUBJ|PASS)(?![A-Z])", re.IGNORECASE)
_DATE = re.compile(r"(?:DATE:[ ]?)?(?:[0-9]{1,2}[A-Z]{3}[0-9]{2,4}|[0-9]{8})|X[1-9]|-")
_OWN_NAMES = ("instructions", "SSIC", "MSGID")
_NO_ATTRIBUTE = ("SUBJ", "REF", "RMKS", "DECL")
"""Sets that are read into fields."""


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
    names = {name for name, kind in set_kinds().items() if name not in _NO_ATTRIBUTE}
    if not telegram.body:
        names -= {name for name, kind in set_kinds().items() if kind in ("body", "closing")}
    names |= {f"AMPN {reference.label}" for reference in telegram.references if reference.label is not None}
    found = {key for name in names for key in _numbered(telegram, name)}
    dated = telegram.dtg is not None and telegram.dtg.year is not None
    return found | {"SSIC"} | ({"instructions"} if dated else set())


def _added(_telegram: Telegram, difference: Difference) -> bool:
    return difference.before is None


def _respelled(telegram: Telegram, difference: Difference) -> bool:
    index = int(difference.path.partition("[")[2].partition("]")[0])
    reference = telegram.references[index]
    return _reference_text(telegram, reference) != reference.text


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
        lines += parted([*_text_heading(telegram), *_sets(telegram)])
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
    series = number is not None and _in_series(number)
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


def _in_series(number: MessageId) -> bool:
    return compact(number.station) in message_series() and number.suffix is None


def _sets(telegram: Telegram) -> Iterator[list[str]]:
    """All sets, in groups."""
    yield [line for name in ("EXER", "OPER") for line in _attribute_lines(telegram, name)] + _message_lines(telegram)
    yield _subject_lines(telegram)
    yield [
        *_attribute_lines(telegram, "AMPN"),
        *(line for index in range(len(telegram.references)) for line in _reference_lines(telegram, index)),
        *_attribute_lines(telegram, "NARR"),
    ]
    first = ("EXER", "OPER", "AMPN", "NARR", "POC", "GENTEXT", *_OWN_NAMES, *_NO_ATTRIBUTE)
    others = [name for name in set_kinds() if name not in first and set_kinds()[name] != "closing"]
    for name in ("POC", *others, *(["GENTEXT"] if telegram.body else [])):
        yield _attribute_lines(telegram, name)
    yield _text_lines(telegram)
    if telegram.executive_order is not None:
        yield _declassification_lines(telegram.executive_order)
    closing = (name for name, kind in set_kinds().items() if kind == "closing" and name not in _NO_ATTRIBUTE)
    yield [line for name in closing if telegram.body for line in _attribute_lines(telegram, name)]


def _attribute_lines(telegram: Telegram, name: str) -> list[str]:
    """The sets that attributes of this name hold: `POC`, `POC 2` …"""
    lines: list[str] = []
    for key in _numbered(telegram, name):
        lines += set_lines(name.partition(" ")[0], telegram.attributes[key], f"attributes.{key}", _WIDTH)
    return lines


def _numbered(telegram: Telegram, name: str) -> Iterator[str]:
    """`POC`, `POC 2`, `POC 3` as far as they are there."""
    key, number = name, 2
    while key in telegram.attributes:
        yield key
        key, number = f"{name} {number}", number + 1


def _message_lines(telegram: Telegram) -> list[str]:
    """The MSGID set; made of originator and month where the telegram has none."""
    if "MSGID" not in telegram.attributes:
        originator = telegram.originator.name.replace("/", " ") if telegram.originator is not None else "-"
        dtg = telegram.dtg
        month = MONTHS[dtg.month - 1] if dtg is not None and dtg.month is not None else "-"
        return set_lines("MSGID", f"GENADMIN/{originator}/-/{month}", "originator.name", _WIDTH)
    return _attribute_lines(telegram, "MSGID")


def _subject_lines(telegram: Telegram) -> list[str]:
    mark = ""
    if telegram.subject_marking is not None:
        mark = spell_marking(telegram.subject_marking, "subject_marking") + " "
    if telegram.subject is None:
        return []
    words = one_line("subject", telegram.subject)
    marked = _MARKED.match(words)
    if not mark and marked is not None and portion_classification(marked[1]) is not None:
        refuse("subject", "a portion mark before it is `subject_marking`")
    return set_lines("SUBJ", mark + words, "subject", _WIDTH)


_MARKED = re.compile(r"\([ ]?([A-Z]{1,4}(?:/{1,2}[A-Z ]{1,20})?)[ ]?\) ?(?=.)")


def _reference_lines(telegram: Telegram, index: int) -> list[str]:
    """A REF set and its amplifications."""
    reference = telegram.references[index]
    path = f"references[{index}]"
    label = reference.label
    fields = ["-" if label is None else shaped(f"{path}.label", label, _LABEL, "letter")]
    words = one_line(f"{path}.text", _reference_text(telegram, reference))
    last = words.rpartition("/")[2].strip()
    if last in REFERENCE_CAPTIONS or (reference.captions and last in ("-", "")):
        refuse(f"{path}.text", "its last field would be read as a caption")
    if words.startswith("/"):
        refuse(f"{path}.text", "an empty field before it")
    fields.append(words)
    for place, caption in enumerate(reference.captions):
        if caption not in REFERENCE_CAPTIONS:
            refuse(f"{path}.captions[{place}]", f"{caption!r} is no caption of a REF set")
        fields.append(caption)
    lines = set_lines("REF", "/".join(fields), path, _WIDTH)
    first = next(i for i, other in enumerate(telegram.references) if other.label == label)
    return lines + (_attribute_lines(telegram, f"AMPN {label}") if label is not None and first == index else [])


def _reference_text(telegram: Telegram, reference: Reference) -> str:
    """The text; the number in full where neither the text nor a narrative names it."""
    number = reference.message_id
    if number is None or _names(telegram, reference.text, number) or _narrated(telegram, reference):
        return reference.text
    if _in_series(number) and number.year is not None:
        return f"{number.station} {number.number:03}/{spell_year(number.year, 'references')}"
    return str(number)


def _narrated(telegram: Telegram, reference: Reference) -> bool:
    """Whether a narrative says which message of a series a reference is."""
    return any(
        found["label"].upper() == reference.label and _parsed(found["id"], None) == reference.message_id
        for name, value in telegram.attributes.items()
        if name.startswith(("NARR", "AMPN"))
        for found in narrative_number().finditer(value)
    )


def _names(telegram: Telegram, text: str, number: MessageId) -> bool:
    """Whether a text by itself is read as this number."""
    found = series_number().search(text)
    if found is not None and (text.partition("/")[0] in MESSAGE_TYPES or found.start() == 0):
        return _parsed(found[0], None) == number
    parsed = _parsed(text, telegram.dtg.year if telegram.dtg is not None else None)
    known = parsed is not None and not parsed.repaired and resolve_station(parsed.station) is not None
    return known and parsed == number


def _parsed(text: str, year: int | None) -> MessageId | None:
    try:
        return MessageId.parse(text, year=year)
    except ValueError:
        return None


def _text_lines(telegram: Telegram) -> list[str]:
    """The RMKS set: the text, and who released it."""
    body = telegram.body
    said = says_release(body)
    if said is not None and telegram.signatures not in ((), (said,)):
        refuse("signatures", f"the last paragraph says that {said[:40]} released the message")
    if says_release_alone(body):
        refuse(f"body[{len(body) - 1}].text", "a line of it would be read as the signature")
    release = [] if said is not None else list(telegram.signatures)
    if not body and not release:
        return []
    lines = outline_lines(body, _WIDTH, first="RMKS/")
    for index, name in enumerate(release):
        path = f"signatures[{index}]"
        words = one_line(path, name)
        if _NAME_OF_OFFICER.fullmatch(words) is None or holds_set(words):
            refuse(path, f"{words[:40]!r} is no name")
        lines += ["", f"RELEASED BY {words}."]
    if not body:
        lines[:2] = [f"RMKS/{lines[1]}"]
    return closed(lines, _WIDTH)


_NAME_OF_OFFICER = re.compile(r"[A-Z][^\n]{1,240}")


def _declassification_lines(order: ExecutiveOrder) -> list[str]:
    """`DECL/28SEP2012//`: date, exemptions, event."""
    fields = []
    if order.declassify_on is not None:
        day = order.declassify_on
        fields.append(f"{day.day:02}{MONTHS[day.month - 1]}{day.year:04}")
    for index, exemption in enumerate(order.exemptions):
        fields.append(shaped(f"executive_order.exemptions[{index}]", exemption, re.compile("X[1-9]"), "exemption"))
    if order.event is not None:
        event = one_line("executive_order.event", order.event)
        if "/" in event or _DATE.fullmatch(event) is not None:
            refuse("executive_order.event", "it would be read as something else")
        fields.append(event)
    return set_lines("DECL", "/".join(fields), "executive_order", _WIDTH) if fields else []
