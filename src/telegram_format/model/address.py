"""An address of FL6 to FL9."""

from __future__ import annotations

from attrs import frozen

from telegram_format.model.construction import quick
from telegram_format.model.precedence import Precedence


@quick
@frozen
class Address:
    """An addressee or the originator: `RUEHC/SECSTATE WASHDC IMMEDIATE 2663`.

    `name` is the plain language address; `precedence` is the one given for this addressee alone;
    `continuity_number` is the message continuity number, digits as written (`0607`); `office_codes` stand between
    double slants (`CNO WASHINGTON DC//N1//`).
    """

    name: str
    routing_indicator: str | None = None
    precedence: Precedence | None = None
    continuity_number: str | None = None
    office_codes: tuple[str, ...] = ()
