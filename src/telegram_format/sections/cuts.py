"""Places at which a body may be cut.

Strategy: a place is between two blocks, or at a blank inside a paragraph or one of its parts. Only places are given
that the seam gives back, so that what is cut can be joined whatever the text. Places have grades, by how surely the
pieces read as what they are, written out and read again: a numbered paragraph or a heading that begins a section
behind a full stop, or a piece of a sentence between small letters, long enough on both sides, is *good*; the same
inside a list, a table or a text of several blocks is *fair*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from telegram_format.model.body import Block, Heading, Paragraph
from telegram_format.sections.seam import SENTENCE_ENDS, Above, goes_on, last_words

GOOD, FAIR, POOR = 2, 1, 0
"""Grades of a place."""

_LEAST_BEFORE = 90
_LEAST_BEHIND = 210
"""Characters of the pieces of a paragraph: three lines behind the cut are text even where headings are expected."""

_LEAST_IN_LINE = 50
"""Characters on both sides in the line of a list or table."""

_BLOCK_WEIGHT = 100

_GOOD = re.compile(
    r"""
    (?<= [a-z][a-z] ) ,{0,1} [ ]             # behind a word in small letters, which is no surname
    (?! (?i: summary | comments? | notes? | background | introduction | action | begin | executive | bluf
      | subject | subj | tags? | refs? | reftels? | ref | reason | reasons | decl | declassify | derived | classified
      | unclas | unclassified | confidential | secret | restricted | limited | top ) \b )
    [a-z]{2,} [ ,]                            # before another one, which is no item, label, mark or heading
    """,
    re.VERBOSE,
)
_SHOUTED = re.compile(
    r"""
    (?<= [ ][A-Z0-9]{2} | [A-Z0-9]{3} ) ,{0,1} [ ]
    (?! (?: FOR | FROM | PASS | PLS | PLEASE | ALSO | PERSONAL | STATE | DEPT | DEPARTMENT | DOE | DOD | NSC
      | USTR | USDOC | TREASURY | PARIS | GENEVA | BRUSSELS | SUMMARY | COMMENTS? | NOTES? | BACKGROUND
      | INTRODUCTION | ACTION | BEGIN | EXECUTIVE | BLUF | EMBASSY | SUBJECT | SUBJ | TAGS | REFS? | REFTELS?
      | REASONS? | DECL | DECLASSIFY | DERIVED | CLASSIFIED | UNCLAS | UNCLASSIFIED | CONFIDENTIAL | SECRET
      | RESTRICTED | LIMITED | TOP | SIPDIS | SENSITIVE | NOFORN | NODIS | EXDIS | LIMDIS | STADIS | CODEL
      | TERREP | CHEROKEE | EYES | VISAS | PAGE | TO | INFO | XMT | THIS | CORRECTED | QUOTE | UNQUOTE ) \b )
    [A-Z]{2,} [ ]
    """,
    re.VERBOSE,
)
_LIKE_A_NUMBER = re.compile(r"(?:^|\n)[(]?[0-9]{1,3} ?[.)]")
_SENTENCE_END = re.compile(r"[.!?:;)\]\"”'’*-]")
_BLANK = re.compile(" ")


@frozen
class Cut:
    """A place: before block `block`, or inside it at the blank `at` of its own text or of its part `part`.

    `line` is the line, from 0, that begins behind the cut, and `weight` the weight of all that stands before it, both
    counted over the whole body.
    """

    line: int
    weight: int
    grade: int
    block: int
    at: int | None = None
    part: int | None = None

    def parted(self, body: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """The body before the cut and the body behind it."""
        if self.at is None:
            return body[: self.block], body[self.block :]
        paragraph = body[self.block]
        assert isinstance(paragraph, Paragraph)
        left, right = _pieces(paragraph, self.at, self.part)
        return (*body[: self.block], left), (right, *body[self.block + 1 :])


def weight(block: Block) -> int:
    """The characters of a block, and some for its place: it grows with the block's share of a text, exactly."""
    if not isinstance(block, Paragraph):
        return _BLOCK_WEIGHT
    return _BLOCK_WEIGHT + len(block.text) + sum(len(part.text) for part in block.paragraphs)


def cuts(body: tuple[Block, ...], lines: Sequence[int], width: int) -> Iterator[Cut]:
    """All places in order; `lines` are the lines of each block, with the empty one behind it."""
    line = before = 0
    steady = _steady(body)
    for index, block in enumerate(body):
        if index and _stay_apart(body[index - 1], block):
            grade = _grade_between(body[index - 1], block) if steady[index] else POOR
            yield Cut(line, before, grade, index)
        if isinstance(block, Paragraph):
            below = body[index + 1] if index + 1 < len(body) else None
            best = POOR if not steady[index + 1] else FAIR if _of_summary(below) else GOOD
            yield from _inside(block, index, line, line + lines[index] - 1, before, width, best)
        line += lines[index]
        before += weight(block)


