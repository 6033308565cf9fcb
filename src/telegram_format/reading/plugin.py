"""Which reader, carrier or writer it was, and how it failed."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Kind = Literal["reader", "carrier", "writer"]


@frozen
class PluginInfo:
    """What is known of a reader, carrier or writer without using it.

    `status` is `ok`, `not loaded` or the cause of its failure; `distribution` and `version` are those of the package
    that declared it, `None` for one that was registered or given by a call; `api_version` is the version of the
    contract that it keeps, `None` until it is loaded.
    """

    name: str
    kind: Kind
    built_in: bool
    target: str
    distribution: str | None = None
    version: str | None = None
    status: str = "not loaded"
    api_version: int | None = None

    def __str__(self) -> str:
        owner = " ".join(word for word in (self.distribution, self.version) if word) or "registered by a call"
        return f"{self.kind} {self.name!r} ({owner})"


def words_of(cause: BaseException) -> str:
    """An exception in one text: its class and what it says, cut where it says too much. Raises nothing."""
    try:
        said = str(cause)
    except Exception:  # an exception of a plug-in may fail at that, too
        said = "(it cannot be told)"
    return f"{type(cause).__name__}: {said if len(said) <= 500 else said[:497] + '...'}"
