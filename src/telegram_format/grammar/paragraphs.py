"""The text: numbered paragraphs, headings between them, their parts.

formats/state.md B10. Strategy: one scan finds what may be a paragraph number at the start of a line; a number counts
if it goes on from the one before (a year or a list item at the start of a line does not). What lies between two
numbers is cut at empty lines and at rules of dashes into headings and text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.grammar.layout import pieces_of
from telegram_format.grammar.parts import read_parts
from telegram_format.grammar.roles import role_of_heading, role_of_text, summary_ends
from telegram_format.kit import Draft, Entry, Path, folder, is_wrapped, unfold
from telegram_format.model.body import Heading, Paragraph, Role, Separator
from telegram_format.model.marking import portion_classification

# A portion mark: (C), (SBU/NF), (C/REL LIBYA), (C - ENTIRE TEXT).
_MARK = r"\([ ]?(?P<mark>[A-Za-z]{1,4}(?:[ ]?/{1,2}[ ]?[A-Z][A-Z ,]{0,30})?)(?:[ ]*+[-–][ ]*+ENTIRE[ ]TEXT)?[ ]?\)"
_NUMBER = re.compile(
    rf"""
    \n (?=[ \t¶0-9]) [ \t]*+ (?P<pilcrow> ¶ [ ]? )? (?P<number> [0-9]{{1,3}} )
    (?: [ ]?[.)]++ | (?=[ ]?\([A-Z/]{{1,6}}\)) )
    (?![0-9]) [ \t]*+
    (?: {_MARK} [ \t.:]*+ | (?P<half> [A-Z]{{1,3}} ) \) [ ] )?
    """,
    re.VERBOSE,
)
_NUMBER_INSIDE = re.compile(
    rf"(?<=[ .!?)\"”-])(?P<pilcrow>¶[ ]?)?(?P<number>[0-9]{{1,2}})\.[ ]?{_MARK}[ ]*+",
)
_MARK_FIRST = re.compile(_MARK + r"[ \t.:]*+")

_SENTENCE_ENDS = frozenset('.?!)"”')
_COMMON_MARKS = frozenset(("U", "C", "S", "SBU", "C/NF", "S/NF", "SBU/NF"))
_LAYOUT = re.compile(r"\n(?:[^A-Za-z0-9\"'($“]|[A-Za-z0-9][A-Za-z0-9]?+[.)] )")
"""What makes text more than wrapped text: empty lines, items, rules of dashes."""


_RULED = "-=_*‐– \n\t"
"""What stands around the words of a heading."""

# Behind a sentence and an empty line: words over a rule, or between two. As the layout reads them, but quicker.
_RULED_HEADING = re.compile(
    r"""
    (?<=[.!]) [ ]*+ \n [ ]*+ \n
    (?P<heading> (?: [-=_]{3,90}+ [ ]*+ \n )? [A-Z0-9] (?: [^\n*=_‐– -] | [ ](?=[^ \n]) ){1,80} (?<![.,;:])
        [ ]*+ \n [-=_]{3,90}+ )
    [ \t\n]*+
    """,
    re.VERBOSE,
)

_EMPTY_LINE = re.compile(r"\n[ ]*+\n")

_PartsReader = Callable[[Draft, Path, int, int], tuple[int, tuple[Paragraph, ...]]]


def read_paragraphs(draft: Draft, start: int, end: int, outline: _PartsReader | None = None) -> int:
    """Read the text into blocks of the body; its end.

    `outline` reads the parts of paragraphs where those have parts of their own; then a number that is set in further
    than the first one is that of a part.
    """
    _Body(draft, start, end, outline).read()
    return end


class _Body:
    """The reading of one text."""

    __slots__ = ("counted", "draft", "end", "fold", "outline", "role", "start", "text")

    def __init__(self, draft: Draft, start: int, end: int, outline: _PartsReader | None) -> None:
        self.draft = draft
        self.outline = outline
        self.text = draft.text
        self.fold = folder(draft.text)
        self.start = start
        self.end = end
        self.role: Role | None = None
        self.counted: list[int] = []

    def read(self) -> None:
        numbers = self.numbers()
        self.read_blocks(self.start, numbers[0].start() if numbers else self.end, None, 0)
        for index, match in enumerate(numbers):
            block_end = numbers[index + 1].start() if index + 1 < len(numbers) else self.end
            if self.outline is not None or not self.read_plain(match.end(), block_end, match, self.counted[index]):
                self.read_blocks(match.end(), block_end, match, self.counted[index])

    def numbers(self) -> list[re.Match[str]]:
        """The matches that are paragraph numbers; `counted` gets the numbers they count as."""
        found: list[re.Match[str]] = []
        self.counted = []
        candidates = list(_NUMBER.finditer(self.text, max(self.start - 1, 0), self.end))
        if _RULE_BEFORE_NUMBER.search(self.text, self.start, self.end) is not None:
            candidates += _BEHIND_RULE.finditer(self.text, self.start, self.end)
            candidates.sort(key=lambda match: match.start())
        if self.start == 0 or self.text[self.start - 1 : self.start] != "\n":
            first = _FIRST.match(self.text, self.start, self.end)
            if first is not None:
                candidates.insert(0, first)
        if self.outline is not None:
            candidates = _not_set_in(candidates)
        last = 0
        for match in candidates:
            number = int(match["number"])
            if number != last + 1:
                number = self.counts_as(match, number, last, bool(found))
            if number:
                found.append(match)
                self.counted.append(number)
                last = number
        if len(found) < 3 and self.end - self.start > 1500:
            self.add_inside(found)
        return found

    def counts_as(self, match: re.Match[str], number: int, last: int, any_before: bool) -> int:
        """The number a candidate stands for that does not go on from the last one, 0 if it is none."""
        expected = last + 1
        sure = match["mark"] is not None or match["pilcrow"] is not None
        if number and not any_before:
            return number
        after_empty = self.text[max(match.start() - 2, 0) : match.start() + 1].count("\n") > 1 or (
            self.text[max(match.start() - 60, 0) : match.start()].rstrip(" ")[-1:] == "\n"
        )
        if number == expected + 10 and number // 10 == 1 and last >= 1 and (sure or after_empty):
            what = f"{number} is read as {expected}"
            self.draft.note("paragraph-number-repaired", what, *match.span("number"), ("body",))
            return expected
        if expected < number <= expected + 4 and (sure or after_empty):
            what = f"paragraph {number} follows {last}"
            self.draft.note("paragraph-out-of-order", what, *match.span("number"), ("body",))
            return number
        if match["mark"] is not None and after_empty and 0 < number <= 199:
            what = f"paragraph {number} follows {last}"
            self.draft.note("paragraph-out-of-order", what, *match.span("number"), ("body",))
            return number
        return 0

    def add_inside(self, found: list[re.Match[str]]) -> None:
        """Numbers with portion marks inside lines, for texts that have lost their line ends."""
        merged = sorted(
            [*found, *_NUMBER_INSIDE.finditer(self.text, self.start, self.end)], key=lambda match: match.start("number")
        )
        found.clear()
        self.counted = []
        last = 0
        seen = -1
        for match in merged:
            number = int(match["number"])
            if match.start("number") != seen and (number == last + 1 or (not found and number)):
                found.append(match)
                self.counted.append(number)
                last = number
            seen = match.start("number")

    def read_blocks(self, start: int, end: int, match: re.Match[str] | None, number: int) -> None:
        """Read what lies between two numbers and is no plain paragraph: headings, parts, text without a number."""
        text = self.text
        if match is not None and self.outline is None:
            heading = self.heading_behind(start, end)
            if heading is not None and self.read_plain(start, heading.start(), match, number):
                self.add_heading(*heading.span("heading"))
                return
        pieces = pieces_of(text, start, end, self.end, lone=self.outline is None)
        if match is not None and (not pieces or pieces[0][0] != "text"):
            pieces.insert(0, ("text", start, start))
        for kind, piece_start, piece_end in pieces:
            if kind == "text":
                self.add_paragraph(piece_start, piece_end, match, number)
                match, number = None, 0
            elif kind == "rule":
                sign = text[piece_start]
                self.draft.add("body", Separator(sign if sign in "-=_*" else "-"), piece_start, piece_end)
            else:
                self.add_heading(piece_start, piece_end)

    def heading_behind(self, start: int, end: int) -> re.Match[str] | None:
        """The regular heading that is all that follows a paragraph; other ones are found by the layout."""
        empty = _EMPTY_LINE.search(self.text, start, end)
        if empty is None or empty.end() >= end or self.role == "summary":
            return None
        return _RULED_HEADING.fullmatch(self.text, trimmed(self.text, start, empty.start(), " "), end)

    def read_plain(self, start: int, end: int, match: re.Match[str], number: int) -> bool:
        """Read a paragraph that is nothing but wrapped text and ends with a sentence, as most are; whether it was."""
        block = self.text[start:end].rstrip()
        if block[-1:] not in _SENTENCE_ENDS or _has_rule(block) or _LAYOUT.search(block) is not None:
            return False
        if match.lastgroup == "half":
            return False
        pilcrow, digits, mark = match.group("pilcrow", "number", "mark")
        if block[0] in " \t\n" or (mark is not None and mark not in _COMMON_MARKS):
            return False
        stop = start + len(block)
        words = self.fold(start, stop)
        role = role_of_text(words) or self.role
        if "summary" in (role, self.role) and (self.role is not None or not summary_ends(self.text, start, stop)):
            return False
        draft = self.draft
        body: list[object] = draft.values.setdefault("body", [])
        index = len(body)
        body.append(Paragraph(words, number, mark, (), role))
        first = match.start("number")
        told = (_places, index, first, len(digits), start, match.start("mark"), mark)
        draft.entries.append((told, first if pilcrow is None else match.start("pilcrow"), stop))
        return True

    def add_heading(self, start: int, end: int) -> None:
        written = self.text[start:end]
        words_start = start + len(written) - len(written.lstrip(_RULED))
        written = written.strip(_RULED)
        words = " ".join(written.split())
        index = self.draft.add("body", Heading(words), start, end)
        self.draft.place(("body", index, "text"), words_start, words_start + len(written))
        self.role = role_of_heading(words)

    def add_paragraph(self, start: int, end: int, match: re.Match[str] | None, number: int) -> None:
        text = self.text
        whole_start = start
        mark = match["mark"] or match.groupdict().get("half") if match is not None else None
        mark_span = match.span("mark" if match["mark"] else "half") if match is not None and mark else (0, 0)
        if match is not None:
            whole_start = match.start("pilcrow") if match["pilcrow"] else match.start("number")
        start = skipped(text, start, end)
        if match is None and (found := _MARK_FIRST.match(text, start, end)) is not None:
            if portion_classification(found["mark"]) is not None:
                mark, mark_span, whole_start = found["mark"], found.span("mark"), start
                start = found.end()
            else:
                whole_start = start
        elif match is None:
            whole_start = start
        elif mark is not None and portion_classification(mark) is None:
            start = match.start("mark") - 1 if match["mark"] else match.start("half")
            mark = None
        index = len(self.draft.values.get("body", ()))
        parts_start, parts = (self.outline or read_parts)(self.draft, ("body", index), start, end)
        stop = trimmed(text, start, parts_start)
        words = self.fold(start, stop) if is_wrapped(text, start, stop) else unfold(text[start:stop])
        role = role_of_text(words) or self.role
        if self.role == "summary" and summary_ends(text, start, end):
            self.role = None
        elif role == "summary" and self.role is None and match is not None and not summary_ends(text, start, end):
            self.role = "summary" if summary_ends(text, end, min(end + 6000, self.end)) else None
        paragraph = Paragraph(words, number or None, mark.upper().replace(" /", "/") if mark else None, parts, role)
        self.draft.add("body", paragraph, whole_start, max(end, start))
        place = self.draft.entries.append
        if match is not None:
            place((("body", index, "number"), *match.span("number")))
        if mark:
            place((("body", index, "marking"), *mark_span))
        if words:
            place((("body", index, "text"), start, stop))


def _places(
    start: int, end: int, index: int, number: int, figures: int, text: int, marking: int, mark: str | None
) -> list[Entry]:
    """The places of a plain paragraph and of its parts, from where they begin."""
    whole = ("body", index)
    found: list[Entry] = [
        (whole, start, end),
        ((*whole, "number"), number, number + figures),
        ((*whole, "text"), text, end),
    ]
    if mark is not None:
        found.append(((*whole, "marking"), marking, marking + len(mark)))
    return found


def _has_rule(block: str) -> bool:
    """Whether a rule may stand in the block; single signs are found at once."""
    return ("-" in block and "---" in block) or ("=" in block and "===" in block) or ("_" in block and "___" in block)


def _not_set_in(candidates: list[re.Match[str]]) -> list[re.Match[str]]:
    """The numbers that stand in the column of the first, or little behind it."""
    columns = [max(match.start("pilcrow"), match.start("number")) - match.start() for match in candidates]
    return [match for match, column in zip(candidates, columns, strict=True) if column <= columns[0] + 3]


_FIRST = re.compile(_NUMBER.pattern.replace(r"\n (?=[ \t¶0-9]) [ \t]*+", r"[ \t]*+", 1), re.VERBOSE)
_BEHIND_RULE = re.compile(_NUMBER.pattern.replace(r"\n (?=[ \t¶0-9])", "(?<=---) [ ]", 1), re.VERBOSE)
"""A number behind a rule of dashes that has lost its line end."""

_RULE_BEFORE_NUMBER = re.compile(r"-(?=--[ ][ \t]*+¶?[ ]?[0-9])")
"""Where there is none, no number stands behind a rule; by one sign, for that is found at once."""
