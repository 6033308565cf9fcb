"""Paragraphs that are edited, put in, taken out and renumbered.

Strategy: blocks of the old and the new body are paired: equal ones first, then, between them, those of one kind that
share most of their words. A pair that differs changes in its parts, each where it stands: number, portion mark, text,
lettered parts. A block without a partner is taken out, together with what parts it from its neighbour, or put in
behind its neighbour and in its neighbour's manner, or in the place of one that is taken out there. The same rules hold
for the parts of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from telegram_format.model.body import Block, Heading, Paragraph, Separator
from telegram_format.reading.revision.blocks import block_words
from telegram_format.reading.revision.clearing import cleared
from telegram_format.reading.revision.patch import Edit
from telegram_format.reading.revision.sheet import Place, Sheet
from telegram_format.reading.revision.values import Edits, reworded

_PAIRED = 0.5
"""The share of its words that a block must have in common with its partner."""

Pair = tuple[int | None, int | None]


def body_edits(sheet: Sheet, before: tuple[Block, ...], after: tuple[Block, ...]) -> Iterator[Edits]:
    """Ways to say the body `after` where `before` stands; none if a block has no place."""
    if not before or not all(sheet.places(f"body[{index}]") for index in range(len(before))):
        return
    for whole in (False, True):
        edits = _blocks_edits(sheet, "body", before, after, whole=whole)
        if edits is not None:
            yield edits
    first, last = sheet.places("body[0]")[0], sheet.places(f"body[{len(before) - 1}]")[-1]
    if first.view is last.view and first.start < last.end:
        whole_text = Place(first.view, first.start, last.end)
        words = [block_words(sheet, _pattern("body", before, index, block), block) for index, block in enumerate(after)]
        yield reworded(whole_text, whole_text.text, "\n\n".join(words))


def _blocks_edits(
    sheet: Sheet, path: str, before: tuple[Block, ...], after: tuple[Block, ...], *, whole: bool
) -> Edits | None:
    edits: Edits = []
    last: int | None = None
    gone = False  # whether the last one is without a partner
    waiting: list[Block] = []
    for old, new in _pairs(before, after):
        if old is None:
            assert new is not None  # a pair has one at least
            waiting.append(after[new])
            continue
        edits += _between(sheet, path, before, last, waiting, gone=gone)
        waiting = []
        last = old
        gone = new is None
        if new is not None and before[old] != after[new]:
            change = _block_edits(sheet, f"{path}[{old}]", before[old], after[new], whole=whole)
            if change is None:
                return None
            edits.extend(change)
    return edits + _between(sheet, path, before, last, waiting, gone=gone)


def _between(
    sheet: Sheet, path: str, before: tuple[Block, ...], last: int | None, blocks: list[Block], *, gone: bool
) -> Edits:
    """The edits behind the block `last`, which may be `gone`, or before the first: `blocks` are new there."""
    if not blocks:
        return [_gone(sheet, path, last)] if gone and last is not None else []
    return [_come(sheet, path, before, last, blocks, instead=gone)]


def _pairs(before: tuple[Block, ...], after: tuple[Block, ...]) -> Iterator[Pair]:
    """Old and new blocks side by side, `None` where one has no partner, in an order that fits both."""
    keys = [_said(block) for block in before], [_said(block) for block in after]
    for kind, i, j, k, m in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(range(i, j), range(k, m), strict=True)
            continue
        new = k
        for old in range(i, j):
            partner = next((other for other in range(new, m) if _akin(before[old], after[other])), None)
            if partner is None and j - i == m - k and type(before[old]) is type(after[k + old - i]):
                partner = max(k + old - i, new)
            if partner is not None and partner < m:
                yield from ((None, other) for other in range(new, partner))
                yield old, partner
                new = partner + 1
            else:
                yield old, None
        yield from ((None, other) for other in range(new, m))


def _said(block: Block) -> tuple[object, ...]:
    """What a block says, without its number and mark."""
    if isinstance(block, Paragraph):
        return (Paragraph, block.text, tuple(_said(part) for part in block.paragraphs))
    return (type(block), getattr(block, "text", None) or getattr(block, "sign", None))


def _akin(one: Block, other: Block) -> bool:
    """Whether one is the other, edited."""
    if type(one) is not type(other) or isinstance(one, Separator) or isinstance(other, Separator):
        return False
    words, others = set(one.text.split()), set(other.text.split())
    return len(words & others) >= _PAIRED * max(len(words), len(others), 1)


def _block_edits(sheet: Sheet, path: str, before: Block, after: Block, *, whole: bool) -> Edits | None:
    """The edits of one block that stays."""
    if whole or type(before) is not type(after) or not isinstance(before, Paragraph):
        return _anew(sheet, path, before, after)
    assert isinstance(after, Paragraph)
    edits: Edits = []
    if before.number != after.number:
        change = _number_edits(sheet, path, before, after)
        if change is None:
            return _anew(sheet, path, before, after)
        edits.extend(change)
    if before.label != after.label:
        return _anew(sheet, path, before, after)
    if before.marking != after.marking:
        change = _marking_edits(sheet, path, after)
        if change is None:
            return _anew(sheet, path, before, after)
        edits.extend(change)
    if before.text != after.text:
        places = sheet.places(f"{path}.text")
        if not places or not after.text:
            return _anew(sheet, path, before, after)
        for place in places:
            edits.extend(reworded(place, before.text, after.text))
    if before.paragraphs != after.paragraphs:
        if not before.paragraphs or not after.paragraphs:
            return _anew(sheet, path, before, after)
        change = _blocks_edits(sheet, f"{path}.paragraphs", before.paragraphs, after.paragraphs, whole=False)
        if change is None:
            return _anew(sheet, path, before, after)
        edits.extend(change)
    return edits


def _number_edits(sheet: Sheet, path: str, before: Paragraph, after: Paragraph) -> Edits | None:
    places = sheet.places(f"{path}.number")
    if before.number is None or after.number is None or not places:
        return None
    return [Edit(*place, str(after.number)) for place in places]


def _marking_edits(sheet: Sheet, path: str, after: Paragraph) -> Edits | None:
    places = sheet.places(f"{path}.marking")
    if after.marking is None:
        return list(map(cleared, places)) or None
    if places:
        return [Edit(*place, after.marking) for place in places]
    texts = sheet.places(f"{path}.text")
    return [Edit(view, start, start, f"({after.marking}) ") for view, start, _ in texts] or None


def _anew(sheet: Sheet, path: str, before: Block, after: Block) -> Edits | None:
    """The whole block said anew where it stands."""
    if isinstance(before, Heading) and isinstance(after, Heading):
        return [edit for place in sheet.places(f"{path}.text") for edit in reworded(place, before.text, after.text)]
    places = sheet.places(path)
    if len(places) != 1:
        return None
    return reworded(places[0], places[0].text, block_words(sheet, path, after))


def _gone(sheet: Sheet, path: str, index: int) -> Edit:
    """A block that is no more, with what parts it from the one before it, or else behind it."""
    place = sheet.places(f"{path}[{index}]")[0]
    before = sheet.places(f"{path}[{index - 1}]") if index > 0 else []
    behind = sheet.places(f"{path}[{index + 1}]")
    text = place.view.text
    if before and before[0].end <= place.start and not text[before[0].end : place.start].strip():
        return Edit(place.view, before[0].end, place.end, "")
    if behind and behind[0].start >= place.end and not text[place.end : behind[0].start].strip():
        return Edit(place.view, place.start, behind[0].start, "")
    return cleared(place)


def _come(
    sheet: Sheet, path: str, before: tuple[Block, ...], last: int | None, blocks: list[Block], *, instead: bool
) -> Edit:
    """New blocks behind the block `last`, before the first, or `instead` of the last."""
    neighbour = sheet.places(f"{path}[{last or 0}]")[0]
    apart = _apart(sheet, path, len(before), last or 0)
    pattern = _pattern(path, before, last or 0, blocks[0])
    words = [block_words(sheet, pattern, block) for block in blocks]
    if instead:
        return Edit(*neighbour, apart.join(words))
    if last is None:
        return Edit(neighbour.view, neighbour.start, neighbour.start, "".join(f"{word}{apart}" for word in words))
    return Edit(neighbour.view, neighbour.end, neighbour.end, "".join(f"{apart}{word}" for word in words))


def _apart(sheet: Sheet, path: str, count: int, index: int) -> str:
    """What parts the block `index` from the next, or from the one before."""
    for one, other in ((index, index + 1), (index - 1, index)):
        if one >= 0 and other < count:
            first, second = sheet.places(f"{path}[{one}]")[0], sheet.places(f"{path}[{other}]")[0]
            gap = first.view.text[first.end : second.start]
            if gap and not gap.strip() and "\n" in gap:
                return gap
    return "\n\n" if path == "body" else "\n"


def _pattern(path: str, before: tuple[Block, ...], index: int, block: Block) -> str:
    """The path of the nearest block of the same kind, whose manner the new one takes."""
    kin = [
        other
        for other, candidate in enumerate(before)
        if type(candidate) is type(block)
        and (
            not isinstance(candidate, Paragraph)
            or not isinstance(block, Paragraph)
            or (candidate.number is None) == (block.number is None)
        )
    ]
    nearest = min(kin, key=lambda other: abs(other - index), default=None)
    return f"{path}[{nearest}]" if nearest is not None else ""
