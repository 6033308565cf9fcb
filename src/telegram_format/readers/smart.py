"""State Department telegrams of the SMART system (2009 on), as released: labels, text, further labels.

formats/state.md D. Strategy: stamps, banners and page numbers of the release are lifted out first, for they stand
anywhere; then the labels above and below the text are read and laid aside. Between them stands the text of today, or a
whole telegram of an older kind, with format lines and heading: it is read by the grammar of those. In the end the two
are put together: what the text says counts, the labels fill the gaps.
"""

from __future__ import annotations

import re

from telegram_format.grammar.agreement import agree, lay_aside
from telegram_format.grammar.city_first import listed_addresses
from telegram_format.grammar.ending import read_ending, read_service_notes
from telegram_format.grammar.header_block import read_header_block
from telegram_format.grammar.heading import read_heading
from telegram_format.grammar.label_values import ADDRESS_LISTS, SMART_LABELS, read_label
from telegram_format.grammar.labels import Labelled
from telegram_format.grammar.line_ends import unify_line_ends
from telegram_format.grammar.misreadings import put_signs_right
from telegram_format.grammar.page_marks import lift_page_marks
from telegram_format.grammar.paragraphs import read_paragraphs
from telegram_format.grammar.print_head import lift_print_heads
from telegram_format.grammar.release_stamps import lift_release_stamps
from telegram_format.kit import Context, Detection, Draft, Sample, View
from telegram_format.model.message_id import MessageId

_SIGNS: tuple[tuple[float, str, re.Pattern[str]], ...] = tuple(
    (weight, what, re.compile(rf"(?:^|\n)[ \t|>#*]*+(?:{pattern})", re.IGNORECASE))
    for weight, what, pattern in (
        (0.6, "MRN", r"MRN[ ]?:[*|\s]*+[0-9lIOo]{2}[ ][A-Z]"),
        (0.4, "Date/DTG", r"Date[ ]?/[ ]?DTG[ ]?:"),
        (0.2, "Action", r"Action:[*|\s]*+[A-Z /]{2,40},?[ ]"),
        (0.1, "From", r"From:"),
        (0.1, "Captions", r"Captions?:"),
        (0.2, "Drafted By", r"(?:Drafted|Cleared|Approved|Released)[ ]By:"),
        (0.3, "Dissemination Rule", r"Dissemination[ ]Rule:"),
        (0.2, "release", r"RELEASED?[ ]IN[ ](?:PART|FULL)\b|REVIEW[ ]AUTHORITY:"),
    )
)
_LABEL = re.compile(r"\n[ \t|>#*]*+(?:[Mm](?i:RN)|[Dd](?i:ate[ ]?/|issemination))")
"""Without one of these no text is taken for such a telegram: looked for first, as they are quickly found."""
_NO_LABELS = 0.3

# What a heading of an older kind begins with; a text of today may begin with its authority.
_OPENS_HEADING = re.compile(
    r"""
    [ \t\n]*+ (?:
        (?:UNCLAS|UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED[ ]OFFICIAL[ ]USE|C[ ]O[ ]N[ ]F|S[ ]E[ ]C[ ]R) (?=[ ][A-Z0-9])
      | (?:FINAL[ ])?SECTION[ ][0-9]{2}[ ]OF[ ] | E\.?O\.?[ ]?1[0-9]{3,4} | TAGS:? | SUBJ(?:ECT)?: | REF(?:S|TELS?)?:
      | (?:SIPDIS|SENSITIVE|NODIS|EXDIS|NOFORN) (?![ ]*+[A-Za-z]*[a-z])
      | (?: ¶? [0-9]{1,2}\.[ ]*+ (?:\([A-Z]{1,3}\)[ ]*+)? )? (?:CLASSIFIED|Classified)[ ][Bb][Yy]
      | (?:DEPT|DEPARTMENT|STATE)[ ]FOR[ ]
    )
    """,
    re.VERBOSE,
)


class Smart:
    """The reader of telegrams of the SMART system."""

    name = "smart"

    def detect(self, sample: Sample) -> Detection:
        if _LABEL.search(sample.lined) is None:
            return Detection(0.0, "no label of such a telegram")
        found = [(weight, what) for weight, what, sign in _SIGNS if sign.search(sample.text) is not None]
        score = min(sum((weight for weight, _ in found), 0.0), 0.99)
        reason = ", ".join(what for _, what in found) or "no label of such a telegram"
        if not any(what in ("MRN", "Date/DTG", "Dissemination Rule") for _, what in found):
            score = min(score, _NO_LABELS)
        return Detection(score, reason)

    def read(self, draft: Draft) -> None:
        unify_line_ends(draft)
        banners = lift_release_stamps(draft)
        lift_print_heads(draft)
        lift_page_marks(draft)
        top, end = _labels(draft.text)
        put_signs_right(draft, [(label.start, label.end) for label in top if label.name in ("mrn", "date")])
        _turn_addresses(draft, [*top, *end])
        top, end = _labels(draft.text)
        for label in sorted([*top, *end], key=lambda label: label.name not in ("mrn", "date")):
            read_label(draft, label)
        aside = lay_aside(draft)
        _lean_on(draft, aside.values.get("message_id"))
        text_start = top[-1].end if top else 0
        text_end = end[0].label if end else len(draft.text)
        _read_text(draft, text_start, text_end)
        agree(draft, aside)
        banners.fill(draft)
        if not top and not end:
            draft.note("format-not-recognised", "none of the labels of a SMART telegram was found", 0, 0)


def _labels(text: str) -> tuple[list[Labelled], list[Labelled]]:
    """The labels above the text and those below it."""
    top = SMART_LABELS.at_top(text, 0, len(text))
    return top, SMART_LABELS.at_end(text, top[-1].end if top else 0, len(text))


def _turn_addresses(draft: Draft, labels: list[Labelled]) -> None:
    """Go on reading with addresses in the usual order, each on one line."""
    pieces: list[tuple[int, int, str | None, bool]] = []
    position = 0
    for label in labels:
        if label.name not in ADDRESS_LISTS:
            continue
        for address in listed_addresses(draft.text, label.start, label.end):
            for start, end, words in address.edits:
                pieces.append((position, start, None, False))
                pieces.append((start, end, words, False))
                position = end
    if pieces:
        pieces.append((position, len(draft.text), None, False))
        draft.turn_to(View.of_pieces(draft.view, pieces))


def _lean_on(draft: Draft, message_id: MessageId | None) -> None:
    """Take year and station of the wrapper's number for what the text leaves out."""
    if message_id is not None:
        known = draft.context
        draft.context = Context(known.year or message_id.year, known.station or message_id.station)


def _read_text(draft: Draft, start: int, end: int) -> None:
    """Read the telegram inside: header and heading of an older kind, if it has them, ending, paragraphs."""
    known = len(draft.entries)
    position = read_header_block(draft, start, end)
    if len(draft.entries) > known or _OPENS_HEADING.match(draft.text, position, end) is not None:
        position = read_heading(draft, position, end)
    behind = max((stop for path, _, stop in draft.entries[known:] if path[0] != "attributes"), default=position)
    text_end = read_ending(draft, max(position, min(behind, end)), end)
    read_paragraphs(draft, position, text_end)
    read_service_notes(draft, text_end, end)
