"""Telegrams of 1973 to 1979 as the Department's electronic file and the National Archives print them.

formats/nara.md. Strategy: further telegrams are set apart, all that stands between two pages is lifted out, so that
sections follow one another; then the lines over the heading are read by a machine of their own, and header, heading,
text and ending by the grammar they share with later telegrams.
"""

from __future__ import annotations

import re

from telegram_format.grammar.archive_end import is_notice, read_archive_end, read_notice
from telegram_format.grammar.archive_head import read_archive_head
from telegram_format.grammar.archive_pages import lift_archive_pages, set_archive_records_apart
from telegram_format.grammar.attention_lines import with_attention_lines_apart
from telegram_format.grammar.blanks import skipped
from telegram_format.grammar.ending import read_ending, read_service_notes
from telegram_format.grammar.format_signs import sign, signs_in
from telegram_format.grammar.header_block import read_header_block
from telegram_format.grammar.heading import read_heading
from telegram_format.grammar.line_ends import unify_line_ends
from telegram_format.grammar.page_lines import PageLine, page_lines
from telegram_format.grammar.page_marks import lift_page_marks
from telegram_format.grammar.paragraphs import read_paragraphs
from telegram_format.grammar.parts import read_parts
from telegram_format.kit import Detection, Draft, Sample
from telegram_format.model.message_id import MessageId
from telegram_format.model.station import resolve_station
from telegram_format.model.transmission import Section

_SIGNS = (
    sign(
        0.3,
        "page line",
        r"\n[ \t]*+PAGE[ ]{1,4}[0-9]{2}[ \t\n]{1,24}[A-Z][A-Z .']{1,6}?[ \n]{1,8}[0-9]{5,6}(?![0-9])",
        heads="PAGE",
    ),
    sign(
        0.35,
        "distribution",
        r"\n[ \t]*+(?:ACTION|ORIGIN)[ ]{1,4}[A-Z][A-Z0-9]{0,5}[ ]?-[ ]?[0-9]{2}(?![0-9])",
        heads="ACTION ORIGIN",
    ),
    sign(0.1, "number of copies", r"/[ ]?[0-9]{3}[ ]?[A-Z]\r*\n"),
    sign(0.2, "line of receipt", r"\n[ \t]*+-{10,}+[ ]{0,4}[0-9]{6}"),
    sign(0.15, "drafting", r"\n[ \t]*+(?:DRAFTEDY?|[AE]PPROVED)[ ]BY", heads="DRAFTED DRAFTEDY APPROVED EPPROVED"),
    sign(
        0.15,
        "preamble of 1973-79",
        r"\n[ \t]*+[ZOPRY][ ](?:[ZOPRY][ ])?[0-9]{6}[ ]?Z[ ][A-Z]{3}[ ]7[0-9]",
        heads="Z O P R Y",
    ),
    sign(0.1, "E.O. 11652 or 12065", r"\n[ \t]*+E\.?[ ]?O\.?[ ]?1(?:1652|2065)", heads="E EO"),
    sign(
        0.1,
        "release stamp",
        r"Declassified/Released\s{1,9}US\s{1,9}Department\s{1,9}of\s{1,9}State",
    ),
)
_LATER = re.compile(
    r"\n[ \t]*+[ZOPRY] (?:[ZOPRY] )?[0-9]{6} ?Z [A-Z]{3} (?!7[0-9])(?:19[8-9]|20)?[0-9]{2}", re.IGNORECASE
)
_TRANSMITTED = re.compile(r"^V?ZCZC|\nDE [QRU][A-Z]{3,7} |\n(?:TO|INFO) [QRU][A-Z]{3,7}/", re.MULTILINE)
_OWN_HEADS = frozenset(("PAGE", "ACTION", "ORIGIN", "DRAFTED", "DRAFTEDY"))
"""Where no line begins with one of these, lines of later telegrams settle it."""
_DOUBTFUL = 0.45
_LATER_SECTION = re.compile(r"[^\n]*?[ ]SECTION (?:[2-9]|0[2-9]|[1-9][0-9]) OF ")
_PARAGRAPH = re.compile(r"\n[ \t]*+[0-9]{1,2}\. ")


class Nara:
    """The reader of telegrams of the Central Foreign Policy File, 1973-79, as the National Archives have them."""

    name = "nara"

    def detect(self, sample: Sample) -> Detection:
        text = sample.lined
        if is_notice(sample.view.text):
            return Detection(0.9, "the notice that the text is on microfilm")
        later = _LATER.search(text) is not None or _TRANSMITTED.search(text) is not None
        if later and _OWN_HEADS.isdisjoint(sample.heads):
            return Detection(0.0, "lines of later telegrams")
        found = signs_in(sample, _SIGNS)
        score = min(sum((weight for weight, _ in found), 0.0), 0.99)
        reason = ", ".join(what for _, what in found) or "no page line, no distribution"
        if later:
            return Detection(min(score, _DOUBTFUL), f"{reason}; lines of later telegrams")
        return Detection(score, reason)

    def read(self, draft: Draft) -> None:
        unify_line_ends(draft)
        if read_notice(draft):
            return
        set_archive_records_apart(draft)
        lift_archive_pages(draft)
        lift_page_marks(draft, next((line.end for line in page_lines(draft.text) if line.page == 1), 0))
        view = with_attention_lines_apart(draft.view)
        if view is not draft.view:
            draft.turn_to(view)
        end = len(draft.text)
        position, page = read_archive_head(draft, 0, end)
        position = read_header_block(draft, position, end)
        position = read_heading(draft, position, _heading_end(draft.text, position, end))
        behind = max((stop for _, _, stop in draft.entries), default=0)
        end = read_archive_end(draft, max(position, behind), end)
        text_end = read_ending(draft, max(position, behind), end)
        read_paragraphs(draft, position, text_end, read_parts)
        read_service_notes(draft, text_end, end)
        if page is not None:
            _compare(draft, page)
        if draft.values.keys() <= {"body"} and not draft.attributes:
            draft.note("format-not-recognised", "nothing of a telegram of 1973 to 1979 was found but text", 0, 0)


def _heading_end(text: str, start: int, end: int) -> int:
    """Where the heading of a later section ends at the latest, for its first paragraph is not the first of all."""
    start = skipped(text, start, end)
    if _LATER_SECTION.match(text, start, end) is None:
        return end
    first = _PARAGRAPH.search(text, start, end)
    return first.start() + 1 if first is not None else end


def _compare(draft: Draft, page: PageLine) -> None:
    """Fill from the first page line what the heading left open; tell where the two numbers differ."""
    known: MessageId | None = draft.values.get("message_id")
    number = int(page.number)
    if known is None:
        resolved = resolve_station(page.post)
        dtg = draft.values.get("dtg")
        year = (dtg.year if dtg is not None else None) or draft.context.year
        station = resolved[0] if resolved is not None else page.post
        draft.put("message_id", MessageId(year, station, number, None, page.written), page.id_start, page.id_end)
    elif known.number != number:
        what = f"the page line says {page.post} {page.number}, the classification line {known}"
        draft.note("message-id-conflict", what, page.id_start, page.id_end, ("message_id",))
    if page.section is not None and "section" not in draft.values:
        draft.put("section", Section(*page.section), page.start, page.end)
