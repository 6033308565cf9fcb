"""TAGS: traffic analysis by geography and subject."""

from __future__ import annotations

from typing import Literal, cast

from attrs import frozen

from telegram_format.model.construction import quick
from telegram_format.vocab.tables import tag_kinds

TagKind = Literal["subject", "country", "region", "program", "organization", "term", "person", "unknown"]


@quick
@frozen
class Tag:
    """One code of the TAGS line. A person's code is the name, `SURNAME, GIVEN`. Source: 5 FAH-3."""

    code: str
    kind: TagKind = "unknown"

    @classmethod
    def of(cls, code: str) -> Tag:
        """The tag of a code, its kind as the vocabulary has it; a code with a comma is a person."""
        kind = "person" if "," in code else tag_kinds().get(code, "unknown")
        return cls(code, cast("TagKind", kind))

    def __str__(self) -> str:
        return self.code
