"""The end of a telegram: signatures, notes of the relay, validation number, end sign.

Strategy: formats/state.md B10 and ACP 127(G) format lines 13 to 16. A signature is a surname on a line of its own.
"""

from __future__ import annotations

import re

from telegram_format.model.body import Block, Paragraph
from telegram_format.model.telegram import Telegram
from telegram_format.spelling.frame import one_line, refuse, shaped
from telegram_format.spelling.signs import NOT_SURNAMES, SIGNATURE

_SERVICE_NOTE = re.compile(r"NOTE BY [A-Z/]{2,8}:.{0,180}|NOTE: (?:NOT PASSED|READ AS RECEIVED|CORRECTION).{0,180}")
_VALIDATION = re.compile(r"[0-9]{4}")


def service_notes(body: tuple[Block, ...]) -> int:
    """How many blocks at the end of `body` are notes of the relay, which stand behind the signature."""
    count = 0
    for block in reversed(body):
        if not isinstance(block, Paragraph) or block.role != "service note" or block.number is not None:
            break
        if _SERVICE_NOTE.fullmatch(block.text) is None or block.marking is not None or block.paragraphs:
            break
        count += 1
    return count


def ending_lines(telegram: Telegram) -> list[str]:
    """Signatures, then the notes of the relay, then the validation number of format line 15 (`#0799`)."""
    if len(telegram.signatures) > 2:
        refuse("signatures", "there is room for two surnames")
    if telegram.signatures and len(telegram.body) <= service_notes(telegram.body):
        refuse("signatures", "a signature stands under a text")
    lines = [spell_signature(name, f"signatures[{index}]") for index, name in enumerate(telegram.signatures)]
    notes = service_notes(telegram.body)
    for block in telegram.body[len(telegram.body) - notes :]:
        assert isinstance(block, Paragraph)
        lines += ["", block.text]
    if telegram.validation is not None:
        lines += ["", spell_validation(telegram.validation)]
    return lines[1:] if lines[:1] == [""] else lines


def spell_signature(name: str, path: str = "signature") -> str:
    """`KHALILZAD`."""
    word = shaped(path, one_line(path, name), SIGNATURE, "surname")
    if word.upper().rstrip(".") in NOT_SURNAMES or len(word) < 3:
        refuse(path, f"{word!r} is no surname")
    return word


def spell_validation(number: str, path: str = "validation") -> str:
    """`#0799`."""
    return "#" + shaped(path, number, _VALIDATION, "validation number of four digits")
