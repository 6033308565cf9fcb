"""The rooms of the house: who knows whom, and what nobody does.

The table says of each room which others it may import; the imports of the source are read from its syntax, those
inside functions too, those for type checkers only not.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import telegram_format as tf

SOURCE = Path(__file__).parents[1] / "src" / "telegram_format"
MODULES = sorted(SOURCE.rglob("*.py"))

INNER = {"text", "vocab", "errors", "model", "diagnostics", "reading", "writing"}

ROOMS: dict[str, set[str]] = {
    "text": set(),
    "vocab": set(),
    "errors": set(),
    "model": {"vocab", "errors"},
    "diagnostics": {"text"},
    "spelling": {"model", "vocab", "errors"},
    "reading": {"text", "diagnostics", "model", "errors", "spelling"},
    "writing": {"model"},
    "sections": {"model", "reading", "diagnostics", "spelling", "errors"},
    "kit": {"text", "vocab", "diagnostics", "model", "reading", "writing", "errors"},
    "grammar": {"kit", "vocab", "model"},
    "readers": {"kit", "grammar", "model", "vocab"},
    "carriers": {"kit", "grammar", "model", "vocab"},
    "writers": {"kit", "spelling", "model", "vocab"},
    "checks": {"text", "diagnostics", "model", "reading", "vocab"},
    "interchange": {"model", "errors"},
    "built_in": {"reading"},
    "registry": {"built_in", "kit", "errors", "reading"},
    "containment": {*INNER, "kit", "registry", "checks"},
    "choice": {"containment", "kit", "registry"},
    "api": {"choice", "containment", "views", *INNER, "kit", "registry", "checks"},
    "usmtf": {"reading", "grammar"},
    "exports": {"text", "vocab", "errors", "model", "reading", "writing", "spelling", "interchange", "api"},
    "streams": {"errors"},
    "many": {*INNER, "api", "kit", "streams"},
    "corpus": {*INNER, "built_in", "api", "kit", "streams", "isolation", "interchange", "registry"},
    "views": {"text", "diagnostics", "model", "reading"},
    "isolation": {*INNER, "api", "kit", "registry", "many", "streams"},
    "examples": set(),
    "cli": {
        *INNER,
        "",
        "views",
        "sections",
        "kit",
        "registry",
        "api",
        "checks",
        "examples",
        "interchange",
        "exports",
        "testing",
        "corpus",
    },
    "testing": {*INNER, "", "kit", "registry", "api", "examples"},
    "__init__": {
        *INNER,
        "usmtf",
        "many",
        "sections",
        "api",
        "registry",
        "readers",
        "carriers",
        "writers",
        "interchange",
        "exports",
    },
    "__main__": {"cli"},
}
"""Room → the rooms it may know besides itself; `""` is the package as its users see it."""

APART = {"readers", "carriers", "writers"}
"""Rooms whose modules do not know each other."""

TIME = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}


def room_of(parts: tuple[str, ...]) -> str:
    """`("grammar", "tags")` is of `grammar`."""
    return parts[0] if parts else ""


def module_parts(path: Path) -> tuple[str, ...]:
    return path.relative_to(SOURCE).with_suffix("").parts


def imports(tree: ast.AST) -> Iterator[tuple[str, ...]]:
    """The modules of this package that a module imports, without the package's name."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [node.module or ""]
            if node.module == "telegram_format":
                names = [f"telegram_format.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            names = []
        for name in names:
            package, *rest = name.split(".")
            if package == "telegram_format":
                known = rest if not rest or (SOURCE / rest[0]).is_dir() or (SOURCE / f"{rest[0]}.py").exists() else []
                yield tuple(known)
        yield from imports(node)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: ".".join(module_parts(path)))
def test_a_module_knows_its_inner_rooms_only(path: Path) -> None:
    parts = module_parts(path)
    room = room_of(parts)
    assert room in ROOMS, f"{path.name} stands in no room of the table"
    for known in imports(ast.parse(path.read_bytes())):
        other = room_of(known)
        if other == room:
            assert room not in APART or known == parts, f"{'.'.join(parts)} knows its neighbour {'.'.join(known)}"
        else:
            assert other in ROOMS[room], f"{room} must not know {'.'.join(known) or 'the package'}"


