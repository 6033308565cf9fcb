"""The documents do what they say.

Strategy: of each Markdown file the fenced blocks are taken in order. A `python` block is run, all of one file in one
namespace; a `text` block right behind it is what it must have printed. In a `console` block every line that begins
with `$ ` is run by the shell and what follows is what it must print, a line `...` standing for any lines; how wide
the columns are is left to the program. The working folder is a new one that holds the shipped examples, and what the
document shows as a file (a directive with a caption); a package that is shown is as if installed. Blocks of any other
language are not run. A tutorial is followed from its first block to its last, in a folder without the examples.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pytest

import telegram_format as tf
from telegram_format import api, kit
from telegram_format.diagnostics.codes import CODES
from telegram_format.kit import keep_vocabulary
from telegram_format.registry import BUILT_IN, Registry

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "src" / "telegram_format" / "examples"
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
TUTORIALS = sorted((ROOT / "docs" / "tutorial").glob("*.md"))
_FENCE = re.compile(r"^```([a-z]*|\{[a-z-]+\}[^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)
_DOCUMENTED = re.compile(r"^\.\. (?:auto|py:)[a-z]+:: telegram_format\.([A-Za-z_]+)(?:$|\()", re.MULTILINE)
_SHOWN = re.compile(
    r"^:::\{(code-block|literalinclude)\} ([^\n]*)\n(?::(?!caption)[a-z-]+:[^\n]*\n)*:caption: ([^\n]*)\n\n?(.*?)^:::$",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(r"\]\((?!https://|#)([^)#]+)")


class Block(NamedTuple):
    language: str
    text: str
    line: int
    follows: bool
    """Whether nothing but empty lines stands between the block before and this one."""


def blocks(path: Path) -> list[Block]:
    text = path.read_bytes().decode("utf-8")
    found = []
    end = 0
    for fence in _FENCE.finditer(text):
        line = text.count("\n", 0, fence.start()) + 2
        found.append(Block(fence[1], fence[2], line, not text[end : fence.start()].strip()))
        end = fence.end()
    return found


def named(paths: list[Path]) -> list[object]:
    return [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in paths]


def with_language(language: str) -> list[Path]:
    return [path for path in DOCUMENTS if any(block.language == language for block in blocks(path))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder with the shipped examples; what a document registers and adds is forgotten."""
    for example in EXAMPLES.iterdir():
        if example.suffix in (".txt", ".html"):
            shutil.copy(example, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(api, "REGISTRY", Registry())
    with keep_vocabulary():
        yield tmp_path


def set_out(document: Path) -> bool:
    """Write the files that a document shows into the working folder; whether a package is among them."""
    for kind, argument, name, text in _SHOWN.findall(document.read_bytes().decode("utf-8")):
        file = Path(name)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode() if kind == "code-block" else (document.parent / argument).read_bytes())
    if not Path("pyproject.toml").exists():
        return False
    project = tomllib.loads(Path("pyproject.toml").read_bytes().decode("utf-8"))["project"]
    about = Path(f"{project['name']}-{project['version']}.dist-info")
    about.mkdir()
    (about / "METADATA").write_bytes(f"Name: {project['name']}\nVersion: {project['version']}\n".encode())
    lines = [
        line
        for group, points in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {target}" for name, target in points.items()))
    ]
    (about / "entry_points.txt").write_bytes("\n".join(lines).encode())
    return True


