"""Lines of the heading that have no label: captions, attention and passing lines, notices.

formats/state.md B3 and B4. Strategy: by what the line begins with. A line of captions is nothing but captions, with
commas or blanks between; a passing line names an addressee and says FOR or PASS; its continuation is whatever follows
in capitals without an empty line between.
"""

from __future__ import annotations

import re

from telegram_format.grammar.classification_line import add_caption, read_classification_line
from telegram_format.kit import Draft
from telegram_format.model.message_id import MessageId

_CAPTION = re.compile(
    r"""
    (?P<caption> SIPDIS | SENSITIVE(?!\ BUT) | NOFORN | NODIS | EXDIS | LIMDIS | STADIS | DISTO | AIDAC
      | TERREP(?:\ EXCLUSIVE)?
      | ROGER\ CHANNEL | DISSENT\ CHANNEL | (?:DIRECTOR\ GENERAL|MED|DS|SY|STR|FI|OC)\ CHANNEL | CHEROKEE
      | VISAS\ (?:VIPER|DONKEY|EAGLE|MANTIS|CONDOR|BEAR|HORSE|[A-Z]{3,9}) | EYES\ ONLY | E\ ?F\ ?T\ ?O | FOUO
      | TOSEC\ [0-9]+ | SECTO\ [0-9]+ | LIMITED\ OFFICIAL\ USE(?=[ \t]*+\n) | CODEL | NOCONTRACTOR | ORCON | PROPIN
      | COUNTRY\ TEAM\.?\ MESSAGE | S(?:IP|PI)DIS | SIDPIS
    )
    (?![A-Za-z0-9]) [ \t]*+ (?: [,;.] | /++ )?
    """,
    re.VERBOSE,
)
_COMMON_CAPTION = re.compile(r"(SIPDIS|SENSITIVE|NOFORN|NODIS|EXDIS)[ \t]*+(?=\n)")
"""Nearly all captions of a line of their own."""

_CORRECTED = re.compile(r"[-* ]*+(?:C ?O ?R ?R ?E ?C ?T ?E ?D +C ?O ?P ?Y|Corrected [Cc]opy)(?![A-Z])[^\n]{0,160}")
_SENSITIVE = re.compile(
    r"""
    (?=[(*US]) \(?[*]*+ (?:UNCLASSIFIED[ ]BUT[ ]SENSITIVE | SENSITIVE[ ,]*+BUT[ ]UNCLASS?IF?I?E?D | SBU )
    (?: [ \n]*+ [-;:,./]*+ [ \n]*+ (?: NOT[ ]FOR | PLEASE | PROTECT | HANDLE | TREAT )
        [A-Za-z ,\n-]{0,80}? (?:ACCORDINGLY|DISTRIBUTION|CAREFULLY|INFORMATION|(?=\n))
        (?:[ ]OUTSIDE[ ][A-Z ]{2,20})? )?
    [ ]*+ [.)*]*+ (?=[ \t]*+(?:\n|$)|[ ])
    """,
    re.VERBOSE | re.IGNORECASE,
)

# "STATE FOR EUR/RUS", "DEPT PASS TO USTR", "DEPT NEA/MAG (JOHNSON)", "FOR AMBASSADOR FROM …", "PASS TO NSC".
_PASSING = re.compile(
    r"""
    (?:
        [A-Z][A-Z0-9/&.,'’()-]*+ (?:[ ]++ [A-Z0-9(][A-Z0-9/&.,'’()-]*+ ){0,7}?   # the addressee
        [:]? [ ]++ (?: ALSO[ ])?
        (?: FOR | PASS(?:ED)? | PLS[ ]PASS | PLEASE[ ]PASS | PLEASE[ ]ALSO[ ]PASS | ALSO[ ]PASS )
      | (?: FOR | PASS | PLEASE[ ]PASS | ALSO[ ]FOR | FROM | PERSONAL[ ]FOR | INFORM[ ]CONSULS )
      | [A-Z/]{1,9} [ ] ONLY (?=[ \t]*+(?:\n|$))
      | [A-Z][A-Z0-9/&.,-]*+ (?:[ ]++ [A-Z0-9(][A-Z0-9/&.,()-]*+ ){0,4} [ ]
        (?: for | pass | please[ ]pass | also[ ]for )
      | (?: STATE | DEPT | DEPARTMENT ) (?=[ ][A-Z]{1,5}/) | (?:[A-Z]{2,9}/)+[A-Z]{2,9}(?=[ ][A-Z0-9.]{3,40}@)
      | (?: DOE | NSC | DOD | USTR | TREASURY | USDOC | STATE | DEPT ) [^\n]{0,40} (?=@)
      | (?: STATE | DEPT | DEPARTMENT | USDOC | TREASURY | PARIS | GENEVA | BRUSSELS ) [:]?[ ](?=[A-Z0-9/]{2,}|FOR)
    )
    (?![A-Za-z]) [^\n]*+
    """,
    re.VERBOSE,
)
_COMMON_PASSING = re.compile(
    r"(?:STATE|DEPT|DEPARTMENT|USDOC|COMMERCE|TREASURY|NSC|USTR) (?:FOR|PASS)(?![A-Za-z])[^\n]*+"
)
"""Two thirds of all passing lines; they can be nothing else."""
_PASSING_GOES_ON = re.compile(
    r"[ \t]*+(?=[A-Z(0-9])(?![0-9]{1,2}\.[ ])(?:[A-Z0-9/&.,;:'’()@-]++(?:[ ]++|(?=\n|$))){1,20}(?=\n|$)"
)
_RULE = re.compile(r"[-=_*‐–]{3,}[ \t]*+(?=\n|$)")
_ACTION_NOTICE = re.compile(r"(?:\([A-Z]\) )?This is an? action (?:request|cable|message)[^\n]{0,120}", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}, [0-9]{1,2}:[0-9]{2}"
)
_RECORD_LINE = re.compile(
    r"""
      [0-9]{4,6} (?=[ \t]*+\n)                                    # the export's running number
    | (?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}[ ][0-9]{2}:[0-9]{2}(?::[0-9]{2})? (?=[ \t]*+\n)
    | (?P<message_id> (?:[0-9]{2}){1,2}[A-Z]{3,18}(?:-C?A)?[0-9]{1,7} ) (?=[ \t]*+(?:\n|$))   # in compact form
    | (?:Embassy|Consulate|Mission|Secretary)[ ][A-Za-z .]{2,30} (?=[ \t]*+\n)
    | (?:UNCLASSIFIED|CONFIDENTIAL|SECRET)//[A-Z ]{3,30} (?=[ \t]*+\n)
    """,
    re.VERBOSE,
)
_OTHERS = (
    ("rule", frozenset("-=_*‐–"), _RULE),
    ("record", frozenset("0123456789ECMSU"), _RECORD_LINE),
    ("dateline", frozenset("MTWFS"), _DATELINE),
)
"""Kinds of lines, the signs that they may begin with, and their patterns."""

