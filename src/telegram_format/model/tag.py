"""TAGS: traffic analysis by geography and subject."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

TagKind = Literal["subject", "country", "region", "program", "organization", "term", "person", "unknown"]


@frozen
class Tag:
    """One code of the TAGS line. A person's code is the name, `SURNAME, GIVEN`. Source: 5 FAH-3."""

    code: str
    kind: TagKind = "unknown"

    def __str__(self) -> str:
        return self.code
