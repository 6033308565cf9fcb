"""The classification line: `C O N F I D E N T I A L SECTION 01 OF 02 USUN NEW YORK 000799`.

ACP 127(G) 209 and State use (formats/state.md B2): level, caveats, section, post, number. Strategy: one pattern for
the level, with or without blanks between its letters and in any case; then word by word. A damaged level is tried
with fuzzy matching only after the exact pattern missed and only on lines that end like such a line. The regular line
(level, section, post, number) is read by one pattern.
"""

from __future__ import annotations

import re
from functools import cache

import regex
from attrs import evolve

from telegram_format.kit import Draft, Span, fold
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.station import resolve_station
from telegram_format.model.transmission import Section
from telegram_format.vocab.stations import compact

_LEVELS = {
    "UNCLASSIFIED": Classification.UNCLASSIFIED,
    "UNCLASS": Classification.UNCLASSIFIED,
    "UNCLAS": Classification.UNCLASSIFIED,
    "LIMITEDOFFICIALUSE": Classification.LIMITED_OFFICIAL_USE,
    "FOROFFICIALUSEONLY": Classification.FOR_OFFICIAL_USE_ONLY,
    "CONTROLLEDUNCLASSIFIEDINFORMATION": Classification.CONTROLLED,
    "CUI": Classification.CONTROLLED,
    "RESTRICTED": Classification.RESTRICTED,
    "CONFIDENTIAL": Classification.CONFIDENTIAL,
    "TOPSECRET": Classification.TOP_SECRET,
    "SECRET": Classification.SECRET,
}
_LEVEL = re.compile(
    "(?=[CFLRSTU])(?:"
    + "|".join(" *+".join(word) for word in _LEVELS)
    + r")(?![A-Za-z])(?!,| (?:BUT|AND|OR|INFORMATION|NOTICE)\b)",
    re.IGNORECASE,
)
_CAVEAT = re.compile(
    r"(?:/{1,2}|[ ]++)(NOFORN|NOT RELEASABLE TO FOREIGN NATIONALS|ORCON|PROPIN|FOUO|FOR OFFICIAL USE ONLY"
    r"|E[ ]?F[ ]?T[ ]?O|REL(?: TO)?(?: [A-Z]{2,6},)*+ [A-Z]{2,6})(?![A-Z])"
)
_CAPTION = re.compile(r"[ ]++(SIPDIS|NODIS|EXDIS|LIMDIS|STADIS|SENSITIVE)(?![A-Za-z])")
_SECTION = re.compile(  # "FINAL SECTION OF 2": ACP 127(G) 208
    r"[ ]++(FINAL )?SECTION (?:([0-9]{1,3}) |(?<=FINAL SECTION ))OF ([0-9]{1,3})(?![0-9])", re.IGNORECASE
)
_SECTION_BEHIND = re.compile(r"[ ]++SECTION ([0-9]{1,3}) OF ([0-9]{1,3})(?: SECTIONS)?(?=[ \t]*+(?:\n|$))")
_POST = re.compile(
    r"[ ]++(?P<post>[A-Za-z](?:[A-Za-z .'&-]|(?<=[A-Za-z])[0-9]){1,29}?)[ ]{1,3}+(?P<number>[0-9]{3,8})(?![0-9])"
)
_NOTICE = re.compile(r"[ ]++(CORRECTED COPY|SUSPECTED DUPLICATE|Z[A-Z]{2} [0-9]{1,6}|TOSEC [0-9]{1,6})(?![A-Z0-9])")


# The regular line: nothing but level, section, post and number.
_REGULAR = re.compile(
    r"""
    (?P<level> UNCLAS | UNCLASSIFIED | C[ ]O[ ]N[ ]F[ ]I[ ]D[ ]E[ ]N[ ]T[ ]I[ ]A[ ]L | S[ ]E[ ]C[ ]R[ ]E[ ]T )
    (?: [ ] (?P<section> SECTION[ ] (?P<part> [0-9]{2} ) [ ]OF[ ] (?P<total> [0-9]{2,3} ) ) )?
    [ ] (?! (?: SECTION | FINAL | NOFORN | NOT | ORCON | PROPIN | FOUO | FOR | E | EFTO | REL | SIPDIS | NODIS | EXDIS
              | LIMDIS | STADIS | SENSITIVE | BUT | AND | OR | INFORMATION | NOTICE )\b )
    (?P<post> [A-Z]{2,12}+ (?: [ ] [A-Z]{2,8}+ ){0,2} ) [ ] (?P<number> [0-9]{4,8}+ ) [ ]*+ (?=\n|\Z)
    """,
    re.VERBOSE,
)


@cache
def _damaged_level() -> regex.Pattern[str]:
    levels = "|".join(word.replace("", " ?").strip(" ?") for word in ("CONFIDENTIAL", "UNCLASSIFIED", "UNCLAS"))
    return regex.compile(rf"(?:{levels}){{1<=e<=2}}(?= )")


