"""The opening of a printed telegram: its number, and the first sentences, which say to whom, about what, after what.

formats/other.md F2. Strategy: the printed text has no lines for these; they are sentences at the beginning of the first
paragraph: `1817. For Ambassador from Secretary. Embtel 1159. Subject: Fares.` Each sentence is tried by the few rules
there are; the first one that none of them knows begins the text.
"""

from __future__ import annotations

import re

from telegram_format.grammar.citations import is_list_of_citations, read_citations
from telegram_format.grammar.classification_line import add_caption
from telegram_format.grammar.printed_head import Head
from telegram_format.kit import Draft
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.marking import portion_classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.station import bare_station, resolve_station

_SERIES = r"[A-Z][A-Za-z]{2,9}(?:[ ][A-Z]+-?[0-9]*(?=[ ]))?"
_NUMBER = re.compile(
    rf"""
    (?: (?P<group> [0-9]{{6}}Z ) (?: [ ] [A-Za-z]{{3,9}} (?: [ ] [0-9]{{2,4}} )? )?+ [.]
      | (?P<series> {_SERIES} ) [ ] (?P<counted> [0-9]{{1,6}} ) (?P<rest> [ –-][0-9]{{2}} )?+ [.]
      | (?P<number> [0-9]{{1,6}}+ ) (?: / (?P<other> [A-Z][a-z]{{2,8}} [ ] [0-9]{{1,5}} ) )?+ (?: [.] | (?=[ ][A-Z]) )
    ) (?= [ \n] | \Z )
    """,
    re.VERBOSE,
)
_STATION_NUMBER = re.compile(rf"(?P<series>{_SERIES})[ ](?P<counted>[0-9]{{1,6}})[.](?=[ \n]|\Z)")
_SENTENCE_END = re.compile(
    r"""
    [.?] (?<! [ .(][A-Za-z][.] ) (?<! \b(?:Mr|Dr|St|No|Re) [.] ) (?<! \b(?:Mrs|Gen|Amb|Sec|Gov|Col|Sen|Ref) [.] )
    (?<! \b(?:Sept) [.] ) (?= \s | \Z )
    """,
    re.VERBOSE,
)
_SUBJECT = re.compile(r"(?P<label>(?:Subject|Subj|SUBJECT|SUBJ)[ ]?:?)[ ](?:\((?P<mark>[A-Z]{1,3})\)[ ])?")
_REFERENCE = re.compile(r"(?P<label>(?:References?|Refs?|Ref[ ]?tels?|Reftels?|REFS?|Re)[ ]?:?)[ ]", re.VERBOSE)
_PASSING_WORDS = frozenset(
    [
        "for",
        "from",
        "to",
        "and",
        "only",
        "the",
        "of",
        "also",
        "pass",
        "passes",
        "passed",
        "eyes",
        "at",
        "with",
        "limited",
        "distribution",
        "information",
        "info",
        "be",
        "please",
        "message",
        "personal",
        "joint",
        "by",
        "or",
        "action",
        "as",
        "priority",
        "immediate",
        "tel",
        "no",
        "cite",
        "usual",
        "in",
        "deliver",
    ]
)
_PASSING_FIRST = re.compile(
    r"""
    For[ ] | From[ ] | Eyes[ ][Oo]nly | Personal | Limit | Limdis | Exdis | Nodis | Noforn | Deliver[ ] | Pass[ ]
  | Please[ ]pass | Joint[ ] | No[ ][Dd]istribution
  | [A-Z][\w.’'/]*+ (?: (?: ,[ ] | [ ]and[ ] | [ ] ) [A-Z][\w.’'/]*+ ){0,4}
    [ ] (?:please[ ])? (?:also[ ])? (?:pass|for)[ ]
    """,
    re.VERBOSE,
)
_CITE = re.compile(rf"Cite[ ](?P<series>{_SERIES})[ ](?P<number>[0-9]{{1,6}})")
_INDICATORS = ("NATUS", "CEDTO")
"""Words by which telegrams to and from a mission were sorted."""
_NEXT_LABEL = re.compile(r"[(]?([B-Zb-z])[.)][ ]")
_CIRCULARS = 4000
_LONGEST_PASSING = 120
_OPENINGS = 4
"""How many paragraphs may hold nothing but opening sentences."""

_DIPLOMATIC = re.compile(
    r"Embassy|Legation|Consul|Mission|Delegation|Ambassador|Minister|Chargé|Office|Representative|Secretary|Bureau"
    r"|Commissioner|Interests"
)


