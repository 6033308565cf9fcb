"""Revisions to try on a telegram: what a person would change, each with the places it may touch.

Strategy: every revision is a function that gives none where the telegram has no such field. The paths are those of the
telegram before: what stands at them, or around them, may change, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

import telegram_format as tf

_WORD = "amended"


@frozen
class Revision:
    """`telegram` is what is asked for; `touched` are paths of the telegram before that may change in the source."""

    name: str
    telegram: tf.Telegram
    touched: tuple[str, ...]


def revisions(telegram: tf.Telegram) -> tuple[Revision, ...]:
    """All revisions that fit `telegram`."""
    return tuple(found for make in _REVISIONS for found in make(telegram) if found.telegram != telegram)


def _subject(telegram: tf.Telegram) -> Iterator[Revision]:
    subject = telegram.subject
    if subject is None:
        return
    yield Revision("the subject gets a word", tf.evolve(telegram, subject=f"{subject} AMENDED"), ("subject",))
    first, _, rest = subject.partition(" ")
    if rest:
        changed = tf.evolve(telegram, subject=f"AMENDED {rest}")
        yield Revision(f"the subject's word {first!r} changes", changed, ("subject",))


def _tags(telegram: tf.Telegram) -> Iterator[Revision]:
    if telegram.tags and all(tag.code != "EFIN" for tag in telegram.tags):
        more = (*telegram.tags, tf.Tag("EFIN", "subject"))
        yield Revision("a tag is added", tf.evolve(telegram, tags=more), ("tags",))
    if len(telegram.tags) > 1:
        yield Revision("the last tag is taken out", tf.evolve(telegram, tags=telegram.tags[:-1]), ("tags",))


def _addresses(telegram: tf.Telegram) -> Iterator[Revision]:
    for name in ("to", "info"):
        found: tuple[tf.Address, ...] = getattr(telegram, name)
        if len(found) > 1:
            path = f"{name}[{len(found) - 1}]"
            yield Revision(f"{path} is taken out", _addressed(telegram, name, found[:-1]), _last(name, found))
        if found:
            changed = (tf.evolve(found[0], name="AMEMBASSY MERIDIAN"), *found[1:])
            yield Revision(f"{name}[0] is another", _addressed(telegram, name, changed), (f"{name}[0]",))


def _addressed(telegram: tf.Telegram, name: str, addresses: tuple[tf.Address, ...]) -> tf.Telegram:
    return tf.evolve(telegram, to=addresses) if name == "to" else tf.evolve(telegram, info=addresses)


def _paragraph_words(telegram: tf.Telegram) -> Iterator[Revision]:
    for index in _paragraphs(telegram)[:1] + _paragraphs(telegram)[-1:]:
        paragraph = telegram.body[index]
        assert isinstance(paragraph, tf.Paragraph)
        words = paragraph.text.split(" ")
        if len(words) > 2:
            words[len(words) // 2] = _WORD
            changed = tf.evolve(paragraph, text=" ".join(words))
            yield Revision(f"a word of body[{index}] changes", _with(telegram, index, changed), (f"body[{index}]",))


def _paragraph_gone(telegram: tf.Telegram) -> Iterator[Revision]:
    places = _paragraphs(telegram)
    if len(places) > 1 and places[-1] == len(telegram.body) - 1 and places[-2] == places[-1] - 1:
        shorter = tf.evolve(telegram, body=telegram.body[:-1])
        yield Revision("the last paragraph is taken out", shorter, _last("body", telegram.body))


def _paragraph_more(telegram: tf.Telegram) -> Iterator[Revision]:
    last = telegram.body[-1] if telegram.body else None
    if isinstance(last, tf.Paragraph) and last.number is not None and last.role is None:
        more = tf.Paragraph("The harbour master amended this.", last.number + 1, last.marking)
        longer = tf.evolve(telegram, body=(*telegram.body, more))
        yield Revision("a paragraph is added", longer, (f"body[{len(telegram.body) - 1}]",))


def _signature(telegram: tf.Telegram) -> Iterator[Revision]:
    if telegram.signatures:
        changed = tf.evolve(telegram, signatures=("MARLOWE", *telegram.signatures[1:]))
        yield Revision("another signs", changed, ("signatures[0]",))


def _validation(telegram: tf.Telegram) -> Iterator[Revision]:
    if telegram.validation is not None:
        yield Revision("another validation number", tf.evolve(telegram, validation="4711"), ("validation",))


def _references(telegram: tf.Telegram) -> Iterator[Revision]:
    if len(telegram.references) > 1:
        fewer = tf.evolve(telegram, references=telegram.references[:-1])
        yield Revision("the last reference is taken out", fewer, _last("references", telegram.references))


def _last(name: str, items: tuple[object, ...]) -> tuple[str, ...]:
    """The path of the last item, and of those that are equal to it: any of them may be the one that goes."""
    return tuple(f"{name}[{index}]" for index, item in enumerate(items) if item == items[-1])


def _paragraphs(telegram: tf.Telegram) -> list[int]:
    return [index for index, block in enumerate(telegram.body) if isinstance(block, tf.Paragraph)]


def _with(telegram: tf.Telegram, index: int, block: tf.Paragraph) -> tf.Telegram:
    return tf.evolve(telegram, body=(*telegram.body[:index], block, *telegram.body[index + 1 :]))


_REVISIONS: tuple[Callable[[tf.Telegram], Iterator[Revision]], ...] = (
    _subject,
    _tags,
    _addresses,
    _paragraph_words,
    _paragraph_gone,
    _paragraph_more,
    _signature,
    _validation,
    _references,
)
