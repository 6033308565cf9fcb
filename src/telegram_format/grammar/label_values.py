"""What the labels of a SMART telegram say: `MRN`, `Date/DTG`, `Action`, `Drafted By` and the others.

formats/state.md D. Strategy: a table says for each label how its value is read. Lists of addresses are read in the
usual order (`city_first`); those parts that older telegrams have too are read by their grammar; what has no field
becomes an attribute. A value that says that there is none (`n/a`, `Unknown`) is understood and left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from telegram_format.grammar.addresses import read_address
from telegram_format.grammar.city_first import listed_addresses
from telegram_format.grammar.classification_line import add_caption
from telegram_format.grammar.date_time_group import read_preamble
from telegram_format.grammar.executive_order import read_executive_order
from telegram_format.grammar.labels import Labelled, Labels
from telegram_format.grammar.references import read_references
from telegram_format.grammar.subject import read_subject
from telegram_format.grammar.tags import read_tags
from telegram_format.kit import Draft, fold
from telegram_format.model.dtg import MONTHS, DateTimeGroup
from telegram_format.model.message_id import MessageId

SMART_LABELS = Labels(
    {
        "mrn": "MRN",
        "date": "Date[ ]?/[ ]?DTG|DTG|Date",
        "originator": "From",
        "to": "Action",
        "info": "Info",
        "exempted": "XMT",
        "order": r"E\.?[ ]?[O0]\.?",
        "tags": "TAGS",
        "captions": "Captions?",
        "passing": "Pass[ ]?Line",
        "references": r"Ref(?:erence|tel)?s?|Ref\(s\)",
        "subject": "Subject|Subj",
        "signature": "Signature",
        "drafted_by": "Drafted[ ]By|Drafter",
        "cleared_by": "Cleared[ ]By",
        "approved_by": "Approved[ ]By",
        "released_by": "Released[ ]By",
        "dissemination": "Dissemination[ ]Rules?",
        "attachments": "Attachments?",
        "message_type": "Type|Message[ ]Type",
        "action_post": "Action[ ]Post",
    },
    last=frozenset(
        ("signature", "drafted_by", "cleared_by", "approved_by", "released_by", "dissemination", "attachments")
    ),
)

ADDRESS_LISTS = frozenset(("originator", "to", "info", "exempted"))

_NONE = re.compile(r"(?:n/?a|none|unknown|nil)\.?", re.IGNORECASE)
_DATE = re.compile(
    r"""
    (?: (?P<date> (?P<month> [A-Za-z]{3,9} )\.? [ ]++ (?P<day> [0-9]{1,2} ) ,? [ ]++ (?P<year> [0-9]{4} )
        (?: [ ] [0-9]{1,2}:[0-9]{2} [ ]?(?:AM|PM)? )? ) [ \n]*+ /? [ \n]*+ )?
    (?P<group> [0-9]{6} [ ]? [A-Za-z] \b [^\n]{0,16} )?
    """,
    re.VERBOSE,
)
_CLOSES_LINE = re.compile(r"[ \t]*+;(?=[ \t]*+\n)")
_CAPTION = re.compile(r"[A-Za-z][A-Za-z0-9 /&-]*+")


def read_label(draft: Draft, found: Labelled) -> None:
    """Read one label and its value."""
    text = draft.text
    draft.mark(_MARKS.get(found.name, "label"), found.label, found.start)
    if found.start == found.end:
        return
    if _NONE.fullmatch(text, found.start, found.end) is not None and found.name != "order":
        draft.mark("no value", found.start, found.end)
        return
    _READERS.get(found.name, _read_attribute)(draft, found)


def _read_mrn(draft: Draft, found: Labelled) -> None:
    words = fold(draft.text[found.start : found.end])
    try:
        message_id = MessageId.parse(words)
    except ValueError:
        _read_attribute(draft, found)
        return
    draft.put("message_id", message_id, found.start, found.end)
    if message_id.repaired:
        draft.note("station-repaired", f"{words} is read as {message_id}", found.start, found.end, ("message_id",))


def _read_date(draft: Draft, found: Labelled) -> None:
    """The date in words and the date-time group; the date alone has no field."""
    text = draft.text
    match = _DATE.match(text, found.start, found.end)
    assert match is not None  # both parts may be absent
    if not match["group"] or read_preamble(draft, *match.span("group")) == match.start("group"):
        _read_attribute(draft, found)
        return
    draft.mark("date", found.start, found.end)
    if match["date"]:
        group: DateTimeGroup = draft.values["dtg"]
        month = match["month"][:3].upper()
        said = (int(match["year"]), MONTHS.index(month) + 1 if month in MONTHS else None, int(match["day"]))
        if said != (group.year, group.month, group.day):
            what = f"the date is {fold(match['date'])}, the date-time group {group}"
            draft.note("wrapper-conflict", what, *match.span("date"), ("dtg",))


def _read_addresses(draft: Draft, found: Labelled) -> None:
    """Addresses in the usual order: those with the city first were turned before."""
    draft.mark("addresses", found.start, found.end)  # with the signs between them
    for address in listed_addresses(draft.text, found.start, found.end):
        if found.name == "originator" and "originator" in draft.values:
            continue
        known = len(draft.entries)
        read_address(draft, found.name, address.start, address.end)
        closing = _CLOSES_LINE.match(draft.text, address.end, found.end)
        if closing is not None:  # a semicolon at the end of a line goes with what it closes
            path, start, _ = draft.entries[known]
            draft.entries[known] = path, start, closing.end()


def _read_order(draft: Draft, found: Labelled) -> None:
    if fold(draft.text[found.start : found.end]).rstrip(".").lower() in ("unknown", "none"):
        draft.mark("no value", found.start, found.end)
    else:
        read_executive_order(draft, found.label, found.start, found.end, day_first=True)


def _read_tags(draft: Draft, found: Labelled) -> None:
    _read_rest(draft, found, read_tags(draft, found.label, found.start, found.end))


def _read_references(draft: Draft, found: Labelled) -> None:
    _read_rest(draft, found, read_references(draft, found.label, found.start, found.end))


def _read_subject(draft: Draft, found: Labelled) -> None:
    _read_rest(draft, found, read_subject(draft, found.label, found.start, found.end))


def _read_rest(draft: Draft, found: Labelled, position: int) -> None:
    """Tell of what the grammar of a part left over."""
    rest = draft.text[position : found.end].strip()
    if rest:
        draft.note("heading-line-unread", f"not understood: {fold(rest)[:60]}", position, found.end)


def _read_captions(draft: Draft, found: Labelled) -> None:
    draft.mark("captions", found.start, found.end)  # with the commas between them
    for match in _CAPTION.finditer(draft.text, found.start, found.end):
        add_caption(draft, fold(match[0]).upper(), match.start(), match.start() + len(match[0].rstrip()))


def _read_passing(draft: Draft, found: Labelled) -> None:
    draft.add("passing", fold(draft.text[found.start : found.end]), found.start, found.end)


def _read_signature(draft: Draft, found: Labelled) -> None:
    draft.add("signatures", fold(draft.text[found.start : found.end]), found.start, found.end)


def _read_attribute(draft: Draft, found: Labelled) -> None:
    draft.attribute(found.name, fold(draft.text[found.start : found.end]), found.start, found.end)


_READERS: dict[str, Callable[[Draft, Labelled], None]] = {
    "mrn": _read_mrn,
    "date": _read_date,
    **dict.fromkeys(ADDRESS_LISTS, _read_addresses),
    "order": _read_order,
    "tags": _read_tags,
    "captions": _read_captions,
    "passing": _read_passing,
    "references": _read_references,
    "subject": _read_subject,
    "signature": _read_signature,
}

_MARKS = {
    "subject": "subject",
    "tags": "tags",
    "references": "ref",
    "order": "order",
    "originator": "FM",
    "to": "TO",
    "info": "INFO",
    "exempted": "XMT",
}
"""Labels that older telegrams have too, under their kinds of mark."""
