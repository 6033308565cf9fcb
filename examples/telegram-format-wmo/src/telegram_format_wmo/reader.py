"""The reader of bulletins.

Strategy: the envelope and the abbreviated heading are one anchored pattern each; what stands behind them, up to the end
of the message, is parted into reports at their end signs. Lines and columns of a report are kept, for in tables and
code forms they carry meaning. Further bulletins in the same text are set apart.
"""

from __future__ import annotations

import re
from itertools import pairwise

from telegram_format import Address, DateTimeGroup, Paragraph, Transmission
from telegram_format.kit import Detection, Draft, Sample
from telegram_format_wmo.form import ENVELOPE, HEADING, MESSAGE_END, NEXT, REPORT_END

_LINE_END = re.compile(r"(?<!\r)\r*+\n|\r")
_EMPTY_LINES = re.compile(r"(?:[ \t]*+[\r\n]++)*+")


class Bulletin:
    """The reader of meteorological bulletins."""

    name = "wmo"
    api_version = 1

    def detect(self, sample: Sample) -> Detection:
        envelope = ENVELOPE.match(sample.text)
        if envelope is None or HEADING.match(sample.text, envelope.end()) is None:
            return Detection(0.0, "no abbreviated heading at the top")
        if envelope["start"] is not None:
            return Detection(1.0, "start of message, abbreviated heading")
        return Detection(0.9, "abbreviated heading")

    def read(self, draft: Draft) -> None:
        self._set_further_bulletins_apart(draft)
        text = draft.text
        envelope = ENVELOPE.match(text)
        assert envelope is not None  # every part of the pattern may be missing
        for part in ("start", "slants"):
            if envelope[part] is not None:
                draft.mark(part, *envelope.span(part))
        if envelope["number"] is not None:
            draft.put("transmission", Transmission(identification=envelope["number"]), *envelope.span("number"))
            draft.place(("transmission", "identification"), *envelope.span("number"))
        end = MESSAGE_END.search(text, envelope.end())
        if end is not None:
            draft.mark("end", *end.span())
        position = self._read_heading(draft, envelope.end())
        self._read_reports(draft, position, end.start() if end is not None else len(text))

    def _set_further_bulletins_apart(self, draft: Draft) -> None:
        first = ENVELOPE.match(draft.text)
        starts = [found.start() for found in NEXT.finditer(draft.text, first.end() if first is not None else 0)]
        for start, end in pairwise([*starts, len(draft.text)]):
            draft.set_apart(start, end)
        if starts:
            draft.keep(0, starts[0])

    def _read_heading(self, draft: Draft, start: int) -> int:
        """Read the abbreviated heading; where the text begins."""
        heading = HEADING.match(draft.text, start)
        if heading is None:
            draft.note("wmo/no-heading", "no abbreviated heading at the top", start, start)
            return start
        draft.attribute("ttaaii", heading["designator"], *heading.span("designator"))
        draft.put("originator", Address(heading["centre"]), *heading.span("centre"))
        day, hour, minute = (int(heading[part]) for part in ("day", "hour", "minute"))
        draft.put("dtg", DateTimeGroup(day, hour, minute), *heading.span("time"))
        if heading["indicator"] is not None:
            draft.attribute("bbb", heading["indicator"], *heading.span("indicator"))
        return heading.end()

    def _read_reports(self, draft: Draft, start: int, end: int) -> None:
        """Read what stands between `start` and `end` into paragraphs, each with its end sign if it has one."""
        stops = [found.end() for found in REPORT_END.finditer(draft.text, start, end)]
        for stop in [*stops, end]:
            gap = _EMPTY_LINES.match(draft.text, start, stop)
            start = gap.end() if gap is not None else start
            words = draft.text[start:stop].rstrip()
            if words.strip():
                draft.add("body", Paragraph(_LINE_END.sub("\n", words)), start, start + len(words))
            start = stop
