"""Standard output and standard error of a command.

Strategy: data goes to standard output, all else to standard error. Texts are encoded here, a character that the
terminal's encoding lacks as an escape, so that no output fails; line ends stay as they are written. The console
remembers whether anything failed: that is what the program answers.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from attrs import define

from telegram_format.cli.palette import Palette, colour_wanted
from telegram_format.text.visible import visible

PROGRAM = "telegram-format"


@define
class Console:
    """Where a command writes. `verbosity` is -1 for quiet, 0, or the number of `-v`."""

    out: TextIO
    err: TextIO
    palette: Palette
    err_palette: Palette
    verbosity: int = 0
    failed: bool = False

    @classmethod
    def of_process(cls, when: str, verbosity: int, environment: Mapping[str, str] = os.environ) -> Console:
        """The console of this process; `when` to colour is `auto`, `always` or `never`."""
        out, err = sys.stdout, sys.stderr
        return cls(
            out,
            err,
            Palette(colour_wanted(when, out.isatty(), environment)),
            Palette(colour_wanted(when, err.isatty(), environment)),
            verbosity,
        )

    @property
    def out_is_terminal(self) -> bool:
        """Whether a person reads the data."""
        return self.out.isatty()

    def write(self, text: str) -> None:
        """A line of data. The text is fit for a terminal already."""
        _put(self.out, text + "\n")

    def write_bytes(self, data: bytes) -> None:
        """Data as it is."""
        buffer = getattr(self.out, "buffer", None)
        if buffer is None:
            _put(self.out, data.decode("utf-8", "backslashreplace"))
        else:
            self.out.flush()
            buffer.write(data)

    def note(self, text: str) -> None:
        """Something worth knowing; silent when quiet."""
        self.note_shown(visible(text))

    def note_shown(self, text: str) -> None:
        """As `note`, for text that is fit for a terminal already, and may be coloured."""
        if self.verbosity >= 0:
            self._say(text)

    def fail(self, text: str) -> None:
        """Something that failed."""
        self.failed = True
        self._say(visible(text))

    def can_show(self, text: str) -> bool:
        """Whether standard output's encoding has the characters of `text`."""
        try:
            text.encode(self.out.encoding or "ascii")
        except UnicodeEncodeError:
            return False
        return True

    def flush(self) -> None:
        self.out.flush()

    def _say(self, text: str) -> None:
        self.out.flush()
        _put(self.err, f"{PROGRAM}: {text}\n")
        self.err.flush()


def _put(stream: TextIO, text: str) -> None:
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(text)
    else:
        stream.flush()
        buffer.write(text.encode(stream.encoding or "ascii", "backslashreplace"))
