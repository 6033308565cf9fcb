"""The sets of a message in the order of MIL-STD-6040.

Strategy: MSGID, SUBJ, REF with their amplifications, NARR, POC, RMKS, then what stands behind the text. An attribute
whose name is that of a set is that set: `POC`, `POC 2`; `AMPN B` stands behind the reference B.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram_format.model.authority import ExecutiveOrder
from telegram_format.model.dtg import MONTHS
from telegram_format.model.marking import portion_classification
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.frame import one_line, refuse, shaped
from telegram_format.spelling.marking import spell_marking
from telegram_format.spelling.outline import closed, outline_lines, says_release, says_release_alone
from telegram_format.spelling.reference_sets import reference_lines
from telegram_format.spelling.sets import holds_set, set_lines
from telegram_format.vocab.sets import set_kinds

_DATE = re.compile(r"(?:DATE:[ ]?)?(?:[0-9]{1,2}[A-Z]{3}[0-9]{2,4}|[0-9]{8})|X[1-9]|-")
_EXEMPTION = re.compile("X[1-9]")
_OWN_NAMES = ("instructions", "SSIC", "MSGID")
NO_ATTRIBUTE = ("SUBJ", "REF", "RMKS", "DECL")
"""Sets that are read into fields."""


def message_sets(telegram: Telegram) -> Iterator[list[str]]:
    """All sets of a telegram, in groups."""
    yield [line for name in ("EXER", "OPER") for line in _attribute_lines(telegram, name)] + _message_lines(telegram)
    yield _subject_lines(telegram)
    yield [
        *_attribute_lines(telegram, "AMPN"),
        *_references_lines(telegram),
        *_attribute_lines(telegram, "NARR"),
    ]
    first = ("EXER", "OPER", "AMPN", "NARR", "POC", "GENTEXT", *_OWN_NAMES, *NO_ATTRIBUTE)
    others = [name for name in set_kinds() if name not in first and set_kinds()[name] != "closing"]
    for name in ("POC", *others, *(["GENTEXT"] if telegram.body else [])):
        yield _attribute_lines(telegram, name)
    yield _text_lines(telegram)
    if telegram.executive_order is not None:
        yield _declassification_lines(telegram.executive_order)
    closing = (name for name, kind in set_kinds().items() if kind == "closing" and name not in NO_ATTRIBUTE)
    yield [line for name in closing if telegram.body for line in _attribute_lines(telegram, name)]


def _attribute_lines(telegram: Telegram, name: str) -> list[str]:
    """The sets that attributes of this name hold: `POC`, `POC 2` …"""
    lines: list[str] = []
    for key in numbered_names(telegram, name):
        lines += set_lines(name.partition(" ")[0], telegram.attributes[key], f"attributes.{key}")
    return lines


def numbered_names(telegram: Telegram, name: str) -> Iterator[str]:
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
        return set_lines("MSGID", f"GENADMIN/{originator}/-/{month}", "originator.name")
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
    return set_lines("SUBJ", mark + words, "subject")


_MARKED = re.compile(r"\([ ]?([A-Z]{1,4}(?:/{1,2}[A-Z ]{1,20})?)[ ]?\) ?(?=.)")


def _references_lines(telegram: Telegram) -> list[str]:
    """The REF sets, each with its amplifications behind it."""
    lines: list[str] = []
    labels: set[str] = set()
    for index, reference in enumerate(telegram.references):
        lines += reference_lines(telegram, index)
        if reference.label is not None and reference.label not in labels:
            labels.add(reference.label)
            lines += _attribute_lines(telegram, f"AMPN {reference.label}")
    return lines


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
    lines = outline_lines(body, first="RMKS/")
    for index, name in enumerate(release):
        path = f"signatures[{index}]"
        words = one_line(path, name)
        if _NAME_OF_OFFICER.fullmatch(words) is None or holds_set(words):
            refuse(path, f"{words[:40]!r} is no name")
        lines += ["", f"RELEASED BY {words}."]
    if not body:
        lines[:2] = [f"RMKS/{lines[1]}"]
    return closed(lines)


_NAME_OF_OFFICER = re.compile(r"[A-Z][^\n]{1,240}")


def _declassification_lines(order: ExecutiveOrder) -> list[str]:
    """`DECL/28SEP2012//`: date, exemptions, event."""
    fields = []
    if order.declassify_on is not None:
        day = order.declassify_on
        fields.append(f"{day.day:02}{MONTHS[day.month - 1]}{day.year:04}")
    for index, exemption in enumerate(order.exemptions):
        fields.append(shaped(f"executive_order.exemptions[{index}]", exemption, _EXEMPTION, "exemption"))
    if order.event is not None:
        event = one_line("executive_order.event", order.event)
        if "/" in event or _DATE.fullmatch(event) is not None:
            refuse("executive_order.event", "it would be read as something else")
        fields.append(event)
    return set_lines("DECL", "/".join(fields), "executive_order") if fields else []
