"""The folder of a corpus on the disk: files that are whole or are not there.

Strategy: a file is written under a name of its own, brought to the disk, then renamed: all of this at one door. The
files of a batch come first, its receipt last: a batch without a receipt was never done, and is done again with the
same bytes. `_run.json` says of what the corpus is made, `_SUCCESS` that it is whole, `_links.json` what linking found.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from telegram_format.corpus.columns import SCHEMAS
from telegram_format.corpus.conversion import Converted, Receipt
from telegram_format.corpus.link_columns import LINKS

RECEIPTS = "_receipts"
RUN = "_run.json"
SUCCESS = "_SUCCESS"
LINKED = "_links.json"
_TEMPORARY = ".writing-"


class Store:
    """A folder with the tables of a corpus. Every method raises `OSError` as it comes."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)

    def run(self) -> dict[str, Any] | None:
        """What `_run.json` says, or `None` if no corpus is here."""
        return self._load(RUN)

    def summary(self) -> dict[str, Any] | None:
        """What `_SUCCESS` says, or `None` if the corpus is not whole."""
        return self._load(SUCCESS)

    def is_empty(self) -> bool:
        """Whether nothing is in the folder, or it is not there."""
        if not self.folder.exists():
            return True
        return all(path.name.startswith(_TEMPORARY) for path in self.folder.iterdir())

    def begin(self, run: dict[str, Any]) -> None:
        """Make the folder, say what the corpus is made of, and clear away what a stopped run left half written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in ("", *SCHEMAS, *LINKS, RECEIPTS):
            for left in (self.folder / name).glob(f"{_TEMPORARY}*"):
                left.unlink()
        if self.run() != run:
            self.put(RUN, _json(run))

    def receipt(self, number: int, plan: str) -> Receipt | None:
        """The receipt of a batch that was done as planned and whose files are here, else `None`."""
        found = self._load(f"{RECEIPTS}/part-{number:06}.json")
        if found is None or found["plan"] != plan:
            return None
        receipt = Receipt(**{**found, "files": {name: (size, sha) for name, (size, sha) in found["files"].items()}})
        return receipt if all(self._size(name) == size for name, (size, _) in receipt.files.items()) else None

    def commit(self, converted: Converted) -> None:
        """Write the files of a batch, then its receipt."""
        for name, data in converted.files.items():
            self.put(name, data)
        receipt = converted.receipt
        self.put(f"{RECEIPTS}/part-{receipt.batch:06}.json", _json(receipt._asdict()))

    def finish(self, summary: dict[str, Any]) -> None:
        """Say that the corpus is whole."""
        self.put(SUCCESS, _json(summary))

    def clear(self) -> None:
        """Take away a corpus: the files that a run writes, and nothing else."""
        for name in (SUCCESS, LINKED, RUN, *(f"{each}/*" for each in (RECEIPTS, *SCHEMAS, *LINKS))):
            for path in self.folder.glob(name):
                path.unlink()
        for name in (RECEIPTS, *SCHEMAS, *LINKS):
            with suppress(OSError):  # not there, or something of somebody else is in it
                (self.folder / name).rmdir()

    def links(self) -> dict[str, Any] | None:
        """What `_links.json` says, or `None` if this corpus, as it is, is not linked."""
        found = self._load(LINKED)
        summary = self.summary()
        if found is None or summary is None or found["found"]["corpus"] != summary["digest"]:
            return None
        return found if all(self._size(name) == size for name, (size, _) in found["files"].items()) else None

    def put_links(self, found: dict[str, Any]) -> None:
        """Say that the corpus is linked."""
        self.put(LINKED, _json(found))

    def unlink(self) -> None:
        """Take away the tables of linking, what says that they are whole first."""
        for name in (LINKED, *(f"{each}/*" for each in LINKS)):
            for path in self.folder.glob(name):
                path.unlink()

    def put(self, name: str, data: bytes) -> None:
        """Write a file so that it is whole or not there, whatever happens."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        # two machines may do the same batch, where one was thought to be lost: each writes a file of its own
        temporary = path.with_name(f"{_TEMPORARY}{uuid4().hex}-{path.name}")
        try:
            with temporary.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)  # noqa: PTH105 (one door, one call)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(path.parent)

    def _load(self, name: str) -> dict[str, Any] | None:
        try:
            data = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        found: dict[str, Any] = json.loads(data)
        return found

    def _size(self, name: str) -> int | None:
        try:
            return (self.folder / name).stat().st_size
        except FileNotFoundError:
            return None


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, indent=1, sort_keys=True, ensure_ascii=True).encode("ascii") + b"\n"


def _sync_folder(path: Path) -> None:
    """Bring the names in a folder to the disk, where the system has a way to."""
    if os.name == "posix":  # pragma: no branch - another system
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
