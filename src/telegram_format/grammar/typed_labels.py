"""The head of a typed telegram: a line or a cell for each label, `FROM:`, `TO:`, `NO:`, `Control:`.

formats/other.md F1. Strategy: a machine over lines; a line is cut into cells where three blanks or more stand, for
the action office and the control number share lines with the addresses. The first word of a cell says what it is (a
table); in a list of addresses a line without such a word is the next address. Volumes that print a telegram with its
teleprinter lines have the same labels without colons, and the format lines among them. The head ends at the first line
that none of this reads, unless a label follows close behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from telegram_format.grammar.addresses import read_address
from telegram_format.grammar.blanks import trimmed
from telegram_format.grammar.citations import read_citations
from telegram_format.grammar.executive_order import read_executive_order
from telegram_format.grammar.heading_lines import read_line_without_label
from telegram_format.grammar.printed_date import DATE, PRINTED_DATE, put_date
from telegram_format.grammar.references import read_references
from telegram_format.grammar.source_note import PRINTED_PRECEDENCES
from telegram_format.grammar.subject import read_subject
from telegram_format.grammar.tags import read_tags
from telegram_format.grammar.typed_cells import SECTION, TypedHead, put_id, put_section, read_cell, station_named
from telegram_format.kit import Draft
from telegram_format.model.address import Address
from telegram_format.model.message_id import MessageId

_CELL = re.compile(
    r"[^ \t\n]++ (?: [ ]{1,2}+ [^ \t\n]++ )*+ (?: (?<=:) [ \t]++ [^ \t\n]++ (?: [ ]{1,2}+ [^ \t\n]++ )*+ )?+",
    re.VERBOSE,
)
_LABEL = re.compile(
    r"""
    (?P<control> Control | CONTROL ) [ ]? (?: No[.]? | NO[.]? )? [ ]? [:#] [ \t]*+
  | (?P<received> Rec['’]?d | REC['’]?D | Received | RECEIVED ) [ ]? [:.]?+ [ \t]++
  | (?P<sender> FROM | From | FM ) (?: [ ]?: [ \t]*+ | [ ] (?=[A-Z]) )
  | (?P<to> TO | To ) (?: [ ]?: [ \t]*+ | [ ] (?=[A-Z]{2}) )
  | (?P<action> ACTION | Action ) (?! [ ](?:COPY|REQUEST) )
    (?: [ ]?: [ \t]*+ | [ ]++ (?=[A-Z]) | (?=[ ]{3}|[ ]*+(?:\n|\Z)) )
  | (?P<info> INFO(?:RMATION)? | Info ) (?! [ ]COPY ) (?: [ ]?: [ \t]*+ | [ ]++ (?=[A-Z]) | (?=[ ]{3}|[ ]*+(?:\n|\Z)) )
  | (?P<number> NO | No | NUMBER ) [ ]? [:.] [ \t]*+ (?=[0-9A-Z])
  | (?P<subject> SUBJ(?:ECT)? | Subj(?:ect)? ) [ ]?: [ \t]*+
  | (?P<ref> REF(?:S|TELS?|ERENCES?)? | Ref(?:s|tels?|erences?)? ) [ ]?: [ \t]*+
  | (?P<tags> TAGS ) [ ]?: [ \t]*+
  | (?P<order> E[.][ ]?O[.] [ ]? (?=[0-9]{5}) )
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(
    rf"(?P<series>[A-Za-z]{{4,10}}[ ])? (?P<figures>[0-9]{{1,6}}) (?:[,.]?[ ]{{1,3}} {PRINTED_DATE} )?+",
    re.VERBOSE | re.IGNORECASE,
)
_POST = re.compile(r"A[Mm](?:erican )?[Ee][Mm][Bb]|A[Mm][Cc][Oo][Nn]|US[A-Z]{2,}|ALL |All ")
_SHORT_ADDRESS = re.compile(
    r"(?P<name>[A-Z][A-Za-z .'’-]{2,40}?)(?<!PRIORITY)(?<!IMMEDIATE)[ ]{1,2}(?P<number>[0-9]{1,3})"
    r"(?:[ ]{1,2}(?P<precedence>NIACT(?: IMMEDIATE)?|FLASH|IMMEDIATE|PRIORITY|ROUTINE))?"
)
_ADDRESS_LINE = re.compile(r"[A-Z][A-Za-z0-9 .,'’()/&-]{1,70}")
_OFFICES = re.compile(r"[A-Z]{1,5}(?:[/,][ ]?[A-Z]{1,5})*+")
_NEAR = 4
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

HAS_LABELS = re.compile(
    r"""
    (?<! [^\n] ) [ \t]*+
    (?: FM[ ][A-Z]{4} | FROM[ ]A[Mm] | FROM[ ]?: | ACTION:[ ]*A[mM] | NO[ ]?:[ \t]*[0-9]
      | (?:OUTGOING|INCOMING)[ ]{1,2}TELEGRAM )
    """,
    re.VERBOSE,
)
"""A line that only a typed head has."""
HAS_PARTY: dict[str, re.Pattern[str]] = {
    "originator": re.compile(r"(?<![^\n])[ \t]*+(?:FM[ ]|FROM[ ]?:|FROM[ ]A)"),
    "to": re.compile(r"(?<![^\n])[ \t]*+(?:TO[ ]?:|TO[ ][A-Z]{3}|ACTION:[ ]*A[mM])"),
}


def read_typed_labels(draft: Draft, start: int, end: int, year: int | None) -> int:
    """Read the head; where the text begins. `year` is the year where the lines have none."""
    text = draft.text
    state = TypedHead(year or _year_near(text, start, end) or draft.context.year)
    position = start
    behind = start
    unknown: list[tuple[int, int]] = []
    while position < end:
        line_end = text.find("\n", position, end)
        line_end = line_end if line_end >= 0 else end
        if not text[position:line_end].strip():
            state.addresses = ""
        elif _read_line(draft, state, position, line_end, end):
            for unread in unknown:
                line = " ".join(text[unread[0] : unread[1]].split())
                draft.note("heading-line-unread", f"not understood: {line[:60]}", *unread)
            unknown = []
            behind = line_end = max(line_end, state.value_end)
        else:
            unknown.append((position, line_end))
            if len(unknown) > _NEAR or line_end - position > 90:
                break
        position = line_end + 1
    if draft.attributes.get("direction") == "outgoing":
        _put_outgoing_number(draft, state)
    return min(behind, end)


def _put_outgoing_number(draft: Draft, state: TypedHead) -> None:
    """The Department numbered its telegrams to each post: that to the first one is the telegram's."""
    first = next((place for path, *place in draft.places() if path == ("to", 0, "continuity_number")), None)
    if first is not None and "message_id" not in draft.values:
        put_id(draft, MessageId(state.year, "STATE", int(draft.values["to"][0].continuity_number)), first[0], first[1])


def _year_near(text: str, start: int, end: int) -> int | None:
    """The year of the date of receipt, which stands above the number."""
    found = _YEAR.search(text, start, min(end, start + 1200))
    return int(found[0]) if found is not None else None


def _read_line(draft: Draft, state: TypedHead, start: int, end: int, text_end: int) -> bool:
    """Read a line cell by cell; whether all of it is of the head."""
    text = draft.text
    cells = list(_CELL.finditer(text, start, end))
    if len(cells) == 1 and state.addresses and _LABEL.match(text, cells[0].start(), end) is None:
        if read_cell(draft, state, *cells[0].span()):
            state.addresses = ""
            return True
        if _ADDRESS_LINE.fullmatch(text, *cells[0].span()):
            _read_address(draft, state.addresses, *cells[0].span())
            return True
        return False
    known = False
    if state.offices and _OFFICES.fullmatch(text, *cells[0].span()):
        draft.attribute(state.offices, cells[0][0], *cells[0].span())
        known = True
        cells = cells[1:]
    state.offices = ""
    for cell in cells:
        label = _LABEL.match(text, *cell.span())
        if label is not None:
            kind = label.lastgroup
            assert kind is not None
            known = _LABELS[kind](draft, state, label, cell.end(), text_end) or known
        else:
            known = read_cell(draft, state, *cell.span()) or known
        if state.value_end > cell.end():
            break
    if not known and len(cells) == 1 and text[start:end].upper() == text[start:end]:
        first = cells[0].start()
        return read_line_without_label(draft, first, end, labelled=True) > first
    return known


def _read_control(draft: Draft, state: TypedHead, label: re.Match[str], end: int, text_end: int) -> bool:  # noqa: ARG001
    draft.mark("label", *label.span())
    draft.attribute("control_number", draft.text[label.end() : end], label.end(), end)
    return True


def _read_received(draft: Draft, state: TypedHead, label: re.Match[str], end: int, text_end: int) -> bool:  # noqa: ARG001
    """The time of receipt; its hour may stand on the next line."""
    if DATE.match(draft.text, label.end(), end) is None:
        return False
    draft.mark("label", *label.span())
    draft.attribute("received", draft.text[label.end() : end], label.end(), end)
    return True


def _read_sender(draft: Draft, state: TypedHead, label: re.Match[str], end: int, text_end: int) -> bool:  # noqa: ARG001
    draft.mark("FM", *label.span())
    if label.end() < end:
        read_address(draft, "originator", label.end(), end)
        state.sender = draft.values["originator"].name
    state.addresses = ""
    return True


def _read_to(draft: Draft, state: TypedHead, label: re.Match[str], end: int, text_end: int) -> bool:  # noqa: ARG001
    draft.mark("TO", *label.span())
    if label.end() < end:
        _read_address(draft, "to", label.end(), end)
    state.addresses = "to"
    return True


def _read_action(draft: Draft, state: TypedHead, label: re.Match[str], end: int, text_end: int) -> bool:  # noqa: ARG001
    return _read_list(draft, state, label, end, "to", "action_office")


def _read_info(draft: Draft, state: TypedHead, label: re.Match[str], end: int, text_end: int) -> bool:  # noqa: ARG001
    return _read_list(draft, state, label, end, "info", "info_offices")


def _read_list(draft: Draft, state: TypedHead, label: re.Match[str], end: int, field: str, offices: str) -> bool:
    """Addresses, or the offices in the Department that got a copy."""
    if _POST.match(draft.text, label.end(), end) is not None or (
        field == "info" and ":" not in label[0] and label.end() < end
    ):
        draft.mark("TO" if field == "to" else "INFO", *label.span())
        _read_address(draft, field, label.end(), end)
        state.addresses = field
        return True
    draft.mark("label", *label.span())
    if label.end() == end:
        state.offices = offices
    elif offices not in draft.attributes:
        draft.attribute(offices, " ".join(draft.text[label.end() : end].split()), label.end(), end)
    return True


def _read_address(draft: Draft, field: str, start: int, end: int) -> None:
    """An address; the number of the telegram in the series to that post is shorter than a teleprinter's."""
    match = _SHORT_ADDRESS.fullmatch(draft.text, start, end)
    if match is None:
        read_address(draft, field, start, end)
        return
    precedence = PRINTED_PRECEDENCES.get((match["precedence"] or "").lower())
    address = Address(" ".join(match["name"].split()), None, precedence, match["number"])
    index = draft.add(field, address, start, end)
    draft.place((field, index, "name"), *match.span("name"))
    draft.place((field, index, "continuity_number"), *match.span("number"))


def _read_number(draft: Draft, state: TypedHead, label: re.Match[str], end: int, text_end: int) -> bool:  # noqa: ARG001
    """`NO: 1234, July 1, 8 p.m. (SECTION ONE OF TWO)`."""
    text = draft.text
    match = _NUMBERED.match(text, label.end(), end)
    if match is None:
        return False
    state.addresses = ""
    draft.mark("label", *label.span())
    draft.mark("telegram number", label.end(), match.end())
    if match["month"]:
        put_date(draft, match, state.year)
    station = (match["series"] or "").strip().upper() or station_named(state.sender)
    if station:
        put_id(draft, MessageId(state.year, station, int(match["figures"])), *match.span("figures"))
    else:
        draft.attribute("telegram_number", match["figures"], *match.span("figures"))
    if (section := SECTION.search(text, match.end(), end)) is not None:
        put_section(draft, section)
    return True


def _value_end(text: str, start: int, end: int) -> int:
    """Where the value of a label ends: at an empty line or before the next label."""
    position = start
    while (line := text.find("\n", position, end)) >= 0:
        position = line + 1
        rest = text[position : min(position + 40, end)]
        if not rest.strip(" \t") or rest.lstrip(" \t")[:1] == "\n" or _LABEL.match(rest.lstrip(" \t")):
            return line
    return end


def _read_value(draft: Draft, state: TypedHead, label: re.Match[str], end: int, text_end: int) -> bool:  # noqa: ARG001
    """A label of the heading, whose value is read by its own grammar."""
    text = draft.text
    kind = label.lastgroup
    assert kind is not None
    stop = trimmed(text, label.end(), _value_end(text, label.end(), text_end))
    state.addresses = ""
    state.value_end = stop
    draft.mark(kind, label.start(), label.end())
    if kind == "ref" and "tel" in text[label.end() : stop].lower():
        draft.mark("references", label.end(), stop)
        read_citations(draft, label.end(), stop, station_named(state.sender) or None, state.year)
    elif label.end() < stop:
        state.value_end = trimmed(text, label.end(), _VALUES[kind](draft, label.start(), label.end(), stop))
    return True


_VALUES: dict[str, Callable[[Draft, int, int, int], int]] = {
    "subject": read_subject,
    "ref": read_references,
    "tags": read_tags,
    "order": read_executive_order,
}
_LABELS: dict[str, Callable[[Draft, TypedHead, re.Match[str], int, int], bool]] = {
    "control": _read_control,
    "received": _read_received,
    "sender": _read_sender,
    "to": _read_to,
    "action": _read_action,
    "info": _read_info,
    "number": _read_number,
    **dict.fromkeys(_VALUES, _read_value),
}
