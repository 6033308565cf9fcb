"""The security warning of FL4 against the classification line.

FL4 repeats the letter of the classification five times, `ZNY CCCCC`; the last two letters may name nations instead
(ACP 127(G) 124.b, ACP 117 on transmission release codes), so the first one is compared. `E` (encrypted for
transmission only) is unclassified. `ZNR UUUUU` may also stand for a text that was encrypted off line; then the
warning says what the copy at hand has lost.
"""

from __future__ import annotations

from collections.abc import Iterable

from telegram_format.checks.finding import finding
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.marking import CLASSIFICATION_OF_LETTER
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Trace


def check_security(telegram: Telegram, trace: Trace) -> Iterable[Diagnostic]:
    """`classification-conflict`: a letter of FL4 of another rank than the classification."""
    transmission = telegram.transmission
    classification = telegram.classification
    if transmission is None or classification is None or not transmission.security:
        return ()
    warned = CLASSIFICATION_OF_LETTER.get(transmission.security[0])
    if warned is None or warned.rank == classification.rank:
        return ()
    message = f"FL4 says {transmission.security} ({warned.value}), the classification is {classification.value}"
    return finding("classification-conflict", message, trace, ("transmission", "security"))
