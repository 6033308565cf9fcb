"""Any text: the sure fallback.

Strategy: understands nothing and says so. Text is kept as paragraphs, parted at empty lines, each with its place, and
all of it counts as unread. What is not text is not kept as if it were.
"""

from __future__ import annotations

import re

from telegram_format.kit import Detection, Draft, Sample, unfold
from telegram_format.model.body import Paragraph

_EMPTY_LINES = re.compile(r"(?:(?<!\r)\r*+\n|\r)(?:[ \t]*+(?:(?<!\r)\r*+\n|\r))++")
_NOT_TEXT = re.compile(r"[\x00\x01\x04-\x06\x0e-\x1a\x1c\udc80-\udcff]")
"""Control characters that no teletype code or transmission frame leaves in a text, and bytes that decode to nothing."""


class Plain:
    """The reader of text that is no telegram, or none that is known."""

    name = "plain"

    def detect(self, sample: Sample) -> Detection:
        return Detection(0.1, "any text" if sample.text.strip() else "no text")

    def read(self, draft: Draft) -> None:
        text = draft.text
        if not text.strip():
            draft.note("empty-input", "the input has no text", 0, len(text))
            return
        if (odd := _NOT_TEXT.search(text, 0, 65536)) is not None:
            what = f"the input is not text: it holds the character {ord(odd[0]):#04x}"
            draft.note("not-text", what, odd.start(), odd.end())
            return
        draft.note("format-not-recognised", "not recognised as a telegram; kept as plain text", 0, 0)
        position = 0
        for gap in _EMPTY_LINES.finditer(text):
            _keep(draft, position, gap.start())
            position = gap.end()
        _keep(draft, position, len(text))


def _keep(draft: Draft, start: int, end: int) -> None:
    words = unfold(draft.text[start:end])
    if words:
        draft.add_rest("body", Paragraph(words), start, end)
