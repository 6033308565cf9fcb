"""Readers and carriers by name: built in, registered by hand, declared by other packages."""

from __future__ import annotations

import importlib.metadata
import sys
import types
from collections.abc import Callable
from typing import NamedTuple

import pytest

import telegram_format as tf
from telegram_format.errors import PluginError, UnknownFormatError
from telegram_format.kit import API_VERSION, Detection, Draft, Sample, Source, View, Wrapped
from telegram_format.readers.plain import Plain
from telegram_format.registry import BUILT_IN, Registry

READERS = sorted(BUILT_IN["reader"])


class Distribution(NamedTuple):
    name: str
    version: str


class Point(NamedTuple):
    """What an entry point is to the registry."""

    name: str
    value: str
    dist: Distribution | None


class Roofs:
    """A reader of a plug-in."""

    name = "roofs"

    def detect(self, sample: Sample) -> Detection:
        return Detection(1.0 if sample.text.startswith("ROOF") else 0.0, "roofs")

    def read(self, draft: Draft) -> None:
        draft.put("subject", "roofs", 0, 4)


class Sheet:
    """A carrier of a plug-in."""

    name = "sheet"

    def detect(self, source: Source) -> Detection:
        return Detection(0.0, f"no sheet in {source.name}")

    def open(self, source: Source) -> Wrapped:
        return Wrapped(View.whole(source))


class Halves:
    """A reader that lacks a method."""

    name = "halves"

    def detect(self, sample: Sample) -> Detection:
        return Detection(0.0, f"nothing in {sample.name}")


class Old(Roofs):
    """A reader for another version of the contract."""

    name = "old"
    api_version = API_VERSION + 1


class Broken(Roofs):
    """A reader that cannot be made."""

    name = "broken"

    def __init__(self) -> None:
        raise OSError("no roof")


class Leaving(Roofs):
    """A reader that ends the process when it is made."""

    name = "leaving"

    def __init__(self) -> None:
        raise SystemExit(3)


Declare = Callable[..., Registry]


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch) -> Declare:
    """`declare(roofs="roof_reader:Roofs")`: a registry that finds these readers declared by `roof-package` 1.2."""
    module = types.ModuleType("roof_reader")
    for value in (Roofs, Sheet, Halves, Old, Broken, Leaving):
        setattr(module, value.__name__, value)
    module.ready = Roofs()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "roof_reader", module)

    def declared(*more: Point, carriers: tuple[Point, ...] = (), plugins: bool = True, **readers: str) -> Registry:
        owner = Distribution("roof-package", "1.2")
        points = {
            "telegram_format.readers": [*(Point(name, value, owner) for name, value in readers.items()), *more],
            "telegram_format.carriers": list(carriers),
            "telegram_format.writers": [],
        }
        monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: points[group])
        return Registry(plugins=plugins)

    return declared


def test_built_in_names(declare: Declare) -> None:
    registry = declare()
    assert isinstance(registry.reader("plain"), Plain)
    assert registry.reader("plain") is registry.reader("plain") is registry.reader("plain@telegram-format")
    assert registry.carrier("plain").name == "plain"
    for kind, table in BUILT_IN.items():
        found = registry.listing(kind, load=True)
        assert set(found) == set(table)
        for name, info in found.items():
            assert (info.name, info.kind, info.status, info.built_in) == (name, kind, "ok", True)
            assert info.distribution == "telegram-format"


def test_naming_a_built_in_asks_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(group: str) -> list[Point]:
        raise AssertionError(group)

    monkeypatch.setattr(importlib.metadata, "entry_points", asked)
    assert Registry().reader("cablegate").name == "cablegate"


@pytest.mark.parametrize("name", ["", "roof", "plain@nobody", "Plain", "@", "plain@"])
def test_unknown_names(declare: Declare, name: str) -> None:
    registry = declare(roofs="roof_reader:Roofs")
    if name == "plain@":
        assert registry.reader(name).name == "plain"
        return
    with pytest.raises(
        UnknownFormatError,
        match="there are: " + ", ".join(sorted({*READERS, *([] if "@" in name and name != "@" else ["roofs"])})),
    ) as caught:
        registry.reader(name)
    assert isinstance(caught.value, LookupError)
    assert repr(name) in str(caught.value)


def test_a_declared_reader(declare: Declare) -> None:
    registry = declare(roofs="roof_reader:Roofs")
    info = registry.listing("reader")["roofs"]
    assert (info.status, info.built_in, info.target) == ("not loaded", False, "roof_reader:Roofs")
    assert (info.distribution, info.version) == ("roof-package", "1.2")
    assert registry.reader("roofs").name == "roofs"
    assert registry.reader("roofs@roof-package") is registry.reader("roofs")
    assert registry.listing("reader")["roofs"].status == "ok"
    assert [reader.name for reader in registry.usable("reader")] == [*READERS, "roofs"]


