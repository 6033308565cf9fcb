"""The header fields of military mail that a telegram fills: RFC 6477, without those that hold mailboxes.

Strategy: a row of functions, one for each field, each of which gives the value or nothing. RFC 6477 (7) defines no
mapping from ACP 127; which value goes where is this library's own, as the docstrings here say it. A value that a
field cannot hold as it is, is told as a loss of the code `header`.
"""

from __future__ import annotations

from collections.abc import Callable
from email.utils import format_datetime

from attrs import field, frozen

from telegram_format.exports.military_string import LONGEST, military_string, precedence_label
from telegram_format.exports.one_line import one_line
from telegram_format.model.telegram import Telegram
from telegram_format.writing.loss import Loss

_WHY = f"a header field holds at most {LONGEST} printable characters (RFC 6477)"
_LONGEST_SUBJECT = 500
_KINDS = {"EXER": "exercise", "OPER": "operation"}
"""Sets that name an exercise or operation → the label of MMHS-Message-Type."""


@frozen
class Fields:
    """The fields in their order, and what they cannot hold as it is."""

    values: dict[str, str] = field(factory=dict)
    losses: list[Loss] = field(factory=list)

    def spelled(self, path: str, text: str) -> str:
        """`text` as a military string; a change is noted."""
        words = military_string(text)
        if words != text:
            self.losses.append(Loss(path, "header", text, words, _WHY))
        return words


def header_fields(telegram: Telegram) -> Fields:
    """What a telegram says in header fields that need no mailboxes."""
    found = Fields()
    for name, value in _ROWS.items():
        words = value(telegram, found)
        if words:
            found.values[name] = words
    return found


def _subject(telegram: Telegram, found: Fields) -> str:
    words = one_line(telegram.subject or "")[:_LONGEST_SUBJECT].rstrip()
    if telegram.subject is not None and words != telegram.subject:
        why = f"a subject is one line of at most {_LONGEST_SUBJECT} characters"
        found.losses.append(Loss("subject", "header", telegram.subject, words, why))
    return words


def _sent(telegram: Telegram, _found: Fields) -> str:
    """The moment of the date-time group: the time of release [ACP 127(G) 113]."""
    moment = telegram.dtg.datetime if telegram.dtg is not None else None
    return format_datetime(moment) if moment is not None else ""


def _precedence(telegram: Telegram, _found: Fields) -> str:
    return precedence_label(telegram.precedence) if telegram.precedence is not None else ""


def _copy_precedence(telegram: Telegram, _found: Fields) -> str:
    """The second precedence of FL5; a single one is for all addressees [ACP 127(G) 133]."""
    precedence = telegram.info_precedence or (telegram.precedence if telegram.info else None)
    return precedence_label(precedence) if precedence is not None else ""


def _reference(telegram: Telegram, found: Fields) -> str:
    return found.spelled("message_id", str(telegram.message_id)) if telegram.message_id is not None else ""


def _identifier(telegram: Telegram, found: Fields) -> str:
    """Format line 3: calling station, station serial number, filing time."""
    sent = telegram.transmission
    if sent is None or sent.station is None or sent.serial is None or sent.filed is None:
        return ""
    section = f"/{sent.section:02}" if sent.section is not None else ""
    return found.spelled("transmission", f"{sent.station} {sent.serial}{section} {sent.filed}")


def _plad(telegram: Telegram, found: Fields) -> str:
    return found.spelled("originator.name", telegram.originator.name) if telegram.originator is not None else ""


def _indicators(telegram: Telegram, _found: Fields) -> str:
    """Subject indicator codes: 3 to 8 characters each."""
    words = telegram.attributes.get("SIC", "").replace("/", ";").split(";")
    codes = [military_string(word, 9) for word in words]
    return "; ".join(code for code in codes if 3 <= len(code) <= 8)


def _handling(telegram: Telegram, found: Fields) -> str:
    """Format line 4 behind its security group, and where it goes on."""
    sent = telegram.transmission
    words = [found.spelled("transmission.signals", word) for word in (sent.signals if sent is not None else ())]
    more = telegram.attributes.get("transmission_instructions")
    if more is not None:
        words.append(found.spelled("attributes.transmission_instructions", more))
    return "; ".join(filter(None, words))


def _instructions(telegram: Telegram, found: Fields) -> str:
    """Operating signals of FL5."""
    words = telegram.attributes.get("instructions")
    return found.spelled("attributes.instructions", words) if words is not None else ""


def _codress(telegram: Telegram, _found: Fields) -> str:
    """The group count of a message whose addresses are inside its groups."""
    count = telegram.attributes.get("group_count", "")
    hidden = telegram.originator is None and not (telegram.to or telegram.info)
    return count if hidden and count.isascii() and count.isdecimal() and len(count) <= 9 else ""


def _kind(telegram: Telegram, _found: Fields) -> str:
    """The exercise or operation that a message belongs to, by the sets EXER and OPER."""
    for name, label in _KINDS.items():
        if name in telegram.attributes:
            words = military_string(telegram.attributes[name].partition("/")[0])
            return f'{label}; identifier="{words}"' if words else label
    return ""


_ROWS: dict[str, Callable[[Telegram, Fields], str]] = {
    "Subject": _subject,
    "MMHS-Extended-Authorisation-Info": _sent,
    "MMHS-Primary-Precedence": _precedence,
    "MMHS-Copy-Precedence": _copy_precedence,
    "MMHS-Originator-Reference": _reference,
    "MMHS-Originator-PLAD": _plad,
    "MMHS-Acp127-Message-Identifier": _identifier,
    "MMHS-Handling-Instructions": _handling,
    "MMHS-Message-Instructions": _instructions,
    "MMHS-Subject-Indicator-Codes": _indicators,
    "MMHS-Message-Type": _kind,
    "MMHS-Codress-Message-Indicator": _codress,
}
