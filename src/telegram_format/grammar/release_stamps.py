"""Stamps and page furniture of releases under the Freedom of Information Act, found and lifted out.

formats/state.md D. Strategy: line by line. A line that is nothing but a stamp, a banner, a page number or an exemption
code is furniture wherever it stands, for exports join pages in the middle of sentences; so is a case stamp inside a
line, and a code in the margin behind three blanks. What stamps say becomes attributes. Furniture with nothing but white
space between goes as one, and the text on both sides reads on.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.grammar.cuts import cut_around
from telegram_format.kit import Draft, Path, Span
from telegram_format.model.marking import Classification

_LEVEL = r"(?:UNCLASSIFIED|CONFIDENTIAL|TOP[ ]SECRET|SECRET|SBU)"
_DATE = r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
_PAGE = r"(?:PAGE|Page)[ ][0-9]{1,4}(?:[ ](?:OF|of)[ ][0-9]{1,4})?"
_RELEASE = r"(?:RELEASED?|Released?|DENIED|Denied|DECLASSIFIED|Declassified)[ ][Ii][Nn][ ](?:FULL|Full|PART|Part)"

# Exemptions: of the Act (B1, B5, with the agency), of the orders (1.4(D), 25X1), not responsive.
_CODE = r"(?:B[1-9]|[13]\.[34]\([A-Za-z]\)|25X[1-9]|NR)(?:[ ](?:CIA|DS|INR|DIA)(?:[ ][A-Z/]{2,12})?)?"
_CODES = rf"{_CODE}(?:(?:[ ]?[,;/][ ]?|[ ]){_CODE}){{0,20}}+"

# "UNCLASSIFIED U.S. Department of State Case No. F-2014-12345 Doc No. C05777777 Date: 03/31/2016", on one line or on
# several, also inside a line of the text.
_CASE = re.compile(
    rf"""
    (?: {_LEVEL} [ \n]{{1,4}}+ )?+ U\.?S\.?[ ]Department[ ]of[ ]State [ \t\n]{{1,8}}+
    Case[ ]No\.?[ ]? (?P<case_number> [A-Z]{{1,4}}-[0-9]{{4}}-[0-9]{{2,6}} )
    (?: [ \t\n]{{1,8}}+ Doc[ ]No\.?[ ]? (?P<document_number> [A-Z][0-9OolI]{{8}} ) )?+
    (?: [ \t\n]{{1,8}}+ Date:[ ]? (?P<release_date> {_DATE} ) )?+
    """,
    re.VERBOSE,
)
_CASE_SIGN = "Department of State"
_BEFORE_SIGN = re.compile(rf"(?:{_LEVEL}[ \n]{{1,4}}+)?U\.?S\.?[ ]\Z")

_LINE = re.compile(
    rf"""
    (?:
      (?P<banner> {_LEVEL} ) (?: [ ]?/{{1,2}}[ ]?(?:NOFORN|NF|SBU|FOR[ ]OFFICIAL[ ]USE[ ]ONLY) )?+
        (?: [ \t]++ {_PAGE} )?+
    | (?P<page> {_PAGE} ) (?: [ \t]++ {_LEVEL} )?+
    | (?P<release> {_RELEASE} (?: [ ]?[/,][ ]? {_RELEASE} )?+ ) (?: [ ]?[:,-]?[ ]? (?P<exemptions> {_CODES} ) )?+
    | (?i:REVIEW[ ]AUTHORITY) [ ]?: [ \t]*+ (?P<review_authority> \S[^\n]{{0,100}}+ )
    | (?P<case_number> [A-Z]{{2,4}}-[0-9]{{4}}-[0-9]{{4,6}} ) [ \t]++ (?P<document_number> [A-Z]-[0-9]{{8,12}} ) [ \t]++
      "{_LEVEL}" [ \t]++ (?P<release_date> {_DATE} )
    | (?P<document_alone> C0[0-9]{{7}} )
    | (?P<release_classification>
        (?: Classified[ ]by[ ] [^\n~]{{2,100}}+ ~ [ ]?+ )?+ Class:[ ]? [A-Z]{{6,12}} [ ]?~ [^\n]{{0,120}}+ )
    | (?P<codes> {_CODES} )
    | <{{1,2}}[ ]?END[ ]OF[ ]DOCUMENT[ ]?>{{1,2}}
    ) [ \t]*+
    """,
    re.VERBOSE,
)
_FIRST_SIGNS = frozenset("BCDNPRSTUdr123<")

# Under a release stamp: who released it, of what department, and when.
_REVIEWER = re.compile(
    rf"""
    \n{{1,3}}+ [ ]*+ (?P<review_authority>
      [A-Z][A-Za-z.'-]++ (?:[ ][A-Z][A-Za-z.'-]*+){{1,4}}+ (?:,[ ][A-Z][A-Za-z -]{{2,60}}+)?+ ) [ ]*+
    \n{{1,3}}+ [ ]*+ U\.?S\.?[ ]Department[ ]of[ ]State [ ]*+
    (?: \n{{1,3}}+ [ ]*+ (?P<review_date> {_DATE} ) [ ]*+ (?=\n|\Z) )?+
    """,
    re.VERBOSE,
)
_MARGIN = re.compile(_CODES)
_SINGLE = re.compile(_CODE)
_MARGIN_WIDTH = 80
"""How far from the end of a line a code in the margin may begin, in characters."""

_FIGURES = str.maketrans("OolI", "0011")
_LEVELS = {level.value.upper(): level for level in Classification}
_FACTS = {
    "case_number": "case_number",
    "document_number": "document_number",
    "document_alone": "document_number",
    "release": "release",
    "release_date": "release_date",
    "release_classification": "release_classification",
    "review_authority": "review_authority",
    "review_date": "review_date",
}
"""Part of a stamp → attribute."""


class Banners:
    """The levels at the top and bottom of pages, with their places in the text as it was."""

    __slots__ = ("_entries", "found")

    def __init__(self, draft: Draft) -> None:
        self.found: list[tuple[Classification, int, int]] = []
        self._entries: list[tuple[Path, int, int]] = draft.entries

    def fill(self, draft: Draft) -> None:
        """Hand over the level of the telegram, the highest: a release adds a lower one to what it declassifies.

        Where the text has its own classification line, that counts.
        """
        if not self.found:
            return
        highest = max((level for level, _, _ in self.found), key=lambda level: level.rank)
        known: Classification = draft.values.setdefault("classification", highest)
        if known.rank != highest.rank:
            what = f"the banners say {highest.value}, the text {known.value}"
            draft.note("classification-conflict", what, 0, 0, ("classification",))
        else:
            self._entries.extend(
                (("classification",), start, end) for level, start, end in self.found if level is known
            )


def lift_release_stamps(draft: Draft) -> Banners:
    """Mark all stamps and page furniture, keep what they say and lift them out; the banners among them."""
    found = _Found(draft)
    found.read_cases()
    found.read_lines()
    found.keep_exemptions()
    cuts: list[Span] = []
    for start, end in _blocks(draft.text, sorted(found.spans)):
        cuts.append(cut_around(draft.text, start, end, cuts[-1][1] if cuts else 0))
    draft.lift(cuts)
    return found.banners


def _blocks(text: str, spans: list[Span]) -> list[Span]:
    """The spans, those with nothing but white space between taken together."""
    blocks: list[Span] = []
    for start, end in spans:
        if blocks and not text[blocks[-1][1] : start].strip():
            blocks[-1] = blocks[-1][0], end
        else:
            blocks.append((start, end))
    return blocks


class _Found:
    """What was found so far."""

    __slots__ = ("banners", "draft", "exemptions", "spans")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.banners = Banners(draft)
        self.exemptions: dict[str, list[Span]] = {}
        self.spans: list[Span] = []

    def read_cases(self) -> None:
        """Read case stamps, found by the words in their middle."""
        text = self.draft.text
        place = text.find(_CASE_SIGN)
        while place >= 0:
            before = _BEFORE_SIGN.search(text[max(place - 24, 0) : place])
            first = max(place - 24, 0) + before.start() if before is not None else place
            match = _CASE.match(text, first)
            if match is not None:
                self.add("case stamp", match)
            place = text.find(_CASE_SIGN, place + 1)

    def read_lines(self) -> None:
        """Read lines that are furniture, and codes in the margin."""
        text = self.draft.text
        cases = dict(self.spans)
        position = 0
        for case_start, case_end in [*cases.items(), (len(text), len(text))]:
            while position < case_start:
                line_end = text.find("\n", position, case_start)
                position = self.read_line(position, line_end if line_end >= 0 else case_start) + 1
            position = max(position, case_end)

    def read_line(self, start: int, end: int) -> int:
        """Read a line; where it ends, with the reviewer under a release stamp."""
        text = self.draft.text
        first = skipped(text, start, end)
        match = _LINE.fullmatch(text, first, end) if text[first : first + 1] in _FIRST_SIGNS else None
        if match is None:
            self.read_margin(first, end)
            return end
        kind = "banner" if match["banner"] else "page number" if match["page"] else "stamp"
        self.add(kind, match)
        if match["banner"] in _LEVELS:
            self.banners.found.append((_LEVELS[match["banner"]], *match.span("banner")))
        for group in ("codes", "exemptions"):
            self.add_exemptions(*match.span(group))
        if match["release"] and (reviewer := _REVIEWER.match(text, end)) is not None:
            self.add("stamp", reviewer)
            return reviewer.end()
        return end

    def read_margin(self, start: int, end: int) -> None:
        """Read a code in the margin of a line of the text."""
        text = self.draft.text
        end = trimmed(text, start, end)
        place = text.rfind("   ", max(start, end - _MARGIN_WIDTH), end)
        if place >= 0 and (match := _MARGIN.fullmatch(text, place + 3, end)) is not None:
            self.draft.mark("exemption", *match.span())
            self.spans.append(match.span())
            self.add_exemptions(*match.span())

    def add_exemptions(self, start: int, end: int) -> None:
        for match in _SINGLE.finditer(self.draft.text, max(start, 0), max(end, 0)):
            self.exemptions.setdefault(match[0], []).append(match.span())

    def add(self, kind: str, match: re.Match[str]) -> None:
        """Mark a stamp; what its parts say becomes attributes, the first of each kind."""
        draft = self.draft
        start = skipped(draft.text, *match.span())
        draft.mark(kind, start, match.end())
        self.spans.append((start, match.end()))
        for group, value in match.groupdict().items():
            name = _FACTS.get(group)
            if name is None or not value:
                continue
            place = match.start(group)
            value = value.rstrip()
            if name == "document_number" and value != value.translate(_FIGURES):
                draft.note("character-repaired", f"letters for figures: {value}", place, place + len(value))
                value = value.translate(_FIGURES)
            known = draft.attributes.get(name)
            if known is None:
                draft.attribute(name, value, place, place + len(value))
            elif known.upper() == value.upper():
                draft.place(("attributes", name), place, place + len(value))

    def keep_exemptions(self) -> None:
        """Keep the exemption codes, each once, in order."""
        if not self.exemptions:
            return
        self.draft.attributes["exemptions"] = ", ".join(self.exemptions)
        for spans in self.exemptions.values():
            for span in spans:
                self.draft.place(("attributes", "exemptions"), *span)
