"""The source note of a printed telegram: where it was found, its classification, precedence, captions and copies.

formats/other.md F2. Strategy: the note is a row of sentences. The one that begins with a level of classification is
parted at its semicolons, each part looked up; sentences that begin `Repeated to`, `Also sent to` give addressees;
`Received`, `Drafted by` and `Passed to` are kept as facts. The rest tells of the archive and is part of the note.
"""

from __future__ import annotations

import re

from telegram_format.grammar.classification_line import add_caption
from telegram_format.kit import Draft
from telegram_format.model.address import Address
from telegram_format.model.marking import Classification
from telegram_format.model.precedence import Precedence

PRINTED_LEVELS = {
    "top secret": Classification.TOP_SECRET,
    "secret": Classification.SECRET,
    "confidential": Classification.CONFIDENTIAL,
    "restricted": Classification.RESTRICTED,
    "limited official use": Classification.LIMITED_OFFICIAL_USE,
    "official use only": Classification.LIMITED_OFFICIAL_USE,  # its name until 1960
    "unclassified": Classification.UNCLASSIFIED,
}
PRINTED_PRECEDENCES = {
    "flash": Precedence.FLASH,
    "niact": Precedence.NIACT_IMMEDIATE,
    "niact immediate": Precedence.NIACT_IMMEDIATE,
    "operational immediate": Precedence.IMMEDIATE,
    "immediate": Precedence.IMMEDIATE,
    "priority": Precedence.PRIORITY,
    "routine": Precedence.ROUTINE,
}
_CAVEATS = frozenset(("noforn",))

_HANDLING = re.compile(
    r"""
    (?: (?<=[.][ ]) | (?<=\n) | \A | (?<![^ \n\[]) )
    (?P<level> (?i: Top[ ]Secret | Secret | Confidential | Restricted | Limited[ ]Official[ ]Use | Official[ ]Use[ ]Only
      | Unclassified ) ) (?= [;.,\]] | [ ](?:Niact|Priority|Immediate|Flash)\b | \Z )
    (?P<more> (?: [;,]?+ [ ] (?= [A-Z] ) (?! (?:A|The|This) [ ] ) [^;,.\n\]]++ )*+ ) [.\]]?+
    """,
    re.VERBOSE,
)
_PART = re.compile(r"[^;,]++")
_PRECEDENCE_WORD = r"(?:niact|priority|immediate|flash|operational immediate|routine)"
_COPIES = re.compile(
    rf"""
    (?<![^ \n]) (?P<way> (?:Also[ ])?(?:[Ss]ent|[Rr]epeated) | [Ss]ent[ ]also | Repeated[ ]also )
    (?: [ ]for[ ]information )?+ (?: [ ](?i:(?P<precedence> {_PRECEDENCE_WORD})) )?+ (?: [ ]for[ ]information )?+
    [ ]to[ ] (?P<list> [A-Z][^.;\n]++ (?: (?<=\b[A-Z]) [.] [^.;\n]++ | (?<=\bSt) [.] [^.;\n]++ )*+ )
    """,
    re.VERBOSE,
)
_NAME_PARTS = re.compile(r",?[ ]and[ ]|,[ ]")
_NO_NAME = re.compile(r"[a-z(]|[A-Z][^\n]{60}")
_LEADING = re.compile(
    rf"(?:for information[ ])?(?:to[ ])?(?:(?P<precedence>{_PRECEDENCE_WORD})[ ])?(?:to[ ])?(?:the[ ])?(?:all[ ])?",
    re.IGNORECASE,
)

_SOURCE = re.compile(r"(?:Summary:[^\n]*+\s++)?\[?Source:\s*+")
_FACTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<![^ \n]){words}[ ][^\n]{{1,300}}?[.](?=[ ][A-Z(]|\n|\]|\Z)"))
    for name, words in (
        ("received", r"(?:Received|Rec’d|No time of transmission)"),
        ("drafting", r"Drafted"),
        ("passed", r"Passed"),
        ("pouched", r"Pouched"),
        ("transmission_sections", r"Transmitted in"),
    )
)


def read_source_note(draft: Draft, start: int, end: int, *, copies: bool) -> None:
    """Read the note between `start` and `end`; `copies` says whether the addressees it names count."""
    text = draft.text
    while start < end and text[start] in " \t\n":
        start += 1
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    if start >= end:
        return
    draft.mark("source note", start, end)
    handling = _HANDLING.search(text, start, end)
    behind = handling.end() if handling is not None else start
    others = [match for match in _COPIES.finditer(text, behind, end) if copies]
    facts = _facts(text, behind, end)
    stop = min((match.start() for match in (handling, *others, *facts.values()) if match is not None), default=end)
    if (source := _SOURCE.match(text, start, stop)) is not None:
        stop = source.end() + len(text[source.end() : stop].rstrip(" [.\n"))
        draft.attribute("source", " ".join(text[source.end() : stop].split()), source.end(), stop)
    if handling is not None:
        _read_handling(draft, handling)
    for name, fact in facts.items():
        draft.attribute(name, fact[0], *fact.span())
    for match in others:
        if not any(fact.start() < match.start() < fact.end() < match.end() for fact in facts.values()):
            _read_copies(draft, match)


def _facts(text: str, start: int, end: int) -> dict[str, re.Match[str]]:
    """The first sentence of each kind; one that crosses another is left out."""
    found: dict[str, re.Match[str]] = {}
    for name, pattern in _FACTS:
        match = pattern.search(text, start, end)
        if match is not None and all(
            match.end() <= other.start() or other.end() <= match.start() for other in found.values()
        ):
            found[name] = match
    return found


def _read_handling(draft: Draft, match: re.Match[str]) -> None:
    """`Secret; Priority; Limdis.`: the level, then what is a precedence, a caveat, or else a caption."""
    draft.put("classification", PRINTED_LEVELS[match["level"].lower()], *match.span("level"))
    for part in _PART.finditer(draft.text, *match.span("more")):
        word = part[0].strip()
        start = part.start() + part[0].find(word)
        end = start + len(word)
        if (precedence := PRINTED_PRECEDENCES.get(word.lower())) is not None:
            draft.put("precedence", precedence, start, end)
        elif word.lower() in _CAVEATS:
            draft.add("caveats", word.upper(), start, end)
        elif len(word) <= 60:
            add_caption(draft, word.upper(), start, end)


def _read_copies(draft: Draft, match: re.Match[str]) -> None:
    """Who else had it: `Repeated priority to Amman and Tel Aviv, and to Karachi`."""
    text = draft.text
    field = "info" if "epeated" in match["way"] else "to"
    group = (match["precedence"] or "").lower()
    position, end = match.span("list")
    while position < end:
        parting = _NAME_PARTS.search(text, position, end)
        stop = parting.start() if parting is not None else end
        leading = _LEADING.match(text, position, stop)
        assert leading is not None  # the pattern may be empty
        own = (leading["precedence"] or "").lower()
        start = leading.end()
        name = text[start:stop].rstrip()
        if not name or _NO_NAME.match(name) is not None or "’s" in name:
            return
        group = own or group
        index = draft.add(field, Address(name, precedence=PRINTED_PRECEDENCES.get(group)), start, start + len(name))
        draft.place((field, index, "name"), start, start + len(name))
        position = parting.end() if parting is not None else end
