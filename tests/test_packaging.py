"""What is installed is what the project says it is.

Strategy: the metadata of the installed distribution is compared with `pyproject.toml`; what an import drags in is seen
in an interpreter of its own.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, entry_points
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import telegram_format
from telegram_format.built_in import VERSION

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """The table `project` of `pyproject.toml`."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_bytes().decode("utf-8"))["project"]
    return table


def loaded_by(program: str) -> set[str]:
    """The modules that are loaded after a program, and were not before it."""
    program = f"import sys\nbefore = set(sys.modules)\n{program}\nprint(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=True)
    return set(done.stdout.decode("utf-8").split())


def test_the_installed_version_is_that_of_the_project(project: dict[str, Any]) -> None:
    assert distribution("telegram-format").version == project["version"] == telegram_format.__version__ == VERSION


def test_an_unknown_attribute_of_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="telegrams"):
        getattr(telegram_format, "telegrams")  # noqa: B009


@pytest.mark.parametrize("unwanted", ["importlib.metadata", "pyarrow", "hypothesis", "cattrs", "pytest", "argparse"])
def test_importing_the_package_does_not_load(unwanted: str) -> None:
    assert unwanted not in loaded_by("import telegram_format")


EMPTY = {"telegram_format.carriers", "telegram_format.readers", "telegram_format.writers"}
"""Packages without code, loaded early so that they do not hide the functions of their names."""


INNER = {
    *("api", "built_in", "choice", "containment", "diagnostics", "errors", "kit", "model", "reading", "registry"),
    *("text", "vocab", "writing"),
}
"""The rooms that an import loads; the others wait for the first use."""


def test_importing_the_package_loads_the_inner_rooms_only() -> None:
    loaded = loaded_by("import telegram_format")
    assert "telegram_format" in loaded
    assert "telegram_format.vocab.rows" not in loaded
    ours = {name for name in loaded if name.startswith("telegram_format.")} - EMPTY
    assert {name.split(".")[1] for name in ours} <= INNER


def test_reading_with_a_named_format_looks_for_no_plugins() -> None:
    program = "import telegram_format as tf\ntf.parse(b'', format='plain', carrier='plain')"
    assert "importlib.metadata" not in loaded_by(program)


def test_the_package_says_that_it_is_typed() -> None:
    assert (files("telegram_format") / "py.typed").is_file()


def test_nothing_of_others_is_needed_but_three(project: dict[str, Any]) -> None:
    declared = {re.split(r"[ <>=~!;\[]", need, maxsplit=1)[0] for need in project["dependencies"]}
    assert declared == {"attrs", "cattrs", "regex"}
    installed = distribution("telegram-format").requires or []
    assert {re.split(r"[ <>=~!;\[]", need, maxsplit=1)[0] for need in installed if "extra ==" not in need} == declared


OF_EXTRAS = {
    "hypothesis": {"testing"},
    "pyarrow": {"corpus", "cli"},
    "duckdb": {"corpus", "cli"},
    "dask": {"corpus"},
    "distributed": {"corpus"},
}
"""What extras bring → the rooms that may import it."""


def test_nothing_of_others_is_imported_but_three_and_what_the_extras_bring() -> None:
    imports = re.compile(r"^\s*(?:from|import) ([a-z_0-9]+)", re.MULTILINE)
    source = ROOT / "src" / "telegram_format"
    found: dict[str, set[str]] = {}
    for path in source.rglob("*.py"):
        for name in imports.findall(_code(path)):
            if name not in sys.stdlib_module_names:
                found.setdefault(name, set()).add(path.relative_to(source).parts[0])
    assert found.keys() <= {"telegram_format", "attrs", "cattrs", "regex", *OF_EXTRAS}
    assert {name: rooms - OF_EXTRAS[name] for name, rooms in found.items() if name in OF_EXTRAS} == {
        name: set() for name in found if name in OF_EXTRAS
    }


def test_the_program_starts_without_what_the_extras_bring() -> None:
    assert not loaded_by("import telegram_format.cli.main") & {*OF_EXTRAS, "importlib.metadata"}


def test_the_program_is_installed() -> None:
    (program,) = entry_points(group="console_scripts", name="telegram-format")
    assert callable(program.load())


def test_the_changelog_knows_the_version(project: dict[str, Any]) -> None:
    assert f"\n## {project['version']} " in (ROOT / "CHANGELOG.md").read_bytes().decode("utf-8")


def test_every_python_of_the_project_is_classified(project: dict[str, Any]) -> None:
    versions = [name.rpartition(" :: ")[2] for name in project["classifiers"] if "Python :: 3." in name]
    assert versions[0] == project["requires-python"].removeprefix(">=")


def _code(path: Path) -> str:
    """A module without its docstrings, in which a line may begin with `import`."""
    return re.sub(r'"""(?:.|\n)*?"""', "", path.read_bytes().decode("utf-8"))
