"""The text: numbered paragraphs, headings between them, their parts.

formats/state.md B10. Strategy: one scan finds what may be a paragraph number at the start of a line; a number counts
if it goes on from the one before (a year or a list item at the start of a line does not). What lies between two
numbers is cut at empty lines and at rules of dashes into headings and text.
"""

from __future__ import annotations

import re

from telegram_format.grammar.parts import read_parts
from telegram_format.grammar.roles import role_of_heading, role_of_text, summary_ends
from telegram_format.kit import Draft, Span, folder, unfold
from telegram_format.model.body import Heading, Paragraph, Role, Separator
from telegram_format.model.marking import portion_classification

# A portion mark: (C), (SBU/NF), (C/REL LIBYA), (C - ENTIRE TEXT).
_MARK = r"\([ ]?(?P<mark>[A-Za-z]{1,4}(?:[ ]?/{1,2}[ ]?[A-Z][A-Z ,]{0,30})?)(?:[ ]*+[-–][ ]*+ENTIRE[ ]TEXT)?[ ]?\)"
_NUMBER = re.compile(
    rf"""
    \n [ \t]*+ (?P<pilcrow> ¶ [ ]? )? (?P<number> [0-9]{{1,3}} ) (?: [ ]?[.)]++ | (?=[ ]?\([A-Z/]{{1,6}}\)) )
    (?![0-9]) [ \t]*+
    (?: {_MARK} [ \t.:]*+ | (?P<half> [A-Z]{{1,3}} ) \) [ ] )?
    """,
    re.VERBOSE,
)
_NUMBER_INSIDE = re.compile(
    rf"(?<=[ .!?)\"”-])(?P<pilcrow>¶[ ]?)?(?P<number>[0-9]{{1,2}})\.[ ]?{_MARK}[ ]*+",
)
_MARK_FIRST = re.compile(_MARK + r"[ \t.:]*+")
_RULE = re.compile(r"[-=_*‐–]{3,}(?:[ \n]*+[-=_*‐–]{3,})*+(?=[ \t]*+(?:\n|$|[ ]))")
_RULE_SIGNS = ("---", "===", "___", "***", "‐‐‐", "–––")
_EMPTY = re.compile(r"\n(?:[ \t]*+\n)++[ \t]*+")
_CAPITAL_LINE = re.compile(r"[A-Z0-9\"“'(][^a-z\n]{2,90}")
_TITLE_WORD = r"(?:[A-Z][A-Za-z'’.,:&/?-]*+|of|and|the|in|for|on|to|with|a|an|de|[-:–&0-9]+)"
_TITLE_LINE = re.compile(rf"{_TITLE_WORD}(?: {_TITLE_WORD}){{0,9}}")

_SENTENCE_ENDS = frozenset('.?!)"”')
_COMMON_MARKS = frozenset(("U", "C", "S", "SBU", "C/NF", "S/NF", "SBU/NF"))
_LAYOUT = re.compile(r"\n(?:[^A-Za-z0-9\"'($“]|[A-Za-z0-9]{1,2}[.)] )")
"""What makes text more than wrapped text: empty lines, items, rules of dashes."""


def read_paragraphs(draft: Draft, start: int, end: int) -> int:
    """Read the text into blocks of the body; its end."""
    _Body(draft, start, end).read()
    return end