def environment(*, installed: bool) -> dict[str, str]:
    """The environment of commands; the working folder is as if installed."""
    found = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    found |= {"NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "80", "LC_ALL": "C", "PYTEST_ADDOPTS": ""}
    return found | ({"PYTHONPATH": str(Path.cwd())} if installed else {})


def run_python(path: Path, block: Block, namespace: dict[str, object]) -> str:
    """Run a block; what it printed."""
    output = io.StringIO()
    code = compile("\n" * (block.line - 1) + block.text, str(path), "exec", dont_inherit=True)
    with redirect_stdout(output):
        exec(code, namespace)
    return output.getvalue()


def run_console(path: Path, block: Block, variables: dict[str, str]) -> None:
    """Run the commands of a block; each must print what stands below it."""
    first, *parts = _COMMAND.split(block.text)
    assert not first, f"{path.name}:{block.line} does not begin with a command"
    for command, expected in zip(parts[::2], parts[1::2], strict=True):
        done = subprocess.run(["sh", "-c", command], env=variables, capture_output=True, check=False)
        output = (done.stdout + done.stderr).decode("utf-8")
        pattern = re.escape(_one_blank(expected)).replace(re.escape("...\n"), "(?:.*\n)*?")
        assert re.fullmatch(pattern, _one_blank(output)), f"{path.name}:{block.line}: {command}\n{output}"


@pytest.mark.parametrize("path", named([path for path in with_language("python") if path not in TUTORIALS]))
@pytest.mark.usefixtures("folder")
def test_python_blocks_run_and_print_what_the_document_says(path: Path) -> None:
    set_out(path)
    namespace: dict[str, object] = {"__name__": path.stem}
    printed = ""
    language = ""
    for block in blocks(path):
        if block.language == "python":
            printed = run_python(path, block, namespace)
        elif block.language == "text" and block.follows and language == "python":
            assert printed == block.text, f"{path.name}:{block.line}"
        language = block.language


@pytest.mark.parametrize("path", named([path for path in with_language("console") if path not in TUTORIALS]))
@pytest.mark.usefixtures("folder")
def test_console_blocks_print_what_the_document_says(path: Path) -> None:
    variables = environment(installed=set_out(path))
    for block in blocks(path):
        if block.language == "console":
            run_console(path, block, variables)


@pytest.mark.parametrize("path", named(TUTORIALS))
@pytest.mark.usefixtures("folder")
def test_a_tutorial_can_be_followed_in_an_empty_folder(path: Path) -> None:
    """In order, with no file but those that it makes or shows; all that is printed stands there."""
    for example in Path.cwd().iterdir():
        example.unlink()
    variables = environment(installed=set_out(path))
    namespace: dict[str, object] = {"__name__": path.stem}
    found = blocks(path)
    for block, after in zip_longest(found, found[1:]):
        if block.language == "console":
            run_console(path, block, variables)
        elif block.language == "python":
            printed = run_python(path, block, namespace)
            shown = after.text if after is not None and after.language == "text" and after.follows else ""
            assert printed == shown, f"{path.name}:{block.line}"


@pytest.mark.parametrize("path", named(DOCUMENTS))
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    for target in _LINK.findall(path.read_bytes().decode("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_first_two_commands_of_the_readme_read_a_telegram_and_run_the_tests() -> None:
    shell = [block.text for block in blocks(ROOT / "README.md") if block.language in ("bash", "sh", "console")][:2]
    assert [text.count("\n") for text in shell] == [1, 1]
    assert all(text.startswith("python3 -m venv .venv && .venv/bin/pip install -q ") for text in shell)
    assert shell[0].endswith(" && .venv/bin/telegram-format example harbour | .venv/bin/telegram-format show -\n")
    assert shell[1].endswith(" && .venv/bin/pytest -q\n")


def test_the_readme_lists_the_formats_and_carriers_there_are() -> None:
    readme = _joined([ROOT / "README.md"])
    rows = re.findall(r"^\| (format|carrier|writer) \| `([a-z0-9_]+)` \|", readme, re.MULTILINE)
    kinds = {"reader": "format", "carrier": "carrier", "writer": "writer"}
    assert sorted(rows) == sorted((kinds[kind], name) for kind, table in BUILT_IN.items() for name in table)


def test_every_public_name_has_its_place_in_the_reference() -> None:
    pages = (ROOT / "docs" / "reference" / "api").glob("*.md")
    documented = set(_DOCUMENTED.findall(_joined(pages)))
    assert documented == set(tf.__all__)


@pytest.mark.parametrize("name", kit.__all__)
def test_every_name_of_the_kit_is_on_its_page(name: str) -> None:
    """With a directive, or with a link to the page that has it."""
    page = (ROOT / "docs" / "reference" / "api" / "kit.md").read_bytes().decode("utf-8")
    assert re.search(rf":: telegram_format\.kit\.{name}$|\[`{name}`\]\([a-z]+\.md\)", page, re.MULTILINE)


def test_every_diagnostic_that_a_document_names_exists() -> None:
    named_codes = re.findall(r"(?<!\n)\[([a-z]+(?:-[a-z]+)+)\](?![\](])", _joined(DOCUMENTS))
    assert named_codes
    assert set(named_codes) <= set(CODES)


def _joined(paths: Iterable[Path]) -> str:
    return "\n".join(path.read_bytes().decode("utf-8") for path in paths)


def _one_blank(text: str) -> str:
    return re.sub("^ | $", "", re.sub(" +", " ", text), flags=re.MULTILINE)
