"""The site: each format has its page, pictures and tables say what the library's own tables say, all build it alike."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest

import telegram_format as tf
from telegram_format.registry import BUILT_IN

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FORMATS = DOCS / "reference" / "formats"


def text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def extension(name: str) -> ModuleType:
    """A module that makes a part of a page."""
    spec = importlib.util.spec_from_file_location(name, DOCS / "_ext" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(BUILT_IN["reader"]))
def test_a_format_has_a_page_with_lines_sources_a_picture_and_what_is_not_read(name: str) -> None:
    page = text(FORMATS / f"{name}.md")
    assert page.startswith(f"# Format `{name}`\n")
    assert "\n:::{telegram} " in page
    assert re.search(r"^\|(?: [a-z ]+ \|)+ source \|$", page, re.MULTILINE)
    assert "\n## What is not read\n" in page
    assert f"\n{name}\n" in text(FORMATS / "index.md")


@pytest.mark.parametrize("name", sorted(BUILT_IN["reader"]))
def test_the_drawn_telegram_is_of_the_format(name: str) -> None:
    drawn = re.findall(r"^:::\{telegram\} (\S+)$", text(FORMATS / f"{name}.md"), re.MULTILINE)
    assert {tf.read(FORMATS / path).format for path in drawn} == {name}


def test_the_picture_has_all_rooms_and_arrows_that_lead_down() -> None:
    picture = extension("room_picture")
    rooms = picture.table()
    drawn = ElementTree.fromstring(picture.picture())
    assert sorted(drawn.itertext()).count("cli") == 1
    assert {found.text for found in drawn.iter("text")} >= set(rooms)
    heights = picture.layers(rooms)
    assert all(heights[upper] > heights[lower] for upper, lower in picture.arrows(rooms))
    assert len(list(drawn.iter("path"))) == len(picture.arrows(rooms)) + 1


def test_what_the_arrows_leave_out_follows_from_them() -> None:
    picture = extension("room_picture")
    rooms = picture.table()
    arrows = picture.arrows(rooms)

    def reached(room: str) -> set[str]:
        below = {lower for upper, lower in arrows if upper == room}
        return below.union(*map(reached, below))

    assert all(known <= reached(room) for room, known in rooms.items())


def test_the_tables_of_the_schema_have_every_key() -> None:
    tables = extension("schema_tables").tables()
    schema = tf.json_schema()
    for found in (schema, *schema["$defs"].values()):
        for key in found.get("properties", {}):
            assert f"| `{key}` | " in tables
    assert set(re.findall(r"\(#(json-[a-z]+)\)", tables)) <= set(
        re.findall(r"^\((json-[a-z]+)\)=$", tables, re.MULTILINE)
    )


def test_all_who_build_the_site_build_it_alike() -> None:
    pages = text(ROOT / ".github" / "workflows" / "pages.yml")
    hosted = text(ROOT / ".readthedocs.yaml")
    assert "pip install '.[docs]'" in pages
    assert "extra_requirements: [docs]" in hosted
    assert "sphinx-build -n -W --keep-going docs " in pages
    assert "fail_on_warning: true" in hosted
    assert "configuration: docs/conf.py" in hosted
    assert "nitpicky = True\n" in text(DOCS / "conf.py")
    assert "sphinx-build -n -W docs " in text(ROOT / "README.md")


def test_inventories_are_sorted_and_no_page_needs_a_network() -> None:
    lines = text(DOCS / "inventories" / "python.txt").rstrip("\n").split("\n")
    assert lines[:3] == ["# Sphinx inventory version 1", "# Project: Python", "# Version: 3"]
    assert lines[3:] == sorted(set(lines[3:]))
    assert re.findall(
        r'intersphinx_mapping = \{"python": \("[^"]+", "inventories/python.txt"\)\}', text(DOCS / "conf.py")
    )
