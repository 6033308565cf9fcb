"""The table of codes: in order, without gaps, and each code is raised by the sample that the documentation shows."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from telegram_format.diagnostics.codes import CODES, severity

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def page() -> ModuleType:
    """The module that makes the page of diagnostics."""
    spec = importlib.util.spec_from_file_location("diagnostic_samples", DOCS / "_ext" / "diagnostic_samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_is_sorted() -> None:
    assert list(CODES) == sorted(CODES)


@pytest.mark.parametrize("name", CODES)
def test_a_code_says_what_happened_why_and_what_to_do(name: str) -> None:
    code = CODES[name]
    assert code.title
    assert not code.title.endswith(".")
    assert code.cause.endswith(".")
    assert code.remedy.endswith(".")
    assert severity(name) == code.severity


@pytest.mark.parametrize("name", CODES)
def test_a_sample_raises_its_code(name: str, page: ModuleType) -> None:
    text, said = page.shown(name)
    assert text
    assert f"[{name}]" in said


def test_no_sample_is_for_a_code_that_is_not_there(page: ModuleType) -> None:
    assert {path.stem for path in page.SAMPLES.iterdir()} == set(CODES)


@pytest.mark.parametrize("name", CODES)
def test_a_code_has_its_anchor_on_the_page(name: str, page: ModuleType) -> None:
    assert f"({name})=\n## {name}\n" in page.section(name, CODES[name])
