"""An invented archive of every kind of input, and what it comes to."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

NOISE = b"This is a letter about pears.\n\nNothing in it is a telegram.\n"

CABLE = """\
VZCZCXRO{n:04}
OO RUEHBC
DE RUEHPLD #{n:04}/01 2702154
ZNY CCCCC ZZH
O P 272154Z SEP 07
FM AMEMBASSY PORT ALDER
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0017
INFO RUEHCVL/AMCONSUL CALVERLEY PRIORITY 0244
BT
C O N F I D E N T I A L PORT ALDER {n:06}
SIPDIS
E.O. 12958: DECL: 09/27/2017
TAGS: PREL, EAID
SUBJECT: THE LAMPS OF HARBOR {n}
REF: A. PORT ALDER {m}
     B. CALVERLEY 12
Classified By: Ambassador Miriam Quayle, for reasons 1.4 (b) and (d).
1. (C) Summary: The lamps of street {n} were lit. End summary.
2. (U) The harbor has {n} lamps:
A. (U) green ones,
B. (U) red ones.
QUAYLE
BT
#{n:04}
NNNN
"""


def _cable(number: int) -> bytes:
    """The cable of that number."""
    return CABLE.format(n=number, m=number - 1).encode("ascii")


def _record(number: int) -> bytes:
    """The cable of that number as a record of `cables.csv`."""
    header, _, body = _cable(number).decode("ascii").partition("BT\n")
    fields = (number, "9/27/2007 21:54", f"07PORTALDER{number}", "Embassy Port Alder", "CONFIDENTIAL", "", header, body)
    return (",".join(f'"{field}"' for field in fields) + "\n").encode("ascii")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder: files of one, two and no cables, a letter, a stream in gzip, a zip archive, a `cables.csv`."""
    folder = tmp_path / "archive"
    (folder / "2007").mkdir(parents=True)
    (folder / "2007" / "one.txt").write_bytes(_cable(1))
    (folder / "2007" / "two.txt").write_bytes(_cable(2) + _cable(3))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "letter.txt").write_bytes(NOISE)
    (folder / "stream.gz").write_bytes(gzip.compress(b"".join(map(_cable, range(4, 8))), mtime=0))
    with zipfile.ZipFile(folder / "some.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("eight.txt", _cable(8))
        packed.writestr("../nine.txt", _cable(9))
    (folder / "cables.csv").write_bytes(b"".join(map(_record, range(10, 40))))
    return folder


def _contents(folder: Path) -> dict[str, str]:
    """The files of a corpus and their digests."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


Numbered = Callable[[int], bytes]
Contents = Callable[[Path], dict[str, str]]


@pytest.fixture
def cable() -> Numbered:
    """`cable(7)`: the cable of that number."""
    return _cable


@pytest.fixture
def record() -> Numbered:
    """`record(7)`: the same as a record of `cables.csv`."""
    return _record


@pytest.fixture
def contents() -> Contents:
    """`contents(folder)`: the files of a corpus and their digests."""
    return _contents