class _Body:
    """The reading of one text."""

    __slots__ = ("counted", "draft", "end", "fold", "role", "start", "text")

    def __init__(self, draft: Draft, start: int, end: int) -> None:
        self.draft = draft
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
            self.read_blocks(match.end(), block_end, match, self.counted[index])

    def numbers(self) -> list[re.Match[str]]:
        """The matches that are paragraph numbers; `counted` gets the numbers they count as."""
        found: list[re.Match[str]] = []
        self.counted = []
        candidates = list(_NUMBER.finditer(self.text, max(self.start - 1, 0), self.end))
        if self.start == 0 or self.text[self.start - 1 : self.start] != "\n":
            first = _FIRST.match(self.text, self.start, self.end)
            if first is not None:
                candidates.insert(0, first)
        last = 0
        for match in candidates:
            number = self.counts_as(match, last, bool(found))
            if number:
                found.append(match)
                self.counted.append(number)
                last = number
        if len(found) < 3 and self.end - self.start > 1500:
            self.add_inside(found)
        return found

    def counts_as(self, match: re.Match[str], last: int, any_before: bool) -> int:
        """The number a candidate stands for, 0 if it is none."""
        number = int(match["number"])
        expected = last + 1
        sure = match["mark"] is not None or match["pilcrow"] is not None
        if number == expected or (number and not any_before):
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
        """Read what lies between two numbers: the paragraph, then headings and text without a number."""
        text = self.text
        if match is not None and self.read_plain(start, end, match, number):
            return
        pieces = self.pieces(start, end)
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

    def read_plain(self, start: int, end: int, match: re.Match[str], number: int) -> bool:
        """Read a paragraph that is nothing but wrapped text and ends with a sentence, as most are; whether it was."""
        text = self.text
        block = text[start:end].rstrip()
        if block[-1:] not in _SENTENCE_ENDS or "--" in block or "==" in block or "__" in block:
            return False
        if _LAYOUT.search(block) is not None:
            return False
        mark = match["mark"]
        if match.lastgroup == "half":
            return False
        if mark is not None and (mark not in _COMMON_MARKS or block[0] in " \t\n"):
            return False
        words = self.fold(block)
        role = role_of_text(words) or self.role
        if role == "summary":
            return False
        draft = self.draft
        body: list[object] = draft.values.setdefault("body", [])
        index = len(body)
        body.append(Paragraph(words, number, mark, (), role))
        stop = start + len(block)
        pilcrow = match.start("pilcrow")
        digits = match.span("number")
        draft.entries.extend(
            (
                (("body", index), pilcrow if pilcrow >= 0 else digits[0], stop),
                (("body", index, "number"), *digits),
                (("body", index, "text"), start, stop),
            )
        )
        if mark is not None:
            draft.entries.append((("body", index, "marking"), *match.span("mark")))
        return True

    def pieces(self, start: int, end: int) -> list[tuple[str, int, int]]:
        """`(kind, start, end)` of headings, rules and text, in order."""
        text = self.text
        chunk = text[start:end]
        if (
            "\n\n" not in chunk
            and "\n \n" not in chunk
            and "---" not in chunk
            and "===" not in chunk
            and "___" not in chunk
        ):
            stop = _trimmed(text, start, end)
            if stop <= start:
                return []
            last_line = text.rfind("\n", start, stop) + 1
            if (
                last_line > start
                and end < self.end
                and _is_heading_line(text[last_line:stop])
                and "\n" in text[start:last_line].rstrip()
            ):
                return [("text", start, _trimmed(text, start, last_line)), ("heading", last_line, stop)]
            return [("text", start, stop)]
        found: list[tuple[str, int, int]] = []
        position = start
        rules = _rules(text, start, end)
        for index, (rule_start, rule_end) in enumerate(rules):
            if rule_start < position:
                continue
            self.add_before_rule(found, position, rule_start, rule_end, rules[index + 1 : index + 2])
            position = max(rule_end, found[-1][2] if found else rule_end)
        self.add_chunks(found, position, end)
        return found

    def add_before_rule(
        self,
        found: list[tuple[str, int, int]],
        start: int,
        rule_start: int,
        rule_end: int,
        following: list[tuple[int, int]],
    ) -> None:
        """Text, then the heading over a rule (or between two), or a separator."""
        text = self.text
        stop = _trimmed(text, start, rule_start)
        inline = "\n" not in text[stop:rule_start]
        line_start = max(text.rfind("\n", start, stop) + 1, start)
        line = text[line_start:stop].strip()
        if following:  # a rule above and a rule below
            between = text[rule_end : following[0][0]]
            words = between.strip()
            if (
                words
                and len(words) <= 120
                and between.count("\n") <= 3
                and "\n\n" not in between.strip()
                and (not line or inline or line[-1:] in '.!?")' or _is_heading_line(words))
                and not (line and not inline and _is_heading_line(line))
            ):
                self.add_chunks(found, start, stop)
                found.append(("heading", _skip(text, rule_start, following[0][1]), following[0][1]))
                return
        if (
            line
            and len(line) <= 100
            and (_is_heading_line(line) or (not inline and line[-1] not in ".,;:" and not line[0].islower()))
        ):
            if line_start > start and not inline:
                above = max(text.rfind("\n", start, line_start - 1) + 1, start)
                upper = text[above : line_start - 1].strip()
                if upper and above > start and _CAPITAL_LINE.fullmatch(upper) and _CAPITAL_LINE.fullmatch(line):
                    line_start = above
            self.add_chunks(found, start, line_start)
            found.append(("heading", line_start, rule_end))
            return
        self.add_chunks(found, start, stop)
        found.append(("rule", _skip(text, rule_start, rule_end), rule_end))

    def add_chunks(self, found: list[tuple[str, int, int]], start: int, end: int) -> None:
        """Text cut at empty lines; a line of its own in capitals is a heading, the rest goes together."""
        text = self.text
        position = _skip(text, start, end)
        while position < end:
            empty = _EMPTY.search(text, position, end)
            stop = _trimmed(text, position, empty.start() if empty is not None else end)
            next_position = empty.end() if empty is not None else end
            chunk = text[position:stop]
            alone = position == 0 or text[position - 1] == "\n"
            goes_on = next_position < end or end < self.end
            if alone and goes_on and "\n" not in chunk and _is_heading_line(chunk.strip()):
                found.append(("heading", position, stop))
            elif found and found[-1][0] == "text":
                found[-1] = ("text", found[-1][1], stop)
            else:
                found.append(("text", position, stop))
            position = next_position

    def add_heading(self, start: int, end: int) -> None:
        words_start, words_end = start, end
        text = self.text
        while words_start < end and text[words_start] in "-=_*‐– \n\t":
            words_start += 1
        while words_end > words_start and text[words_end - 1] in "-=_*‐– \n\t":
            words_end -= 1
        words = " ".join(text[words_start:words_end].split())
        index = self.draft.add("body", Heading(words), start, end)
        self.draft.place(("body", index, "text"), words_start, words_end)
        self.role = role_of_heading(words)

    def add_paragraph(self, start: int, end: int, match: re.Match[str] | None, number: int) -> None:
        text = self.text
        whole_start = start
        mark = match["mark"] or match.groupdict().get("half") if match is not None else None
        mark_span = match.span("mark" if match["mark"] else "half") if match is not None and mark else (0, 0)
        if match is not None:
            whole_start = match.start("pilcrow") if match["pilcrow"] else match.start("number")
        start = _skip(text, start, end)
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
        parts_start, parts = read_parts(self.draft, ("body", index), start, end)
        words = unfold(text[start:parts_start])
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
            place((("body", index, "text"), start, _trimmed(text, start, parts_start)))


