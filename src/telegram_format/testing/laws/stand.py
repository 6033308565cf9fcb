"""Stand: every span lies in the source; spans nest or are apart; a plain value equals what its span spells.

Strategy: the trace is asked for everything it can tell, then three questions: are the spans in range, do two of them
cross, and does each value that is copied from the text (a table of paths) spell as its place does, white space apart.
A value that was repaired may differ, if a diagnostic about that place says so. Values have the kinds that the model
declares: what is a list here and a tuple there would not stand still.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import fields

import telegram_format as tf
from telegram_format.reading.trace import spell
from telegram_format.testing.laws.kinds import odd_values
from telegram_format.testing.laws.subject import Subject
from telegram_format.text.source import Span
from telegram_format.vocab.words import tag_aliases

Spells = Callable[[object, str], bool]

_STEP = re.compile(r"\.?([A-Za-z_][A-Za-z_0-9 ]*+)|\[([0-9]++)\]")
_INDEX = re.compile(r"\[[0-9]++\]")
_GROUP = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])")
_ABSENT = object()


def stand(subject: Subject, data: bytes) -> Iterator[str]:
    """What is wrong with the places of the reading of `data`."""
    yield from misplaced(subject.read(data))


def misplaced(reading: tf.Reading) -> Iterator[str]:
    """What is wrong with the places and values of `reading` and of the telegrams inside it."""
    odd = [(path, value) for path, value in odd_values(reading.telegram)]
    for path, value in odd:
        yield f"{path} is {value!r} ({type(value).__name__}), which the model does not allow"
    try:
        yield from _outside(reading)
        yield from _crossing(reading)
        if not odd:
            yield from _misspelt(reading)
            yield from _placeless(reading)
    except Exception as cause:
        yield f"the places cannot be told: {type(cause).__name__}: {cause}"
    for inner in reading.embedded:
        yield from misplaced(inner)


def _outside(reading: tf.Reading) -> Iterator[str]:
    length = len(reading.source.data)
    places = [(path, span) for path, spans in reading.trace.items() for span in spans]
    places += [(f"the mark {kind!r}", span) for kind, spans in reading.trace.marks for span in spans]
    places += [("an unread passage", span) for passage in reading.unread for span in passage.spans]
    places += [(f"the diagnostic {note.code}", note.span) for note in reading.diagnostics if note.span is not None]
    for what, (start, end) in places:
        if not 0 <= start <= end <= length:
            yield f"{what} stands at bytes {start} to {end} of a source of {length} bytes"
    for layer in reading.trace.layers:
        length = len(layer.view.text)
        ranges = [(spell(path), start, end) for path, start, end in (*layer.entries, *layer.rest)]
        for what, start, end in (*ranges, *layer.marks):
            if not 0 <= start <= end <= length:
                yield f"{what} was handed over with the range {start} to {end} of a text of {length} characters"


def _crossing(reading: tf.Reading) -> Iterator[str]:
    """Spans of fields that overlap and do not nest."""
    spans = sorted(
        {(start, -end, path) for path, found in reading.trace.items() for start, end in found if start < end}
    )
    around: list[tuple[int, int, str]] = []
    for start, minus_end, path in spans:
        while around and around[-1][1] <= start:
            around.pop()
        if around and -minus_end > around[-1][1]:
            outer_start, outer_end, outer = around[-1]
            yield f"{path} at bytes {start} to {-minus_end} crosses {outer} at {outer_start} to {outer_end}"
        around.append((start, -minus_end, path))


def _misspelt(reading: tf.Reading) -> Iterator[str]:
    for path in reading.trace:
        value = value_at(reading.telegram, path)
        if value is _ABSENT:
            yield f"{path} has a place, but the telegram has no such field"
            continue
        spells = _SPELT.get(_INDEX.sub("[*]", path))
        if spells is None or value is None:
            continue
        words = reading.trace.text(path)
        if not spells(value, words) and not _told(reading, path):
            yield f"{path} is {value!r}, but its place spells {words!r}"


def _placeless(reading: tf.Reading) -> Iterator[str]:
    """Fields that have a value and no place."""
    placed = {re.split(r"[.\[]", path, maxsplit=1)[0] for path in reading.trace}
    for name in (field.name for field in fields(tf.Telegram)):
        if getattr(reading.telegram, name) not in (None, ()) and name not in placed and name != "attributes":
            yield f"{name} has a value, but no place"


def _told(reading: tf.Reading, path: str) -> bool:
    """Whether a diagnostic tells of this place or field."""
    spans = reading.trace[path]
    return any(
        (note.path is not None and (note.path == path or path.startswith((f"{note.path}.", f"{note.path}["))))
        or (note.span is not None and _meets(note.span, spans))
        for note in reading.diagnostics
    )


def _meets(span: Span, spans: tuple[Span, ...]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


def value_at(telegram: tf.Telegram, path: str) -> object:
    """The value at a path as `to[0].name`; a mark of its own where the telegram has no such field."""
    value: object = telegram
    for match in _STEP.finditer(path):
        try:
            if match[1] is None:
                value = value[int(match[2])]  # type: ignore[index]
            elif isinstance(value, tf.Attributes):
                return value.get(path.partition(".")[2], _ABSENT)
            else:
                value = getattr(value, match[1])
        except (AttributeError, IndexError, TypeError):
            return _ABSENT
    return value


def _whole(value: object, words: str) -> bool:
    return _bare(str(value)) == _bare(words)


def _beginning(value: object, words: str) -> bool:
    return _bare(words).startswith(_bare(str(value)))


def _number(value: object, words: str) -> bool:
    figures = re.sub(r"[^0-9]+", "", words.replace("O", "0"))
    return figures != "" and int(figures) == value


def _group(value: object, words: str) -> bool:
    assert isinstance(value, tf.DateTimeGroup)
    figures = re.sub(r"[^0-9]+", "", words)
    in_words = re.match(r"[A-Z][a-z]{2,8}[.]?,? +0?([0-9]{1,2})\b", words)  # July 12, 1957, 6 p.m.
    return figures.startswith(f"{value.day:02}{value.hour:02}{value.minute:02}") or (
        in_words is not None and int(in_words[1]) == value.day
    )


def _tag(value: object, words: str) -> bool:
    assert isinstance(value, tf.Tag)
    code, spelt = _letters(value.code), _letters(tag_aliases().get(words.upper(), words))
    return code.startswith(spelt) if "," in value.code else code in spelt


def _bare(words: str) -> str:
    return "".join(words.split())


def _letters(words: str) -> str:
    return re.sub(r"[\s.,:;()]+", "", words.upper())


_SPELT: dict[str, Spells] = {
    "transmission.identification": _whole,
    "transmission.station": _whole,
    "transmission.serial": _whole,
    "transmission.filed": _whole,
    "dtg": _group,
    **{
        f"{owner}.{name}": _whole
        for owner in ("originator", "to[*]", "info[*]", "exempted[*]")
        for name in ("name", "routing_indicator", "continuity_number")
    },
    "message_id.number": _number,
    "passing[*]": _whole,
    "tags[*]": _tag,
    "subject": _beginning,
    "subject_marking": _whole,
    "references[*]": lambda value, words: _beginning(value.text, words),  # type: ignore[attr-defined]
    "references[*].label": _whole,
    "body[*].number": _number,
    "body[*].text": _whole,
    "body[*].paragraphs[*].text": _whole,
    "signatures[*]": _whole,
    "validation": _whole,
}
"""Values that are copied from the text, and how they are compared with it."""
