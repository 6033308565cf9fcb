"""The sixteen format lines of ACP 127, as a relay sends them.

Strategy: the lines that variants share are laid out for 69 columns; what ACP 127(G) asks besides is put around them:
BT before and behind the text, pages of 20 lines counted from FL5, validation number and end of message (FL15, FL16).
What the telegram does not say is not said, unless `complete` asks for it: then FL2 to FL4 and FL15 are derived.
"""

from __future__ import annotations

import re

from attrs import evolve

from telegram_format.kit import Difference, LossRule, SerializationError
from telegram_format.model.marking import Classification
from telegram_format.model.precedence import Precedence
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Transmission
from telegram_format.spelling.body import text_lines
from telegram_format.spelling.ending import ending_lines, spell_validation
from telegram_format.spelling.header import header_lines, transmission_lines
from telegram_format.spelling.heading import heading_lines
from telegram_format.spelling.marking import spell_classification
from telegram_format.spelling.paging import paged
from telegram_format.spelling.plain_letters import plain_letters
from telegram_format.spelling.teleprinter import sendable
from telegram_format.spelling.unsaid import UNSAID
from telegram_format.spelling.wrap import wrap
from telegram_format.vocab.stations import compact, posts

_LINE_ENDS = ("\r\r\n", "\r\n", "\n")


def _plainer(_telegram: Telegram, found: Difference) -> bool:
    return isinstance(found.before, str) and plain_letters(found.before) == found.after


def _broken(_telegram: Telegram, found: Difference) -> bool:
    return (
        isinstance(found.before, str)
        and isinstance(found.after, str)
        and plain_letters(found.before).replace(" ", "") == found.after.replace(" ", "")
    )


def _without_its_line(telegram: Telegram, found: Difference) -> bool:
    """Whether a value of format lines 1 to 5 stands behind another one that is missing."""
    if found.path == "info_precedence":
        return telegram.precedence is None
    sent = telegram.transmission or Transmission()
    if found.path == "transmission":
        return found.after is None
    if found.path == "transmission.signals":
        return sent.security is None
    if found.path == "transmission.section" and sent.serial is None:
        return True
    return sent.station is None and found.path in ("transmission.serial", "transmission.section", "transmission.filed")


def _without_prosign(_telegram: Telegram, found: Difference) -> bool:
    return found.before is Precedence.NIACT_IMMEDIATE


def _added(_telegram: Telegram, found: Difference) -> bool:
    return found.before in (None, ()) and found.after is not None


_LETTERED = (
    *(
        "originator",
        "to",
        "info",
        "exempted",
        "message_id",
        "captions",
        "passing",
        "executive_order",
        "tags",
        "subject",
    ),
    *("references", "classified_by", "body", "signatures"),
)
"""Fields that may hold letters which are not plain."""


_OWN = ("attributes", "no-prosign", "second-prosign", "no-calling-station", "no-serial", "no-security-group")
"""What is told by other codes here than in the table that writers of a State heading share."""


class Acp127:
    """The writer of the sixteen format lines."""

    name = "acp127"
    reader = "acp127"
    carrier = "plain"
    losses = (
        LossRule("attributes", "attributes", "facts without a field of their own have no format line"),
        *(
            LossRule("format-line", path, "it stands behind a value of its line that is missing", _without_its_line)
            for path in ("transmission", "info_precedence")
        ),
        *(
            LossRule("precedence", path, "NIACT IMMEDIATE has no prosign", _without_prosign)
            for path in ("precedence", "info_precedence", "transmission.precedence")
        ),
        *(LossRule("character", path, "a teleprinter has plain letters only", _plainer) for path in _LETTERED),
        *(LossRule("long-word", path, "a word longer than a line is broken", _broken) for path in ("subject", "body")),
        *(LossRule("derived", path, "it was asked for and derived", _added) for path in ("transmission", "validation")),
        *(LossRule(*row) for row in UNSAID if row[0] not in _OWN),
    )

    def write(
        self,
        telegram: Telegram,
        /,
        *,
        complete: bool = False,
        line_end: str = "\r\r\n",
        page_lines: int = 20,
        width: int = 69,
        feeds: bool = True,
    ) -> str:
        """The text, in ASCII.

        `complete` derives format lines 2 to 4 and the validation number from the rest where they are missing.
        `line_end` is that of ACP 127 (two carriage returns, line feed), `\\r\\n` or `\\n`; `page_lines` are the lines
        of a page (0: no pages), `width` the characters of a line; `feeds` writes the line feeds between pages and
        before the end of message.
        """
        if line_end not in _LINE_ENDS or width < 40 or page_lines < 0:
            raise SerializationError("", "line ends are CR CR LF, CR LF or LF; lines have 40 characters at least")
        telegram = sendable(completed(telegram) if complete else telegram, width)
        text = [
            *header_lines(telegram, width, routing=False, bt=True),
            *_heading_lines(telegram, width),
            "",
            *(line.removeprefix("¶") for line in text_lines(telegram, width)),
            "",
            *ending_lines(evolve(telegram, validation=None)),
        ]
        while text and not text[-1]:
            text.pop()
        mark = _page_mark(telegram)
        if page_lines and mark is not None:
            text = paged(text, mark, page_lines, feeds=feeds)
        if not telegram.body and not telegram.signatures:
            text.append("")  # or the heading would go on with what stands behind it
        lines = [*_routing_lines(telegram, width), *text, "BT"]
        if telegram.validation is not None:
            lines.append(spell_validation(telegram.validation))
        lines += [""] * 7 * feeds
        return line_end.join([*lines, "NNNN", ""])


