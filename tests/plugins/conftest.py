"""A folder of installed plug-ins, and processes that find them there.

Strategy: the small projects of `distributions/` are installed as an installer does it: the module beside a folder
`NAME-VERSION.dist-info` with the metadata and the entry points. Nothing is built or fetched, so it takes no time.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
DISTRIBUTIONS = sorted(HERE.joinpath("distributions").iterdir())

Observe = Callable[..., Any]


def install(project: Path, site: Path) -> None:
    """Install the project in the folder `project` into the folder `site`."""
    table = tomllib.loads(project.joinpath("pyproject.toml").read_text("utf-8"))["project"]
    stem = f"{table['name'].replace('-', '_')}-{table['version']}"
    metadata = site / f"{stem}.dist-info"
    metadata.mkdir(parents=True)
    lines = ["Metadata-Version: 2.1", f"Name: {table['name']}", f"Version: {table['version']}", ""]
    metadata.joinpath("METADATA").write_text("\n".join(lines), "utf-8")
    lines = []
    for group, points in table["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {value}" for name, value in points.items()), ""]
    metadata.joinpath("entry_points.txt").write_text("\n".join(lines), "utf-8")
    for module in project.glob("*.py"):
        shutil.copy(module, site)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which all distributions are installed."""
    folder = tmp_path_factory.mktemp("site")
    for project in DISTRIBUTIONS:
        install(project, folder)
    return folder


@pytest.fixture(scope="session")
def observe(site: Path) -> Observe:
    """`observe(program, NAME="value")`: what a program of this folder prints where they are installed."""

    def run(program: str, **variables: str) -> Any:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM_FORMAT_")}
        done = subprocess.run(
            [sys.executable, str(HERE / program)],
            env={**inherited, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1", **variables},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return run
