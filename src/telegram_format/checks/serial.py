"""The station serial number against the message number.

The State Department's communication centres took the last four figures of a cable's number as the serial number of
FL3: `#0799/01` for 07 USUN NEW YORK 799. It held for all 210 complete headers of a sample of 240 cables, with two to
six figures in the number. A serial of other length, or with the letter of an operating position, is one of a relay
that counts for itself (ACP 127(G) 216), and says nothing of the message number; nor does that of a message which is
numbered in a series (NAVADMIN 264/22).
"""

from __future__ import annotations

from collections.abc import Iterable

from telegram_format.checks.finding import finding
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Trace


def check_serial(telegram: Telegram, trace: Trace) -> Iterable[Diagnostic]:
    """`serial-conflict`: four figures of FL3 that are not the last four of the message number."""
    transmission = telegram.transmission
    message_id = telegram.message_id
    if transmission is None or message_id is None:
        return ()
    serial = transmission.serial
    if message_id.in_series or serial is None or len(serial) != 4 or not (serial.isascii() and serial.isdecimal()):
        return ()
    if int(serial) == message_id.number % 10_000:
        return ()
    message = f"station serial number {serial} does not fit message number {message_id.number}"
    return finding("serial-conflict", message, trace, ("transmission", "serial"))
