"""REF sets: `REF/A/MSG/CNO WASHINGTON DC/221540ZDEC22/NOTAL//`.

MIL-STD-6040; formats/military.md E2. Strategy: letter, text, captions. A reader knows a message by the text, or by what
a narrative says of it; where neither names it, its number stands in place of the text.
"""

from __future__ import annotations

import re

from telegram_format.model.message_id import MessageId
from telegram_format.model.reference import Reference
from telegram_format.model.station import resolve_station
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.frame import one_line, refuse, shaped
from telegram_format.spelling.header import spell_year
from telegram_format.spelling.sets import set_lines
from telegram_format.vocab.sets import MESSAGE_TYPES, REFERENCE_CAPTIONS, narrative_number, series_number

_LABEL = re.compile(r"[A-Za-z]{1,2}")


def reference_lines(telegram: Telegram, index: int) -> list[str]:
    """The REF set of a reference."""
    reference = telegram.references[index]
    path = f"references[{index}]"
    label = reference.label
    fields = ["-" if label is None else shaped(f"{path}.label", label, _LABEL, "letter")]
    words = one_line(f"{path}.text", reference_text(telegram, reference))
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
    return set_lines("REF", "/".join(fields), path)


def reference_text(telegram: Telegram, reference: Reference) -> str:
    """The text; the number in full where neither the text nor a narrative names it."""
    number = reference.message_id
    if number is None or _names(telegram, reference.text, number) or _narrated(telegram, reference):
        return reference.text
    if number.in_series and number.year is not None:
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
