"""The smallest change of a wrapped passage that makes it say something else.

Strategy: a value and the passage that spells it have the same signs but for white space, so that a place in the one is
a place in the other. The words of the old and the new value are compared; where they differ, the old words of the
passage are replaced, and white space around them stays as it is. Line ends that mean something (before an item, an
empty line) are words too; where one comes to mean something only by what changed beside it, all is replaced.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from telegram_format.text.fold import unfold

_TOKEN = re.compile(r"\n++|[^\s]++")

_LONGEST = 600
"""Words; where more than so many differ at once they are replaced as one."""


class Rewording(NamedTuple):
    """`start` and `end` in the passage, and the words that come there."""

    start: int
    end: int
    words: str


class _Token(NamedTuple):
    word: str
    start: int  # in signs of the value, white space not counted
    end: int

    @property
    def is_line_end(self) -> bool:
        return self.start == self.end


def rewordings(passage: str, before: str, after: str) -> list[Rewording]:
    """What to replace in `passage`, which spells `before`, so that it spells `after`.

    Where passage and value are not the same signs, the passage is compared as it stands.
    """
    signs = [index for index, sign in enumerate(passage) if not sign.isspace()]
    if "".join(passage.split()) != "".join(before.split()):
        before = " ".join(passage.split())
    old, new = _tokens(before), _tokens(after)
    found = [_rewording(passage, signs, old, new, *run) for run in _runs(old, new)]
    if found and _line_ends(_applied(passage, found)) != _line_ends(after):
        return [Rewording(0, len(passage), after)]
    return found


def _applied(passage: str, found: list[Rewording]) -> str:
    parts: list[str] = []
    position = 0
    for change in found:
        parts += (passage[position : change.start], change.words)
        position = change.end
    return "".join([*parts, passage[position:]])


def _line_ends(text: str) -> list[tuple[str, int]]:
    """The line ends that mean something, and behind how many signs they stand."""
    return [(token.word, token.start) for token in _tokens(unfold(text)) if token.is_line_end]


def _tokens(value: str) -> list[_Token]:
    tokens = []
    count = 0
    for match in _TOKEN.finditer(value):
        word = match[0]
        size = 0 if word[0] == "\n" else len(word)
        tokens.append(_Token(word, count, count + size))
        count += size
    return tokens


def _runs(old: list[_Token], new: list[_Token]) -> list[tuple[int, int, int, int]]:
    """Where the words differ, as ranges of both lists; line ends beside a difference are a part of it."""
    olds, news = [token.word for token in old], [token.word for token in new]
    first = 0
    while first < min(len(olds), len(news)) and olds[first] == news[first]:
        first += 1
    old_end, new_end = len(olds), len(news)
    while old_end > first and new_end > first and olds[old_end - 1] == news[new_end - 1]:
        old_end -= 1
        new_end -= 1
    found: list[tuple[int, int, int, int]] = []
    if max(old_end, new_end) - first > _LONGEST:
        found = [(first, old_end, first, new_end)]
    else:
        matcher = SequenceMatcher(None, olds[first:old_end], news[first:new_end], autojunk=False)
        for kind, i, j, k, m in matcher.get_opcodes():
            if kind != "equal":
                found.append((first + i, first + j, first + k, first + m))
    runs: list[tuple[int, int, int, int]] = []
    for i, j, k, m in found:
        while i > 0 and k > 0 and old[i - 1].is_line_end:
            i, k = i - 1, k - 1
        while j < len(old) and m < len(new) and old[j].is_line_end:
            j, m = j + 1, m + 1
        if runs and runs[-1][1] >= i:
            runs[-1] = (runs[-1][0], j, runs[-1][2], m)
        else:
            runs.append((i, j, k, m))
    return runs


def _rewording(
    passage: str, signs: list[int], old: list[_Token], new: list[_Token], i: int, j: int, k: int, m: int
) -> Rewording:
    gone, come = old[i:j], new[k:m]
    before = signs[old[i - 1].end - 1] + 1 if i > 0 else None
    behind = signs[old[j].start] if j < len(old) else None
    if any(token.is_line_end for token in (*gone, *come)):
        start = 0 if before is None else before
        end = len(passage) if behind is None else behind
        return Rewording(start, end, _joined(come, led=before is not None, followed=behind is not None))
    words = " ".join(token.word for token in come)
    if gone and come:
        return Rewording(signs[gone[0].start], signs[gone[-1].end - 1] + 1, words)
    if gone:
        start, end = signs[gone[0].start], signs[gone[-1].end - 1] + 1
        if before is not None:
            return Rewording(before, end, "")
        return Rewording(start, end if behind is None else behind, "")
    if before is not None:
        return Rewording(before, before, f" {words}")
    if behind is not None:
        return Rewording(behind, behind, f"{words} ")
    return Rewording(0, len(passage), words)


def _joined(tokens: list[_Token], *, led: bool, followed: bool) -> str:
    """The words with what parts them: their own line ends, else a blank; `led` and `followed` by further words."""
    parts: list[str] = []
    apart = not led
    for token in tokens:
        if token.is_line_end:
            parts.append(token.word)
            apart = True
        else:
            parts.append(token.word if apart else f" {token.word}")
            apart = False
    if followed and not apart:
        parts.append(" ")
    return "".join(parts)
