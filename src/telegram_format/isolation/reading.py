"""Reading in a process of its own: what a plug-in does there cannot end, stop or fill the process that asks.

Strategy: the text goes to a worker and the finished reading comes back, pickled on that side. On this side only
classes of this library are made again, so no code of a plug-in runs here. Each plug-in is announced before it is
called; so when the worker is ended, it is known whose work it was, and a plain reading says so.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from types import TracebackType
from typing import Any, Self

from attrs import evolve, frozen

from telegram_format import api
from telegram_format.diagnostics.codes import severity
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.diagnostics.policy import LENIENT, STRICT, Policy
from telegram_format.errors import PluginError, TelegramFormatError
from telegram_format.isolation.child import say
from telegram_format.isolation.failure import WorkFailed
from telegram_format.isolation.worker import Worker
from telegram_format.kit import Carrier, Context, Reader
from telegram_format.many import Paths, judged, sources
from telegram_format.reading.plugin import Kind
from telegram_format.reading.reading import Reading
from telegram_format.registry import Registry
from telegram_format.streams.inputs import Readable, inputs
from telegram_format.text.source import Source

Item = tuple[bytes | str, str | None, str | None, int]
"""Content, encoding, name and offset: what makes a source."""

_DATES = {"date", "datetime", "timedelta", "timezone"}


def isolated(
    *,
    format: str | Reader | None = None,  # noqa: A002
    carrier: str | Carrier | None = None,
    context: Context | None = None,
    policy: Policy = LENIENT,
    encoding: str | None = None,
    seconds: float = 10.0,
    memory: int | None = 1 << 30,
) -> Isolated:
    """Read telegrams in a process of its own, so that no plug-in can hang or end this one.

    `with isolated(format="quay") as parse:` gives a function `parse(data, name=None)` that reads as `telegram_format.
    parse` does. A telegram may take `seconds` of wall time and `memory` bytes of address space (`None`: no limit;
    systems other than Linux do not hold it). A reading that is stopped, or whose process ends, is the plain reading of
    the text with the diagnostic `plugin-failed`, or `reading-stopped` where no plug-in was at work; the next telegram
    is read in a new process. Readings by plug-ins cannot be revised.

    `format` and `carrier` may be objects if they can be pickled. Raises `PluginError` if they cannot, `ValueError` for
    limits that are none. `parse` raises what `telegram_format.parse` raises, and `PluginError` if the process cannot
    begin or a plug-in fails as it is loaded. `parse.parse_all` and `parse.read_all` read many.
    """
    return Isolated(_Manner(format, carrier, context, encoding), policy, seconds, memory)


@frozen
class _Manner:
    """How telegrams are read, and the readers and carriers that the other process must be told of."""

    format: str | Reader | None
    carrier: str | Carrier | None
    context: Context | None
    encoding: str | None
    plugins: bool = True
    preferred: tuple[str, ...] = ()
    added: tuple[tuple[Kind, Any], ...] = ()


class Isolated:
    """Reads telegrams in another process; made by `isolated`. Call it, and close it or use it with `with`."""

    def __init__(self, manner: _Manner, policy: Policy, seconds: float, memory: int | None) -> None:
        registry = api.REGISTRY
        self._policy = policy
        self._encoding = manner.encoding
        self._named = manner.format is not None
        manner = evolve(manner, plugins=registry.plugins, preferred=registry.preferred, added=tuple(registry.added()))
        prepare: Callable[[], object] = partial(_prepare, manner)
        task: Callable[[Item], object] = partial(_read, manner)
        try:
            self._worker: Worker[Item, object] = Worker(
                task, seconds=seconds, memory=memory, prepare=prepare, remake=_remade
            )
        except (pickle.PicklingError, AttributeError, TypeError) as cause:
            raise PluginError(f"a reader or carrier cannot be taken into another process: {cause}") from cause

    def __call__(self, data: bytes | str, *, name: str | None = None) -> Reading:
        """The reading of one telegram; `name` is used in messages."""
        reading = self.read(Source.of(data, encoding=self._encoding, name=name))
        if self._policy is STRICT:
            api.raise_for(reading)
        return reading

    def parse_all(self, data: bytes | str | Readable, *, name: str | None = None) -> Iterator[Reading]:
        """The telegrams of one content or stream, one by one, as `telegram_format.parse_all` gives them."""
        for source in sources(data, self._encoding, name):
            reading = self.read(source)
            stopped = reading.detection is None and not self._named
            yield judged(reading, self._policy, named=self._named or stopped)

    def read_all(self, paths: Paths) -> Iterator[Reading]:
        """The telegrams of files, folders and archives, one by one, as `telegram_format.read_all` gives them."""
        for found in inputs(paths):
            yield from self.parse_all(found.stream, name=found.name)

    def read(self, source: Source) -> Reading:
        """The reading of a source, whatever the policy."""
        data = source.text if source.how == "text" else source.data
        try:
            found = self._worker.run((data, self._encoding, source.name, source.offset))
        except WorkFailed as failure:
            if failure.reason == "start":
                raise PluginError(f"{failure.activity or 'the worker'} failed at its start: {failure.detail}") from None
            return _stopped(source, failure)
        if isinstance(found, TelegramFormatError):
            raise found
        return found if isinstance(found, Reading) else _stopped(source, WorkFailed("result", "it is no reading"))

    def close(self) -> None:
        """End the process."""
        self._worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def _remade(pickled: bytes) -> object:
    return _Remaking(BytesIO(pickled)).load()


class _Remaking(pickle.Unpickler):
    """Makes values of this library's classes, and no others."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in _DATES:
            return super().find_class(module, name)
        if module.startswith("telegram_format."):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__.startswith("telegram_format."):
                return found
        raise pickle.UnpicklingError(f"a value of {module}.{name}, which is none of this library")


