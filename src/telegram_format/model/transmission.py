"""Format lines 1 to 4: how the message travelled."""

from __future__ import annotations

from attrs import frozen

from telegram_format.model.construction import quick
from telegram_format.model.precedence import Precedence


@quick
@frozen
class Section:
    """`SECTION 01 OF 02`; `final` for `FINAL SECTION OF 02`."""

    number: int
    total: int
    final: bool = False


@quick
@frozen
class Transmission:
    """Format lines 1 to 4 (ACP 127(G) Annex B).

    `identification` is FL1 without its start signal (`XRO0227`); `precedence` and `routing` (routing indicators) are
    FL2; `station`, `serial` (digits as written, with a letter where there is one), `section` and `filed` (day of the
    year, hour and minute as written) are FL3; `security` is the group of FL4 (`CCCCC`), `signals` its further words.
    """

    identification: str | None = None
    precedence: Precedence | None = None
    routing: tuple[str, ...] = ()
    station: str | None = None
    serial: str | None = None
    section: int | None = None
    filed: str | None = None
    security: str | None = None
    signals: tuple[str, ...] = ()
