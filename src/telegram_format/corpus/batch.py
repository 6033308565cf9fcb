"""What is converted at once: some megabytes of input, given by where they stand.

Strategy: a batch names its bytes rather than holding them, so that it can be sent to another process and read again
after a crash. Only what has no place of its own on the disk, members of archives and streams, travels as bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Segment(NamedTuple):
    """Bytes of one input.

    They stand at `offset` of the file `path` and are `length` long; `data` holds them where no file does. `cuts` are
    the places, counted from `offset`, where one telegram ends and the next begins; `None` for a file that is still to
    be cut. `name` says what the input is. With a `fault` there are no bytes: the input could not be read on.
    """

    name: str
    path: str | None
    offset: int
    length: int
    cuts: tuple[int, ...] | None = None
    data: bytes | None = None
    fault: str | None = None


class Batch(NamedTuple):
    """The `number`th batch of a corpus; `weight` is how many bytes on the disk it makes out, for progress."""

    number: int
    segments: tuple[Segment, ...]
    weight: int

    @property
    def length(self) -> int:
        """Bytes of all segments."""
        return sum(segment.length for segment in self.segments)

    def located(self, here: str) -> Batch:
        """The same with absolute paths, relative ones being so from the folder `here`."""
        return self._replace(
            segments=tuple(
                segment if segment.path is None else segment._replace(path=str(Path(here, segment.path)))
                for segment in self.segments
            )
        )


class Located(NamedTuple):
    """A piece of an input: what is read as one telegram, and where its bytes stand."""

    source: str
    offset: int
    data: bytes
