"""Public names that are loaded by their first use."""

from __future__ import annotations

import subprocess
import sys

import pytest

import telegram_format as tf

LATE = sorted(tf.__getattr__.__globals__["_PLACES"])


@pytest.mark.parametrize("name", LATE)
def test_a_late_name_is_public_and_is_found(name: str) -> None:
    assert name in tf.__all__
    assert name in dir(tf)
    assert getattr(tf, name).__name__ == name


def test_importing_the_package_loads_no_export() -> None:
    program = (
        "import sys, telegram_format; "
        "print([name for name in sys.modules if name in ('email.message', 'csv', 'xml.etree.ElementTree')"
        " or name.startswith('telegram_format.exports')])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