def _steady(body: tuple[Block, ...]) -> list[bool]:
    """Of each block, whether the numbers from there on say the same when nothing stands before them.

    Any number begins a count: text without a number must not look as if it had one, up to the first real one.
    """
    found = [True] * (len(body) + 1)
    for index in range(len(body) - 1, -1, -1):
        block = body[index]
        if not isinstance(block, Paragraph):
            found[index] = found[index + 1]
        elif block.number is None:
            found[index] = found[index + 1] and _LIKE_A_NUMBER.search(block.text) is None
    return found


def _stay_apart(last: Block, first: Block) -> bool:
    return not (isinstance(last, Paragraph) and isinstance(first, Paragraph) and goes_on(last, first))


def _grade_between(last: Block, first: Block) -> int:
    """How well a section begins with `first` when the one before it ends with `last`."""
    if not isinstance(last, Paragraph) or last.role == "service note":
        return POOR
    if isinstance(first, Heading):
        sure = _SHOUTED.match(f"XX {first.text} ", 2) is not None
    else:
        sure = isinstance(first, Paragraph) and first.number is not None
    ended = last_words(last)[-1:] in SENTENCE_ENDS
    return POOR if not sure else GOOD if ended and not _of_summary(first) else FAIR


def _of_summary(block: Block | None) -> bool:
    """Whether a paragraph may owe its role to what stands before it, and is not given it over a seam."""
    return isinstance(block, Paragraph) and block.role == "summary"


def shut(body: tuple[Block, ...]) -> list[tuple[bool, bool]]:
    """Of each block, whether `body` must not be cut before it, and not inside it.

    It must not where a heading would give its role over the seam to a paragraph that has none.
    """
    bare = [False] * (len(body) + 1)  # a paragraph without a role stands from here on under the same heading
    for index in range(len(body) - 1, -1, -1):
        block = body[index]
        if not isinstance(block, Heading):
            bare[index] = bare[index + 1] or (isinstance(block, Paragraph) and block.role is None)
    found = []
    above = Above()
    for index, block in enumerate(body):
        before = above.role is not None and bare[index]
        above = above.then(block)
        found.append((before, above.role is not None and bare[index + 1]))
    return found


def _inside(
    paragraph: Paragraph, index: int, line: int, last_line: int, before: int, width: int, best: int
) -> Iterator[Cut]:
    """The places inside a paragraph, whose lines are `line` to `last_line`; none has a grade above `best`.

    The pieces are not made for this: their ends say whether they go together again.
    """
    if paragraph.role == "service note":
        return
    texts = [(None, paragraph.text), *((part, found.text) for part, found in enumerate(paragraph.paragraphs))]
    for part, text in texts:
        if part is None or not paragraph.paragraphs[part].paragraphs:
            grader = _Grader(text, best, of_part=part is not None)
            start = 0
            column = 10
            for blank in _BLANK.finditer(text, 1, len(text) - 1):
                at = blank.start()
                column += at - start
                if column > width or "\n" in text[start:at]:
                    line, column = line + 1, at - start
                column += 1
                start = at + 1
                if text[at - 1] not in SENTENCE_ENDS or text[start].islower():
                    yield Cut(min(line + 1, last_line), before + at, grader.grade(at), index, at, part)
        line += 1
        before += len(text)


class _Grader:
    """The grades of the places in one text."""

    __slots__ = ("best", "fair", "line_end", "line_start", "pattern", "text")

    def __init__(self, text: str, best: int, *, of_part: bool) -> None:
        self.text = text
        self.best = best
        self.fair = of_part or "\n" in text
        self.pattern = _SHOUTED if text.upper() == text else _GOOD
        self.line_start = 0
        self.line_end = -1

    def grade(self, at: int) -> int:
        """The grade of a cut at the blank `at`; blanks come in order."""
        text = self.text
        if at > self.line_end:
            self.line_start = text.rfind("\n", 0, at) + 1
            self.line_end = text.find("\n", at)
            self.line_end = self.line_end if self.line_end >= 0 else len(text)
        if self.fair:
            if at - self.line_start < _LEAST_IN_LINE or self.line_end - at < _LEAST_IN_LINE:
                return POOR
        elif at < _LEAST_BEFORE or len(text) - at < _LEAST_BEHIND:
            return POOR
        comma = text[at - 1] == ","
        if self.pattern.match(text, at - comma) is None:
            return POOR
        word = text.rfind(" ", 0, at)
        if _SENTENCE_END.search(text, text.rfind(" ", 0, word) + 1, at - comma) is not None:
            return POOR
        return min(FAIR if self.fair else GOOD, self.best)


def _pieces(paragraph: Paragraph, at: int, part: int | None) -> tuple[Paragraph, Paragraph]:
    """The two pieces of a paragraph cut at a blank."""
    if part is None:
        text = paragraph.text
        left = evolve(paragraph, text=text[:at], paragraphs=())
        return left, Paragraph(text[at + 1 :], paragraphs=paragraph.paragraphs)
    parts = paragraph.paragraphs
    text = parts[part].text
    left = evolve(paragraph, paragraphs=(*parts[:part], evolve(parts[part], text=text[:at])))
    return left, Paragraph(text[at + 1 :], paragraphs=parts[part + 1 :])
