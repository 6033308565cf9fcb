"""Messages of US automatic networks with the one-line header of JANAP 128, later ACP 128.

formats/README.md section 6. Strategy: the one-line header is read first and lifted out; what stays is a message of
ACP 127 without FL2 and FL3, and is read as one. Messages in sets have a reader of their own.
"""

from __future__ import annotations

import re

from telegram_format.grammar.header_block import read_header_block
from telegram_format.grammar.message_series import has_series_line
from telegram_format.grammar.one_line_header import complete_transmission, find_one_line_header, lift_one_line_header
from telegram_format.grammar.relay_lines import lift_relay_lines
from telegram_format.grammar.relayed_message import make_ready, read_relayed_text
from telegram_format.grammar.signals import read_signals
from telegram_format.grammar.worn_header import read_worn_header
from telegram_format.kit import Detection, Draft, Sample

_SETS = re.compile(
    r"\n[ \t]*+(?:MSGID|SUBJ|RMKS|GENTEXT|REF|NARR|AMPN|POC)/|\n[ \t]*+(?:NAVADMIN|ALNAV|MARADMIN|ALARACT)\b"
)
_FOUND, _IN_SETS = 0.97, 0.4


class Janap128:
    """The reader of JANAP 128 and ACP 128."""

    name = "janap128"

    def detect(self, sample: Sample) -> Detection:
        text = sample.text.replace("\r", "") if "\r" in sample.text else sample.text
        if find_one_line_header(text) is None:
            return Detection(0.0, "no one-line header")
        if _SETS.search(text) is not None or has_series_line(text):
            return Detection(_IN_SETS, "a one-line header; sets")
        return Detection(_FOUND, "a one-line header")

    def read(self, draft: Draft) -> None:
        make_ready(draft)
        header = lift_one_line_header(draft)
        read_worn_header(draft)
        read_signals(draft)
        lift_relay_lines(draft)
        position = read_header_block(draft, 0, len(draft.text))
        if header is not None:
            complete_transmission(draft, header)
        else:
            draft.note("header-missing", "no one-line header was found", 0, 0)
        read_relayed_text(draft, position)