_FIRST = re.compile(_NUMBER.pattern.replace(r"\n [ \t]*+", r"[ \t]*+", 1), re.VERBOSE)


def _rules(text: str, start: int, end: int) -> list[Span]:
    """The rules of dashes and like signs, with the blanks before them."""
    found: list[Span] = []
    for signs in _RULE_SIGNS:
        place = text.find(signs, start, end)
        while place >= 0:
            rule = _RULE.match(text, place, end) if place == start or text[place - 1] in " \n" else None
            if rule is not None:
                first = place
                while first > start and text[first - 1] == " ":
                    first -= 1
                found.append((first, rule.end()))
                place = rule.end()
            else:
                while place < end and text[place] == signs[0]:
                    place += 1
            place = text.find(signs, place, end)
    found.sort()
    apart = found[:1]
    for rule_start, rule_end in found[1:]:
        if rule_start >= apart[-1][1]:
            apart.append((rule_start, rule_end))
    return apart


def _is_heading_line(line: str) -> bool:
    """Whether a line by itself looks like a heading: capitals, or the capitals of a title, and no full stop."""
    line = line.strip()
    if not 3 <= len(line) <= 90 or line[-1] in ".,;!":
        return False
    if _CAPITAL_LINE.fullmatch(line):
        return any(sign.isalpha() for sign in line) and not line.startswith(("- ", "-- "))
    return len(line) <= 70 and line[-1] != ":" and _TITLE_LINE.fullmatch(line) is not None and len(line.split()) <= 10


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t\n":
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return end
