"""Leave: detection leaves the texts of other formats to their readers.

Strategy: the others are what everybody has: the shipped examples, one of them written in every built-in format, a
letter, nothing at all. Built-in readers tell whose such a text is; the reader must not be surer of it, and not half
sure of one that is nobody's. A reader that is for the texts of a built-in one, too, says so (`instead_of`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import telegram_format as tf
from telegram_format.examples import load, names
from telegram_format.kit import Detection, Reader, Sample
from telegram_format.registry import Registry
from telegram_format.testing.laws.subject import Subject

_ENOUGH = 0.5
_LETTER = b"""\
Port Alder, 3 May

Dear Anna,

The ferry was late again, and the lamps on the mole are out. We dined at the Finches'; their boy
asked for you. If it clears up we shall walk to the mill on Sunday.

Yours,
Clara
"""


@cache
def others() -> tuple[tuple[str, bytes], ...]:
    """Texts of other formats, each with a name for messages."""
    flood = tf.parse(load("flood"), format="cablegate").telegram
    registry = Registry(plugins=False)
    return (
        ("nothing at all", b""),
        ("a letter", _LETTER),
        *((f"the example {name!r}", load(name)) for name in names()),
        *(
            (f"the example 'flood' as {name}", tf.serialize(flood, registry.writer(name)).data)
            for name in registry.listing("writer")
        ),
    )


def leave(subject: Subject, data: bytes) -> Iterator[str]:
    """How surely the reader would take `data`, a text of another format."""
    reader = subject.found_reader()
    sample = Sample(tf.parse(data, format="plain").view)
    rivals: list[Reader] = Registry(plugins=False).usable("reader")
    answers = [(rival.detect(sample), rival.name) for rival in rivals]
    (score, _), owner = max(answers, key=lambda answer: answer[0].score)
    if score < _ENOUGH:
        score, owner = _ENOUGH, "plain"
    if owner in (reader.name, *subject.instead_of):
        return
    said = Detection(*reader.detect(sample))
    if said.score > score or (owner == "plain" and said.score == score):
        whose = "which is nobody's" if owner == "plain" else f"which is {owner}'s ({score:.2f})"
        yield f"detect is {said.score:.2f} sure ({said.reason}) of a text {whose}"
