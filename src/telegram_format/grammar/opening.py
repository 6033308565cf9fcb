"""The opening of a printed telegram: its number, and the first sentences, which say to whom, about what, after what.

formats/other.md F2. Strategy: the printed text has no lines for these; they are sentences at the beginning of the first
paragraph: `1817. For Ambassador from Secretary. Embtel 1159. Subject: Fares.` Each sentence is tried by the few rules
there are; the first one that none of them knows begins the text.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped
from telegram_format.grammar.citations import is_list_of_citations, read_citations
from telegram_format.grammar.classification_line import add_caption
from telegram_format.grammar.printed_head import Head
from telegram_format.grammar.telegram_number import SERIES, own_station, put_number, read_telegram_number
from telegram_format.kit import Draft
from telegram_format.model.marking import portion_classification

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
    (
        *("for", "from", "to", "of", "at", "with", "by", "or", "and", "in", "as", "the", "be", "no", "please", "also"),
        *("pass", "passes", "passed", "deliver", "eyes", "only", "personal", "joint", "action", "info", "information"),
        *("message", "tel", "cite", "limited", "usual", "distribution", "priority", "immediate"),
    )
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
_CITE = re.compile(rf"Cite[ ](?P<series>{SERIES})[ ](?P<number>[0-9]{{1,6}})")
_INDICATORS = ("NATUS", "CEDTO")
"""Words by which telegrams to and from a mission were sorted."""
_NEXT_LABEL = re.compile(r"[(]?([B-Zb-z])[.)][ ]")
_LONGEST_PASSING = 120
_OPENINGS = 4
"""How many paragraphs may hold nothing but opening sentences."""


def read_opening(draft: Draft, start: int, end: int, head: Head) -> int:
    """Read the number and the opening sentences; where the text begins."""
    own = own_station(head)
    position = read_telegram_number(draft, skipped(draft.text, start, end), end, head, own)
    for _ in range(_OPENINGS):
        after = _read_sentences(draft, position, end, head, own)
        if after == position or not draft.text.startswith("\n", after):
            return after
        position = skipped(draft.text, after, end)
    return position


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
        position = skipped(text, stop.end() if stop is not None else block_end, block_end)
    return block_end


def _read_sentence(draft: Draft, start: int, end: int, head: Head, own: str | None) -> bool:
    text = draft.text
    if (cite := _CITE.fullmatch(text, start, end)) is not None:
        draft.mark("telegram number", start, end + 1)
        put_number(draft, cite["series"].upper(), cite["number"], cite.span("number"), head.year, cite[0][5:])
        return True
    if text[start:end] in _INDICATORS:
        add_caption(draft, text[start:end], start, end)
        draft.mark("caption", start, end + 1)
        return True
    if _goes_on_listing(draft, text[start : min(end, start + 4)]):
        draft.mark("references", start, _behind(text, end))
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
            draft.mark("references", start, _behind(text, end))
            return read_citations(draft, reference.end(), end, own, head.year)
        if reference["label"].endswith(":"):
            draft.mark("subject", *reference.span("label"))
            return _put_subject(draft, reference.end(), end)
        return False
    if is_list_of_citations(text, start, end):
        draft.mark("references", start, _behind(text, end))
        return read_citations(draft, start, end, own, head.year)
    if end - start <= _LONGEST_PASSING and _is_passing(text[start:end]):
        draft.add("passing", " ".join(text[start:end].split()), start, end)
        draft.mark("passing", start, _behind(text, end))
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
    draft.mark("subject line", start, _behind(draft.text, end))
    return True


def _behind(text: str, end: int) -> int:
    """The end of a sentence with its stop."""
    return end + (text[end : end + 1] in (".", "?"))


def _is_passing(sentence: str) -> bool:
    """Whether a sentence says who is to have the telegram, and nothing else."""
    if _PASSING_FIRST.match(sentence) is None:
        return False
    words = re.split(r"[ ,/;:\n—–-]+", sentence)
    return all(not word or not word[0].islower() or word in _PASSING_WORDS for word in words)