def test_a_declared_object_is_taken_as_it_is(declare: Declare) -> None:
    registry = declare(roofs="roof_reader:ready")
    assert registry.reader("roofs") is sys.modules["roof_reader"].ready


def test_a_declared_carrier(declare: Declare) -> None:
    point = Point("sheet", "roof_reader:Sheet", Distribution("roof-package", "1.2"))
    registry = declare(carriers=(point,))
    assert registry.carrier("sheet").name == "sheet"
    assert "sheet" not in registry.listing("reader")
    assert [carrier.name for carrier in registry.usable("carrier")][-1] == "sheet"


def test_scanned_once(declare: Declare, monkeypatch: pytest.MonkeyPatch) -> None:
    registry = declare(roofs="roof_reader:Roofs")
    registry.listing("reader")
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: pytest.fail(group))
    registry.listing("carrier")
    assert registry.reader("roofs").name == "roofs"
    with pytest.raises(UnknownFormatError):
        registry.reader("slates")


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("no_such_module:Roofs", "failed: ModuleNotFoundError: No module named 'no_such_module'"),
        ("roof_reader:Slates", "failed: AttributeError: module 'roof_reader' has no attribute 'Slates'"),
        ("roof_reader:Halves", "failed: TypeError: it lacks read"),
        ("roof_reader:Sheet", "failed: TypeError: it lacks read"),
        ("roof_reader:Old", "failed: TypeError: it is written for plug-in API 2; this library has 1"),
        ("roof_reader:Roofs", "failed: ValueError: it is declared as 'slates' and calls itself 'roofs'"),
        ("roof_reader:Broken", "failed: OSError: no roof"),
        ("roof_reader:Leaving", "failed: SystemExit: 3"),
    ],
)
def test_what_does_not_load_breaks_nothing(declare: Declare, target: str, status: str) -> None:
    registry = declare(slates=target, roofs="roof_reader:Roofs")
    assert [reader.name for reader in registry.usable("reader")] == [*READERS, "roofs"]
    assert registry.listing("reader")["slates"].status == status
    with pytest.raises(PluginError, match="slates") as caught:
        registry.reader("slates")
    assert isinstance(caught.value, ImportError)
    assert caught.value.__cause__ is not None
    assert registry.reader("roofs").name == "roofs"


def test_listing_loads_when_asked(declare: Declare) -> None:
    registry = declare(slates="roof_reader:Broken", roofs="roof_reader:Roofs")
    found = registry.listing("reader", load=True)
    assert {name: info.status.partition(":")[0] for name, info in found.items()} == {
        **dict.fromkeys(READERS, "ok"),
        "roofs": "ok",
        "slates": "failed",
    }


@pytest.mark.parametrize("name", ["Roofs", "1roof", "a roof", "röfs", "", "roof-s"])
def test_names_that_are_none(declare: Declare, name: str) -> None:
    registry = declare(Point(name, "roof_reader:Roofs", Distribution("roof-package", "1.2")))
    info = registry.listing("reader")[f"{name}@roof-package"]
    assert info.status == f"failed: ValueError: {name!r} is no name for a format"
    assert [reader.name for reader in registry.usable("reader")] == READERS


def test_the_name_of_a_built_in_is_refused(declare: Declare) -> None:
    registry = declare(plain="roof_reader:Roofs")
    assert isinstance(registry.reader("plain"), Plain)
    assert registry.listing("reader")["plain@roof-package"].status == (
        "failed: ValueError: 'plain' is the name of a built-in reader"
    )


def test_one_name_of_two_distributions(declare: Declare) -> None:
    one = Point("roofs", "roof_reader:Roofs", Distribution("roof-package", "1.2"))
    two = Point("roofs", "roof_reader:ready", Distribution("tin-package", "2.0"))
    registry = declare(one, two)
    with pytest.raises(PluginError, match=r"roof-package and tin-package; ask for roofs@DISTRIBUTION"):
        registry.reader("roofs")
    assert registry.reader("roofs@tin-package") is sys.modules["roof_reader"].ready
    assert registry.reader("roofs@roof-package") is not registry.reader("roofs@tin-package")
    assert [reader.name for reader in registry.usable("reader")] == READERS
    assert set(registry.listing("reader")) == {*READERS, "roofs@roof-package", "roofs@tin-package"}


def test_of_two_distributions_one_is_preferred(declare: Declare) -> None:
    one = Point("roofs", "roof_reader:Roofs", Distribution("roof-package", "1.2"))
    two = Point("roofs", "roof_reader:ready", Distribution("tin-package", "2.0"))
    registry = declare(one, two)
    registry.preferred = ("nobody", "roofs@nobody", "roofs@tin-package")
    chosen = sys.modules["roof_reader"].ready
    assert registry.reader("roofs") is chosen
    assert [reader.name for reader in registry.usable("reader")] == [*READERS, "roofs"]
    assert registry.usable("reader")[-1] is chosen
    assert registry.reader("roofs@roof-package") is not chosen
    assert (registry.preference(chosen), registry.preference(registry.reader("plain"))) == (2, 3)
    registry.preferred = ("roofs",)
    with pytest.raises(PluginError, match="roof-package and tin-package"):
        registry.reader("roofs")


