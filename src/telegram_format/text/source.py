"""What was read, kept as it came: the bytes, their text, and places in them.

Strategy: the bytes are the truth and are never changed; the text is decoded once and used for reading. Offsets inside
the library count characters of the text; offsets that leave it count bytes. The way between them is computed only
when asked for: it is the identity for ASCII, else a table with an entry every 1,024 characters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from attrs import evolve, field, frozen

from telegram_format.text.decode import How, decode, encode

Span = tuple[int, int]
"""A half-open range: start, end."""

_STEP = 1024
_LINE_END = re.compile(r"(?<!\r)\r*+\n|\r")
"""A line ends with LF, CR LF, CR CR LF (teletype) or a bare CR. FF, VT and NEL are content."""


@frozen
class Source:
    """The bytes of one input, and their text.

    `bytes(source)` is what came in. `encoding` and `how` say how it was decoded ("text": it came as `str`).
    `name` is where it came from, as a file path, and is used in messages only; `offset` is the byte at which it
    begins there, where it is one of many.
    """

    data: bytes = field(repr=False)
    text: str = field(repr=False, eq=False)
    encoding: str = "utf-8"
    how: How = "text"
    name: str | None = field(default=None, eq=False)
    offset: int = field(default=0, eq=False)

    @classmethod
    def of(cls, data: bytes | str, *, encoding: str | None = None, name: str | None = None, offset: int = 0) -> Source:
        """A source of `bytes` or `str`. `encoding` is a declared encoding; an unknown name raises `LookupError`."""
        if isinstance(data, str):
            return cls(encode(data), data, "utf-8", "text", name, offset)
        return cls(data, *decode(data, encoding), name, offset)

    def like(self, data: bytes) -> Source:
        """Other bytes, decoded as these were; the name stays."""
        if self.how != "text":
            source = Source.of(data, encoding=self.encoding, name=self.name, offset=self.offset)
            return evolve(source, how=self.how)
        try:
            text = data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            text = data.decode("utf-8", "surrogateescape")
        return Source(data, text, "utf-8", "text", self.name, self.offset)

    def __bytes__(self) -> bytes:
        return self.data

    def byte_offset(self, offset: int) -> int:
        """The byte at which the character at `offset` begins."""
        if len(self.data) == len(self.text):
            return offset
        block, rest = divmod(offset, _STEP)
        start = block * _STEP
        return self._byte_table[block] + (self._width(self.text[start : start + rest]) if rest else 0)

    def byte_span(self, span: Span) -> Span:
        """The span in bytes of a span in characters."""
        return self.byte_offset(span[0]), self.byte_offset(span[1])

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at `offset`. The column counts characters."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its line end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" not in self.text:  # a line is as long as its text and one sign
            return [0, *accumulate([len(line) + 1 for line in self.text.split("\n")])][:-1]
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    @cached_property
    def _byte_table(self) -> list[int]:
        blocks = (self.text[i : i + _STEP] for i in range(0, len(self.text), _STEP))
        return [0, *accumulate(map(self._width, blocks))]

    def _width(self, text: str) -> int:
        try:
            return len(text.encode(self.encoding, "surrogateescape"))
        except UnicodeEncodeError:  # a str with surrogates that stand for no byte
            return len(text.encode(self.encoding, "surrogatepass"))