_MISSPELT = {"SPIDIS": "SIPDIS", "SIDPIS": "SIPDIS"}


def read_line_without_label(draft: Draft, start: int, end: int, *, labelled: bool) -> int:
    """Read what stands at `start`; where it ends, or `start` if no rule reads it.

    `labelled` says that a label follows further on, so that the heading certainly is not over.
    """
    text = draft.text
    position = start
    while position < end and text[position] in " \t":
        position += 1
    if position >= end or text[position] == "\n":
        return position + 1
    sign = text[position]
    if sign in "SNE" and (common := _COMMON_CAPTION.match(text, position, end)) is not None:
        add_caption(draft, common[1], *common.span(1))
        draft.marks.append(("caption", *common.span()))
        return common.end()
    if sign in "SDUCTN" and (passing := _COMMON_PASSING.match(text, position, end)) is not None:
        return _read_passing(draft, passing, end, labelled)
    after = read_classification_line(draft, position, end)
    if after > position:
        return after
    caption = _CAPTION.match(text, position, end)
    if caption is not None:
        name = " ".join(caption["caption"].split())
        add_caption(draft, _MISSPELT.get(name, name), *caption.span("caption"))
        draft.marks.append(("caption", *caption.span()))  # with the comma behind it
        return caption.end()
    corrected = _CORRECTED.match(text, position, end) if sign in "-* Cc" else None
    if corrected is not None:
        add_caption(draft, "CORRECTED COPY", position, corrected.end())
        return corrected.end()
    sensitive = _SENSITIVE.match(text, position, end) if sign in "(*USus" else None
    if sensitive is not None and (
        labelled or "\n" in text[sensitive.end() : sensitive.end() + 3] or sensitive.end() == end
    ):
        add_caption(draft, "SENSITIVE", position, sensitive.end())
        return sensitive.end()
    for kind, signs, pattern in _OTHERS:
        if sign in signs and (match := pattern.match(text, position, end)) is not None and (labelled or kind != "rule"):
            draft.mark(kind, position, match.end())
            if match.lastgroup == "message_id" and "message_id" not in draft.values:
                _put_message_id(draft, match)
            return match.end()
    if not labelled and sign in "(Tt" and (match := _ACTION_NOTICE.match(text, position, end)) is not None:
        draft.mark("action notice", position, match.end())
        return match.end()
    match = _PASSING.match(text, position, end)
    return position if match is None else _read_passing(draft, match, end, labelled)


def _put_message_id(draft: Draft, match: re.Match[str]) -> None:
    """A message number in compact form, `07USUNNEWYORK799`: it has the year that the classification line lacks."""
    try:
        message_id = MessageId.parse(match[0])
    except ValueError:
        return
    draft.put("message_id", message_id, *match.span())


def _read_passing(draft: Draft, match: re.Match[str], end: int, labelled: bool) -> int:
    """A passing line with its continuation lines."""
    text = draft.text
    start, line_end = match.span()
    if not labelled and text[start:line_end].upper() != text[start:line_end]:
        return start  # behind the subject small letters are running text
    while line_end + 1 < end:
        next_end = text.find("\n", line_end + 1, end)
        line = text[line_end + 1 : next_end if next_end >= 0 else end]
        if not line or _PASSING.match(line) or _CAPTION.match(line) or not _PASSING_GOES_ON.match(line):
            break
        line_end += 1 + len(line)
    while text[line_end - 1] in " \t":
        line_end -= 1
    draft.add("passing", " ".join(text[start:line_end].split()), start, line_end)
    return line_end
