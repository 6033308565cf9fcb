"""How work in another process can fail."""

from __future__ import annotations

from typing import Literal

from telegram_format.errors import TelegramFormatError

Reason = Literal["time", "memory", "crash", "exit", "error", "result", "start"]


class WorkFailed(TelegramFormatError, RuntimeError):
    """A piece of work gave no result.

    `reason` is `time` or `memory` (a limit was reached), `crash` (a signal ended the process, or it closed its pipe),
    `exit` (it ended itself), `error` (an exception), `result` (what it returned cannot be pickled) or `start` (the
    process could not begin). `detail` says more, `activity` what the work last said it was doing.
    """

    def __init__(self, reason: Reason, detail: str, activity: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason: Reason = reason
        self.detail = detail
        self.activity = activity

    def __reduce__(self) -> tuple[type[WorkFailed], tuple[Reason, str, str]]:
        return type(self), (self.reason, self.detail, self.activity)
