"""US military record messages in USMTF sets: GENADMIN, NAVADMIN, ALNAV, MARADMIN, ALARACT.

formats/military.md. Strategy: the sets are found first, for they say where the header ends and where the text stands;
then the header is read by the grammar of format lines, the lines before and between the sets by that of the text's
heading, each set by its identifier, and the text as an outline. Gateways fold headers, repeat them inside the text and
put banners around all: each of these is read before or behind what it surrounds.
"""

from __future__ import annotations

import re

from telegram_format.grammar.folded_header import unfolded
from telegram_format.grammar.format_signs import sign, signs_in
from telegram_format.grammar.header_block import read_header_block
from telegram_format.grammar.line_ends import unify_line_ends
from telegram_format.grammar.message_banner import read_message_banner
from telegram_format.grammar.message_end import read_message_end
from telegram_format.grammar.message_series import has_series_line, series_line
from telegram_format.grammar.messages import set_messages_apart
from telegram_format.grammar.outline import read_outline
from telegram_format.grammar.paragraphs import read_paragraphs
from telegram_format.grammar.release import read_release
from telegram_format.grammar.set_values import SetReader
from telegram_format.grammar.sets import Set, read_sets
from telegram_format.grammar.text_heading import read_text_heading
from telegram_format.kit import Detection, Draft, Sample
from telegram_format.vocab.sets import set_kinds

_SIGNS = (
    sign(
        0.6,
        "MSGID set",
        r"\n[ \t]*+MSGID/(?!TYPE)|(?<=//)[ ]MSGID/|(?<=/[0-9]{2})[ ][^\n]{0,20}MSGID/",
        words="MSGID/",
    ),
    sign(0.35, "SUBJ set", r"(?:\n[ \t]*+|// )SUBJ/", words="SUBJ/"),
    sign(0.2, "REF set", r"\n[ \t]*+REF/[A-Z]/", heads="REF"),
    sign(0.2, "text set", r"\n[ \t]*+(?:RMKS|GENTEXT|NARR|AMPN|POC|Rmks)/", heads="RMKS GENTEXT NARR AMPN POC R"),
    sign(0.15, "line that ends a set", r"//[ \t]*+\r*\n"),
    sign(0.15, "subject code", r"\n[ \t]*+UNCLAS(?:SIFIED)?[ ]?/{1,2}[ ]?N[0-9]{5}//", heads="UNCLAS UNCLASSI"),
    sign(
        0.1,
        "precedence in words",
        r"\n[ \t]*+(?:ROUTINE|PRIORITY|IMMEDIATE|FLASH)[ \t]*+\r*\n",
        heads="ROUTINE PRIORITY IMMEDIAT FLASH",
    ),
    sign(0.1, "FL5", r"\n[ \t]*+[ZOPR] (?:[ZOPR] )?[0-9]{6}Z [A-Za-z]{3} [0-9]{2}", heads="Z O P R"),
)
_OTHER = re.compile(r"\n(?:TAGS:? |E\.?O\.? 1[0-9]{3}|This record is a partial extract)")
"""Lines of State telegrams: where one of them stands, sets are quoted in the text at most."""

_NAMED = re.compile(r"/(?:(?<=MSGID/)|(?<=SUBJ/))")

_SERIES = 0.4
_QUOTED = 0.3

# Where the header ends if BT was lost: at the classification line, the series, the office codes.
_SEPARATION = re.compile(r"(?:(?<![^\n])[ \t]*+BT[ \t]*+(?=\n|\Z))")
_NO_HEADER = re.compile(
    r"(?<![^\n])[ \t]*+(?=(?:UNCLAS|C O N F I D|S E C R E T|T O P  ?S E C|CUI\b|PASS TO|QQQQ|[*]{3}|SUBJ))"
)


class Genadmin:
    """The reader of military record messages."""

    name = "genadmin"

    def detect(self, sample: Sample) -> Detection:
        text = sample.lined
        if "/" not in text or (_OTHER.search(text) is not None and _NAMED.search(text) is None):
            return Detection(0.0, "no set")
        found = signs_in(sample, _SIGNS)
        if has_series_line(text):
            found.append((_SERIES, "series"))
        score = min(sum((weight for weight, _ in found), 0.0), 0.99)
        reason = ", ".join(what for _, what in found) or "no set"
        if _OTHER.search(text) is not None:
            return Detection(min(score, _QUOTED), f"{reason}; lines of a State telegram")
        return Detection(score, reason)

    def read(self, draft: Draft) -> None:
        unify_line_ends(draft)
        set_messages_apart(draft)
        view = unfolded(draft.view)
        if view is not draft.view:
            draft.turn_to(view)
        end = read_message_end(draft, 0, len(draft.text))
        sets = read_sets(draft.text, 0, end)
        first = sets[0].start if sets else end
        banner = read_message_banner(draft, 0, first)
        position = read_header_block(draft, banner.end, _header_end(draft.text, banner.end, first))
        self._read_text(draft, sets, position, end)
        banner.fill(draft)
        if draft.values.keys() <= {"body"} and not draft.attributes:
            draft.note("format-not-recognised", "nothing of a military message was found but text", 0, 0)

    def _read_text(self, draft: Draft, sets: tuple[Set, ...], start: int, end: int) -> None:
        """Read the sets, what stands between them, and the text."""
        subject = any(found.name == "SUBJ" for found in sets)
        heading = [found for found in sets if set_kinds()[found.name] != "closing"]
        body = next((found for found in heading if found is heading[-1] and set_kinds()[found.name] == "body"), None)
        reader = SetReader(draft)
        for found in sets:
            start = read_text_heading(draft, start, found.start, subject=subject, text_follows=False)
            if found is body:
                draft.mark(found.name, found.start, found.fields[-1][0])
                if found.closed:
                    draft.mark("end of set", found.end - 2, found.end)
                _read_body(draft, *found.fields[-1])
            else:
                reader.read(found)
            start = found.end
        reader.finish()
        if body is None:
            start = read_text_heading(draft, start, end, subject=subject, text_follows=True)
            if draft.text.endswith("//", start, end):
                draft.mark("end of set", end - 2, end)
                end -= 2
            _read_body(draft, start, end)


def _read_body(draft: Draft, start: int, end: int) -> None:
    """Read who released the message, then the text before that."""
    end = read_release(draft, start, end)
    read_paragraphs(draft, start, end, read_outline)


def _header_end(text: str, start: int, end: int) -> int:
    """Where the header ends: behind BT, else before the first line that is none of it."""
    separation = _SEPARATION.search(text, start, end)
    none = _NO_HEADER.search(text, start, end)
    stop = none.start() if none is not None else end
    if separation is not None and separation.start() <= stop:
        stop = min(separation.end() + 1, end)
    position = start
    while 0 <= position < stop:
        if series_line().match(text, position, stop) is not None:
            return position
        position = text.find("\n", position, stop) + 1 or stop
    return stop
