"""What the lines of a State telegram cannot say.

Strategy: a table, each row a code, the path of the value, the reason, and a test on the telegram and the difference.
Writers make their rules of losses of it; it is next to the spelling because the one says what the other leaves out.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from telegram_format.model.authority import ClassificationAuthority
from telegram_format.model.body import Heading, Paragraph, Separator
from telegram_format.model.difference import Difference
from telegram_format.model.precedence import Precedence
from telegram_format.model.station import resolve_station
from telegram_format.model.telegram import Telegram
from telegram_format.model.transmission import Transmission
from telegram_format.vocab.tables import tag_kinds


class Unsaid(NamedTuple):
    """A row of the table; see `LossRule`."""

    code: str
    path: str
    why: str
    when: Callable[[Telegram, Difference], bool]


def _given(_telegram: Telegram, found: Difference) -> bool:
    """Something was given and not said; what the text says beyond it is another matter."""
    return found.before is not None


def _niact(_telegram: Telegram, found: Difference) -> bool:
    return found.before is Precedence.NIACT_IMMEDIATE


def _no_precedence(telegram: Telegram, _found: Difference) -> bool:
    return telegram.precedence is None


def _no_month(telegram: Telegram, _found: Difference) -> bool:
    return telegram.dtg is not None and telegram.dtg.month is None


def _no_level(telegram: Telegram, _found: Difference) -> bool:
    return telegram.classification is None


def _no_level_no_year(telegram: Telegram, _found: Difference) -> bool:
    return telegram.classification is None and telegram.message_id is not None and telegram.message_id.year is None


def _no_year(telegram: Telegram, _found: Difference) -> bool:
    return telegram.message_id is not None and telegram.message_id.year is None


def _other_name(_telegram: Telegram, found: Difference) -> bool:
    known = resolve_station(found.before) if isinstance(found.before, str) else None
    return found.after == (known[0] if known is not None else str(found.before).upper())


def _no_station(telegram: Telegram, _found: Difference) -> bool:
    return telegram.transmission is not None and telegram.transmission.station is None


def _no_serial(telegram: Telegram, _found: Difference) -> bool:
    return telegram.transmission is not None and telegram.transmission.serial is None


def _no_security(telegram: Telegram, _found: Difference) -> bool:
    return telegram.transmission is not None and telegram.transmission.security is None


def _four_times(_telegram: Telegram, found: Difference) -> bool:
    return isinstance(found.before, str) and f"{found.before}{found.before[:1]}" == found.after


def _empty(_telegram: Telegram, found: Difference) -> bool:
    return found.before in (Transmission(), ClassificationAuthority())


def _folded(_telegram: Telegram, found: Difference) -> bool:
    return (
        isinstance(found.before, str) and isinstance(found.after, str) and found.before.split() == found.after.split()
    )


def _doubled(_telegram: Telegram, found: Difference) -> bool:
    if not isinstance(found.before, tuple):
        return False
    return len(found.before) > len(dict.fromkeys(str(item) for item in found.before))


def _other_case(_telegram: Telegram, found: Difference) -> bool:
    return isinstance(found.before, str) and found.before.upper() == found.after


def _kind_of_vocabulary(_telegram: Telegram, found: Difference) -> bool:
    return found.after == "unknown" or found.after in ("person", "term", *tag_kinds().values())


def _joined(telegram: Telegram, _found: Difference) -> bool:
    """Whether a paragraph without a number follows another paragraph: nothing stands between them."""
    return any(
        isinstance(one, Paragraph) and isinstance(other, Paragraph) and other.number is None
        for one, other in pairwise(telegram.body)
    )


def _rules_together(telegram: Telegram, _found: Difference) -> bool:
    return any(
        isinstance(one, Heading | Separator) and isinstance(other, Separator) for one, other in pairwise(telegram.body)
    )


def _ends_bare(telegram: Telegram, _found: Difference) -> bool:
    return bool(telegram.body) and not isinstance(telegram.body[-1], Paragraph) and not telegram.signatures


def _out_of_order(telegram: Telegram, _found: Difference) -> bool:
    numbers = [block.number for block in telegram.body if isinstance(block, Paragraph) and block.number is not None]
    return any(other != one + 1 for one, other in pairwise(numbers))


def _looks_like_heading(_telegram: Telegram, found: Difference) -> bool:
    return isinstance(found.before, Paragraph) and isinstance(found.after, Heading)


def _nested(_telegram: Telegram, found: Difference) -> bool:
    return bool(found.before)


def _items_in_text(_telegram: Telegram, found: Difference) -> bool:
    """Whether lines at the end of a text became parts."""
    if isinstance(found.before, str) and isinstance(found.after, str):
        return "\n" in found.before and found.before.startswith(found.after)
    return isinstance(found.before, tuple) and isinstance(found.after, tuple) and len(found.before) < len(found.after)


def _always(_telegram: Telegram, _found: Difference) -> bool:
    return True


_WHITE_SPACE = "runs of white space read as one blank, a line end inside text only before an item or an empty line"
_ROLE = "a paragraph has the role that its first words and the heading above it give"

UNSAID: tuple[Unsaid, ...] = (
    Unsaid("attributes", "attributes", "facts without a field have no line", _given),
    Unsaid("no-prosign", "precedence", "NIACT IMMEDIATE has no prosign of its own: O is IMMEDIATE", _niact),
    Unsaid("no-prosign", "info_precedence", "NIACT IMMEDIATE has no prosign of its own: O is IMMEDIATE", _niact),
    Unsaid(
        "no-prosign", "transmission.precedence", "NIACT IMMEDIATE has no prosign of its own: O is IMMEDIATE", _niact
    ),
    Unsaid("second-prosign", "info_precedence", "the second prosign stands behind the first", _no_precedence),
    Unsaid("second-prosign", "precedence", "the second prosign stands behind the first", _no_precedence),
    Unsaid("year-without-month", "dtg.year", "the year stands behind the month", _no_month),
    Unsaid("empty", "transmission", "format lines without a value are no lines", _empty),
    Unsaid("no-calling-station", "transmission.serial", "the serial number stands behind the station", _no_station),
    Unsaid("no-calling-station", "transmission.section", "the section stands behind the station", _no_station),
    Unsaid("no-calling-station", "transmission.filed", "the filing time stands behind the station", _no_station),
    Unsaid("no-serial", "transmission.section", "the section stands behind the serial number", _no_serial),
    Unsaid(
        "no-security-group", "transmission.signals", "operating signals stand behind the security group", _no_security
    ),
    Unsaid("security-letters", "transmission.security", "FL4 has the letter of the level five times", _four_times),
    Unsaid("no-classification-line", "caveats", "caveats stand behind the level", _no_level),
    Unsaid("no-classification-line", "section", "the section stands behind the level", _no_level),
    Unsaid("no-classification-line", "message_id", "post and number stand behind the level", _no_level_no_year),
    Unsaid(
        "year-of-group",
        "message_id.year",
        "post and number have no year; without one it is that of the group",
        _no_year,
    ),
    Unsaid("station-name", "message_id.station", "a station reads as the vocabulary prints it", _other_name),
    Unsaid("doubled", "caveats", "a caveat stands once", _doubled),
    Unsaid("doubled", "captions", "a caption stands once", _doubled),
    Unsaid("doubled", "tags", "a code stands once", _doubled),
    Unsaid("capitals", "tags[*].code", "codes are capitals", _other_case),
    Unsaid("tag-kind", "tags[*].kind", "the kind of a code is that of the vocabulary", _kind_of_vocabulary),
    Unsaid("white-space", "subject", _WHITE_SPACE, _folded),
    Unsaid("white-space", "passing[*]", _WHITE_SPACE, _folded),
    Unsaid("white-space", "references[*].text", _WHITE_SPACE, _folded),
    Unsaid("reference-kind", "references[*].kind", "the kind of a paper is what its words say", _always),
    Unsaid("empty", "classified_by", "an authority without a value is no line", _empty),
    Unsaid("white-space", "body[*].text", _WHITE_SPACE, _folded),
    Unsaid("items", "body[*].text", "items in a text read as parts of its paragraph", _items_in_text),
    Unsaid("items", "body[*].paragraphs", "items in a text read as parts of its paragraph", _items_in_text),
    Unsaid("role", "body[*].role", _ROLE, _always),
    Unsaid("role", "body[*].paragraphs[*].role", "a part has no role", _always),
    Unsaid("part-number", "body[*].paragraphs[*].number", "a part has a letter and no number", _always),
    Unsaid("nested-parts", "body[*].paragraphs[*].paragraphs", "parts have no parts", _nested),
    Unsaid("white-space", "body[*].paragraphs[*].text", _WHITE_SPACE, _folded),
    Unsaid(
        "heading-like", "body[*]", "a paragraph that is one line of capitals reads as a heading", _looks_like_heading
    ),
    Unsaid("joined", "body", "paragraphs without a number read as one", _joined),
    Unsaid("rules-together", "body", "two rules with nothing between read as one", _rules_together),
    Unsaid("bare-end", "body", "a rule with nothing behind it is no part of the text", _ends_bare),
    Unsaid("numbering", "body", "a number far from the one before it is no number of a paragraph", _out_of_order),
)
"""What the grammar has no words for. The first row that fits explains a difference."""
