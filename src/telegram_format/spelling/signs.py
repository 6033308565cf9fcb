"""What a line of a telegram is taken for by its first signs, or as a whole.

Strategy: patterns that are rather too wide than too narrow: they keep a line end away from where it would say
something, and nothing is lost where they are wrong. They are the grammar's own signs seen from the other side.
"""

from __future__ import annotations

import re

LABEL = r"""
    (?: [Ee]\.?[ ]?[Oo0]\.?[ ]{0,2}[0-9:] | T[ ]?A[ ]?G[ ]?S (?=[ :;,.]|$)
      | (?i:tags|tages|tabs|tgs|tas|ags|taags|tag)[ :;]
      | (?i: (?: su?bje?c?t? | ubject | subect | suject ) (?=[ ]?[:;.]|[ ]|$) )
      | A[.)][ ]REF | (?i: (?: ref (?: s | \(s\) | tels? | erences? )? | retels? ) (?=[ ]{0,2}[:.;]|[ ]|$) )
      | (?: \(U\)[ ]* )? (?i:class?ified[ ]by) | (?i:reasons?)[ ]?: | (?i:declassify[ ]on|decl[ ]?:|derived[ ]from) )
"""
"""The label of a part of the heading (formats B5 to B9), also misspelt."""

NUMBER = r"(?: ¶ | [0-9]{1,3} (?: [ ]?[.)] | [ ]?\( ) )"
"""The number of a paragraph."""

ITEM = r"(?: [-*•·=_‐–—] | \(? (?: [0-9]{1,3} | [A-Za-z]{1,2} ) [.):\]] (?=[ ]|$) | [A-Za-z] [ ] - | \[ | o [ ]{2} )"
"""An item of a list, or a rule."""

FRAME = r"(?: N{3,5} | BT | V?ZCZC | \#{1,4} | YYY | [.>\"'] (?=[ ]|$) | Visit[ ] )"
"""What stands at the end of a message."""

LEVEL = r"""
    (?i: UNCLAS | C[ ]?O[ ]?N[ ]?F[ ]?I[ ]?D | S[ ]?E[ ]?C[ ]?R[ ]?E[ ]?T | T[ ]?O[ ]?P[ ]{0,3}S | RESTRICTED
      | LIMITED[ ]OFFICIAL | FOR[ ]OFFICIAL | CONTROLLED )
"""
"""A level of classification: a classification line, or a banner at the end of a page."""

NOTE = r"(?: NOTE[ ]BY | NOTE: | Missing[ ]Section )"
"""A note of the relay."""

RECORD = r"""
    (?: [\"]? [0-9]{1,6} [, \"]++ [0-9]{1,2}/[0-9] | (?:19|20)[0-9]{2} [A-Z-] | [0-9]{2} [A-Z]{3,18} [0-9-]
      | [0-9]{4,6} $
      | PAGE[ ] | [A-Z.'& ]{1,18} [0-9]{8} )
"""
"""A row of an export, a page mark."""

FORMAT_LINE = r"""
    (?: .{0,6}ZCZC
      | (?: ZZ | OO | PP | RR | YY | DE | ZNR | ZNY | [ZOPRY] | FM | FROM | TO | INFO | XMT | BT | null ) (?![A-Za-z])
      | This[ ]record | Telegram | [0-9]{6} | [QRU][A-Z]{2,7}/ )
"""
"""A format line (ACP 127(G) Annex B), and what exports print in its place."""

CAPTION = r"""
    (?: SIPDIS | SENSITIVE | NOFORN | NODIS | EXDIS | LIMDIS | STADIS | TERREP | AIDAC | [A-Z]{2,8}[ ]CHANNEL | DIRECTOR
      | CHEROKEE | VISAS | EYES | E[ ]?F[ ]?T | FOUO | TOSEC | SECTO | CODEL | NOCONT | ORCON | PROPIN | COUNTRY[ ]TEAM
      | S[PI]{2}DIS | SIDPIS | [-* ]*(?: C[ ]?O[ ]?R[ ]?R[ ]?E[ ]?C[ ]?T | Corrected )
      | \(?[*]* (?: UNCLASSIFIED[ ]BUT | SBU[ ] ) )
"""
"""A caption, or the handling sentence that is read as one."""

PASSING = r"""
    (?: [^a-z]* (?:FOR|PASS|PASSED|FROM) (?![A-Za-z]) | [^a-z]* @
      | (?:STATE|DEPT|DEPARTMENT|USDOC|TREASURY|PARIS|GENEVA|BRUSSELS|DOE|NSC|DOD|USTR) :? [ ] )
"""
"""A line that passes the telegram on."""

TEXT_LINE = re.compile(rf"(?:{LABEL}|{NUMBER}|{ITEM}|{FRAME}|{LEVEL}|{NOTE}|{RECORD})", re.VERBOSE)
"""What a further line of running text must not begin with."""

