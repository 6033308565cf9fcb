"""The writer of bulletins.

Strategy: the abbreviated heading is checked part by part, for a relay drops what has none; text is written as it
stands. A telegram says much that a bulletin has no place for: all that is a loss, and listed. What would end the
message, or begin another, inside the text is refused.
"""

from __future__ import annotations

import re

from telegram_format import Paragraph, Separator, Telegram
from telegram_format.kit import Difference, LossRule, SerializationError
from telegram_format_wmo.form import CENTRE, DESIGNATOR, END, INDICATOR, MESSAGE_END, NEXT, NUMBER, REPORT_END, START

_ENVELOPES = {"soh": (START, END), "zczc": ("ZCZC", "NNNN"), "none": ("", "")}
_NO_PLACE = (
    *("message_id", "precedence", "info_precedence", "to", "info", "exempted", "classification", "caveats"),
    *("section", "captions", "passing", "executive_order", "tags", "subject", "subject_marking", "references"),
    *("classified_by", "signatures", "validation", "attributes"),
)


def _is_parted_otherwise(telegram: Telegram, _difference: Difference) -> bool:
    """Whether the blocks are anything but reports, each with its end sign at its end; the last may lack one."""
    last = len(telegram.body) - 1
    for index, block in enumerate(telegram.body):
        if not isinstance(block, Paragraph) or block != Paragraph(block.text.lstrip("\n").rstrip()):
            return True
        stops = [found.end() for found in REPORT_END.finditer(block.text)]
        if stops != [len(block.text)] and (stops or index < last):
            return True
    return False


class BulletinWriter:
    """The writer of meteorological bulletins."""

    name = "wmo"
    api_version = 1
    reader = "wmo"
    carrier = "plain"
    losses: tuple[LossRule, ...] = (
        *(LossRule("no-place", path, "a bulletin has no place for it") for path in _NO_PLACE),
        LossRule("transmission", "transmission", "of format lines 1 to 4 a bulletin has the number only"),
        LossRule("originator", "originator", "a compiling centre is four letters and nothing else"),
        LossRule("dtg", "dtg", "a bulletin has day, hour and minute in UTC"),
        LossRule(
            "reports", "body", "text is parted at the end signs of reports, and nowhere else", _is_parted_otherwise
        ),
    )

    def write(
        self,
        telegram: Telegram,
        /,
        *,
        ttaaii: str | None = None,
        centre: str | None = None,
        envelope: str = "soh",
        line_end: str = "\r\r\n",
    ) -> str:
        """The bulletin.

        `ttaaii` and `centre` (four letters) stand in for an attribute `ttaaii` and an originator that the telegram
        lacks. `envelope` is `soh`, `zczc` or `none`.
        """
        if envelope not in _ENVELOPES or not line_end or line_end.strip("\r\n"):
            raise ValueError(f"no envelope or no line end: {envelope!r}, {line_end!r}")
        start, end = _ENVELOPES[envelope]
        lines = [start, *self._number(telegram), self._heading(telegram, ttaaii, centre), *self._text(telegram), end]
        return line_end.join("\n".join(lines).strip("\n").split("\n")) + ("" if end == END else line_end)

    def _number(self, telegram: Telegram) -> list[str]:
        number = telegram.transmission.identification if telegram.transmission is not None else None
        if number is None:
            return []
        return [_checked("transmission.identification", number, NUMBER, "three or five figures")]

    def _heading(self, telegram: Telegram, ttaaii: str | None, centre: str | None) -> str:
        dtg = telegram.dtg
        if dtg is None or not (1 <= dtg.day <= 31 and 0 <= dtg.hour < 24 and 0 <= dtg.minute < 60 and dtg.zone == "Z"):
            raise SerializationError("dtg", "a bulletin has a day and a time in UTC")
        name = telegram.originator.name if telegram.originator is not None else ""
        parts = [
            _checked("attributes.ttaaii", ttaaii or telegram.attributes.get("ttaaii", ""), DESIGNATOR, "as FTXX31"),
            _checked("originator.name", centre or name, CENTRE, "a centre of four letters"),
            f"{dtg.day:02}{dtg.hour:02}{dtg.minute:02}",
        ]
        if (indicator := telegram.attributes.get("bbb")) is not None:
            parts.append(_checked("attributes.bbb", indicator, INDICATOR, "as RRA"))
        return " ".join(parts)

    def _text(self, telegram: Telegram) -> list[str]:
        lines = []
        for index, block in enumerate(telegram.body):
            text = block.sign * 9 if isinstance(block, Separator) else block.text
            if NEXT.search(text) is not None or MESSAGE_END.search(text) is not None or not text.isascii():
                raise SerializationError(f"body[{index}].text", "it has signs of an envelope or of no alphabet")
            lines += [text, ""] if text.endswith("$$") else [text]
        return lines


def _checked(path: str, value: str, pattern: str, what: str) -> str:
    """`value`, if it is all of `pattern`."""
    if re.fullmatch(pattern, value) is None:
        raise SerializationError(path, f"{value!r} is not {what}")
    return value