def test_a_point_without_a_distribution(declare: Declare) -> None:
    registry = declare(Point("roofs", "roof_reader:Roofs", None))
    info = registry.listing("reader")["roofs"]
    assert (info.distribution, info.version) == (None, None)
    assert registry.reader("roofs").name == "roofs"


def test_without_plugins(declare: Declare) -> None:
    registry = declare(roofs="roof_reader:Roofs", plugins=False)
    with pytest.raises(UnknownFormatError, match="there are: " + ", ".join(READERS) + "$"):
        registry.reader("roofs")
    assert set(registry.listing("reader")) == set(READERS)
    registry.register("reader", Roofs())
    assert registry.reader("roofs").name == "roofs"


def test_registered_by_hand(declare: Declare) -> None:
    registry = declare()
    before = registry.usable("reader")
    reader = Roofs()
    registry.register("reader", reader)
    registry.register("reader", reader)
    registry.register("carrier", Sheet())
    assert registry.reader("roofs") is reader
    assert [known.name for known in registry.usable("reader")] == [*(known.name for known in before), "roofs"]
    info = registry.listing("reader")["roofs"]
    assert (info.status, info.built_in, info.distribution) == ("ok", False, None)
    assert registry.carrier("sheet").name == "sheet"


def test_what_is_refused_by_hand(declare: Declare) -> None:
    registry = declare()
    registry.register("reader", Roofs())
    with pytest.raises(PluginError, match="'roofs' is taken"):
        registry.register("reader", Roofs())
    with pytest.raises(PluginError, match="'plain' is taken by telegram_format"):
        registry.register("reader", Plain())
    with pytest.raises(PluginError, match="it lacks read"):
        registry.register("reader", Halves())
    with pytest.raises(PluginError, match="it lacks name, detect, read"):
        registry.register("reader", object())
    with pytest.raises(PluginError, match="plug-in API 2"):
        registry.register("reader", Old())
    assert "halves" not in registry.listing("reader")
    assert "old" not in registry.listing("reader")


def test_registered_as_a_class_or_a_target(declare: Declare) -> None:
    registry = declare()
    registry.register("reader", Roofs)
    registry.register("reader", Roofs)
    assert isinstance(registry.reader("roofs"), Roofs)
    registry.register("carrier", "roof_reader:Sheet")
    registry.register("carrier", "roof_reader:Sheet")
    assert registry.listing("carrier")["sheet"].target == "roof_reader:Sheet"


def test_one_takes_the_place_of_another(declare: Declare) -> None:
    registry = declare()
    registry.register("reader", Roofs())
    other = Roofs()
    registry.register("reader", other, replace=True)
    assert registry.reader("roofs") is other
    with pytest.raises(PluginError, match="'plain' is taken"):
        registry.register("reader", Plain(), replace=True)


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        ("roof_reader:Nothing", "AttributeError"),
        ("no_such_module:Roofs", "ModuleNotFoundError"),
        ("roof_reader", "ValueError|AttributeError|TypeError"),
        (NameError, "TypeError: it lacks"),
        (Broken, "OSError: no roof"),
        (Leaving, "SystemExit: 3"),
    ],
)
def test_what_cannot_be_registered(declare: Declare, value: object, cause: str) -> None:
    with pytest.raises(PluginError, match=cause):
        declare().register("reader", value)


@pytest.mark.parametrize("name", ["", "Roofs", "1roof", "roof-s", 7, None])
def test_names_that_none_can_be_registered_by(declare: Declare, name: object) -> None:
    reader = Roofs()
    reader.name = name  # type: ignore[assignment]
    with pytest.raises(PluginError, match="is no name for a format"):
        declare().register("reader", reader)


def test_what_is_in_use_is_known(declare: Declare) -> None:
    registry = declare(roofs="roof_reader:Roofs")
    known = registry.info("reader", registry.reader("roofs"))
    assert (known.name, known.distribution, known.version, known.status) == ("roofs", "roof-package", "1.2", "ok")
    given = registry.info("reader", Roofs())
    assert (given.name, given.distribution, given.built_in) == ("roofs", None, False)
    assert "registered by a call" in str(given)
    assert str(known) == "reader 'roofs' (roof-package 1.2)"


def test_a_writer_of_the_name_of_a_built_in_one_is_refused() -> None:
    class Text:
        name = "text"
        reader = "plain"
        carrier = "plain"
        losses = ()

        def write(self, telegram: tf.Telegram) -> str:
            return str(telegram.subject)

    with pytest.raises(tf.PluginError, match="taken"):
        tf.register_writer(Text)
