"""Precedence: how fast a message must travel."""

from __future__ import annotations

from enum import Enum
from functools import total_ordering


@total_ordering
class Precedence(Enum):
    """A precedence, ordered by urgency: `ROUTINE < FLASH`. ACP 127(G) paragraphs 133 and 150-152.

    `NIACT_IMMEDIATE` is IMMEDIATE with delivery at night (5 FAH-1 H-221); it has no prosign of its own.
    """

    ROUTINE = "routine"
    PRIORITY = "priority"
    IMMEDIATE = "immediate"
    NIACT_IMMEDIATE = "niact immediate"
    FLASH = "flash"
    EMERGENCY = "emergency command"

    @property
    def prosign(self) -> str:
        """The letter of FL5; doubled, it opens FL2."""
        return _PROSIGNS[self]

    @property
    def rank(self) -> int:
        """0 for the least urgent."""
        return _RANKS[self._name_]

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Precedence) else NotImplemented


_RANKS = {name: rank for rank, name in enumerate(Precedence.__members__)}
_PROSIGNS = dict(zip(Precedence, "RPOOZY", strict=True))

PRECEDENCE_OF_PROSIGN = {
    "R": Precedence.ROUTINE,
    "P": Precedence.PRIORITY,
    "O": Precedence.IMMEDIATE,
    "Z": Precedence.FLASH,
    "Y": Precedence.EMERGENCY,
}
