"""The sets of USMTF message text: identifiers and what kind of set each is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from telegram_format.vocab.csv_table import table
from telegram_format.vocab.stations import message_series


@cache
def set_kinds() -> Mapping[str, str]:
    """Set identifier → its kind.

    `linear` sets have fields between slants; `free` sets are one text in which a slant is a sign like others; `body`
    sets hold the text of the message; `closing` sets stand behind it.
    """
    return MappingProxyType({row["id"]: row["kind"] for row in table("set_ids")})


_END = re.compile(r"(?<!:)//(?=[ \t\r\n]|\Z)")
_NARRATIVE_END = re.compile(r"(?<!:)//(?=[ \t\r\n]|\Z)(?![ \t]*+\n?[ \t]*+REFS?[ \n][A-Z][ ,\n])")
_CONTACT_END = re.compile(
    r"(?<!:)//(?=[ \t\r\n]|\Z)(?![ \t]*+\n?[ \t]*+(?:E-?MAIL|COMM?|TEL|DSN)[ ]?[:0-9(A-Z])", re.IGNORECASE
)


def set_end(name: str) -> re.Pattern[str]:
    """The double slants that end a set: those before white space.

    Slants before a line end that belong to an address of the web go on (`HTTP://` + `WWW.…`), and so does a narrative
    whose slants stand too early (`… OF 2015.//` + `REF B IS …`) or a point of contact (`… TEL:555-0123//` + `EMAIL:…`).
    """
    if name == "POC":
        return _CONTACT_END
    return _NARRATIVE_END if name in ("NARR", "AMPN") else _END


REFERENCE_CAPTIONS = frozenset(("NOTAL", "PASEP", "EXDIS", "NODIS", "LIMDIS", "STADIS", "NOFORN", "SBU"))
"""What the last fields of a REF set say of how the paper was passed on: NOTAL not to all, PASEP separately."""

MESSAGE_TYPES = frozenset(("MSG", "GENADMIN", "RMG", "MSGID", "NAVADMIN", "ALNAV", "MARADMIN", "ALARACT", "ALCOAST"))
"""Types of a REF set that are messages."""


@cache
def series_number() -> re.Pattern[str]:
    """The number of a message in a series: `NAVADMIN 264/22`."""
    names = "|".join(sorted(message_series()))
    return re.compile(rf"(?<![A-Z])(?:{names})[ \n]++[0-9]{{1,4}}/(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9/])")


@cache
def narrative_number() -> re.Pattern[str]:
    """What a narrative says a reference is, where that is a message of a series: `REF B IS NAVADMIN 288/22`."""
    names = "|".join(sorted(message_series()))
    return re.compile(
        rf"REF[ \n]++(?P<label>[A-Z])[ \n]++(?:IS[ \n]++|\()(?:(?:THE|CNO)[ \n]++)?"
        rf"(?P<id>(?:{names})[ \n]++[0-9]{{1,4}}/(?:[0-9]{{4}}|[0-9]{{2}}))(?![0-9/])",
        re.IGNORECASE,
    )