def completed(telegram: Telegram) -> Telegram:
    """`telegram` with what can be derived of format lines 2 to 4 and 15, where it is missing.

    The routing indicators of all addressees, the sender's own, the last four figures of the message number, the day
    and time of the date-time group, the letter of the classification [ACP 127(G) 116, 124, 152, 216].
    """
    known = telegram.transmission or Transmission()
    addresses = (*telegram.to, *telegram.info)
    routing = dict.fromkeys(found.routing_indicator for found in addresses)
    number = telegram.message_id.number if telegram.message_id is not None else None
    serial = known.serial or (f"{number % 10_000:04}" if number is not None else None)
    moment = telegram.dtg.datetime if telegram.dtg is not None and telegram.dtg.zone == "Z" else None
    level = telegram.classification
    return evolve(
        telegram,
        transmission=evolve(
            known,
            precedence=known.precedence or telegram.precedence,
            routing=known.routing or tuple(indicator for indicator in routing if indicator),
            station=known.station or _station(telegram),
            serial=serial,
            section=known.section or (telegram.section.number if telegram.section is not None else None),
            filed=known.filed or (f"{moment:%j%H%M}" if moment is not None else None),
            security=known.security or (_LETTERS[level.rank] * 5 if level is not None else None),
        ),
        validation=telegram.validation or serial,
    )


_LETTERS = "URCST"
"""The letter of FL4 by the rank of a classification [ACP 127(G) 124.b]."""


def _station(telegram: Telegram) -> str | None:
    """The routing indicator of the sender: of its address, or of the post whose number the message has."""
    if telegram.originator is not None and telegram.originator.routing_indicator is not None:
        return telegram.originator.routing_indicator
    if telegram.message_id is None:
        return None
    key = compact(telegram.message_id.station)
    return next(
        (post.routing_indicators[0] for post in posts() if post.station == key and post.routing_indicators), None
    )


def _heading_lines(telegram: Telegram, width: int) -> list[str]:
    """The heading; a passing line goes over lines where what follows is not a passing line itself."""
    lines: list[str] = []
    for line in heading_lines(telegram, width):
        passing = len(line) > width and line in telegram.passing
        lines += wrap(line, width, signs=_NOT_MORE_PASSING) if passing else [line]
    return lines


_NOT_MORE_PASSING = re.compile(
    r"""
      (?! [A-Z(] ) | .* [^A-Z0-9/&.,;:'()@ -] | [A-Z]?[A-Z.]*[.:)]  # small letters, an item
    | (?: \S+ [ ] ){0,12} (?: FOR | FROM | PASS(?:ED)? | PLS | PLEASE | ALSO | PERSONAL ) \b
    | STATE | DEPT | DEPARTMENT | USDOC | TREASURY | PARIS | GENEVA | BRUSSELS | [A-Z]+ [ ] CHANNEL | VISAS | EYES
    | SIPDIS | SENSITIVE | NOFORN | NODIS | EXDIS | LIMDIS | STADIS | TERREP | AIDAC | CHEROKEE | E[ ]?F[ ]?T | FOUO
    | TOSEC | SECTO | LIMITED | CODEL | NOCON | ORCON | PROPIN | COUNTRY
    """,
    re.VERBOSE,
)
"""What a further line of a passing line must not begin with: another line of the heading, or running text."""


def _routing_lines(telegram: Telegram, width: int) -> list[str]:
    return transmission_lines(telegram.transmission, width) if telegram.transmission is not None else []


def _page_mark(telegram: Telegram) -> str | None:
    """What a page line says of the message: station, serial number, classification; `None` without the first two."""
    sent = telegram.transmission
    if sent is None or sent.station is None or sent.serial is None:
        return None
    return (
        f"{sent.station} {sent.serial} {spell_classification(telegram.classification or Classification.UNCLASSIFIED)}"
    )
