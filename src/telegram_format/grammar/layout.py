"""How a text is laid out between two paragraph numbers: headings, rules of dashes, text.

formats/state.md B10. Strategy: the rules are found by their signs; a line over a rule, or between two, is a heading,
and a rule by itself a separator. What is left is cut at empty lines: a line of its own that looks like a heading is
one, the rest goes together.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import skipped, trimmed
from telegram_format.kit import Span

Piece = tuple[str, int, int]
"""`heading`, `rule` or `text`, and its range."""

_RULE = re.compile(r"[-=_*‐–]{3,}(?:[ \n]*+[-=_*‐–]{3,})*+(?=[ \t\n]|$)")
_RULE_SIGNS = ("---", "===", "___", "***", "‐‐‐", "–––")
_FAINT = frozenset(_RULE_SIGNS[3:])
"""These are rules only where empty lines or other rules part the text."""
_EMPTY = re.compile(r"\n(?:[ \t]*+\n)++[ \t]*+")
_CAPITAL_LINE = re.compile(r"[A-Z0-9\"“'(][^a-z\n]{2,90}")
_TITLE_WORD = r"(?:[A-Z][A-Za-z'’.,:&/?-]*+|of|and|the|in|for|on|to|with|a|an|de|[-:–&0-9]+)"
_TITLE_LINE = re.compile(rf"{_TITLE_WORD}(?: {_TITLE_WORD}){{0,9}}")


def pieces_of(text: str, start: int, end: int, text_end: int, *, lone: bool = True) -> list[Piece]:
    """Headings, rules and text between `start` and `end`, in order; `text_end` is where the whole text ends.

    `lone` says that a line by itself may be a heading without a rule under it, and a rule stand beside words. In texts
    that are all capitals, with tables and lists of names, neither may.
    """
    chunk = text[start:end]
    ruled = [signs for signs in _RULE_SIGNS if signs[0] in chunk and signs in chunk]
    if _FAINT.issuperset(ruled) and "\n\n" not in chunk and "\n \n" not in chunk:
        stop = trimmed(text, start, end)
        if stop <= start:
            return []
        last_line = text.rfind("\n", start, stop) + 1
        if (
            lone
            and last_line > start
            and end < text_end
            and _is_heading_line(text[last_line:stop])
            and "\n" in text[start:last_line].rstrip()
        ):
            return [("text", start, trimmed(text, start, last_line)), ("heading", last_line, stop)]
        return [("text", start, stop)]
    layout = _Layout(text, text_end, lone)
    position = start
    rules = _rules(text, start, end, ruled)
    if not lone:
        rules = [rule for rule in rules if _stands_alone(text, *rule)]
    for index, (rule_start, rule_end) in enumerate(rules):
        if rule_start < position:
            continue
        layout.add_before_rule(position, rule_start, rule_end, rules[index + 1 : index + 2])
        position = max(rule_end, layout.found[-1][2] if layout.found else rule_end)
    layout.add_chunks(position, end)
    return layout.found


class _Layout:
    """The pieces found so far."""

    __slots__ = ("found", "lone", "text", "text_end")

    def __init__(self, text: str, text_end: int, lone: bool) -> None:
        self.text = text
        self.lone = lone
        self.text_end = text_end
        self.found: list[Piece] = []

    def add_before_rule(
        self,
        start: int,
        rule_start: int,
        rule_end: int,
        following: list[tuple[int, int]],
    ) -> None:
        """Text, then the heading over a rule (or between two), or a separator."""
        text = self.text
        stop = trimmed(text, start, rule_start)
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
                self.add_chunks(start, stop)
                self.found.append(("heading", skipped(text, rule_start, following[0][1]), following[0][1]))
                return
        apart = not inline or text[max(line_start - 2, start) : line_start] == "\n\n"
        if (
            line
            and len(line) <= 100
            and (_is_heading_line(line) or (apart and line[-1] not in ".,;:" and not line[0].islower()))
        ):
            if line_start > start and not inline:
                above = max(text.rfind("\n", start, line_start - 1) + 1, start)
                upper = text[above : line_start - 1].strip()
                if upper and above > start and _CAPITAL_LINE.fullmatch(upper) and _CAPITAL_LINE.fullmatch(line):
                    line_start = above
            self.add_chunks(start, line_start)
            self.found.append(("heading", line_start, rule_end))
            return
        self.add_chunks(start, stop)
        self.found.append(("rule", skipped(text, rule_start, rule_end), rule_end))

    def add_chunks(self, start: int, end: int) -> None:
        """Text cut at empty lines; a line of its own in capitals is a heading, the rest goes together."""
        text = self.text
        position = skipped(text, start, end)
        while position < end:
            empty = _EMPTY.search(text, position, end)
            stop = trimmed(text, position, empty.start() if empty is not None else end)
            next_position = empty.end() if empty is not None else end
            chunk = text[position:stop]
            alone = self.lone and (position == 0 or text[position - 1] == "\n")
            goes_on = next_position < end or end < self.text_end
            if alone and goes_on and "\n" not in chunk and _is_heading_line(chunk.strip()):
                self.found.append(("heading", position, stop))
            elif self.found and self.found[-1][0] == "text":
                self.found[-1] = ("text", self.found[-1][1], stop)
            else:
                self.found.append(("text", position, stop))
            position = next_position


def _rules(text: str, start: int, end: int, ruled: list[str]) -> list[Span]:
    """The rules of dashes and like signs, with the blanks before them; `ruled` are the signs that stand there."""
    found: list[Span] = []
    for signs in ruled:
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


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but the rule stands on its lines."""
    return (
        text[start - 1 : start] in ("", "\n")
        and text[end : end + 1] in ("", "\n", " ", "\t")
        and (not text[end : (text.find("\n", end) + 1 or len(text) + 1) - 1].strip())
    )


def _is_heading_line(line: str) -> bool:
    """Whether a line by itself looks like a heading: capitals, or the capitals of a title, and no full stop."""
    line = line.strip()
    if not 3 <= len(line) <= 90 or line.rstrip('"”)')[-1:] in ("", *".,;!") or line.startswith(("- ", "-- ")):
        return False
    if _CAPITAL_LINE.fullmatch(line):
        return any(sign.isalpha() for sign in line)
    return len(line) <= 70 and line[-1] != ":" and _TITLE_LINE.fullmatch(line) is not None and len(line.split()) <= 10