def _stopped(source: Source, failure: WorkFailed) -> Reading:
    """The plain reading of a text whose reading failed in the other process."""
    code = "plugin-failed" if failure.activity else "reading-stopped"
    note = Diagnostic(code, severity(code), f"{failure.activity or 'reading'} failed: {failure}", (0, 0))
    reading = api.parse_source(source, "plain", "plain")
    return evolve(reading, diagnostics=(note, *reading.diagnostics))


def _prepare(manner: _Manner) -> None:
    """In the other process: know the same readers and carriers, and load those that may be needed."""
    api.REGISTRY = Registry(plugins=manner.plugins, preferred=manner.preferred, watch=say)
    for kind, value in manner.added:
        api.REGISTRY.register(kind, value, replace=True)
    if manner.carrier is None:
        api.REGISTRY.usable("carrier")
    try:
        if manner.format is None:
            api.REGISTRY.usable("reader")
        elif isinstance(manner.format, str):
            api.REGISTRY.reader(manner.format)
    except TelegramFormatError:  # the first telegram raises it again
        return


def _read(manner: _Manner, item: Item) -> Reading | TelegramFormatError:
    """In the other process: the reading, or what the caller did wrong."""
    data, encoding, name, offset = item
    source = Source.of(data, encoding=encoding, name=name, offset=offset)
    try:
        reading = _without_plugins(api.parse_source(source, manner.format, manner.carrier, manner.context))
    except TelegramFormatError as error:
        return error
    if reading.origin is None:  # it may hold values that cannot be pickled, or made again
        say(str(reading.reader))
    return reading


def _without_plugins(reading: Reading) -> Reading:
    """Without the reader and the carrier themselves, where they are not built in."""
    origin: Any = reading.origin
    info = api.REGISTRY.info
    if info("reader", origin.reader).built_in and info("carrier", origin.carrier).built_in:
        return reading
    return evolve(reading, origin=None, embedded=tuple(map(_without_plugins, reading.embedded)))
