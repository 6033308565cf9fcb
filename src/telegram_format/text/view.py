"""The text that a reader reads, and the map from it to the text it was made of.

Strategy: a view is a list of pieces. A *copied* piece stands character for character for its origin; a *stand-in*
(a line end for `&#x000A;`) stands as a whole for a whole. What lies between the origins of two neighbours was left
out: markup, or a mark that was lifted out. Offsets are looked up by bisection when somebody asks; reading itself never
asks. A view may be made of another view: lifting page marks out of a view of an HTML page is two maps, one after the
other, and neither knows of the other.

A span of a view becomes one span of its origin, or several where a mark was lifted out of its middle. Markup inside
a span does not part it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from telegram_format.text.source import Source, Span


class View:
    """A text and where each of its characters comes from.

    `origin` is the source, or the view that this one was made of. Without pieces the text is the origin's own.
    """

    __slots__ = ("_apart", "_at", "_from", "_to", "origin", "text")

    def __init__(self, text: str, origin: Source | View) -> None:
        self.text = text
        self.origin = origin
        self._at: Sequence[int] = ()
        self._from: Sequence[int] = ()
        self._to: Sequence[int] = ()
        self._apart: Sequence[bool] = ()

    @classmethod
    def whole(cls, source: Source) -> View:
        """A view of all of a source."""
        return cls(source.text, source)

    @classmethod
    def of_pieces(cls, origin: Source | View, pieces: Iterable[tuple[int, int, str | None, bool]]) -> View:
        """A view of pieces `(start, end, stand_in, apart)` in order of their origin.

        `start` and `end` are offsets into the origin; `stand_in` is what the view reads there, `None` for the
        origin's own characters; `apart` says that a span going over into this piece is parted there.
        """
        at: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        parted: list[bool] = []
        words: list[str] = []
        length = 0
        for start, end, stand_in, apart in pieces:
            word = origin.text[start:end] if stand_in is None else stand_in
            if not word:
                continue
            at.append(length)
            starts.append(start)
            ends.append(end if stand_in is not None else -1)
            parted.append(apart)
            words.append(word)
            length += len(word)
        view = cls("".join(words), origin)
        if words:
            view._at, view._from, view._to, view._apart = at, starts, ends, parted
        else:  # an empty view still stands somewhere: at the start of its origin
            view._at, view._from, view._to, view._apart = (0,), (0,), (0,), (False,)
        return view

    def without(self, cuts: Iterable[Span]) -> View:
        """This view with `cuts` lifted out; spans that run over a cut are parted there. Cuts are in order, apart."""
        pieces = []
        position = 0
        for start, end in cuts:
            pieces.append((position, start, None, True))
            position = end
        pieces.append((position, len(self.text), None, True))
        return View.of_pieces(self, pieces)

    def part(self, start: int, end: int) -> View:
        """The view of a range of this one."""
        return View.of_pieces(self, [(start, end, None, False)])

    @property
    def parted(self) -> bool:
        """Whether a span of this view is parted wherever something was left out in it."""
        return all(self._apart)

    @property
    def source(self) -> Source:
        """The source at the end of all origins."""
        origin = self.origin
        while isinstance(origin, View):
            origin = origin.origin
        return origin

    def up(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans of the origin that a span of this view stands for, white space at the inner ends trimmed."""
        at = self._at
        if not at:
            return ((start, end),)
        spans: list[Span] = []
        index = max(bisect_right(at, start) - 1, 0)
        last = max(bisect_right(at, end - 1) - 1, index) if end > start else index
        low = self._low(index, start)
        for here in range(index, last):
            if self._apart[here + 1]:
                spans.append((low, self._high(here, at[here + 1])))
                low = self._from[here + 1]
        spans.append((low, self._high(last, end) if end > start else low))
        return tuple(spans) if len(spans) == 1 else self._trimmed(spans)

    def to_source(self, start: int, end: int) -> tuple[Span, ...]:
        """As `up`, all the way to characters of the source."""
        spans = self.up(start, end)
        origin = self.origin
        while isinstance(origin, View):
            spans = tuple(span for s, e in spans for span in origin.up(s, e))
            origin = origin.origin
        return spans

    def taken(self) -> Iterator[Span]:
        """The spans of the source that stand in this view, in order; what lies between was left out."""
        spans = self._pieces(0, len(self.text))
        origin = self.origin
        while isinstance(origin, View):
            spans = _through(origin, spans)
            origin = origin.origin
        return spans

    def _pieces(self, start: int, end: int) -> Iterator[Span]:
        """The spans of the origin that a span of this view stands for, piece by piece."""
        at = self._at
        if not at:
            yield start, end
        elif start < end:
            for index in range(bisect_right(at, start) - 1, bisect_right(at, end - 1)):
                stop = at[index + 1] if index + 1 < len(at) else end
                yield self._low(index, max(start, at[index])), self._high(index, min(end, stop))

    def _low(self, index: int, offset: int) -> int:
        start = self._from[index]
        return start + offset - self._at[index] if self._to[index] < 0 else start

    def _high(self, index: int, offset: int) -> int:
        end = self._to[index]
        return self._from[index] + offset - self._at[index] if end < 0 else end

    def _trimmed(self, spans: list[Span]) -> tuple[Span, ...]:
        text = self.origin.text
        trimmed = []
        for start, end in spans:
            word = text[start:end]
            left = len(word) - len(word.lstrip())
            if left < len(word):
                trimmed.append((start + left, start + len(word.rstrip())))
        return tuple(trimmed) or (spans[0],)


def _through(view: View, spans: Iterator[Span]) -> Iterator[Span]:
    """The spans of the view's origin for spans of the view."""
    return (up for start, end in spans for up in view._pieces(start, end))
