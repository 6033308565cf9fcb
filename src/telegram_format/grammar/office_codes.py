"""Office codes that stand in the text: `PASS TO OFFICE CODES:` and the addresses under it.

formats/military.md E1. Strategy: an address that the header has already gets its codes; one that the header lacks is
read as the header's own would have been, for gateways drop addresses and codes alike.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import evolve

from telegram_format.grammar.addresses import read_address
from telegram_format.grammar.blanks import trimmed
from telegram_format.kit import Draft, Path
from telegram_format.model.address import Address

_PROSIGN = re.compile(r"(FM|TO|INFO) [ ]*+")
_CODES = re.compile(r"//|/(?=[A-Z0-9-]{1,12}//$)")
_MOST = 100
"""Addresses of a list that office codes are looked up in; the lists of real messages are shorter."""

_LISTS = {"FM": "originator", "TO": "to", "INFO": "info"}


def read_office_line(draft: Draft, list_name: str, start: int, end: int) -> tuple[int, str]:
    """Read a line of the block, `list_name` being that of the line before; its end and its own list."""
    text = draft.text
    end = trimmed(text, start, end)
    prosign = _PROSIGN.match(text, start, end)
    name_start = prosign.end() if prosign is not None else start
    slants = _CODES.search(text, name_start + 1, end)
    name_end = slants.start() if slants is not None else end
    name = " ".join(text[name_start:name_end].split())
    codes = tuple(code.strip() for code in text[name_end:end].split("/") if code.strip())
    list_name = _LISTS[prosign[1]] if prosign is not None else list_name
    path = _known(draft, list_name, name)
    if path is not None:
        _add_codes(draft, path, codes, name_end, end)
        draft.mark("office codes", start, end)
    elif list_name and (list_name != "originator" or "originator" not in draft.values):
        draft.mark("prosign", start, name_start)
        read_address(draft, list_name, name_start, end)
    else:
        draft.add("passing", " ".join(text[start:end].split()), start, end)
    return end, list_name


def _known(draft: Draft, list_name: str, name: str) -> Path | None:
    """The path of the address of that name; without a list, of any."""
    originator = draft.values.get("originator")
    if list_name in ("originator", "") and originator is not None and _same(originator, name):
        return ("originator",)
    for known in (list_name,) if list_name else ("to", "info"):
        for index, address in enumerate(draft.values.get(known, ())[:_MOST] if known != "originator" else ()):
            if _same(address, name):
                return (known, index)
    return None


def _same(address: Address, name: str) -> bool:
    """Whether an address has this name, plainly or in a directory name."""
    return address.name == name or f"OU={name}(UC)" in address.name


def _add_codes(draft: Draft, path: Path, codes: tuple[str, ...], start: int, end: int) -> None:
    if not codes:
        return
    name, *index = path
    known: Any = draft.values[str(name)]
    address: Address = known[index[0]] if index else known
    if address.office_codes not in ((), codes):
        return
    changed = evolve(address, office_codes=codes)
    if index:
        known[index[0]] = changed
    else:
        draft.values[str(name)] = changed
    draft.place((*path, "office_codes"), start, end)
