"""Classification levels and portion marks."""

from __future__ import annotations

from enum import Enum
from functools import total_ordering


@total_ordering
class Classification(Enum):
    """A level of classification, ordered: `CONFIDENTIAL < SECRET`.

    The four lowest are handling of unclassified text and share rank 0, so none is above another, but each is a value
    of its own. Source: `vocab/data/classifications.csv`.
    """

    UNCLASSIFIED = "unclassified"
    LIMITED_OFFICIAL_USE = "limited official use"
    FOR_OFFICIAL_USE_ONLY = "for official use only"
    CONTROLLED = "controlled unclassified information"
    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"
    SECRET = "secret"
    TOP_SECRET = "top secret"

    @property
    def rank(self) -> int:
        """0 unclassified, 1 restricted, 2 confidential, 3 secret, 4 top secret."""
        return _RANKS[self._name_]

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Classification) else NotImplemented


_RANKS = dict(zip(Classification.__members__, (0, 0, 0, 0, 1, 2, 3, 4), strict=True))
"""By names, for the names of members are quicker keys than they themselves."""

CLASSIFICATION_OF_LETTER = {
    "U": Classification.UNCLASSIFIED,
    "E": Classification.UNCLASSIFIED,  # encrypt for transmission only
    "R": Classification.RESTRICTED,
    "C": Classification.CONFIDENTIAL,
    "S": Classification.SECRET,
    "T": Classification.TOP_SECRET,
}
"""The letter that FL4 repeats five times (ACP 127(G) 124.b)."""

_PORTIONS = {
    "U": Classification.UNCLASSIFIED,
    "SBU": Classification.UNCLASSIFIED,
    "LOU": Classification.LIMITED_OFFICIAL_USE,
    "FOUO": Classification.FOR_OFFICIAL_USE_ONLY,
    "CUI": Classification.CONTROLLED,
    "R": Classification.RESTRICTED,
    "C": Classification.CONFIDENTIAL,
    "S": Classification.SECRET,
    "TS": Classification.TOP_SECRET,
}


def portion_classification(marking: str) -> Classification | None:
    """The level of a portion mark without its parentheses: `C/NF` is confidential; `None` for what is no mark."""
    return _PORTIONS.get(marking.partition("/")[0].partition(" ")[0].upper())
