"""The functions of the library: glue between source, carrier, reader, checks and writer, no logic of their own."""

from __future__ import annotations

import os
from collections.abc import Callable

from attrs import frozen

from telegram_format.choice import best, carrier_for, ranked, tied_with
from telegram_format.containment import accounted, checks, opened, ran, written
from telegram_format.diagnostics.codes import severity
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.diagnostics.policy import LENIENT, STRICT, Policy
from telegram_format.errors import (
    DiagnosticError,
    RevisionError,
    SerializationError,
    StrictReadingError,
)
from telegram_format.kit import Carrier, Reader, Wrapped, Writer
from telegram_format.model.construction import quick
from telegram_format.model.telegram import Telegram
from telegram_format.reading.detection import Detection
from telegram_format.reading.draft import NO_CONTEXT, Context, Draft
from telegram_format.reading.fill import context_of, fill
from telegram_format.reading.plugin import PluginInfo
from telegram_format.reading.reading import Reading
from telegram_format.registry import Registry
from telegram_format.text.decode import encode
from telegram_format.text.source import Source
from telegram_format.writing.serialized import Serialized

REGISTRY = Registry(
    plugins=not os.environ.get("TELEGRAM_FORMAT_DISABLE_PLUGINS"),
    preferred=tuple(os.environ.get("TELEGRAM_FORMAT_READERS", "").replace(",", " ").split()),
)


@frozen
class Detected:
    """What an input was taken for: `format` and `carrier` by name, why, and how every reader scored, best first."""

    format: str
    carrier: str
    detection: Detection
    candidates: tuple[tuple[str, Detection], ...]


def parse(
    data: bytes | str,
    *,
    format: str | Reader | None = None,  # noqa: A002
    carrier: str | Carrier | None = None,
    context: Context | None = None,
    policy: Policy = LENIENT,
    encoding: str | None = None,
    name: str | None = None,
) -> Reading:
    """Read one telegram from its content.

    `format` and `carrier` are names or objects; named ones are obeyed, else they are detected. `context` tells what
    the text may lack; `encoding` declares an encoding for bytes; `name` is used in messages.

    Bad text raises nothing: it is told in `Reading.diagnostics`, unless `policy` is `STRICT`: then the reading is
    finished and `StrictReadingError` raised if it has any warning or error. Raises `UnknownFormatError` for unknown
    names, `PluginError` for plug-ins that do not load, `LookupError` for an unknown encoding.
    """
    return parse_source(Source.of(data, encoding=encoding, name=name), format, carrier, context, policy)


def parse_source(
    source: Source,
    format: str | Reader | None = None,  # noqa: A002
    carrier: str | Carrier | None = None,
    context: Context | None = None,
    policy: Policy = LENIENT,
) -> Reading:
    """As `parse`, for a source that was made."""
    chosen, unanswered = carrier_for(REGISTRY, source, carrier)
    wrapped, opener, failures = opened(REGISTRY, chosen, source)
    reading = _read(wrapped, opener, failures, format, context or NO_CONTEXT, unanswered=unanswered)
    if policy is STRICT:
        raise_for(reading)
    return reading


def read(
    path: str | os.PathLike[str],
    *,
    format: str | Reader | None = None,  # noqa: A002
    carrier: str | Carrier | None = None,
    context: Context | None = None,
    policy: Policy = LENIENT,
    encoding: str | None = None,
) -> Reading:
    """Read one telegram from a file. As `parse`; `OSError` passes."""
    from pathlib import Path  # 2 ms: only for those who read files

    data = Path(path).read_bytes()
    return parse(
        data,
        format=format,
        carrier=carrier,
        context=context,
        policy=policy,
        encoding=encoding,
        name=os.fspath(path),
    )


def detect(data: bytes | str, *, carrier: str | Carrier | None = None, name: str | None = None) -> Detected:
    """What `data` would be read as, and how sure that is. Raises nothing but what unknown names raise."""
    source = Source.of(data, name=name)
    chosen, _ = carrier_for(REGISTRY, source, carrier)
    wrapped, opener, _ = opened(REGISTRY, chosen, source)
    found, _ = ranked(REGISTRY, wrapped.view, name)
    reader, detection = best(found)
    return Detected(reader.name, opener.name, detection, tuple((reader.name, said) for reader, said in found))


def serialize(
    telegram: Telegram,
    format: str | Writer,  # noqa: A002
    *,
    policy: Policy = LENIENT,
    **options: object,
) -> Serialized:
    """Write a telegram in a format, and read it back to tell what the format could not say.

    `format` is the name of a writer or a writer; `options` are that writer's. Differences between the telegram and
    what reads back are `Serialized.losses`.

    Raises `SerializationError` for a value that would break the frame of the format (a line end in an address, the
    end of message sign in a paragraph), and under the `STRICT` policy for any loss; `TypeError` for an option that
    the writer does not have; `UnknownFormatError` and `PluginError` as `parse` does.
    """
    writer = REGISTRY.writer(format) if isinstance(format, str) else format
    data = encode(written(REGISTRY, writer, telegram, options))
    said = parse(data, format=writer.reader, carrier=writer.carrier, encoding="utf-8").telegram
    losses = accounted(REGISTRY, writer, telegram, said)
    if losses and policy is STRICT:
        reason = f"{writer.name} cannot say it: {losses[0].why}" + (
            f" (and {len(losses) - 1} more)" * (len(losses) > 1)
        )
        raise SerializationError(losses[0].path, reason, losses)
    return Serialized(data, writer.name, losses, said)