def test_the_table_has_no_room_that_is_not_there() -> None:
    assert {room_of(module_parts(path)) for path in MODULES} == set(ROOMS)


def test_arrows_point_inward() -> None:
    """No room is reached again from itself."""
    reached: dict[str, set[str]] = {}

    def inner(room: str, path: tuple[str, ...]) -> set[str]:
        assert room not in path, f"{room} is reached from itself by {path}"
        if room not in reached:
            known = ROOMS.get(room or "__init__", set())
            reached[room] = known.union(*(inner(other, (*path, room)) for other in known))
        return reached[room]

    for room in ROOMS:
        inner(room, ())


@pytest.mark.parametrize("name", sorted(set(ROOMS) & set(tf.__all__)))
def test_a_public_name_is_not_hidden_by_the_room_of_that_name(name: str) -> None:
    """Importing a package sets its name in the package around it."""
    importlib.import_module(f"telegram_format.{name}")
    assert not isinstance(getattr(tf, name), ModuleType)


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Calls by the last name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")), node


def banned(path: Path) -> Iterator[str]:
    """What a module does that none may."""
    room = room_of(module_parts(path))
    tree = ast.parse(path.read_bytes())
    for name, call in calls(tree):
        words = [
            node.value for node in ast.walk(call) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        if name in ("splitlines", "isdigit", "read_text", "write_text"):
            yield f"{name} at line {call.lineno}"
        if name in ("decode", "encode", "open", "str", "bytes") and {"replace", "ignore"} & set(words):
            yield f"errors are dropped at line {call.lineno}"
        if name == "open" and not is_binary_or_own(call, words):
            yield f"a file is opened as text at line {call.lineno}"
    if room != "cli":
        for node in ast.walk(tree):
            name = node.attr if isinstance(node, ast.Attribute) else ""
            base = node.value.id if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) else ""
            if base in ("datetime", "date", "time") and name in TIME:
                yield f"the clock is asked at line {node.lineno}"  # type: ignore[attr-defined]
            if room != "api" and (base, name) in (("os", "environ"), ("os", "getenv")):
                yield f"the environment is asked at line {node.lineno}"  # type: ignore[attr-defined]
            if base in ("locale", "socket", "random", "urllib"):
                yield f"{base} is used at line {node.lineno}"  # type: ignore[attr-defined]


def is_binary_or_own(call: ast.Call, words: list[str]) -> bool:
    """Whether a call of `open` opens bytes, or is no opening of a file: a carrier's, or that of a descriptor.

    A member of an archive is always bytes.
    """
    known = ("os", "archive")
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id in known:
        return True
    if isinstance(call.func, ast.Attribute) and call.args and isinstance(call.args[0], ast.Name):
        return call.args[0].id == "source"
    return any("b" in word for word in words)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: ".".join(module_parts(path)))
def test_what_no_module_does(path: Path) -> None:
    assert list(banned(path)) == []


@pytest.mark.parametrize(
    "line",
    [
        "text.splitlines()",
        "figure.isdigit()",
        "data.decode('utf-8', 'replace')",
        "data.decode('utf-8', errors='ignore')",
        "open('name')",
        "Path(name).open('w')",
        "Path(name).read_text()",
        "datetime.now()",
        "date.today()",
        "os.environ['HOME']",
        "random.random()",
    ],
)
def test_what_is_banned_is_found(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(banned.__globals__, "SOURCE", tmp_path)
    module = tmp_path / "grammar.py"
    module.write_bytes(line.encode())
    assert len(list(banned(module))) == 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: ".".join(module_parts(path)))
def test_a_module_says_what_it_is_for(path: Path) -> None:
    """Every module opens with a docstring and has a name that says something."""
    data = path.read_bytes()
    assert ast.get_docstring(ast.parse(data)), path.name
    assert path.stem not in ("utils", "helpers", "common", "base", "manager", "misc")
