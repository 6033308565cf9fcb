"""Places at which a body may be cut.

Strategy: a place is between two blocks, or at a blank inside a paragraph or one of its parts. Only places are given
that the seam gives back, so that what is cut can be joined whatever the text. A place is *good* if the pieces also
read as what they are, written out and read again: a piece of a sentence between small letters, long enough on both
sides; a numbered paragraph or a heading that begins a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from telegram_format.model.body import Block, Heading, Paragraph
from telegram_format.sections.seam import SENTENCE_ENDS, goes_on

_LEAST_BEFORE = 90
_LEAST_BEHIND = 210
"""Characters of the pieces of a paragraph: three lines behind the cut are text even where headings are expected."""

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
    good: bool
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
    for index, block in enumerate(body):
        if index and _stay_apart(body[index - 1], block):
            yield Cut(line, before, _good_beginning(body[index - 1], block), index)
        if isinstance(block, Paragraph):
            yield from _inside(block, index, line, line + lines[index] - 1, before, width)
        line += lines[index]
        before += weight(block)


def _stay_apart(last: Block, first: Block) -> bool:
    return not (isinstance(last, Paragraph) and isinstance(first, Paragraph) and goes_on(last, first))


def _good_beginning(last: Block, first: Block) -> bool:
    """Whether a section may begin with `first` and the one before end with `last`, so that both are read rightly."""
    if not isinstance(last, Paragraph) or last.role == "service note":
        return False
    if isinstance(first, Heading):
        return _SHOUTED.match(f"XX {first.text} ", 2) is not None and first.text[0].isalpha()
    return isinstance(first, Paragraph) and first.number is not None and first.role is None


def _inside(paragraph: Paragraph, index: int, line: int, last_line: int, before: int, width: int) -> Iterator[Cut]:
    """The places inside a paragraph, whose lines are `line` to `last_line`.

    The pieces are not made for this: their ends say whether they go together again.
    """
    if paragraph.role == "service note":
        return
    texts = [(None, paragraph.text), *((part, found.text) for part, found in enumerate(paragraph.paragraphs))]
    for part, text in texts:
        if part is not None and paragraph.paragraphs[part].paragraphs:
            before += len(text)
            continue
        plain = part is None and "\n" not in text
        shouted = text.upper() == text
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
                good = plain and _is_good(text, at, shouted=shouted)
                yield Cut(min(line + 1, last_line), before + at, good, index, at, part)
        line += 1
        before += len(text)


def _is_good(text: str, at: int, *, shouted: bool) -> bool:
    if at < _LEAST_BEFORE or len(text) - at < _LEAST_BEHIND:
        return False
    pattern = _SHOUTED if shouted else _GOOD
    comma = text[at - 1] == ","
    if pattern.match(text, at - comma) is None:
        return False
    word = text.rfind(" ", 0, at)
    return _SENTENCE_END.search(text, text.rfind(" ", 0, word) + 1, at - comma) is None


def _pieces(paragraph: Paragraph, at: int, part: int | None) -> tuple[Paragraph, Paragraph]:
    """The two pieces of a paragraph cut at a blank."""
    if part is None:
        text = paragraph.text
        return evolve(paragraph, text=text[:at], paragraphs=()), Paragraph(
            text[at + 1 :], None, None, paragraph.paragraphs
        )
    parts = paragraph.paragraphs
    text = parts[part].text
    left = evolve(paragraph, paragraphs=(*parts[:part], evolve(parts[part], text=text[:at])))
    return left, Paragraph(text[at + 1 :], paragraphs=parts[part + 1 :])
