"""Under which order, by whom and why a message is classified."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from telegram_format.model.construction import quick


@quick
@frozen
class ExecutiveOrder:
    """The E.O. line: `E.O. 12958: DECL: 09/28/2012`.

    `number` is the order's number as digits; `declassify_on` a date; `event` what stands in its place
    (`AFTER KOREAN UNIFICATION`, `OADR`, `GDS`); `exemptions` the categories `X1` to `X8`. `N/A` is an order with
    none of them.
    """

    number: str | None = None
    declassify_on: date | None = None
    event: str | None = None
    exemptions: tuple[str, ...] = ()


@quick
@frozen
class ClassificationAuthority:
    """The `Classified By` line: who, in what position, for which reasons (`1.4(b)`)."""

    name: str | None = None
    position: str | None = None
    reasons: tuple[str, ...] = ()
