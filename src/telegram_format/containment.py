"""Plug-ins at work: what they do wrong stays with them.

Strategy: each call of a reader, carrier or writer goes through here. Those that are built in are called as they are:
their faults are faults of the library. What others give is looked at, and what they raise becomes a text that names
the plug-in, its distribution and the cause; the caller goes on with the plain reader or carrier.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from inspect import signature
from typing import Any

from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.errors import PluginError, SerializationError
from telegram_format.kit import Carrier, Detection, Draft, Reader, Source, Wrapped, Writer
from telegram_format.model.difference import differences
from telegram_format.model.telegram import Telegram
from telegram_format.reading.plugin import Kind, words_of
from telegram_format.reading.proof import note_crossing, prove
from telegram_format.reading.trace import Trace
from telegram_format.registry import Registry
from telegram_format.writing.loss import Loss, explained

_OWN = ("telegram_format.readers.", "telegram_format.carriers.", "telegram_format.writers.")


_DEEPEST = 32
"""So many telegrams inside each other: far more than there are, far fewer than Python can follow."""


class Unanswered(Detection):
    """What stands for the answer of one that failed when it was asked; the reason is how."""


def built_in(plugin: Reader | Carrier | Writer) -> bool:
    return _is_own(type(plugin))


@lru_cache(64)
def _is_own(kind: type) -> bool:
    return kind.__module__.startswith(_OWN)


def asked(registry: Registry, kind: Kind, plugin: Reader | Carrier, given: Any) -> Detection:
    """What a reader or carrier says; one that fails or answers nonsense is not sure of anything."""
    try:
        answer: Any
        if registry.watch is None:
            answer = plugin.detect(given)
        else:
            with registry.watched(kind, plugin):
                answer = plugin.detect(given)
        score, reason = answer
        if not isinstance(reason, str) or not 0 <= score <= 1:
            raise ValueError(f"no score from 0 to 1 and a reason: {score!r:.80}, {reason!r:.80}")
        return answer if type(answer) is Detection and type(score) is float else Detection(float(score), reason)
    except (Exception, SystemExit) as cause:  # a plug-in may do anything
        return Unanswered(0.0, _failure(registry, kind, plugin, cause))


def opened(registry: Registry, carrier: Carrier, source: Source) -> tuple[Wrapped, Carrier, tuple[str, ...]]:
    """What a carrier takes out of a source, and that carrier; the plain one where it fails, and how it failed."""
    if built_in(carrier):
        return carrier.open(source), carrier, ()
    try:
        with registry.watched("carrier", carrier):
            wrapped = Wrapped(*carrier.open(source))
            _prove_wrapped(wrapped, source)
    except (Exception, SystemExit) as cause:
        plain = registry.carrier("plain")
        return plain.open(source), plain, (_failure(registry, "carrier", carrier, cause),)
    return wrapped, carrier, ()


def _prove_wrapped(wrapped: Wrapped, source: Source) -> None:
    """Raise for what a carrier must not give: another source's text, a fact that stands nowhere or is no text."""
    if wrapped.view.source is not source:
        raise ValueError("its view is of another source")
    for name, value, start, end, *_ in wrapped.facts:
        if not f"{name + value}" or not 0 <= start <= end <= len(source.text):
            raise ValueError(f"a fact that stands nowhere: {name!r:.80} at {start} to {end}")


@cache
def checks() -> Callable[[Telegram, Trace], list[Diagnostic]]:
    """What all checks find, as a function."""
    from telegram_format.checks import check_all  # 3 ms: with the first reading

    return check_all


def ran(registry: Registry, reader: Reader, draft: Draft, depth: int = 0) -> str | None:
    """Let a reader read; what went wrong, for a plug-in. Faults of built-in readers are faults of the library.

    `depth` is how many telegrams this one is inside of.
    """
    if built_in(reader):
        reader.read(draft)
        return None
    whole = draft.view
    try:
        with registry.watched("reader", reader):
            reader.read(draft)
            prove(draft, whole)
            if draft.parts and depth >= _DEEPEST:
                raise ValueError(f"telegrams inside telegrams, more than {_DEEPEST} deep")
            note_crossing(draft)
            checks()(draft.telegram(), draft.trace())
            draft.diagnostics()
    except (Exception, SystemExit) as cause:
        return _failure(registry, "reader", reader, cause)
    return None


def written(registry: Registry, writer: Writer, telegram: Telegram, options: dict[str, object]) -> str:
    """What a writer writes. Faults of built-in writers are faults of the library, or of the options."""
    if built_in(writer):
        return writer.write(telegram, **options)
    if options:
        _refuse_unknown(writer, options)
    try:
        _prove_read_back(registry, writer)
        text = writer.write(telegram, **options)
        text.encode("utf-8", "surrogatepass")  # raises for what is no text
    except SerializationError:
        raise
    except (Exception, SystemExit) as cause:
        raise PluginError(_failure(registry, "writer", writer, cause)) from cause
    return text


def _refuse_unknown(writer: Writer, options: dict[str, object]) -> None:
    """Raise `TypeError` for an option that a writer does not have: a fault of the caller's."""
    try:
        form = signature(writer.write)
    except (TypeError, ValueError):  # nothing to be called, or a thing that does not tell its form: seen when it writes
        return
    form.bind(None, **options)


def _prove_read_back(registry: Registry, writer: Writer) -> None:
    """Raise for a writer without those that read it back: nothing would tell what it did not say."""
    reader: object = writer.reader
    carrier: object = writer.carrier
    reader = registry.reader(reader) if isinstance(reader, str) else reader
    carrier = registry.carrier(carrier) if isinstance(carrier, str) else carrier
    if not isinstance(reader, Reader) or not isinstance(carrier, Carrier):
        raise TypeError(f"no reader and carrier that read it back: {reader!r:.80}, {carrier!r:.80}")


def accounted(registry: Registry, writer: Writer, telegram: Telegram, said: Telegram) -> tuple[Loss, ...]:
    """What was written differently, each with the rule of the writer that foresees it."""
    found = differences(telegram, said)
    if built_in(writer):
        return explained(telegram, found, writer.losses)
    try:
        return explained(telegram, found, writer.losses)
    except (Exception, SystemExit) as cause:
        raise PluginError(_failure(registry, "writer", writer, cause)) from cause


def _failure(registry: Registry, kind: Kind, plugin: Reader | Carrier | Writer, cause: BaseException) -> str:
    return f"{registry.info(kind, plugin)} failed: {words_of(cause)}"