def own_station(head: Head) -> str | None:
    """The station whose number the telegram bears: the Department's, or the post's of the dateline's place."""
    sender, place = head.sender, head.place
    if re.match(r"(?:Acting |Under |Deputy )?(?:Secretary of State|Department)|Department", sender) and place in (
        "",
        "Washington",
    ):
        return "STATE"
    if sender.startswith(("Mission to the United N", "Mission at the United N", "Delegation at the United N")):
        return "USUN NEW YORK"
    if _DIPLOMATIC.search(sender) is None and sender != place:
        return None
    name = place or sender.rpartition(" in ")[2]
    if not name or name[0] == "[" or name == "Washington":
        return "STATE" if name == "Washington" and "tate" in sender else None
    known = resolve_station(name)
    if known is not None:
        return known[0]
    return bare_station(name) if place else None


def read_opening(draft: Draft, start: int, end: int, head: Head) -> int:
    """Read the number and the opening sentences; where the text begins."""
    own = own_station(head)
    if head.number is not None and _is_new(draft, head.number, head.number_span):
        _put_number(draft, own, head.number.rpartition(" ")[2], head.number_span, head.year)
    position = _skipped(draft.text, start, end)
    position = _read_number(draft, position, end, head, own)
    for _ in range(_OPENINGS):
        after = _read_sentences(draft, position, end, head, own)
        if after == position or not draft.text.startswith("\n", after):
            return after
        position = _skipped(draft.text, after, end)
        if position >= end:
            return end
    return position


def _is_new(draft: Draft, number: str, span: tuple[int, int]) -> bool:
    """Whether the number is not known from the labels; if it is, it stands here once more."""
    known = draft.values.get("message_id")
    if not isinstance(known, MessageId):
        return True
    if str(known.number) == number.rpartition(" ")[2].lstrip("0"):
        draft.place(("message_id", "number"), *span)
    return False


def _read_number(draft: Draft, start: int, end: int, head: Head, own: str | None) -> int:
    """Read the number that the text begins with; a paragraph's number is none."""
    text = draft.text
    match = _NUMBER.match(text, start, end)
    if match is None:
        return start
    span = match.span("counted") if match["series"] else match.span("number")
    if match["group"]:
        _put_group(draft, match, head.year)
    elif match["series"]:
        if match["series"].split(" ")[0] in (
            "Deptel",
            "Embtel",
            "Ref",
            "Deptels",
            "Embtels",
            "Subj",
            "Subject",
            "For",
            "Reftel",
        ):
            return start
        if head.number is None and not _is_numbered(draft):
            digits = match["counted"]
            if match["rest"] and match["rest"][0] == " ":  # parted: MAC J-3 85 73
                digits, span = digits + match["rest"][1:], (span[0], match.end("rest"))
            _put_number(draft, match["series"].upper(), digits, span, head.year, text[match.start() : match.end() - 1])
    elif (head.number is not None and head.number.lstrip("0") != match["number"].lstrip("0")) or (
        head.number is None and _is_numbered(draft)
    ):
        return start
    elif head.number is None:
        if match["number"] == "1" and _goes_on_counting(text, match.end(), end):
            return start
        _put_number(draft, own, match["number"], span, head.year)
    draft.mark("telegram number", match.start(), match.end())
    if match["other"]:
        draft.attribute("series", match["other"], *match.span("other"))
    position = _skipped(text, match.end(), end, " ")
    if (
        match["number"]
        and (more := _STATION_NUMBER.match(text, position, end)) is not None
        and more["series"] in ("Tosec", "Secto", "Todel", "Delto", "Vanto", "Tovan")
    ):
        draft.attribute("series", more[0][:-1], more.start(), more.end() - 1)
        draft.mark("telegram number", more.start(), more.end())
        position = _skipped(text, more.end(), end, " ")
    return position


def _is_numbered(draft: Draft) -> bool:
    """Whether the labels above told the number."""
    return "message_id" in draft.values or "telegram_number" in draft.attributes


def _goes_on_counting(text: str, start: int, end: int) -> bool:
    """Whether paragraph 2 follows."""
    return text.find("\n2. ", start, end) >= 0


def _put_number(
    draft: Draft, station: str | None, digits: str, span: tuple[int, int], year: int | None, written: str | None = None
) -> None:
    figures = digits.lstrip("A-").partition("/")[0]
    if station is None or not figures.isdecimal():
        draft.attribute("telegram_number", digits, *span)
        return
    start = draft.text.index(figures[0], *span)
    stop = span[1] if "/" not in digits else start + len(figures)
    suffix = "A" if digits.startswith("A-") else None
    message_id = MessageId(year, _series_of(draft, station, int(figures)), int(figures), suffix, written)
    draft.put("message_id", message_id, start, stop)
    draft.place(("message_id", "number"), start, stop)


def _series_of(draft: Draft, station: str, number: int) -> str:
    """The Department's circulars had numbers of their own until June 1966, some two thousand a year."""
    group = draft.values.get("dtg")
    circular = station == "STATE" and draft.attributes.get("kind") == "Circular Telegram" and number < _CIRCULARS
    if not circular or (isinstance(group, DateTimeGroup) and ((group.year or 0), group.month or 0) > (1966, 6)):
        return station
    return "DEPCIRTEL"


