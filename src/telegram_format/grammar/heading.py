"""The classified heading: everything between the format lines and the first paragraph.

Strategy: one scan finds the labels (E.O., TAGS, SUBJECT, REF, Classified By), at the start of a line also misspelt
ones, inside a line only sure ones: a heading may stand on one line altogether. Between two labels stands the value of
the first, read by the part's own grammar; what it leaves over, and what stands before the first label, is read as
lines without labels: classification line, captions, passing lines. The heading ends at the first paragraph, or at the
first line that none of this reads once the subject is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from telegram_format.grammar.authority import read_authority
from telegram_format.grammar.blanks import skipped
from telegram_format.grammar.executive_order import read_executive_order
from telegram_format.grammar.heading_lines import read_line_without_label
from telegram_format.grammar.references import read_references
from telegram_format.grammar.subject import read_subject
from telegram_format.grammar.tags import is_list_of_codes, read_tags
from telegram_format.kit import Draft

_ZONE = 12_000
"""How far a heading may reach, in characters: attention lists and references of large telegrams fill three pages."""

# formats/state.md B5-B9, with the misspellings of README 10.3. The groups are named as the parts.
_AT_LINE_START = r"""
    [ \t]*+ (?= [A-ERSTUcerst(] ) (?:         # one look for all of them: most lines begin otherwise
        (?P<order>     [Ee]\.?[ ]?[Oo0]\.?[ ]{0,2}(?=[0-9]{3}) | [Ee]\.[Oo]\.(?=:) )
      | (?P<tags>      T[ ]?A[ ]?G[ ]?S (?=[ :;,.]) (?:[ ]?[:;,.])?
        | (?: TAG | TAGES | TABS | TGS | TAS | AGS | TAGSS | TAAGS ) [:;]
        | [Tt][Aa][Gg][Ss] (?=[ :]) (?:[ ]?:)? )
      | (?P<subject>   (?: S[Uu][Bb][Jj](?:[Ee][Cc][Tt])? | subject | UBJECT | SUBECT | SUJECT | SUBJCT | SBJECT )
                       (?: [ ]?[:;.] | (?=[ ][A-Z(]) (?![ ]LINE\b) ) )
      | (?P<ref>       A[.)][ ]REF(?:TEL)?(?=[ :]) (?:[ ]?:)?
        | (?: R[Ee][Ff] (?: S | s | \([Ss]\) | [Tt][Ee][Ll][Ss]? | [Ee][Rr][Ee][Nn][Cc][Ee][Ss]? )?
            | RETELS? | ref(?:s|tels?)? )
          (?: [ ]?[:.](?![A-Za-z]) | [ ]{0,2}: | (?=[ ]+[A-Z0-9(\[]) | [ ]?; ) )
      | (?P<authority> (?:\(U\)[ ]*+)? (?: CLASS?IFIED[ ]BY | Class?ified[ ][Bb]y | classified[ ]by )
                       (?![ ]LINE) (?:[ ]?:)? )
      | (?P<reason>     (?: REASON | Reason ) [Ss]? [ ]?: )
      | (?P<declassify> (?: DECLASSIFY[ ]ON | Declassify[ ]on | DECL ) [ ]?: )
      | (?P<derived>    (?: DERIVED[ ]FROM | Derived[ ]from ) [ ]?: )
    )
"""
_LINE_LABEL = re.compile(r"\n" + _AT_LINE_START, re.VERBOSE)
_FIRST_LABEL = re.compile(_AT_LINE_START, re.VERBOSE)
_INSIDE_LABEL = re.compile(
    r"""
      (?P<order>     E\.[Oo]\.[ ]?(?=[0-9]{4}) )
    | (?P<tags>      T(?:AGS|ags):(?=[ ]) )
    | (?P<subject>   S(?:UBJECT|ubject|UBJ):(?=[ ]) )
    | (?P<ref>       R(?: EF(?:S|TELS?)?:(?=[ ]?[A-Z0-9(]) | ef(?:s|tels?)?:(?=[ ]) ) )
    | (?P<authority> C(?: lassified[ ]By:? | LASSIFIED[ ]BY:? )(?![ ]LINE)(?=[ ]) )
    | (?P<declassify> (?: / [ ] )?+ D(?: eclassify[ ]on | ECLASSIFY[ ]ON ):(?=[ ]) )
    """,
    re.VERBOSE,
)

_BEFORE_COLON = {
    "S": ("TAGS", "REFS", "REFTELS"),
    "s": ("Tags", "Refs", "Reftels"),
    "T": ("SUBJECT",),
    "t": ("Subject",),
    "J": ("SUBJ",),
    "F": ("REF",),
    "f": ("Ref",),
    "L": ("REFTEL",),
    "l": ("Reftel",),
    "N": ("/ DECLASSIFY ON", "DECLASSIFY ON"),
    "n": ("/ Declassify on", "Declassify on"),
}

# The first paragraph: its number at the start of a line, or behind a heading that has lost its lines.
_FIRST_PARAGRAPH = re.compile(
    r"\n[ \t]*+(?:¶ ?[0-9]{1,2} ?[.)]?|1 ?[.)](?![0-9])|[0-9]{1,2}\. *+\([A-Z/]{1,6}\))",
)
_PARAGRAPH_HERE = re.compile(_FIRST_PARAGRAPH.pattern.removeprefix(r"\n"))
_PARAGRAPH_INSIDE = re.compile(r"1(?<= 1)[.)] ?\((?:U|C|S|SBU|TS|LOU|C/NF|S/NF|SBU/NF)\)")
_LONGEST_NUMBER = 20
"""Characters; no number with its mark is longer."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*+(?:\n|¶|[0-9]{1,2} ?[.)]|[-*•·]|o  |[(]?[A-Za-z][.)] )")
"""The end of a paragraph, or of what it says before its parts: the authority in a paragraph ends there."""

_CLASSIFIED_IN_TEXT = re.compile(
    r"¶?[ ]?[0-9]{1,2}[ ]?[.)][ ]*+(?:\([A-Z]\)|CONFIDENTIAL - ENTIRE TEXT\.)?[ ]*+"
    r"(CLASSIFIED BY|Classified [Bb]y)[ ]?:?",
)

_PartReader = Callable[[Draft, int, int, int], int]
"""`(draft, start of the label, start of the value, end) -> position`"""

_PARTS: dict[str, _PartReader] = {
    "order": read_executive_order,
    "tags": read_tags,
    "subject": read_subject,
    "ref": read_references,
    "authority": read_authority,
}

_WELL_SPELT = frozenset(
    (
        "TAGS",
        "SUBJECT",
        "SUBJ",
        "REF",
        "REFS",
        "REFTEL",
        "REFTELS",
        "A. REF",
        "REFERENCE",
        "REFERENCES",
        "REF(S)",
        "RETEL",
        "RETELS",
    )
)
_REGULAR = frozenset(("E.O. ", "TAGS:", "SUBJECT:", "REF:", "Classified By:"))


def read_heading(draft: Draft, start: int, end: int) -> int:
    """Read the heading; the position at which the text begins."""
    text = draft.text
    limit = min(end, start + _ZONE)
    first = _first_paragraph(text, start, limit)
    if first is not None:
        limit = first
    labels = _labels(text, start, limit)
    position = start
    for index, match in enumerate(labels):
        part = match.lastgroup
        assert part is not None
        label_start, label_end = match.span(part)
        if not _read_between(draft, position, label_start, part):
            return position
        value_start = match.end()
        value_end = labels[index + 1].start() if index + 1 < len(labels) else limit
        draft.marks.append((part, label_start, value_start))
        if part in _PARTS:
            _note_repair(draft, text[label_start:label_end], label_start, label_end)
            position = _PARTS[part](draft, label_start, value_start, value_end)
        else:
            position = _read_plain_label(draft, part, value_start, value_end)
    position = _read_after(draft, position, limit)
    if first is not None and position >= limit:
        authority = _CLASSIFIED_IN_TEXT.match(text, limit)
        if authority is not None and "classified_by" not in draft.values:
            paragraph_end = _PARAGRAPH_END.search(text, authority.end(), min(limit + 2000, end))
            value_end = paragraph_end.start() if paragraph_end is not None else min(limit + 400, end)
            read_authority(draft, authority.start(1), authority.end(), value_end)
    return position


def heading_limit(text: str, start: int, end: int) -> int:
    """How far a heading that begins at `start` reaches at most: to the first paragraph."""
    limit = min(end, start + _ZONE)
    first = _first_paragraph(text, start, limit)
    return first if first is not None else limit


def _first_paragraph(text: str, start: int, limit: int) -> int | None:
    """Where the first paragraph begins."""
    here = _PARAGRAPH_HERE.match(text, start, limit) if start == 0 or text[start - 1] == "\n" else None
    if here is not None:
        return start
    match = _FIRST_PARAGRAPH.search(text, max(start - 1, 0), limit)
    found = match.start() + 1 if match is not None else limit
    if text.find("¶", start, found) >= 0 and (pilcrow := text.find(" ¶1", start, found)) >= 0:
        found = pilcrow + 1
    inside = _PARAGRAPH_INSIDE.search(text, start + 1, min(limit, found + _LONGEST_NUMBER))
    if inside is not None and inside.start() + 2 <= found:
        found = inside.start()
    return found if found < limit else None


def _labels(text: str, start: int, limit: int) -> list[re.Match[str]]:
    """The labels in order, those inside lines among them."""
    found = list(_LINE_LABEL.finditer(text, max(start - 1, 0), limit))
    if (start == 0 or text[start - 1] != "\n") and (here := _FIRST_LABEL.match(text, start, limit)) is not None:
        found.insert(0, here)
    known = {match.end() for match in found}
    taken = {match.start(match.lastgroup or 0) for match in found}
    inside = [
        match
        for place in _inside(text, start, limit, known)
        if place not in taken
        and (match := _INSIDE_LABEL.match(text, place, limit)) is not None
        and match.end() not in known
        and _stands_free(text, match, start)
    ]
    if not inside:
        return found
    found.extend(inside)
    found.sort(key=lambda match: match.start(match.lastgroup or 0))
    authority = next((index for index, match in enumerate(found) if match.lastgroup == "authority"), len(found))
    return [  # "for reasons E.O. 12958 1.4 (b)": the order inside an authority is none of its own
        match
        for index, match in enumerate(found)
        if index < authority or match.lastgroup != "order" or match.re is not _INSIDE_LABEL
    ]


def _inside(text: str, start: int, limit: int, known: set[int]) -> list[int]:
    """Where a label inside a line may begin: most of them end in a colon, and there are few colons.

    `known` are ends of labels at the start of a line, which are looked at no more.
    """
    places = []
    colon = text.find(":", start, limit)
    while colon >= 0:
        if colon + 1 not in known:
            for word in _BEFORE_COLON.get(text[colon - 1 : colon], ()):
                if text.startswith(word, colon - len(word)):
                    places.append(colon - len(word))
                    break
        colon = text.find(":", colon + 1, limit)
    for word, before in (("E.O. ", 0), ("E.o. ", 0), ("lassified By", 1), ("LASSIFIED BY", 1)):
        place = text.find(word, start, limit)
        while place >= 0:
            places.append(place - before)
            place = text.find(word, place + len(word), limit)
    return places


def _stands_free(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a label inside a line is one: a word of its own, or glued to the value before (`PRIMEREF:`)."""
    before = text[match.start() - 1 : match.start()] if match.start() > start else " "
    return not before.isalnum() or match[0].startswith(("REF", "Classified B", "E.O"))


def _read_between(draft: Draft, start: int, end: int, part: str) -> bool:
    """Read the lines before a label; whether the heading goes on with it."""
    text = draft.text
    unknown: list[tuple[int, int]] = []
    position = start
    while (position := skipped(text, position, end)) < end:
        after = read_line_without_label(draft, position, end, labelled=True)
        if after > position:
            position = after
            continue
        line_end = text.find("\n", position, end)
        line_end = line_end if line_end >= 0 else end
        if text[position:line_end].strip():
            unknown.append((position, line_end))
        position = line_end + 1
    if unknown and "subject" in draft.values and part != "authority" and len(unknown) > 2:
        return False
    for line_start, line_end in unknown:
        line = " ".join(text[line_start:line_end].split())
        if "tags" not in draft.values and is_list_of_codes(line):
            draft.note("label-repaired", "TAGS without their label", line_start, line_end)
            read_tags(draft, line_start, line_start, line_end)
            continue
        draft.note("heading-line-unread", f"not understood: {line[:60]}", line_start, line_end)
    return True


def _read_after(draft: Draft, start: int, limit: int) -> int:
    """Read the lines behind the last label; where the text begins."""
    text = draft.text
    position = start
    while (position := skipped(text, position, limit)) < limit:
        after = read_line_without_label(draft, position, limit, labelled=False)
        if after <= position:
            return position
        position = after
    return position


def _read_plain_label(draft: Draft, part: str, start: int, end: int) -> int:
    """Labels of the seven-line style of 1995-2003 that stand on lines of their own."""
    text = draft.text
    line_end = text.find("\n", start, end)
    line_end = line_end if line_end >= 0 else end
    value = text[start:line_end].strip()
    if part == "reason":
        return read_authority(draft, start, start, line_end)
    if part == "declassify" and "executive_order" not in draft.values:
        return read_executive_order(draft, start, start, line_end)
    first = start + len(text[start:line_end]) - len(text[start:line_end].lstrip())
    draft.attribute(part, value, first, first + len(value))
    return line_end


def _note_repair(draft: Draft, label: str, start: int, end: int) -> None:
    if label in _REGULAR:
        return
    word = label.strip(" :;,.\t").upper().replace("0", "O")
    if word in _WELL_SPELT or word.startswith(("E.O", "EO", "E. O", "CLASSIFIED", "(U)", "DECL", "REASON", "DERIVED")):
        return
    draft.note("label-repaired", f"misspelt label: {label.strip()}", start, end)
