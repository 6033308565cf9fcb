"""One CSV file of the package's data as rows.

Strategy: bytes through `importlib.resources`, decoded as UTF-8, so that neither locale nor file system matters. What
reading needs is imported when the first table is asked for: importing a module of this room costs nothing.
"""

from __future__ import annotations

Row = dict[str, str]

ADDED: dict[str, list[Row]] = {"posts": [], "stations": [], "tags": []}
"""Rows of this process, by table; `added.py` fills them and holds them to the rules."""


def table(name: str) -> list[Row]:
    """The rows of `data/<name>.csv` and those added, cells by column name.

    Not kept: those who ask keep what they make of it.
    """
    import csv
    from importlib.resources import files
    from io import StringIO

    text = files("telegram_format.vocab").joinpath("data", f"{name}.csv").read_bytes().decode("utf-8")
    return [*csv.DictReader(StringIO(text, newline="")), *ADDED.get(name, ())]