def _put_group(draft: Draft, match: re.Match[str], year: int | None) -> None:
    """`151139Z.` in place of a number: military telegrams are known by it."""
    word = match["group"]
    printed = draft.values.get("dtg")
    if not isinstance(printed, DateTimeGroup):
        draft.attribute("telegram_number", word, *match.span("group"))
        return
    exact = DateTimeGroup(int(word[:2]), int(word[2:4]), int(word[4:6]), "Z", printed.month, printed.year or year)
    draft.attribute("date_time_group", str(exact), *match.span("group"))


def _read_sentences(draft: Draft, start: int, end: int, head: Head, own: str | None) -> int:
    """Read opening sentences one after the other; where the first other one begins."""
    text = draft.text
    block_end = text.find("\n\n", start, end)
    block_end = block_end if block_end >= 0 else end
    position = start
    while position < block_end:
        stop = _SENTENCE_END.search(text, position, block_end)
        sentence_end = stop.start() if stop is not None else len(text[:block_end].rstrip())
        if not _read_sentence(draft, position, sentence_end, head, own):
            return position
        position = _skipped(text, stop.end() if stop is not None else block_end, block_end, " ")
    return block_end


def _read_sentence(draft: Draft, start: int, end: int, head: Head, own: str | None) -> bool:
    text = draft.text
    if (cite := _CITE.fullmatch(text, start, end)) is not None:
        draft.mark("telegram number", start, end + 1)
        _put_number(draft, cite["series"].upper(), cite["number"], cite.span("number"), head.year, cite[0][5:])
        return True
    if text[start:end] in _INDICATORS:
        add_caption(draft, text[start:end], start, end)
        draft.mark("caption", start, end + 1)
        return True
    if _goes_on_listing(draft, text[start : min(end, start + 4)]):
        draft.mark("references", start, end + 1 if text[end : end + 1] == "." else end)
        return read_citations(draft, start, end, own, head.year)
    if (subject := _SUBJECT.match(text, start, end)) is not None:
        draft.mark("subject", *subject.span("label"))
        if subject["mark"] and portion_classification(subject["mark"]) is not None:
            draft.put("subject_marking", subject["mark"], *subject.span("mark"))
            draft.mark("parentheses", subject.start("mark") - 1, subject.end("mark") + 1)
        return _put_subject(draft, subject.end(), end)
    if (reference := _REFERENCE.match(text, start, end)) is not None:
        if is_list_of_citations(text, reference.end(), end) or reference["label"][:3].lower() == "ref":
            if end - reference.end() > 300:
                return False
            draft.mark("ref", *reference.span("label"))
            draft.mark("references", start, end + 1 if text[end : end + 1] == "." else end)
            return read_citations(draft, reference.end(), end, own, head.year)
        if reference["label"].endswith(":"):
            draft.mark("subject", *reference.span("label"))
            return _put_subject(draft, reference.end(), end)
        return False
    if is_list_of_citations(text, start, end):
        draft.mark("references", start, end + 1 if text[end : end + 1] == "." else end)
        return read_citations(draft, start, end, own, head.year)
    if end - start <= _LONGEST_PASSING and _is_passing(text[start:end]):
        draft.add("passing", " ".join(text[start:end].split()), start, end)
        draft.mark("passing", start, end + 1 if text[end : end + 1] == "." else end)
        return True
    return False


def _goes_on_listing(draft: Draft, first: str) -> bool:
    """Whether a sentence is the next item of the list of references: `B. CINCPAC 4471.`"""
    label = _NEXT_LABEL.match(first)
    known = draft.values.get("references")
    if label is None or not known:
        return False
    last = known[-1].label or next((item.label for item in reversed(known) if item.label), None)
    return last is not None and ord(label[1].upper()) == ord(last) + 1


def _put_subject(draft: Draft, start: int, end: int) -> bool:
    words = " ".join(draft.text[start:end].split())
    if not words:
        return False
    draft.put("subject", words, start, end)
    draft.mark("subject line", start, end + 1 if draft.text[end : end + 1] in (".", "?") else end)
    return True


def _is_passing(sentence: str) -> bool:
    """Whether a sentence says who is to have the telegram, and nothing else."""
    if _PASSING_FIRST.match(sentence) is None:
        return False
    words = re.split(r"[ ,/;:\n—–-]+", sentence)
    return all(not word or not word[0].islower() or word in _PASSING_WORDS for word in words)


def _skipped(text: str, start: int, end: int, signs: str = " \t\n") -> int:
    while start < end and text[start] in signs:
        start += 1
    return start
