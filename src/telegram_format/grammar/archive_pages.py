"""Printed pages of 1973 to 1979 put together: page lines, banners, stamps and the headings of later sections taken out.

formats/nara.md C3. Strategy: first the telegrams are told apart: a further page 01 with another number, or with the
same section once more, is another telegram. Then whatever stands between two pages is lifted out as one, from the
bottom of the upper page to the page line of the lower one; of a later section also its heading. The first page line
stays: the heading is read from there.
"""

from __future__ import annotations

import re
from itertools import pairwise

from telegram_format.grammar.attention_lines import attention_line_end
from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.grammar.page_banner import above_page, banner_pairs, page_top
from telegram_format.grammar.page_lines import PageLine, page_lines
from telegram_format.grammar.review_stamp import review_stamps
from telegram_format.grammar.section_heads import heading_lines, section_head_end
from telegram_format.kit import Draft, Span

_PREAMBLE = re.compile(r"\n[ \t]*+[ZOPRY] (?:[ZOPRY] )?[0-9]{6} ?Z ")
_PARAGRAPH = re.compile(r"\n[ \t]*+[0-9]{1,2}\. [A-Z]")
_BEGINS = re.compile(
    r"[0-9]{1,2} ?[.)]|[A-Z][.)] |\(|[-=_*]{2}|QUOTE\b"
    r"|(?:REFS?|RETELS?|TAGS|SUBJ(?:ECT)?|E\. ?O\.) ?[:1]"
)
"""How a line begins in front of which a paragraph or a part of the heading is over."""
_LIMIT = 1000
"""How many telegrams are set apart at once."""


def set_archive_records_apart(draft: Draft) -> None:
    """Leave further telegrams to readings of their own, and text that stands before the telegram's first page."""
    text = draft.text
    firsts = [line for line in page_lines(text) if line.page == 1]
    if not firsts:
        return
    own = _own(text, firsts)
    begin = 0
    first = own is not None and (own.section is None or own.section[0] == 1)
    if own is not None and first and _is_text_without_heading(text, own.start):
        begin = page_top(text, own.start, 0)
        draft.note("embedded-telegram", "text without a heading stands before the first page", 0, min(begin, 60))
        draft.set_apart(0, begin)
    starts: list[int] = []
    known = {own.section} if own is not None else set()
    for line in firsts if own is None else firsts[1:]:
        later = line.section is not None and line.section[0] > 1
        if (own is not None and line.number != own.number) or line.section in known or (own is None and not later):
            starts.append(page_top(text, line.start, starts[-1] if starts else begin))
            known = set()
        own = line
        known.add(line.section)
    starts = starts[:_LIMIT]
    for start, end in pairwise([*starts, len(text)]):
        draft.note("embedded-telegram", "another telegram begins here", start, min(start + 60, end))
        draft.set_apart(start, end)
    draft.keep(begin, starts[0] if starts else len(text))


def lift_archive_pages(draft: Draft) -> None:
    """Mark what stands between pages and lift it out; tell of pages and sections that are missing."""
    text = draft.text
    lines = list(page_lines(text))
    own = _own(text, [line for line in lines if line.page == 1])
    known = heading_lines(text, own.end if own is not None else 0)
    marks: list[tuple[int, int, str]] = [(*span, "review stamp") for span in review_stamps(draft)]
    top = skipped(text, 0, len(text))
    marks += [(*span, "page mark") for span in banner_pairs(text) if span[0] > top]
    for line in lines:
        if line.page == 1 and line is not own:
            marks.append((line.start, section_head_end(text, line, known), "section heading"))
        elif line is not own:
            marks.append((line.start, line.end, "page mark"))
    _tell(draft, lines, own)
    marks.sort()
    spans: list[Span] = []
    for start, end, kind in marks:
        floor = spans[-1][1] if spans else 0
        if start < floor:
            continue
        if own is None or start > own.start:
            start = above_page(text, start, floor)
        draft.mark(kind, start, end)
        if spans and not text[floor:start].strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    draft.lift([_cut(text, start, end) for start, end in spans])


def _own(text: str, firsts: list[PageLine]) -> PageLine | None:
    """The first page line of the telegram itself; `None` if it was lost, so that the first one is another's."""
    if not firsts or _PREAMBLE.search(text, 0, firsts[0].start) is not None:
        return None
    return firsts[0]


def _is_text_without_heading(text: str, end: int) -> bool:
    """Whether pages or paragraphs stand before `end`, where no preamble stands."""
    return _PARAGRAPH.search(text, 0, end) is not None or any(line.start < end for line in page_lines(text[:end]))


def _tell(draft: Draft, lines: list[PageLine], own: PageLine | None) -> None:
    """Note pages that are missing or of another number, and later sections that are not there."""
    if own is None:
        return
    before: PageLine | None = None
    for line in lines:
        if line.number != own.number:
            what = f"the page line says {line.post} {line.number}, the first one {own.post} {own.number}"
            draft.note("message-id-conflict", what, line.id_start, line.id_end)
        elif before is not None and line.section == before.section and line.page > before.page + 1:
            what = f"page {line.page} follows page {before.page}"
            draft.note("page-missing", what, line.start, line.end)
        before = line
    if own.section is not None and own.section[0] == 1:
        here = {line.section[0] for line in lines if line.section is not None}
        missing = [number for number in range(1, own.section[1] + 1) if number not in here]
        if missing:
            words = "sections " if len(missing) > 1 else "section "
            what = words + ", ".join(map(str, missing)) + f" of {own.section[1]} not here"
            draft.note("section-missing", what, len(draft.text), len(draft.text), ("section",))


def _cut(text: str, start: int, end: int) -> Span:
    """What to take out so that the text reads on: before a paragraph an empty line stays, else one sign."""
    left, right = trimmed(text, 0, start), skipped(text, end, len(text))
    if left == 0 or right == len(text):
        return (0, right) if left == 0 else (left, right)
    last = text.rfind("\n", end, right)
    if "\n" not in text[left:start] and last < 0:
        return (left, right - 1) if right > end else (left + (start > left), right)
    if _BEGINS.match(text, right) is None and attention_line_end(text, right) == right:
        return (left, last) if last >= 0 else (left + 1, right)
    first = text.find("\n", left, start)
    return (left if first < 0 else first + 1, right if last < 0 else last)
