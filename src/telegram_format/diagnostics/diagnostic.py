"""One oddity of a text."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from telegram_format.text.source import Span

Severity = Literal["info", "warning", "error"]
"""`info`: repaired or worth knowing; `warning`: a contradiction or a doubt; `error`: a value was lost."""


@frozen
class Diagnostic:
    """An oddity: what, how grave, where.

    `code` is one of `codes.CODES` or a plug-in's own (`name/code`); `span` counts bytes of the source and is `None`
    where the oddity has no place; `path` names the field concerned (`dtg`, `to[2].name`); `reader` is who noticed it.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    path: str | None = None
    reader: str | None = None

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"
