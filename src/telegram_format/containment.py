"""Plug-ins at work: what they do wrong stays with them.

Strategy: each call of a reader, carrier or writer goes through here. Those that are built in are called as they are:
their faults are faults of the library. What others give is looked at, and what they raise becomes a text that names
the plug-in, its distribution and the cause; the caller goes on with the plain reader or carrier.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from telegram_format.checks import check_all
from telegram_format.errors import PluginError, SerializationError
from telegram_format.kit import Carrier, Detection, Draft, Reader, Source, Wrapped, Writer
from telegram_format.model.telegram import Telegram
from telegram_format.reading.plugin import Kind
from telegram_format.reading.proof import note_crossing, prove
from telegram_format.registry import Registry

_OWN = ("telegram_format.readers.", "telegram_format.carriers.", "telegram_format.writers.")

T = TypeVar("T")


def built_in(plugin: Reader | Carrier | Writer) -> bool:
    return type(plugin).__module__.startswith(_OWN)


def asked(detect: Callable[[T], Detection], given: T) -> Detection:
    """What a reader or carrier says; one that fails or answers nonsense is not sure of anything."""
    try:
        score, reason = detect(given)
        if 0 <= score <= 1:
            return Detection(score, reason)
    except (Exception, SystemExit) as cause:  # a plug-in may do anything
        return Detection(0.0, f"failed: {type(cause).__name__}: {cause}")
    return Detection(0.0, f"no score from 0 to 1: {score!r}")


def opened(registry: Registry, carrier: Carrier, source: Source) -> tuple[Wrapped, Carrier, tuple[str, ...]]:
    """What a carrier takes out of a source, and that carrier; the plain one where it fails, and how it failed."""
    if built_in(carrier):
        return carrier.open(source), carrier, ()
    try:
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


def ran(registry: Registry, reader: Reader, draft: Draft) -> str | None:
    """Let a reader read; what went wrong, for a plug-in. Faults of built-in readers are faults of the library."""
    if built_in(reader):
        reader.read(draft)
        return None
    try:
        reader.read(draft)
        prove(draft)
        note_crossing(draft)
        check_all(draft.telegram(), draft.trace())
        draft.diagnostics()
    except (Exception, SystemExit) as cause:
        return _failure(registry, "reader", reader, cause)
    return None


def written(registry: Registry, writer: Writer, telegram: Telegram, options: dict[str, object]) -> str:
    """What a writer writes. Faults of built-in writers are faults of the library, or of the options."""
    if built_in(writer):
        return writer.write(telegram, **options)
    try:
        text = writer.write(telegram, **options)
        text.encode("utf-8", "surrogatepass")  # raises for what is no text
    except SerializationError:
        raise
    except (Exception, SystemExit) as cause:
        info = registry.info("writer", writer)
        raise PluginError(f"{info} failed: {type(cause).__name__}: {cause}") from cause
    return text


def _failure(registry: Registry, kind: Kind, plugin: Reader | Carrier, cause: BaseException) -> str:
    return f"{registry.info(kind, plugin)} failed: {type(cause).__name__}: {cause}"