def read_classification_line(draft: Draft, start: int, end: int) -> int:
    """Read a classification line at `start`; where its words end, or `start` if it is none.

    What follows on the same line (captions, labels) is left to the caller. A bare level is a page banner.
    """
    text = draft.text
    known = "classification" in draft.values
    if not known and (regular := _REGULAR.match(text, start, end)) is not None:
        _put_regular(draft, regular)
        return regular.end()
    match = _LEVEL.match(text, start, end)
    level = _LEVELS["".join(match[0].split()).upper()] if match is not None else None
    level_end = match.end() if match is not None else start
    if match is None:
        if known:
            return start
        level, level_end = _repaired_level(draft, start, end)
        if level is None:
            return start
    position = level_end
    caveats = []
    captions = []
    section = None
    section_span = (0, 0)
    while True:
        if (word := _CAVEAT.match(text, position, end)) is not None:
            caveats.append((" ".join(word[1].split()), *word.span(1)))
        elif (word := _SECTION.match(text, position, end)) is not None:
            section = Section(int(word[2] or word[3]), int(word[3]), word[1] is not None)
            section_span = word.start() + 1, word.end()
        elif (word := _CAPTION.match(text, position, end)) is not None:
            captions.append((word[1], *word.span(1)))
        else:
            break
        position = word.end()
    post = _POST.match(text, position, end)
    line_end = text.find("\n", position, end)
    if post is None and text[position : line_end if line_end >= 0 else end].strip(" \t/") and not caveats:
        return start
    if post is None and known and not caveats and not section:
        draft.mark("banner", start, position)
        return position
    assert level is not None
    draft.put("classification", level, start, level_end)
    draft.marks.append(("classification line", start, position))  # with the slants between its words
    for index, (caveat, *span) in enumerate(caveats):
        if caveat not in draft.values.get("caveats", ()):
            draft.add("caveats", caveat, *span)
        else:
            draft.place(("caveats", index), *span)
    if section is not None:
        draft.put("section", section, *section_span)
    for caption, *span in captions:
        add_caption(draft, caption, *span)
    if post is not None:
        position = post.end()
        _put_message_id(draft, fold(post["post"]), post.span("post"), post["number"], post.span("number"))
        if section is None and (word := _SECTION_BEHIND.match(text, position, end)) is not None:
            draft.put("section", Section(int(word[1]), int(word[2])), word.start() + 1, word.end())
            position = word.end()
        if (notice := _NOTICE.match(text, position, end)) is not None:
            add_caption(draft, notice[1], *notice.span(1))
            position = notice.end()
    while position < end and text[position] in "/ \t":
        position += 1
    return position


def _put_regular(draft: Draft, match: re.Match[str]) -> None:
    level, section, part, total, post, number = match.groups()
    draft.put("classification", _LEVELS[level.replace(" ", "")], *match.span("level"))
    draft.marks.append(("classification line", match.start(), match.start("post") - 1))
    if section is not None:
        draft.put("section", Section(int(part), int(total)), *match.span("section"))
    _put_message_id(draft, post, match.span("post"), number, match.span("number"))


def add_caption(draft: Draft, caption: str, start: int, end: int) -> None:
    """Add a caption once; a repetition is one more place of the same."""
    known = draft.values.get("captions", [])
    if caption in known:
        draft.place(("captions", known.index(caption)), start, end)
    else:
        draft.add("captions", caption, start, end)


def _repaired_level(draft: Draft, start: int, end: int) -> tuple[Classification | None, int]:
    """A level with one or two wrong signs, on a line that goes on with post and number."""
    text = draft.text
    line_end = text.find("\n", start, end)
    line_end = line_end if line_end >= 0 else end
    line = text[start : min(line_end, start + 100)]
    if not line[-6:].strip().isdecimal() or line.upper() != line:
        return None, start
    damaged = _damaged_level().match(line)
    if damaged is None or len(damaged[0]) < 5:
        return None, start
    letters = "".join(damaged[0].split())
    level = Classification.UNCLASSIFIED if letters.startswith("U") else Classification.CONFIDENTIAL
    draft.note("label-repaired", f"damaged classification: {damaged[0]}", start, start + damaged.end())
    return level, start + damaged.end()


def _put_message_id(draft: Draft, post: str, post_at: Span, figures: str, figures_at: Span) -> None:
    resolved = resolve_station(post)
    station, repaired = resolved if resolved is not None else (post.upper(), False)
    number = int(figures)
    dtg = draft.values.get("dtg")
    known: MessageId | None = draft.values.get("message_id")
    year = (dtg.year if dtg is not None else None) or draft.context.year
    message_id = MessageId(year, station, number, None, f"{post} {figures}")
    start, end = post_at[0], figures_at[1]
    if known is not None and (compact(known.station), known.number) == (compact(station), number):
        message_id = evolve(message_id, year=known.year or year, suffix=known.suffix)  # the compact form says more
        draft.values["message_id"] = message_id
    elif known is not None:
        what = f"another number stands here: {message_id.written}"
        draft.note("message-id-conflict", what, start, end, ("message_id",))
        return
    draft.put("message_id", message_id, start, end)
    if known is None:
        draft.entries += ((("message_id", "station"), *post_at), (("message_id", "number"), *figures_at))
    if repaired:
        draft.note("station-repaired", f"{post} is read as {station}", *post_at, ("message_id", "station"))
