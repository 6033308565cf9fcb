"""The lines between the header and the sets: classification line, subject code, series number, passing lines.

formats/military.md E1 and E3. Strategy: line by line, each read by the first rule that knows it. Relay stations and
mail gateways repeat parts of the header here, banners and a cut subject among them; these are marked.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.grammar.classification_line import read_classification_line
from telegram_format.grammar.heading_lines import read_line_without_label
from telegram_format.grammar.message_series import read_series_line
from telegram_format.grammar.office_codes import read_office_line
from telegram_format.kit import Draft, fold
from telegram_format.model.transmission import Section

# The standard subject identification code behind the level: UNCLAS //N01420//, UNCLAS/N01420//, UNCLAS N01420//.
_SUBJECT_CODE = re.compile(
    r"(?P<level>[A-Z]++(?:[ ]{1,3}(?!N?[0-9]{5}//)[A-Z0-9]++)*+)?[ ]*+/{0,2}[ ]?(?P<code>N[0-9]{5}|(?<=/)[0-9]{5})[ ]*+(?://)",
)
_NOTICE = re.compile(
    r"""
    (?: Q{4} | \*{3}[^\n*]++\*{3} (?:[ ]Q{4})? | BT | ATTENTION[ ]INVITED[ ]TO | REROUTE[ ]DETECTED
      | ADMINISTRATIVE[ ]MESSAGE | (?:CLASSIFICATION:[ ])? UNCLASSIFIED[ ]?/{0,2}
    ) [ \t]*+ (?=\n|\Z)
    """,
    re.VERBOSE,
)
_OFFICE_BLOCK = re.compile(r"(?:PLEASE )?PASS[ \t]++TO[ \t]++(?:ALL[ \t]++)?OFFICE[ \t]++CODES?[ ]?:?[ \t]*+(?=\n|\Z)")
_OFFICE_LINE = re.compile(r"(?:FM|TO|INFO) [A-Z]|[A-Z0-9][^\n]*?//[A-Z0-9]")
_SECTION = re.compile(r"(FINAL )?SECTION[ ]{1,2}([0-9]{1,3})[ ]?(?:OF|/)[ ]?([0-9]{1,3})(?![0-9])[. ]*+(?=\n|\Z)")
_SUBJECT = re.compile(r"SUBJ(?:ECT)?[ ]?:[ ]*+")
_SUBJECT_END = re.compile(
    r"//(?=[ \t]*+(?:\n|\Z))|\n[ \t]*+(?=\n|QQQQ|NAVADMIN|PASS |UNCLAS|FM |[0-9]{1,2}\.|MSGID)|\Z"
)

_NO_PASSING = ("REF ", "REFS ")
"""A narrative that has lost its identifier."""


def read_text_heading(draft: Draft, start: int, end: int, *, subject: bool, text_follows: bool) -> int:
    """Read the lines up to `end`, where a set stands; where the understood lines end.

    `subject` says that a SUBJ set is there, so that a subject here is a repetition. `text_follows` says that no set
    but the text itself may stand behind: then reading stops at the first line that is none of these.
    """
    text = draft.text
    position = start
    office = None
    while (position := skipped(text, position, end)) < end:
        line_end = text.find("\n", position, end)
        line_end = line_end if line_end >= 0 else end
        if (match := _OFFICE_BLOCK.match(text, position, end)) is not None:
            draft.mark("office codes", position, match.end())
            position, office = match.end(), ""
        elif (after := _read_line(draft, position, end, subject)) > position:
            position = after
        elif _OFFICE_LINE.match(text, position, line_end) is not None and (
            office is not None or text.startswith(("FM ", "TO ", "INFO "), position)
        ):
            position, office = read_office_line(draft, office or "", position, line_end)
        elif text_follows:
            return position
        elif (
            not text.startswith(_NO_PASSING, position)
            and (after := read_line_without_label(draft, position, line_end, labelled=True)) > position
        ):
            position = after
        else:
            what = " ".join(text[position:line_end].split())
            draft.note("heading-line-unread", f"not understood: {what[:60]}", position, line_end)
            position = line_end
    return position


def _read_line(draft: Draft, start: int, end: int, subject: bool) -> int:
    """Read what the sets' own messages have and others have not; where it ends, or `start`."""
    text = draft.text
    if (after := read_series_line(draft, start, end)) > start:
        return after
    match = _SUBJECT_CODE.match(text, start, end)
    if match is not None and (
        match["level"] is None or read_classification_line(draft, start, match.end("level")) > start
    ):
        if "SSIC" not in draft.attributes:
            draft.attribute("SSIC", match["code"], *match.span("code"))
        draft.mark("subject code", start, match.end())
        return match.end()
    if (match := _NOTICE.match(text, start, end)) is not None:
        draft.mark("notice", start, match.end())
        return match.end()
    if (match := _SECTION.match(text, start, end)) is not None:
        draft.put("section", Section(int(match[2]), int(match[3]), match[1] is not None), start, match.end())
        return match.end()
    if (match := _SUBJECT.match(text, start, end)) is not None:
        return _read_subject_line(draft, match, end, subject)
    return read_classification_line(draft, start, end)


def _read_subject_line(draft: Draft, label: re.Match[str], end: int, subject: bool) -> int:
    """A subject with a colon: the relay's repetition, or the only one."""
    text = draft.text
    stop = _SUBJECT_END.search(text, label.end(), end)
    value_end = trimmed(text, label.end(), stop.start() if stop is not None else end)
    if subject:
        draft.mark("subject repeated", label.start(), value_end)
        return value_end
    draft.mark("subject", label.start(), label.end())
    if value_end > label.end():
        draft.put("subject", fold(text[label.end() : value_end]), label.end(), value_end)
    if stop is not None and stop[0] == "//":
        draft.mark("end of set", stop.start(), stop.end())
        return stop.end()
    return value_end
