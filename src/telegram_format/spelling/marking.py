"""Classification: the word of a level, the classification line, portion marks.

Strategy: the forms of formats/state.md B2, which is also what ACP 127(G) 209 asks for: letters of a level above
UNCLAS are set apart by blanks, caveats follow, then section, post and number, then one notice.
"""

from __future__ import annotations

import re

from telegram_format.model.marking import Classification, portion_classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Section
from telegram_format.spelling.frame import one_line, refuse, shaped

_LEVELS = {
    Classification.UNCLASSIFIED: "UNCLAS",
    Classification.LIMITED_OFFICIAL_USE: "LIMITED OFFICIAL USE",
    Classification.FOR_OFFICIAL_USE_ONLY: "FOR OFFICIAL USE ONLY",
    Classification.CONTROLLED: "CONTROLLED UNCLASSIFIED INFORMATION",
    Classification.RESTRICTED: "R E S T R I C T E D",
    Classification.CONFIDENTIAL: "C O N F I D E N T I A L",
    Classification.SECRET: "S E C R E T",
    Classification.TOP_SECRET: "T O P S E C R E T",
}
_CAVEAT = re.compile(
    r"NOFORN|NOT RELEASABLE TO FOREIGN NATIONALS|ORCON|PROPIN|FOUO|FOR OFFICIAL USE ONLY|E ?F ?T ?O"
    r"|REL(?: TO)?(?: [A-Z]{2,6},)* [A-Z]{2,6}"
)
_POST = re.compile(r"[A-Za-z](?:[A-Za-z .'&-]|(?<=[A-Za-z])[0-9]){1,29}")
_NO_POST = re.compile(r"(?:SIPDIS|NODIS|EXDIS|LIMDIS|STADIS|SENSITIVE|(?i:BUT|AND|OR|INFORMATION|NOTICE|SECTION))\b")
_COMPACT = re.compile(r"(?:[0-9]{2}){1,2}[A-Z]{3,18}(?:-C?A)?[0-9]{1,7}")
_ON_LINE = re.compile(r"SIPDIS|NODIS|EXDIS|LIMDIS|STADIS|SENSITIVE")
_NOTICE = re.compile(r"SUSPECTED DUPLICATE|Z[A-Z]{2} [0-9]{1,6}")
_MARKED = re.compile(
    r"\([ ]?(?P<mark>[A-Za-z]{1,4}(?:[ ]?/{1,2}[ ]?[A-Z][A-Z ,]{0,30})?)(?:[ ]*[-–][ ]*ENTIRE[ ]TEXT)?[ ]?\)"
    r"|(?P<half>[A-Z]{1,3})\)(?: |$)"
)
_MARK = re.compile(r"[A-Z]{1,4}(?:/{1,2}[A-Z][A-Z ,]{0,30})?")


def spell_classification(level: Classification) -> str:
    """`UNCLAS`, `C O N F I D E N T I A L`."""
    return _LEVELS[level]


def classification_line(telegram: Telegram) -> tuple[str | None, tuple[str, ...]]:
    """The classification line, and the captions that are left to stand below it; no line without a level."""
    if telegram.classification is None:
        return None, telegram.captions
    words = [spell_classification(telegram.classification)]
    for index, caveat in enumerate(telegram.caveats):
        words.append(shaped(f"caveats[{index}]", caveat, _CAVEAT, "caveat of a classification line"))
    notice = next((i for i, caption in enumerate(telegram.captions) if _NOTICE.fullmatch(caption)), -1)
    on_line = telegram.captions[:notice] if notice >= 0 else ()
    if notice >= 0 and (telegram.message_id is None or not all(map(_ON_LINE.fullmatch, on_line))):
        refuse(f"captions[{notice}]", "a notice stands behind the number, and only such captions before it")
    words += on_line
    if telegram.section is not None:
        words.append(spell_section(telegram.section))
    if telegram.message_id is not None:
        words.append(spell_post_and_number(telegram.message_id))
    if notice >= 0:
        words.append(telegram.captions[notice])
    return " ".join(words), telegram.captions[notice + 1 :]


def compact_number(telegram: Telegram) -> str | None:
    """`07USUNNEWYORK799`, where the classification line does not say all of the message number; else nothing."""
    message_id = telegram.message_id
    if message_id is None or message_id.year is None:
        return None
    told = telegram.dtg.year if telegram.dtg is not None else None
    if telegram.classification is not None and told == message_id.year and message_id.suffix is None:
        return None
    return shaped("message_id", message_id.compact, _COMPACT, "message number")


def spell_section(section: Section, path: str = "section") -> str:
    """`SECTION 01 OF 02`, `FINAL SECTION OF 02`."""
    if not (0 <= section.number <= 999 and 0 <= section.total <= 999):
        refuse(path, "sections have at most three digits")
    if section.final and section.number == section.total:
        return f"FINAL SECTION OF {section.total:02}"
    return f"{'FINAL ' * section.final}SECTION {section.number:02} OF {section.total:02}"


def spell_post_and_number(message_id: MessageId, path: str = "message_id") -> str:
    """`USUN NEW YORK 000799`: the post and its number in six digits, without the year."""
    station = shaped(f"{path}.station", message_id.station, _POST, "post")
    if _CAVEAT.match(station) is not None or _NO_POST.match(station) is not None:
        refuse(f"{path}.station", f"{station!r} would be read as more than a post")
    if not 0 <= message_id.number <= 99_999_999:
        refuse(f"{path}.number", "the number has more than eight digits")
    return f"{station} {message_id.number:06}"


def begins_with_marking(text: str, *, numbered: bool = True) -> bool:
    """Whether running text begins with what would be read as its portion mark; behind a number also half of one."""
    found = _MARKED.match(text.lstrip(" .:"))
    if found is None or (found["half"] is not None and not numbered):
        return False
    return portion_classification((found["mark"] or found["half"]).strip()) is not None


def spell_marking(marking: str, path: str = "marking") -> str:
    """`(SBU/NF)`. Refuses what no reader takes for a portion mark."""
    shaped(path, one_line(path, marking), _MARK, "portion mark")
    if portion_classification(marking) is None:
        refuse(path, f"{marking!r} is no portion mark")
    return f"({marking})"
