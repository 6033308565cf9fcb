"""Telegrams to try the library on. People, places and events are invented; the structure is that of real ones.

Each agrees with itself: serial number and message number, day of the year and date-time group, FL4, classification and
portion marks. Change one figure to see a diagnostic.
"""

from __future__ import annotations

ABOUT = {
    "flood": "a short unclassified cable with format lines 1 to 8",
    "harbour": "a confidential cable in two sections, with page marks in mid-sentence",
    "partial": "a web page with a partial extract, which has no format lines",
}
"""The examples by name, and what each is."""

_FILES = {"flood": "flood.txt", "harbour": "harbour.txt", "partial": "partial.html"}


def names() -> tuple[str, ...]:
    """The names of the examples."""
    return tuple(ABOUT)


def load(name: str) -> bytes:
    """The bytes of an example. Raises `KeyError` for a name that is none."""
    from importlib.resources import files  # 10 ms: not for those who only want the names

    return (files(__name__) / _FILES[name]).read_bytes()
