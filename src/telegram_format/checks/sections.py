"""What the classification line says of sections.

A long message travels as several, each with `SECTION 01 OF 02` (ACP 127(G) 208 and 223). Archives put the sections
together and keep the line of the first, so that section 1 of several says nothing of the others: of 68 such cables in
a sample 17 had no mark of a later section, most of them complete. A later section that comes first is alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from telegram_format.checks.finding import finding
from telegram_format.diagnostics.diagnostic import Diagnostic
from telegram_format.model.telegram import Telegram
from telegram_format.reading.trace import Trace


def check_sections(telegram: Telegram, trace: Trace) -> Iterable[Diagnostic]:
    """`section-missing`: a text that begins with a later section, or with one that its total does not have."""
    section = telegram.section
    if section is None or (section.number == 1 and section.total >= 1):
        return ()
    message = f"the text calls itself section {section.number} of {section.total}"
    if 1 < section.number <= section.total:
        before = "section 1 is" if section.number == 2 else f"sections 1 to {section.number - 1} are"
        message = f"this is section {section.number} of {section.total}: {before} not here"
    return finding("section-missing", message, trace, ("section",))
