"""The converter is made when it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from telegram_format.interchange.converter import converter

USES = {
    "import": ("tf", False),
    "reading": ("tf.parse('SUBJECT: A')", False),
    "schema": ("tf.json_schema()", False),
    "to plain data": ("tf.to_dict(tf.Telegram())", True),
    "from plain data": ("tf.from_dict({})", True),
}


@pytest.mark.parametrize(("use", "needed"), USES.values(), ids=USES)
def test_cattrs_is_imported_by_those_who_convert(use: str, needed: bool) -> None:
    program = f"import sys, telegram_format as tf\n{use}\nprint('cattrs' in sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=True)
    assert done.stdout.split() == [str(needed).encode("ascii")]


def test_json_is_imported_by_those_who_write_it() -> None:
    program = "import sys, telegram_format\nprint('json' in sys.modules)"
    assert subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=True).stdout == b"False\n"


def test_one_for_all() -> None:
    assert converter() is converter()
