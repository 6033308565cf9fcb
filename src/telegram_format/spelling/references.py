"""The REF line.

Strategy: one item a line with its letter before it (formats/state.md B8); further numbers of the station before them
go on its line. Further lines of an item are set in under the first.
"""

from __future__ import annotations

import re

from telegram_format.model.reference import Reference
from telegram_format.model.station import resolve_station
from telegram_format.spelling.frame import in_heading, refuse, shaped
from telegram_format.spelling.signs import LABEL, NUMBER, TEXT_LINE
from telegram_format.spelling.wrap import wrap

_LETTER = re.compile(r"[A-Z]")
_CAPTION = re.compile(r"NOTAL|EXDIS|NODIS|STADIS|LIMDIS|SBU(?:/NF)?|[CSU](?:/NF)?|NOFORN")
_OTHER = re.compile(
    rf"(?:{LABEL}|{NUMBER}|[-=_*‐–]{{3}}|(?:SUMMARY|Summary|INTRODUCTION|Introduction|COMMENT)\b)", re.VERBOSE
)
_CUT = re.compile(r"(?<![A-Za-z.'’])[A-Za-z.'’]{3,}+ ?#?[0-9]{1,7}(?: *[.:] *[^ ]|[^\s0-9A-Za-z.:,;()/&#-])")
"""A number that goes on as none of a telegram does: the list would end in it."""

_CABLE_AND_MORE = re.compile(
    r"(?:(?:19|20)?[0-9]{2}[ -]?)?(?P<station>[A-Za-z][A-Za-z.' -]{1,30}?) ?#?[0-9]{1,7} +(?P<more>[^ (])"
)
_MARKED_TEXT = re.compile(r"\((?:U|C|S|SBU|LOU|C/NF|S/NF|SBU/NF)\) ?.{0,60}?[a-z]{2,} [a-z]")
"""What is taken for the text behind a list that has lost its line end."""

_LINE = re.compile(rf"(?:{TEXT_LINE.pattern}|\()", re.VERBOSE)
"""What a further line must not begin with: a caption behind its number neither."""

_FURTHER_NUMBER = re.compile(r"[0-9]{1,7}")


def spell_reference(reference: Reference, path: str = "reference") -> str:
    """`A. 06 BAGHDAD 2345 (NOTAL)`; a reference without text is spelled by its message number."""
    words = reference.text
    if not words.strip() and reference.message_id is not None:
        words = str(reference.message_id)
    words = in_heading(f"{path}.text", words)
    if not any(map(str.isalnum, words)):
        refuse(f"{path}.text", "it is nothing but signs")
    cable = _CABLE_AND_MORE.match(words)
    if (
        words[0] in ",:.&"
        or ";" in words
        or _MARKED_TEXT.search(words) is not None
        or _OTHER.match(words) is not None
        or _CUT.search(words) is not None
        or (cable is not None and (not cable["more"].isalnum() or resolve_station(cable["station"]) is not None))
    ):
        refuse(f"{path}.text", f"{words[:40]!r} would be read as another line of the telegram")
    if reference.label is not None:
        words = f"{shaped(f'{path}.label', reference.label, _LETTER, 'letter')}. {words}"
    for index, caption in enumerate(reference.captions):
        words += f" ({shaped(f'{path}.captions[{index}]', caption, _CAPTION, 'caption of a reference')})"
    return words


def references_lines(references: tuple[Reference, ...], width: int = 70, label: str = "REF: ") -> list[str]:
    """The list under its label, one item a line."""
    items: list[str] = []
    last: Reference | None = None
    for index, reference in enumerate(references):
        words = spell_reference(reference, f"references[{index}]")
        if (
            last is not None
            and reference.kind == last.kind == "cable"
            and reference.label == last.label
            and not last.captions
            and _FURTHER_NUMBER.fullmatch(reference.text) is not None
        ):
            items[-1] += "/" + words.removeprefix(f"{reference.label}. ")
        else:
            items.append(words)
        last = reference
    lines: list[str] = []
    indent = " " * len(label)
    for index, item in enumerate(items):
        end = ";" * (index + 1 < len(items))
        lines += wrap(item + end, width, first=indent if index else label, indent=indent, signs=_LINE)
    return lines
