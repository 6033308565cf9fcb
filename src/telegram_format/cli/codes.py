"""What the program answers to the shell, and the error that carries such an answer."""

from __future__ import annotations

OK = 0
FAILED = 1
"""Some input could not be read, or a check found something."""
USAGE = 2
TROUBLE = 2
"""As `diff` answers: what was asked could not be found out."""
MISSING = 3
"""A format, carrier, plug-in or extra that was asked for by name cannot be had."""
INTERRUPTED = 130
"""By the user: 128 and SIGINT."""
PIPE_CLOSED = 141
"""By the reader of the output: 128 and SIGPIPE."""


class CommandError(Exception):
    """The command cannot go on. The text says what happened, where, and what to do; `code` goes to the shell.

    `usage` says that the command was used wrongly, and that its usage is shown.
    """

    def __init__(self, message: str, code: int, *, usage: bool | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.usage = code == USAGE if usage is None else usage
