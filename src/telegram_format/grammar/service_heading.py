"""The first lines of the text of a message that is none of the State Department's.

ACP 127(G) FL12; formats/military.md E1: classification, section, subject code, passing lines, subject. Agencies add
`CITE …`, sections in words (`SECTION ONE OF TWO SECTIONS`), `SVC` for service messages. Strategy: line by line, each
read by the first rule that knows it; the first line that none knows is text. In a text of capitals only, words tell
little: nothing is taken for a passing line that does not begin like one.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.grammar.references import read_references
from telegram_format.grammar.text_heading import read_text_heading
from telegram_format.kit import Draft, fold
from telegram_format.model.marking import Classification
from telegram_format.model.transmission import Section

_LEVELS = {level.value.upper(): level for level in Classification} | {"UNCLAS": Classification.UNCLASSIFIED}
_LEVEL = re.compile(
    r"(?P<level>UNCLAS(?:SIFIED)?|CONFIDENTIAL|(?:TOP )?SECRET|RESTRICTED|LIMITED OFFICIAL USE|FOR OFFICIAL USE ONLY"
    r"|(?P<spaced>[A-Z](?: {1,2}[A-Z]){4,12}(?=[ ./]{0,2}(?:\n|\Z|[ ]{2}|[A-Z]{2}))))(?![A-Za-z])"
)
_CAVEAT = re.compile(
    r"[ ./]{1,3}(?:(?P<service>SVC)|(?P<caveat>WNINTEL|NOFORN|NOCONTRACT|ORCON|PROPIN|SPECAT|LIMDIS|PERSONAL"
    r"|EYES ONLY|FOUO|E F T O|EFTO))(?![A-Za-z])"
)
_WORDS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN")
_LEVEL_LINE = re.compile(rf"(?:{_CAVEAT.pattern})*+[ ./]*+(?=\Z|CITE|SECTION|FINAL|section|[(0-9])")
"""What may stand behind a level: caveats, and the end of the line or one of these."""

_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|[0-9]{{1,3}})"
_SECTION = re.compile(
    rf"[ ./]*+(?P<final>FINAL )?SECTION (?:(?P<number>{_NUMBER}) )?OF (?P<total>{_NUMBER})"
    r"(?: SECTIONS?)?[. ]*+(?=\n|\Z)"
)
_CITE = re.compile(r"[ .]*+CITE[ ]?:?[ ](?P<cite>[^\n]*?)[ ]*+(?=\n|\Z)")
_PASSING = re.compile(
    r"""
    (?: PASS(?:[ ]TO)?[:!?] | PASS[ ]TO[ ] | ATTN[ ]?[:!?.]?[ ]? | ATTENTION[ ]?[:!?] | (?:PERSONAL|EXCLUSIVE)[ ]FOR[ ]
      | FOR[ ][A-Z0-9/ .]{2,50}[ ]FROM[ ] ) [^\n]*+
    (?: \n (?! [ \t]*+\n | SUBJ | CITE | REF | PASS | ATTN | [0-9]{1,2}\. ) [ \t]*+ [A-Z][^\n]*+ ){0,4}
    """,
    re.VERBOSE,
)
_SUBJECT = re.compile(r"SUBJ(?:ECT)?[ ]?(?:[:;?]|(?=[ ][A-Z(]))[ ]*+")
_SUBJECT_END = re.compile(r"//(?=[ \t]*+(?:\n|\Z))|\n(?=[ \t]*+(?:\n|REF|RE |A\.[ ]|1\.[ ]|[A-Z]{4,9}:))|\Z")
_REFERENCES = re.compile(r"REFS?(?:ERENCES?)?[ ]?:|REF [A-Z]:")
_LONGEST_SUBJECT = 600


def read_service_heading(draft: Draft, start: int, end: int) -> int:
    """Read the lines before the text; where the text begins."""
    position = start
    while (begin := skipped(draft.text, position, end)) < end:
        after = _read_line(draft, begin, end)
        if after <= begin:
            return begin
        position = after
    return position


def _read_line(draft: Draft, start: int, end: int) -> int:
    """Read what stands at `start`; where it ends, or `start` if no rule knows it."""
    text = draft.text
    if (match := _SUBJECT.match(text, start, end)) is not None:
        return _read_subject(draft, match, end) if "subject" not in draft.values else start
    if (match := _SECTION.match(text, start, end)) is not None:
        return _put_section(draft, match)
    if (match := _CITE.match(text, start, end)) is not None:
        if "cite" in draft.attributes:
            return start
        draft.mark("CITE", *match.span())
        draft.attribute("cite", fold(match["cite"]), *match.span("cite"))
        return match.end()
    if (match := _PASSING.match(text, start, end)) is not None:
        stop = trimmed(text, start, match.end())
        draft.add("passing", fold(text[start:stop]), start, stop)
        return stop
    if (match := _REFERENCES.match(text, start, end)) is not None and "references" not in draft.values:
        blank = text.find("\n\n", start, end)
        draft.mark("ref", *match.span())
        return read_references(draft, start, match.end(), blank if blank >= 0 else min(end, start + _LONGEST_SUBJECT))
    line_end = text.find("\n", start, end)
    line_end = line_end if line_end >= 0 else end
    after = _read_level(draft, start, line_end)
    return after if after > start else read_text_heading(draft, start, line_end, subject=False, text_follows=True)


def _read_level(draft: Draft, start: int, end: int) -> int:
    """Read a level with its caveats, whatever of the known words follows; no line with a subject code."""
    match = _LEVEL.match(draft.text, start, end)
    if match is None or "classification" in draft.values or _LEVEL_LINE.match(draft.text, match.end(), end) is None:
        return start
    level = _LEVELS.get(_SPACED.get("".join(match["level"].split()), match["level"]))
    if level is None:
        return start
    draft.put("classification", level, *match.span("level"))
    position = match.end()
    while (word := _CAVEAT.match(draft.text, position, end)) is not None:
        if word["service"]:
            draft.attribute("service_message", word["service"], *word.span("service"))
        elif word["caveat"] not in draft.values.get("caveats", ()):
            draft.add("caveats", word["caveat"], *word.span("caveat"))
        else:
            draft.mark("caveat", *word.span("caveat"))
        position = word.end()
    if (section := _SECTION.match(draft.text, position, end)) is not None:
        position = _put_section(draft, section)
    while position < end and draft.text[position] in " ./":
        position += 1
    draft.mark("classification line", start, position)
    return position


_SPACED = {level.replace(" ", ""): level for level in _LEVELS}


def _put_section(draft: Draft, match: re.Match[str]) -> int:
    total = _NUMBERS.get(match["total"]) or int(match["total"])
    number = _NUMBERS.get(match["number"]) or int(match["number"] or total)
    draft.put("section", Section(number, total, match["final"] is not None), *match.span())
    return match.end()


def _read_subject(draft: Draft, label: re.Match[str], end: int) -> int:
    text = draft.text
    limit = min(end, label.end() + _LONGEST_SUBJECT)
    stop = _SUBJECT_END.search(text, label.end(), limit)
    value_end = trimmed(text, label.end(), stop.start() if stop is not None else limit)
    draft.mark("subject", *label.span())
    if value_end > label.end():
        draft.put("subject", fold(text[label.end() : value_end]), label.end(), value_end)
    if stop is not None and stop[0] == "//":
        draft.mark("end of set", *stop.span())
        return stop.end()
    return max(value_end, label.end())
