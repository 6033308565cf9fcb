"""The head of a telegram printed in a volume: number, kind of paper, sender and addressee, dateline.

formats/other.md F2. Strategy: the head is the first line, the dateline one of the next few; each is read by one
pattern. Sender and addressee are parted at the word `to`, at a later one where the first belongs to the sender's name
(`Mission to the United Nations`). A calendar of papers that were not printed has it all in one line, with a summary.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from attrs import frozen

from telegram_format.grammar.printed_date import PRINTED_DATE, put_date, year_of
from telegram_format.grammar.source_note import PRINTED_LEVELS
from telegram_format.kit import Draft, Span
from telegram_format.model.address import Address
from telegram_format.model.dtg import DateTimeGroup

_KIND = (
    r"(?:Circular|Special|Joint|Draft|Unnumbered|Joint[ ]State[–-]Defense)?[ ]?"
    r"(?:Telegram|Message|Airgram|Instruction|Despatch|Cable|Memorandum|Letter)"
)

HEAD = re.compile(
    rf"""
    [ \t]*+ (?: \[? (?P<document> [0-9]{{1,4}}[A-Za-z]?+ ) \]? [.] [ ]++ )?+
    (?P<kind> {_KIND} ) (?: [ ] (?P<number> (?: No[.][ ] )?+ [A-Z]?-?[0-9]{{1,6}}(?:/[0-9]{{1,4}})? ) )?+
    (?= [ ] (?: [Ff]rom | to ) [ ] | [ ]of[ ]Conversation )
    """,
    re.VERBOSE,
)
"""The beginning of a head: `142. Circular Telegram 720 From …`."""

OLD_HEAD = re.compile(
    r"""
    [ \t]*+ (?: (?P<document> [0-9]{1,4} ) [.] [ ]++ )?+
    (?P<from> The[ ][A-Z][^\n]{1,100}? ) [ ]to[ ] (?P<to> the[ ][A-Z][^\n]{1,100} ) (?=\n|\Z)
    """,
    re.VERBOSE,
)
"""Heads before 1955: `The Ambassador in Erehwon (Roe) to the Secretary of State`."""

_PARTIES = re.compile(r"[ ][Ff]rom[ ](?:the[ ])?")
_TO = re.compile(r"[ ]to[ ](?:the[ ])?")
_GOES_ON = ("Mission", "Delegation", "Representative", "Assistant", "Adviser", "Observer", "Delegate", "Deputy")
"""Words that have a `to` of their own: the Mission to the United Nations."""
_HEAD_DATE = re.compile(
    rf", [ ] (?= [A-Z] ) (?: (?-i:(?P<place> [A-Z][A-Za-z .'’-]{{1,30}}+ )) , [ ] )? {PRINTED_DATE} [ .]*+ \Z",
    re.VERBOSE | re.IGNORECASE,
)

_CALENDAR = re.compile(
    rf"""
    [ ] (?P<way> from | to ) [ ] (?P<place> [A-Z][^\n,]{{1,40}} ) , [ ] {PRINTED_DATE} [.] [ ]++ (?P<summary> [^\n]++ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ARCHIVE = re.compile(
    r"[ ](?P<level>Top Secret|Secret|Confidential|Limited Official Use|Official Use Only|Unclassified)[.]"
    r"[ ][0-9]{1,3} pp?[.]"
)

DATELINE = re.compile(
    rf"""
    [ \t]*+ (?: (?P<level> (?i:top[ ]secret|secret|confidential|restricted|unclassified) ) [ ]++ )?+
    (?: (?P<place> [A-ZÀ-Þ\[][^\n,]{{1,60}}? ) [ ]?+ , [ ]{{1,2}}+ )?
    (?: (?i: {PRINTED_DATE} ) )
    [ ]{{0,2}}+ [.]?+ [ \t]*+ (?= \n | \Z )
    """,
    re.VERBOSE,
)
"""A line that is a dateline: `Port Alder, July 12, 1957—6 p.m.`"""

_BOTH = ("originator", "to")
_LINES = 12
"""How many lines a dateline stands below the head at most: the source note and the editors' summary are between."""


@frozen
class Head:
    """What is known of a head: the `kind` of paper, its own `number`, `place` and `year` of the dateline.

    `sender` is the sender as printed; `end` is where the text begins; `note` is what stands between head and dateline.
    """

    kind: str = "Telegram"
    number: str | None = None
    number_span: Span = (0, 0)
    sender: str = ""
    place: str = ""
    year: int | None = None
    end: int = 0
    note: Span = (0, 0)


def find_dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline, if one of the first lines is one."""
    position = start
    for _ in range(_LINES):
        match = DATELINE.match(text, position, end)
        if match is not None:
            return match
        position = text.find("\n", position, end) + 1
        if position == 0:
            return None
    return None


def read_printed_head(draft: Draft, start: int, end: int, *, parties: Collection[str]) -> Head | None:
    """Read the head and the dateline, `None` where no head stands.

    `parties` are the fields that the head's parties fill: `originator`, `to`, or what of it no label says.
    """
    text = draft.text
    match = HEAD.match(text, start, end) or OLD_HEAD.match(text, start, end)
    if match is None:
        return None
    line_end = text.find("\n", match.start(), end)
    line_end = line_end if line_end >= 0 else end
    groups = match.groupdict()
    if match["document"]:
        draft.attribute("document_number", match["document"], *match.span("document"))
        draft.mark("document number", match.start(), match.start("from" if "from" in groups else "kind"))
    kind = " ".join((groups.get("kind") or "Telegram").split())
    if kind != "Telegram":
        draft.attribute("kind", kind, *match.span("kind"))
    sender = ""
    if "from" in groups:
        sender = _put_party(draft, "originator", *match.span("from"), parties)
        _put_party(draft, "to", match.start("to"), line_end, parties)
        draft.mark("head", match.start("from"), line_end)
    elif (calendar := _CALENDAR.match(text, match.end(), line_end)) is not None:
        return _read_calendar(draft, match, calendar)
    else:
        draft.mark("head", match.start("kind"), line_end)
        sender = _read_parties(draft, match.end(), line_end, parties)
    dateline = find_dateline(text, line_end + 1, end)
    place, text_start, year = "", line_end, draft.context.year
    if dateline is not None:
        text_start, year = dateline.end(), year_of(dateline) or year
        put_date(draft, dateline, year)
        draft.mark("dateline", dateline.start(), dateline.end())
        if dateline["level"]:
            draft.put("classification", PRINTED_LEVELS[dateline["level"].lower()], *dateline.span("level"))
        if dateline["place"]:
            place = dateline["place"].strip()
            draft.attribute("place", place, dateline.start("place"), dateline.start("place") + len(place))
    else:
        group = draft.values.get("dtg")
        year = group.year if isinstance(group, DateTimeGroup) else year
    note = (line_end, dateline.start() if dateline is not None else _note_end(text, line_end, end))
    number = groups.get("number")
    return Head(
        kind, number, match.span("number") if number else (0, 0), sender, place, year, max(text_start, note[1]), note
    )


def _note_end(text: str, start: int, end: int) -> int:
    """Where the source note ends if no dateline stands behind it."""
    begin = start
    while begin < end and text[begin] in " \n":
        begin += 1
    if not text.startswith(("Source:", "[Source:"), begin):
        return start
    line_end = text.find("\n", begin, end)
    return line_end if line_end >= 0 else end


def _read_parties(draft: Draft, start: int, end: int, parties: Collection[str]) -> str:
    """Read sender, addressee and date out of a head; the sender."""
    text = draft.text
    if (date := _HEAD_DATE.search(text, max(start, end - 60), end)) is not None:
        put_date(draft, date)
        end = date.start()
    opening = _PARTIES.match(text, start, end)
    if opening is None:
        return ""
    position = opening.end()
    found = None
    while (to := _TO.search(text, position, end)) is not None:
        found = to
        if not text.endswith(_GOES_ON, opening.end(), to.start()):
            break
        position = to.end()
    sender_end = found.start() if found is not None else end
    sender = _put_party(draft, "originator", opening.end(), sender_end, parties)
    if found is not None:
        _put_party(draft, "to", found.end(), end, parties)
    return sender


def _put_party(draft: Draft, field: str, start: int, end: int, parties: Collection[str]) -> str:
    """Hand over a party, without its article."""
    text = draft.text
    if text[start : start + 4] in ("the ", "The "):
        start += 4
    end = start + len(text[start:end].rstrip(" ,.\n"))
    name = text[start:end]
    if name and field in parties:
        path: tuple[str | int, ...]
        if field == "originator":
            draft.put(field, Address(name), start, end)
            path = (field, "name")
        else:
            path = (field, draft.add(field, Address(name), start, end), "name")
        draft.place(path, start, end)
    return name


def _read_calendar(draft: Draft, head: re.Match[str], match: re.Match[str]) -> Head:
    """Read an entry of a calendar: `Telegram 12 from Erehwon, May 4. Talks on fares. Secret. 2 pp. Archive.`"""
    text = draft.text
    put_date(draft, match, draft.context.year)
    sender = _put_party(draft, "originator" if match["way"] == "from" else "to", *match.span("place"), _BOTH)
    archive = _ARCHIVE.search(text, match.start("summary") - 1, match.end())
    stop = archive.start() if archive is not None else match.end()
    subject = text[match.start("summary") : stop].rstrip(" .")
    draft.put("subject", subject, match.start("summary"), match.start("summary") + len(subject))
    draft.mark("calendar entry", head.start("kind"), stop)
    note = (archive.start("level"), match.end()) if archive is not None else (stop, stop)
    way = match["way"] == "from"
    return Head(
        head["kind"],
        head["number"],
        head.span("number"),
        sender if way else "Department of State",
        sender if way else "",
        year_of(match) or draft.context.year,
        match.end(),
        note,
    )
