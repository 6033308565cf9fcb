"""What kind of paper a reference names, if it names no cable.

Strategy: the first row of the table whose words stand in the text. The rows are in order: a report sent by e-mail is
an e-mail. Words are compared in capitals: patterns that do not care for case take five times as long.
"""

from __future__ import annotations

import re

from telegram_format.model.reference import ReferenceKind
from telegram_format.vocab.keeping import kept

_WORDS: tuple[tuple[ReferenceKind, str], ...] = (
    ("email", r"E-?MAILS?|ELECTRONIC MAIL"),
    ("telephone", r"TELCONS?|TELEPHONE|PHONE|PHONECONS?|TELECONS?|TELECOM|CONVERSATIONS?|CALLS?"),
    ("septel", r"SEPTELS?"),
    ("manual", r"[0-9]+ FA[MH](?:-[0-9]+)?|FAM|FAH|CFR|HANDBOOK|MANUAL|APPENDIX"),
    ("dtg", r"DTG|R?[0-9]{6}Z(?:[A-Z]{3})?"),
    ("report", r"REPORTS?|REPORTING|IIRS?|TDX?-?[0-9]*|TD|OSC|FBIS|INCSR|SITREPS?|NOTICE|ASSESSMENT|SURVEY"),
    ("letter", r"LETTERS?|LTR|MEMO(?:RANDUM)?S?|MEMCONS?|FAX(?:ES)?|NOTES?|DIPNOTE|AIRGRAM|CA-[0-9]+|A-[0-9]+"),
    ("meeting", r"MEETINGS?|MTG|VISIT|DVC|BRIEFINGS?"),
)
_NOT_STATIONS = (
    r"MSG|MESSAGE|TELEGRAMS?|SUBJ|UNSCR|UNGA|RESOLUTION|LICENSE|EXP|GRANT|VISAS?|NIACT|PARA|PARAGRAPH|SECTION"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUN(?:E)?|JUL(?:Y)?|AUG(?:UST)?|SEP(?:T(?:EMBER)?)?|OCT(?:OBER)?"
    r"|NOV(?:EMBER)?|DEC(?:EMBER)?|PREVIOUS|TODAY|ZJAN|DAILY|FOR|OF|ON|ARTICLE|CASE|NO|NUMBER|AND|TO|FROM|RESPONSE"
    r"|ENTIRE|TEXT|SUMMARY|EUP|AFP|CDR|REF|REFS|TAGS|CHAPTER|TITLE|BY"
)


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Z])(?:{alternatives})(?![A-Z])")


_KINDS = tuple((kind, _words(alternatives)) for kind, alternatives in _WORDS)
_ANY_KIND = _words("|".join(alternatives for _, alternatives in _WORDS))
_ANY = _words("|".join((*(alternatives for _, alternatives in _WORDS), _NOT_STATIONS)))


def kind_of_paper(words: str) -> ReferenceKind:
    """The kind of a paper by its words; `other` if none of them is known."""
    capitals = words.upper()
    if _ANY_KIND.search(capitals) is None:
        return "other"
    return next(kind for kind, pattern in _KINDS if pattern.search(capitals) is not None)


@kept(4096)
def names_a_paper(words: str) -> bool:
    """Whether `words`, standing before a number, name another paper or are no name of a station."""
    return _ANY.search(words.upper()) is not None