def to_html(reading: Reading, *, title: str | None = None) -> str:
    """A page of a reading: the source in full with its fields marked and named, and all that is odd beside its place.

    The page stands alone: it has no script, asks for nothing from elsewhere and says so in its content security
    policy. It is fit for light and dark screens, for narrow ones and for paper. `title` stands in place of the
    message number and the subject.

    All text of the source is text in the page, whatever it holds: what would be hidden (control characters, marks that
    turn the direction of text, bytes that did not decode) has a visible form. Equal readings of equal bytes give equal
    pages. Encode it as UTF-8. Raises nothing; takes time in proportion to the text and its places.
    """
    from telegram_format.views.page import page  # only for those who look

    return page(reading, title)


def register_reader(reader: Reader | type[Reader] | str, *, replace: bool = False) -> None:
    """Add a reader for this process: an object, a class, or `"package.module:Name"`, which is loaded now.

    The same one again is nothing; another of a name that is taken raises `PluginError`, unless `replace` is true. The
    names of built-in readers cannot be taken.
    """
    REGISTRY.register("reader", reader, replace=replace)


def register_carrier(carrier: Carrier | type[Carrier] | str, *, replace: bool = False) -> None:
    """Add a carrier for this process, as `register_reader` does."""
    REGISTRY.register("carrier", carrier, replace=replace)


def register_writer(writer: Writer | type[Writer] | str, *, replace: bool = False) -> None:
    """Add a writer for this process, as `register_reader` does."""
    REGISTRY.register("writer", writer, replace=replace)


def writers() -> dict[str, PluginInfo]:
    """The writers there are, by name."""
    return REGISTRY.listing("writer")


def readers() -> dict[str, PluginInfo]:
    """The readers there are, by name."""
    return REGISTRY.listing("reader")


def carriers() -> dict[str, PluginInfo]:
    """The carriers there are, by name."""
    return REGISTRY.listing("carrier")


@quick
@frozen
class _Origin:
    """How a reading was made: with what reader and carrier, and which of the embedded telegrams it is.

    It also draws readings, for a room further out knows how.
    """

    reader: Reader
    carrier: Carrier
    context: Context
    source: Source
    steps: tuple[int, ...] = ()

    def read(self, data: bytes) -> Reading:
        source = self.source.like(data)
        reading = _read(*opened(REGISTRY, self.carrier, source), self.reader, self.context)
        for step in self.steps:
            if step >= len(reading.embedded):
                raise RevisionError("", "the patched source no longer holds this telegram")
            reading = reading.embedded[step]
        return reading

    def escape(self, words: str) -> str:
        escape: Callable[[str], str] | None = getattr(self.carrier, "escape", None)
        return words if escape is None else escape(words)

    @staticmethod
    def draw(reading: Reading) -> str:
        from telegram_format.views.notebook import fragment  # only for notebooks

        return fragment(reading)


def _read(
    wrapped: Wrapped,
    carrier: Carrier,
    failures: tuple[str, ...],
    wanted: str | Reader | None,
    given: Context,
    steps: tuple[int, ...] = (),
    unanswered: tuple[str, ...] = (),
) -> Reading:
    view = wrapped.view
    detection: Detection | None = None
    tied = ""
    if wanted is None:
        found, failed = ranked(REGISTRY, view, view.source.name)
        reader, detection = best(found)
        tied = tied_with(REGISTRY, found)
        if reader.name == "plain":  # one of those that failed when asked may be the one that knows the text
            failures = (*failures, *unanswered, *failed)
    else:
        reader = REGISTRY.reader(wanted) if isinstance(wanted, str) else wanted
    context = context_of(wrapped.facts, given)
    draft = _noted(Draft(view, context, reader.name), failures)
    if tied:
        draft.note("format-ambiguous", f"{tied} fits as well as {reader.name}", 0, 0)
    failure = ran(REGISTRY, reader, draft, len(steps))
    if failure is not None:
        reader = REGISTRY.reader("plain")
        draft = _noted(Draft(view, context, reader.name), (*failures, failure))
        reader.read(draft)
    fill(draft, wrapped.facts)
    telegram = draft.telegram()
    source = view.source
    trace = draft.trace()
    notes = [*_source_notes(source), *draft.diagnostics(), *checks()(telegram, trace)]
    embedded = tuple(
        [_read(Wrapped(part), carrier, (), reader, context, (*steps, index)) for index, part in enumerate(draft.parts)]
    )
    return Reading(
        source,
        telegram,
        trace,
        tuple(notes),
        reader.name,
        carrier.name,
        view,
        detection,
        embedded,
        _Origin(reader, carrier, given, source, steps),
        REGISTRY.info("reader", reader),
    )


def _noted(draft: Draft, failures: tuple[str, ...]) -> Draft:
    for failure in failures:
        draft.note("plugin-failed", failure, 0, 0)
    return draft


def _source_notes(source: Source) -> list[Diagnostic]:
    if source.how != "fallback":
        return []
    return [Diagnostic("encoding-fallback", severity("encoding-fallback"), "not UTF-8; read as cp1252")]


def raise_for(reading: Reading) -> None:
    """Raise what the strict policy raises for a reading with a warning or an error."""
    grave = [DiagnosticError(found) for found in reading.diagnostics if found.severity != "info"]
    if grave:
        raise StrictReadingError(f"{reading.source.name or 'the telegram'} is not as it should be", grave, reading)