LABEL_INSIDE = re.compile(
    r"""
    (?: TAGS: | Tags: | SUBJECT: | Subject: | SUBJ: | REF(?:S|TELS?)?: | Ref(?:s|tels?)?:
      | (?i:class?ified) (?=[ ](?i:by)) | E\.[Oo]\. (?=[ ][0-9]{4})
    ) (?P<gap> [ ] )
    """,
    re.VERBOSE,
)
"""Labels that are found inside a line too, with the blank at which a line end keeps them from it."""

GLUED_LABEL = re.compile(
    r"""
      (?: TAGS: | Tags: | SUBJECT: | Subject: | SUBJ: | Ref(?:s|tels?)?: ) [ ] | REF(?:S|TELS?)?: [ ]? [A-Z0-9(]
    | (?i:class?ified[ ]by) | E\.[Oo]\. [ ]? [0-9]{4}
    """,
    re.VERBOSE,
)
"""Labels inside a line that no line end has parted."""

PARAGRAPH_INSIDE = re.compile(r"[ ](?:¶1|1[.)][ ]?\()")
"""The number of the first paragraph inside a line."""

_CAPITAL_LINE = re.compile(r"[A-Z0-9\"“'(][^a-z\n]{2,90}")
_TITLE_WORD = r"(?:[A-Z][A-Za-z'’.,:&/?-]*+|of|and|the|in|for|on|to|with|a|an|de|[-:–&0-9]+)"
_TITLE_LINE = re.compile(rf"{_TITLE_WORD}(?: {_TITLE_WORD}){{0,9}}")

_SURNAME = r"[A-Z][A-Z'’]*+(?:[-][A-Z'’]+)*+"
SIGNATURE = re.compile(
    rf"""
        (?: (?:VAN|VON|DE|DI|LA|MC|ST\.)[ ] (?:DER[ ]|DEN[ ])? )? {_SURNAME} (?: ,?[ ] (?:JR|SR|III|II)\.? )?
      | (?: (?:[Vv]an|[Vv]on|[Dd]e|[Dd]i|La)[ ] )? (?:Mc|Mac|O['’]|D['’])? [A-Z][a-z]{{1,15}} (?:-[A-Z][a-z]{{1,15}})?
    """,
    re.VERBOSE,
)
"""A surname under a text."""

_WORDS = (
    "THE THIS THESE THAT THEY THERE THEIR THEN WHEN WHILE WITH WHAT WHO HE SHE IT IN AN A ON AT BY "
    "FOR FROM HIS HER ITS COMMENT SUMMARY END NOTE TEXT QUOTE UNQUOTE SIPDIS SENSITIVE AND OR BUT NOT "
    "NONE NIL CITY ACTION BACKGROUND INTRODUCTION CONCLUSION UNCLASSIFIED CONFIDENTIAL SECRET NOFORN "
    "EMBASSY AMBASSADOR MISSION PARIS LONDON ACCORDING HOWEVER ALTHOUGH ALSO OUR WE YOU YES NO AS IF "
    "MANY MOST SOME SUCH BOTH DURING AFTER BEFORE SINCE DRAFT TOTAL FURTHER FURTHERMORE MEANWHILE "
    "REGARDS RESPECTFULLY SINCERELY WASHINGTON BEGIN "
)
NOT_SURNAMES = frozenset(_WORDS.split())
"""Words in capitals that stand alone on a last line and are no surname."""

_SIGNATURE_INSIDE = re.compile(r"[.!?)\]\"”:*X][ *]{0,3}(?:[A-Z]{4,15}(?:-[A-Z]{2,15})?|[A-Z][a-z]{3,15})$")
_FURNITURE = re.compile(rf"(?:{FRAME}|{LEVEL}|[.>\"',*=_ -]++$|\#[0-9]{{4}}|(?:19|20)[0-9]{{2}}[A-Z])", re.VERBOSE)


def looks_like_heading(line: str) -> bool:
    """Whether a line by itself is taken for a heading: capitals, or those of a title, and no full stop."""
    line = line.strip()
    if not 3 <= len(line) <= 90 or line[-1] in ".,;!" or line.startswith(("- ", "-- ")):
        return False
    if _CAPITAL_LINE.fullmatch(line):
        return any(sign.isalpha() for sign in line)
    return len(line) <= 70 and line[-1] != ":" and _TITLE_LINE.fullmatch(line) is not None and len(line.split()) <= 10


def looks_underlined(line: str) -> bool:
    """Whether a rule below `line` would make a heading of it."""
    line = line.strip()
    return len(line) <= 100 and (
        looks_like_heading(line) or (line[-1:] not in (".", ",", ";", ":") and not line[:1].islower())
    )


def looks_like_ending(line: str) -> bool:
    """Whether the last line of a text is taken for a signature, or for what stands behind it."""
    line = line.strip()
    return (
        SIGNATURE.fullmatch(line.rstrip(". ")) is not None
        or _SIGNATURE_INSIDE.search(line[-40:]) is not None
        or _FURNITURE.match(line) is not None
    )
