"""Say: `reading.revise(t).telegram == t`, or `RevisionError`. Never a third thing.

Near: such a revision moves nothing outside the passages it had to patch. Strategy: the source is cut at the lines
around what may change, white space beside them included; the pieces between must be in the new bytes, whole and in
order, the first at the beginning and the last at the end. Where a field had no place before, one piece may be parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import telegram_format as tf
from telegram_format.testing.laws.kinds import is_sound
from telegram_format.testing.laws.revisions import Revision, revisions
from telegram_format.testing.laws.subject import Subject
from telegram_format.text.source import Span

_PARENT = re.compile(r"[.\[][^.\[]*+$")
_BLANKS = b" \t\r\n"


def say(subject: Subject, data: bytes) -> Iterator[str]:
    """What is wrong with what revisions of the reading of `data` say."""
    reading = subject.read(data)
    for revision in revisions(reading.telegram) if is_sound(reading.telegram) else ():
        try:
            revised = reading.revise(revision.telegram)
        except tf.RevisionError:
            continue
        except Exception as cause:
            yield f"{revision.name}: revise raised {type(cause).__name__}: {cause}"
            continue
        yield from _misread(subject, revision, revised)


def _misread(subject: Subject, revision: Revision, revised: tf.Reading) -> Iterator[str]:
    again = subject.read(bytes(revised))
    if again.source.encoding != revised.source.encoding:  # what told the encoding may have been taken out
        again = subject.read(bytes(revised), revised.source.encoding)
    for who, telegram in (("the revised reading says", revised.telegram), ("its bytes are read as", again.telegram)):
        if telegram != revision.telegram:
            changes = tf.differences(revision.telegram, telegram)
            yield f"{revision.name}: {who} something else: {changes[0]}"


def near(subject: Subject, data: bytes) -> Iterator[str]:
    """What revisions of the reading of `data` move that they should leave."""
    reading = subject.read(data)
    for revision in revisions(reading.telegram) if is_sound(reading.telegram) else ():
        try:
            revised = reading.revise(revision.telegram)
        except Exception:
            continue  # of the law Say
        windows, placeless = _windows(reading, revision)
        moved = _moved(data, bytes(revised), windows, placeless)
        if moved is not None:
            yield f"{revision.name}: bytes outside the passages changed: {moved!r} is not where it was"


def _windows(reading: tf.Reading, revision: Revision) -> tuple[list[Span], bool]:
    """What may change, in order and apart; and whether something had no place to change at."""
    data = reading.source.data
    found: list[Span] = []
    placeless = False
    for path in revision.touched:
        spans = _places(reading, path)
        placeless = placeless or not spans
        found += [_lines(data, span) for span in spans]
    apart: list[Span] = []
    for start, end in sorted(found):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart, placeless


def _places(reading: tf.Reading, path: str) -> list[Span]:
    """The spans of a field and of all below it; of what it is a part of, where it has none."""
    below = (f"{path}.", f"{path}[")
    spans = [span for name, found in reading.trace.items() if name == path or name.startswith(below) for span in found]
    if not spans and (cut := _PARENT.search(path)) is not None:
        return _places(reading, path[: cut.start()])
    return spans


def _lines(data: bytes, span: Span) -> Span:
    """The lines of a span, with the white space before and behind them."""
    start, end = span
    while start > 0 and data[start - 1] not in b"\r\n":
        start -= 1
    while end < len(data) and data[end] not in b"\r\n":
        end += 1
    while start > 0 and data[start - 1] in _BLANKS:
        start -= 1
    while end < len(data) and data[end] in _BLANKS:
        end += 1
    return start, end


def _moved(before: bytes, after: bytes, windows: list[Span], placeless: bool) -> bytes | None:
    """The first piece between the windows that is not in `after`, or not in order; `None` if all are."""
    pieces = []
    position = 0
    for start, end in windows:
        pieces.append(before[position:start])
        position = end
    pieces.append(before[position:])
    if placeless:
        return _parted(pieces, after)
    if len(pieces) == 1:
        return None if before == after else before
    if not after.startswith(pieces[0]):
        return pieces[0]
    position = len(pieces[0])
    for piece in pieces[1:-1]:
        place = after.find(piece, position)
        if place < 0:
            return piece
        position = place + len(piece)
    return None if after.endswith(pieces[-1]) and len(after) - len(pieces[-1]) >= position else pieces[-1]


def _parted(pieces: list[bytes], after: bytes) -> bytes | None:
    """As `_moved`, where each piece may have something put into it at one place."""
    position = 0
    for piece in pieces:
        length = 0
        while length < len(piece) and after[position + length : position + length + 1] == piece[length : length + 1]:
            length += 1
        rest = after.find(piece[length:], position + length)
        if rest < 0:
            return piece[length:]
        position = rest + len(piece) - length
    return None
