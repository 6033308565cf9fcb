"""Names to readers, carriers and writers.

Strategy: built-ins stand in a static table of strings, so that naming one imports that one and nothing else. Plug-ins
come from entry points (`telegram_format.readers`, `.carriers`, `.writers`; the entry point's name is the format's
name); they are scanned once, when an unknown name or a detection asks for them, and loaded one by one, each on its
own: one that fails is listed with its cause and breaks nothing.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from typing import Any

from attrs import define, evolve, field

from telegram_format.built_in import BUILT_IN, DISTRIBUTION, VERSION
from telegram_format.errors import PluginError, UnknownFormatError
from telegram_format.kit import API_VERSION, OLDEST_API_VERSION, Carrier, Reader, Writer
from telegram_format.reading.plugin import Kind, PluginInfo, words_of

__all__ = ["BUILT_IN", "Kind", "PluginInfo", "Registry"]

_NAME = re.compile(r"[a-z][a-z0-9_]*+")
_NEEDED: Mapping[Kind, tuple[str, ...]] = {
    "reader": ("detect", "read"),
    "carrier": ("detect", "open"),
    "writer": ("reader", "carrier", "losses", "write"),
}


@define
class _Entry:
    info: PluginInfo
    value: Any = None
    cause: BaseException | None = None


@define
class Registry:
    """Readers, carriers and writers by name.

    `plugins=False` knows the built-in ones and what is registered by a call. `preferred` are names of readers, or
    `name@distribution`, those to be preferred first: of two that are as sure of a text the preferred one is taken, and
    of two distributions with one name the one that is named. Names that nobody has are passed over. `watch` is told
    of each plug-in that is about to run, and the empty text when it is done.
    """

    plugins: bool = True
    preferred: tuple[str, ...] = ()
    watch: Callable[[str], None] | None = None
    _entries: dict[tuple[Kind, str], list[_Entry]] = field(factory=dict, init=False)
    _usable: dict[Kind, list[Any]] = field(factory=dict, init=False)
    _scanned: bool = field(default=False, init=False)
    _lock: threading.RLock = field(factory=threading.RLock, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for kind, table in BUILT_IN.items():
            for name, target in table.items():
                info = PluginInfo(name, kind, True, target, DISTRIBUTION, VERSION)
                self._entries[kind, name] = [_Entry(info)]

    def reader(self, name: str) -> Reader:
        """The reader of that name, or `name@distribution`.

        Raises `UnknownFormatError` if there is none, `PluginError` if it cannot be loaded or is ambiguous.
        """
        reader: Reader = self._load("reader", name)
        return reader

    def carrier(self, name: str) -> Carrier:
        """The carrier of that name; raises as `reader` does."""
        carrier: Carrier = self._load("carrier", name)
        return carrier

    def writer(self, name: str) -> Writer:
        """The writer of that name; raises as `reader` does."""
        writer: Writer = self._load("writer", name)
        return writer

    def register(self, kind: Kind, value: object, *, replace: bool = False) -> None:
        """Add a reader, carrier or writer by hand: an object, a class, or `"package.module:Name"`.

        The same one again is nothing. Another one of a name that is taken is refused, unless `replace` says that it
        takes its place; the names of built-in ones cannot be taken. Raises `PluginError`.
        """
        target = value if isinstance(value, str) else f"{type(value).__module__}:{type(value).__qualname__}"
        with self._lock:
            entry = _Entry(PluginInfo("", kind, False, target))
            if isinstance(value, str):
                self._ensure(entry)
            else:
                try:
                    self._finish(entry, value() if isinstance(value, type) else value)
                except (Exception, SystemExit) as cause:  # the class may do anything when it is called
                    self._fail(entry, cause)
            if entry.cause is not None:
                raise PluginError(f"{kind} {target}: {entry.info.status}") from entry.cause
            name = entry.value.name
            entry.info = evolve(entry.info, name=name)
            known = self._entries.get((kind, name))
            if known is not None and value in (known[0].value, type(known[0].value), known[0].info.target):
                return
            if known is not None and (known[0].info.built_in or not replace):
                raise PluginError(f"the name {name!r} is taken by {known[0].info.target}")
            self._entries[kind, name] = [entry]
            self._usable.clear()

    def info(self, kind: Kind, value: Reader | Carrier | Writer) -> PluginInfo:
        """What is known of a reader, carrier or writer that is in use."""
        for entry in self._entries.get((kind, value.name), ()):
            if entry.value is value:
                return entry.info
        return PluginInfo(value.name, kind, False, f"{type(value).__module__}:{type(value).__qualname__}", status="ok")

    def added(self) -> list[tuple[Kind, Any]]:
        """What was registered by a call, with its kind."""
        return [
            (kind, entry.value)
            for (kind, _), entries in self._entries.items()
            for entry in entries
            if entry.value is not None and not entry.info.built_in and entry.info.distribution is None
        ]

    def watched(self, kind: Kind, value: Reader | Carrier | Writer) -> AbstractContextManager[None]:
        """While this lasts, `value` runs: whoever watches is told."""
        return self._told(self.info(kind, value))

    @contextmanager
    def _told(self, info: PluginInfo) -> Iterator[None]:
        if self.watch is None or info.built_in:
            yield
            return
        self.watch(str(info))
        try:
            yield
        finally:
            self.watch("")

    def preference(self, reader: Reader) -> int:
        """The place of a reader among the preferred ones, from 0; behind them all if it is none of them."""
        info = self.info("reader", reader)
        names = (info.name, f"{info.name}@{info.distribution}")
        return next((at for at, name in enumerate(self.preferred) if name in names), len(self.preferred))

    def usable(self, kind: Kind) -> list[Any]:
        """All of a kind that load, built-in ones first, then by name."""
        if kind in self._usable:
            return self._usable[kind]
        self._scan()
        found = []
        for (known, _), declared in sorted(self._entries.items(), key=lambda item: _rank(item[1])):
            entries = self._wanted(declared)
            if known == kind and len(entries) == 1:
                self._ensure(entries[0])
                if entries[0].cause is None:
                    found.append(entries[0].value)
        self._usable[kind] = found
        return found

    def listing(self, kind: Kind, *, load: bool = False) -> dict[str, PluginInfo]:
        """What there is, by name, and in what state; `load` tries each. Doubled names carry `@distribution`."""
        self._scan()
        found: dict[str, PluginInfo] = {}
        for (known, name), entries in sorted(self._entries.items(), key=lambda item: _rank(item[1])):
            if known != kind:
                continue
            for entry in entries:
                if load:
                    self._ensure(entry)
                found[name if len(entries) == 1 else f"{name}@{entry.info.distribution}"] = entry.info
        return found

    def _load(self, kind: Kind, name: str) -> Any:
        declared = self._entries.get((kind, name))
        if declared is not None and declared[0].info.built_in and declared[0].value is not None:
            return declared[0].value  # as nearly always; nobody else can have this name
        if (kind, name.partition("@")[0]) not in self._entries:
            self._scan()
        entries = self._wanted(self._named(kind, name))
        if not entries:
            known = ", ".join(sorted(slot for known, slot in self._entries if known == kind and "@" not in slot))
            raise UnknownFormatError(f"unknown {kind} {name!r}; there are: {known}")
        if len(entries) > 1:
            owners = " and ".join(sorted(str(entry.info.distribution) for entry in entries))
            raise PluginError(f"the name {name!r} is declared by {owners}; ask for {name}@DISTRIBUTION")
        self._ensure(entries[0])
        if entries[0].cause is not None:
            raise PluginError(f"{entries[0].info} {entries[0].info.status}") from entries[0].cause
        return entries[0].value

    def _named(self, kind: Kind, name: str) -> list[_Entry]:
        """What is declared by that name; last of all what may not be, so that its cause can be told."""
        plain_name, _, distribution = name.partition("@")
        entries = self._entries.get((kind, plain_name), [])
        if distribution:
            entries = [entry for entry in entries if entry.info.distribution == distribution]
        if entries:
            return entries
        slots = [slot for known, slot in self._entries if known == kind and f"{slot}@".startswith(f"{name}@")]
        return self._entries[kind, slots[0]] if slots else []

    def _wanted(self, entries: list[_Entry]) -> list[_Entry]:
        """Of entries of one name the one whose distribution is preferred, if one is; else all."""
        if len(entries) > 1:
            for name in self.preferred:
                for entry in entries:
                    if entry.info.kind == "reader" and name == f"{entry.info.name}@{entry.info.distribution}":
                        return [entry]
        return entries

    def _ensure(self, entry: _Entry) -> None:
        with self._lock:
            if entry.value is not None or entry.cause is not None:
                return
            module, _, attribute = entry.info.target.partition(":")
            try:
                with self._told(entry.info):
                    value = getattr(import_module(module), attribute)
                    self._finish(entry, value() if isinstance(value, type) else value)
            except (Exception, SystemExit) as cause:  # a plug-in may do anything when it is imported
                self._fail(entry, cause)

    def _finish(self, entry: _Entry, value: Any) -> None:
        missing = [name for name in ("name", *_NEEDED[entry.info.kind]) if not hasattr(value, name)]
        version = getattr(value, "api_version", API_VERSION)
        if missing:
            self._fail(entry, TypeError(f"it lacks {', '.join(missing)}"))
        elif not isinstance(value.name, str) or _NAME.fullmatch(value.name) is None:
            self._fail(entry, ValueError(f"{value.name!r} is no name for a format"))
        elif type(version) is not int or not OLDEST_API_VERSION <= version <= API_VERSION:
            window = f"{OLDEST_API_VERSION} to {API_VERSION}" if OLDEST_API_VERSION < API_VERSION else str(API_VERSION)
            self._fail(entry, TypeError(f"it is written for plug-in API {version}; this library has {window}"))
        elif entry.info.name and value.name != entry.info.name:
            self._fail(entry, ValueError(f"it is declared as {entry.info.name!r} and calls itself {value.name!r}"))
        else:
            entry.value = value
            entry.info = evolve(entry.info, status="ok", api_version=version)

    def _fail(self, entry: _Entry, cause: BaseException) -> None:
        entry.cause = cause
        entry.info = evolve(entry.info, status=f"failed: {words_of(cause)}")

    def _scan(self) -> None:
        with self._lock:
            if self._scanned or not self.plugins:
                return
            self._scanned = True
            from importlib.metadata import entry_points  # 38 ms: not before it is needed

            kinds: tuple[Kind, ...] = ("reader", "carrier", "writer")
            for kind in kinds:
                for point in entry_points(group=f"telegram_format.{kind}s"):
                    distribution = point.dist
                    owner = distribution.name if distribution is not None else None
                    version = distribution.version if distribution is not None else None
                    entry = _Entry(PluginInfo(point.name, kind, False, point.value, owner, version))
                    if _NAME.fullmatch(point.name) is None:
                        self._fail(entry, ValueError(f"{point.name!r} is no name for a format"))
                    elif point.name in BUILT_IN[kind]:
                        self._fail(entry, ValueError(f"{point.name!r} is the name of a built-in {kind}"))
                    slot = point.name if entry.cause is None else f"{point.name}@{owner}"
                    self._entries.setdefault((kind, slot), []).append(entry)


def _rank(entries: list[_Entry]) -> tuple[bool, str]:
    return not entries[0].info.built_in, entries[0].info.name
