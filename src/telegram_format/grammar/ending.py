"""The end of the text: signature, and what stands behind it.

formats/state.md B10. Strategy: from the end backwards, line by line. Notices of the relay, repeated classifications,
end signs and ornaments are taken off; the last line before them that is a surname is the signature. Where line ends
were lost the surname is the last word behind the last sentence.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import trimmed
from telegram_format.kit import Draft
from telegram_format.model.body import Paragraph

_FURNITURE = re.compile(
    r"""
    [ \t]*+ (?:
        N{3,5} [A-Z]{0,6} | BT | \#{1,4} | \#[0-9]{4} | [.>"',*=_ -]++ | YYY+
      | (?: UNCLASSIFIED | CONFIDENTIAL | SECRET | LIMITED[ ]OFFICIAL[ ]USE | UNCLAS | TOP[ ]SECRET
          | C[ ]O[ ]N[ ]F[ ]I[ ]D[ ]E[ ]N[ ]T[ ]I[ ]A[ ]L | S[ ]E[ ]C[ ]R[ ]E[ ]T ) (?: //? [A-Z ]{3,30} )?
      | (?:19|20)[0-9]{2}[A-Z]{3,18}[0-9]{1,7} [ ]-[ ] (?:Classification:[ ])? [A-Z ]{4,30}
      | [=]{3,}[A-Z ]{2,30}[=]{3,}
      | [* ]*+ Missing[ ]Section[ ][0-9]{1,3} [* ]*+
    ) [ \t]*+
    """,
    re.VERBOSE,
)
_VALIDATION = re.compile(r"[ \t]*+#([0-9]{4})[ \t]*+")
_MISSING = re.compile(r"Missing Section ([0-9]{1,3})")
_SERVICE_NOTE = re.compile(
    r"[ \t]*+(?:NOTE BY [A-Z/]{2,8}:|NOTE: NOT PASSED|NOTE: (?:READ AS RECEIVED|CORRECTION))[^\n]{0,200}"
)
_WEB_NOTE = re.compile(r"[ \t]*+Visit [A-Z][a-z'’ A-Z]{1,40} Classified Website:[^\n]{0,120}")

_SURNAME = r"[A-Z][A-Z'’]*+(?:[-][A-Z'’]+)*+"
_SIGNATURE_LINE = re.compile(
    rf"""
    [ \t]*+ (?P<name>
        (?: (?:VAN|VON|DE|DI|LA|MC|ST\.)[ ] (?:DER[ ]|DEN[ ])? )? {_SURNAME} (?: ,?[ ] (?:JR|SR|III|II)\.? )?
      | (?: (?:[Vv]an|[Vv]on|[Dd]e|[Dd]i|La)[ ] )? (?:Mc|Mac|O['’]|D['’])? [A-Z][a-z]{{1,15}} (?:-[A-Z][a-z]{{1,15}})?
    )
    [ \t]*+ [.]?
    """,
    re.VERBOSE,
)
_SIGNATURE_INSIDE = re.compile(
    r"""
    (?: (?<=[.!?)\]"”:*X]) | (?<=[.!?)\]"”:*X][ ]) | (?<=[.!?)\]"”:*X][ ]{2}) ) [ *]*+   # behind the last sentence
    (?P<name> (?: [A-Z]{4,15} (?:-[A-Z]{2,15})? | [A-Z][a-z]{3,15} ) ) [ \t]*+ $
    """,
    re.VERBOSE,
)
_NO_NAMES = frozenset(
    [
        "THE",
        "THIS",
        "THESE",
        "THAT",
        "THEY",
        "THERE",
        "THEIR",
        "THEN",
        "WHEN",
        "WHILE",
        "WITH",
        "WHAT",
        "WHO",
        "HE",
        "SHE",
        "IT",
        "IN",
        "AN",
        "A",
        "ON",
        "AT",
        "BY",
        "FOR",
        "FROM",
        "HIS",
        "HER",
        "ITS",
        "COMMENT",
        "SUMMARY",
        "END",
        "NOTE",
        "TEXT",
        "QUOTE",
        "UNQUOTE",
        "SIPDIS",
        "SENSITIVE",
        "AND",
        "OR",
        "BUT",
        "NOT",
        "NONE",
        "NIL",
        "CITY",
        "ACTION",
        "BACKGROUND",
        "INTRODUCTION",
        "CONCLUSION",
        "UNCLASSIFIED",
        "CONFIDENTIAL",
        "SECRET",
        "NOFORN",
        "EMBASSY",
        "AMBASSADOR",
        "MISSION",
        "PARIS",
        "LONDON",
        "ACCORDING",
        "HOWEVER",
        "ALTHOUGH",
        "ALSO",
        "OUR",
        "WE",
        "YOU",
        "YES",
        "NO",
        "AS",
        "IF",
        "MANY",
        "MOST",
        "SOME",
        "SUCH",
        "BOTH",
        "DURING",
        "AFTER",
        "BEFORE",
        "SINCE",
        "DRAFT",
        "TOTAL",
        "FURTHER",
        "FURTHERMORE",
        "MEANWHILE",
        "REGARDS",
        "RESPECTFULLY",
        "SINCERELY",
        "WASHINGTON",
        "BEGIN",
    ]
)


def read_ending(draft: Draft, start: int, end: int) -> int:
    """Read signature and trailing lines; where the text before them ends."""
    text = draft.text
    end = _without_furniture(draft, start, end)
    if end <= start:
        return end
    line_start = text.rfind("\n", start, end) + 1 or start
    match = _SIGNATURE_LINE.fullmatch(text, line_start, end) if line_start > start or start == 0 else None
    if match is not None and _may_sign(text, start, match):
        draft.values["signatures"] = [" ".join(match["name"].split())]
        draft.place(("signatures", 0), *match.span("name"))
        return _second_signature(draft, start, line_start)
    match = _SIGNATURE_INSIDE.search(text, max(line_start, end - 40), end)
    if match is not None and match["name"].upper() not in _NO_NAMES:
        draft.values["signatures"] = [match["name"]]
        draft.place(("signatures", 0), *match.span("name"))
        return trimmed(text, start, match.start())
    return end


def read_service_notes(draft: Draft, start: int, end: int) -> int:
    """Read the notes of the relay among the lines behind the text, into the body; `end`."""
    text = draft.text
    position = start
    while position < end:
        line_end = text.find("\n", position, end)
        line_end = line_end if line_end >= 0 else end
        if _SERVICE_NOTE.match(text, position, line_end) is not None:
            words = " ".join(text[position:line_end].split())
            draft.add("body", Paragraph(words, role="service note"), position, line_end)
        position = line_end + 1
    return end


def _without_furniture(draft: Draft, start: int, end: int) -> int:
    """Take lines off the end that are neither text nor signature."""
    text = draft.text
    while True:
        end = trimmed(text, start, end)
        line_start = max(text.rfind("\n", start, end) + 1, start)
        if end <= line_start:
            return end
        if line_start > start and _SERVICE_NOTE.match(text, line_start, end) is not None:
            pass  # read behind the paragraphs, by `read_service_notes`
        elif (web := _WEB_NOTE.search(text, max(line_start, end - 200), end)) is not None and web.end() == end:
            line_start = web.start()
            draft.mark("note", line_start, end)
        elif _FURNITURE.fullmatch(text, line_start, end) is not None and text[line_start - 1 : line_start] in (
            "",
            "\n",
        ):
            draft.mark("furniture", line_start, end)
            if (number := _VALIDATION.fullmatch(text, line_start, end)) is not None:
                draft.put("validation", number[1], *number.span(1))
            if (missing := _MISSING.search(text, line_start, end)) is not None:
                draft.note("section-missing", f"section {int(missing[1])} is missing", line_start, end)
        else:
            return end
        if line_start <= start:
            return line_start
        end = line_start


def _may_sign(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a line that looks like a surname is one: in small letters only behind the end of a sentence."""
    name = match["name"]
    if name.upper().rstrip(".") in _NO_NAMES:
        return False
    before = text[start : match.start()].rstrip()
    if name.isupper() and len(name) > 2:
        return before[-1:] != "-" or not before[-2:-1].isalpha()  # not the rest of a word broken at the margin
    return (
        not before
        or before[-1] in '.!?)]"”*:'
        or before[-1:].isupper()
        or text[match.start() - 2 : match.start()] == "\n\n"
    )


def _second_signature(draft: Draft, start: int, end: int) -> int:
    """Two surnames on two lines: the second line is read already."""
    text = draft.text
    end = trimmed(text, start, end)
    line_start = max(text.rfind("\n", start, end) + 1, start)
    match = _SIGNATURE_LINE.fullmatch(text, line_start, end) if line_start > start else None
    if match is None or not match["name"].isupper() or not _may_sign(text, start, match) or text[end : end + 1] != "\n":
        return end
    if text[match.start() - 1 : match.start()] == "\n" and text[: match.start()].rstrip()[-1:] in '.!?)]"”':
        draft.values["signatures"].insert(0, match["name"])
        draft.entries[-1] = (("signatures", 1), *draft.entries[-1][1:])
        draft.place(("signatures", 0), *match.span("name"))
        return trimmed(text, start, line_start)
    return end
