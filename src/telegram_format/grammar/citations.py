"""Telegrams cited in running text: `Embtel 1159`, `Deptels 418, 433`, `Paris 4671`, `your 353`, `London’s 443, 582`.

formats/other.md F1. Strategy: one pattern for a name and its numbers. `Deptel` is the Department's whoever writes,
`Depcirtel` of its circular series; `Embtel`, `Contel`, `Legtel` and `my` are the post's own; `your` is the addressee's,
which only the Department's telegrams leave open. What station a word means is looked up; a name that no table has stays
a reference without a number.
"""

from __future__ import annotations

import re

from telegram_format.grammar.reference_kinds import kind_of_paper
from telegram_format.kit import Draft
from telegram_format.model.message_id import MessageId
from telegram_format.model.reference import Reference
from telegram_format.model.station import resolve_station

_WORD = r"[A-Z][A-Za-z.'’-]{0,24}+"
_NUMBERS = r"[0-9]{1,6}(?![0-9A-Z–/]|-[0-9])(?:(?:,[ ]and[ ]|,[ ]?|[ ]and[ ]|[ ]&[ ])[0-9]{1,6}(?![0-9A-Z–]))*+"
CITATION = rf"""
    (?P<name> (?: (?: [Yy]our | [Mm]y | the | Reference | Ref ) [ ] )?+ {_WORD} (?: [ ] {_WORD} ){{0,2}}?
      | [Yy]our | [Mm]y )
    (?: [ ] (?: telegrams? | tels? | cables? | No[.] | niact ) (?![a-z]) )?+ [ ]
    (?P<numbers> {_NUMBERS} )
    (?: [ ] (?: to | of | from ) [ ] [A-Z0-9][A-Za-z0-9 ]{{1,24}}? (?=[,;.)\n]|\Z) )?+
    (?: ,? [ ] (?: Jan | Feb | Mar | Apr | May | June? | July? | Aug | Sept? | Oct | Nov | Dec ) [a-z.]*+
        [ ] [0-9]{{1,2}} (?![0-9]) )?+
    (?: [ ] \( (?: NOTAL | Notal ) \) )?+
    (?: ,? [ ] (?: rptd | repeated | sent ) [ ] [^;.()\n]{{1,80}}+ )?+
"""
"""For `re.VERBOSE`: a name and its numbers."""

_LIST = re.compile(rf"(?:{CITATION})(?:(?:[;,]|[ ]and)[ ]{re.sub('[?]P<[a-z]+>', '?:', CITATION)})*+", re.VERBOSE)
_ITEM = re.compile(CITATION, re.VERBOSE)
_FIGURES = re.compile(r"[0-9]{1,6}")
_LABEL = re.compile(r"[(]?([A-Za-z])[.)][ ]")
_PARTING = re.compile(r"[;,][ ](?:and[ ])?|[ ]and[ ](?=[A-Z(])|[.][ ](?=[A-Z][.)][ ])")

_DEPARTMENT = re.compile(r"(?:Dep(?:artment|t)?(?:tels?)?|State)(?:[’']s)?", re.IGNORECASE)
_CIRCULAR = re.compile(r"(?:Dep|Dept)?cir(?:c|cular)?(?:tels?)?", re.IGNORECASE)
_OWN = re.compile(r"(?:(?:Emb|Con(?:gen)?|Leg|My|Mis|US)tels?|Embassy|Embassy[’']s|My)", re.IGNORECASE)
_OTHER = re.compile(r"(?:Ur|Re|Ref|Your)(?:tels?)?|Reftels?", re.IGNORECASE)


def is_list_of_citations(text: str, start: int, end: int) -> bool:
    """Whether the range is nothing but telegrams cited."""
    return _LIST.fullmatch(text, start, end) is not None


def read_citations(draft: Draft, start: int, end: int, own: str | None, year: int | None) -> bool:
    """Read a list of citations into references; whether any was found. `own` is the station that writes."""
    text = draft.text
    position = start
    found = False
    while position < end:
        label = _LABEL.match(text, position, end)
        first = label.end() if label is not None else position
        parting = _PARTING.search(text, first, end)
        item = _ITEM.match(text, first, end)
        if item is not None:
            _add(draft, item, label, own, year)
            stop = item.end()
            parting = _PARTING.search(text, stop, end)
        else:
            stop = parting.start() if parting is not None else end
            words = " ".join(text[first:stop].split()).rstrip(" .")
            if words:
                index = draft.add(
                    "references",
                    Reference(words, kind_of_paper(words), label[1].upper() if label else None),
                    first,
                    first + len(text[first:stop].rstrip(" .")),
                )
                if label is not None:
                    draft.place(("references", index, "label"), *label.span(1))
        found = True
        position = max(parting.end() if parting is not None else end, stop)
    return found


def _add(draft: Draft, item: re.Match[str], label: re.Match[str] | None, own: str | None, year: int | None) -> None:
    """A reference for each number; the name stands with the first."""
    station = _station(item["name"], own)
    start = item.start()
    figures = list(_FIGURES.finditer(draft.text, *item.span("numbers")))
    for place, figure in enumerate(figures):
        end = item.end() if place == len(figures) - 1 and len(figures) == 1 else figure.end()
        words = " ".join(draft.text[start:end].split())
        message_id = MessageId(year, station, int(figure[0]), None, words) if station is not None else None
        index = draft.add(
            "references", Reference(words, "cable", label[1].upper() if label else None, message_id), start, end
        )
        if label is not None:
            draft.place(("references", index, "label"), *label.span(1))
        start = figures[place + 1].start() if place + 1 < len(figures) else end


def _station(name: str, own: str | None) -> str | None:
    """The station that a citation's name means, where it is known."""
    words = name.split(" ")
    word = words[-1]
    if len(words) > 1 and words[0].lower() in ("your", "my", "the", "reference", "ref"):
        words = words[1:]
    if _DEPARTMENT.fullmatch(word) is not None:
        return "STATE"
    if _CIRCULAR.fullmatch(word) is not None:
        return "DEPCIRTEL"
    if _OWN.fullmatch(word) is not None:
        return own if own != "STATE" else None
    if _OTHER.fullmatch(word) is not None:
        return None
    known = resolve_station(" ".join(words).replace("’s", "").replace("'s", ""))
    return known[0] if known is not None and not known[1] else None
