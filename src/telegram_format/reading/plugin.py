"""Which reader, carrier or writer it was."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Kind = Literal["reader", "carrier", "writer"]


@frozen
class PluginInfo:
    """What is known of a reader, carrier or writer without using it.

    `status` is `ok`, `not loaded` or the cause of its failure; `distribution` and `version` are those of the package
    that declared it, `None` for one that was registered or given by a call.
    """

    name: str
    kind: Kind
    built_in: bool
    target: str
    distribution: str | None = None
    version: str | None = None
    status: str = "not loaded"

    def __str__(self) -> str:
        owner = " ".join(word for word in (self.distribution, self.version) if word) or "registered by a call"
        return f"{self.kind} {self.name!r} ({owner})"
