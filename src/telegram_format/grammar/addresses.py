"""An address: `[routing indicator/]plain language address[ precedence][ continuity number]`.

ACP 127(G) 206 and 215; the message continuity number is State's (5 FAH-2 H-321.7). Strategy: from the end backwards,
for only the ends are regular: four or more figures, a precedence word, office codes between double slants; from the
front a routing indicator. Figures inside a name (`DET 1 39LG ANKARA TU`) are never taken.
"""

from __future__ import annotations

import re
from functools import lru_cache

from telegram_format.grammar.blanks import trimmed
from telegram_format.kit import Draft, Entry
from telegram_format.model.address import Address
from telegram_format.model.precedence import Precedence

_ROUTING_INDICATOR = re.compile(r" *+((?:[QRU][A-Z]{2,7}|ZEN))/ ?(?=[^/ ])")
_GLUED = r"(?<=PRIORI)|(?<=PRIORIT)|(?<=PRIORITY)|(?<=IMMEDIATE)|(?<=ROUTINE)"
"""Behind these words a number may stand without a blank: a long line that was cut."""
_CONTINUITY_NUMBER = re.compile(  # the number of an address indicator group is its name; SECSTATE WASHDC 872
    rf"(?:(?<![0-9A-Z/])(?<!AIG )|{_GLUED})[0-9]{{4,6}}$"
    r"|(?:(?<=WASHDC )|(?<=PRIORITY )|(?<=IMMEDIATE ))[0-9]{1,3}$"
)
_EXEMPTION = re.compile(r",? ?\bXMT[,/ ]+")

# The form of nearly all addresses of a list: routing indicator, name in letters, perhaps a continuity number. The name
# is bounded, for it is kept.
_REGULAR = re.compile(
    rf"[ \n]([QRU][A-Z]{{3,7}})/([A-Z][A-Z ]{{1,120}}+)(?:(?:(?<=[ ])(?<!AIG )|{_GLUED})([0-9]{{4,6}}) *+)?(?=\n)"
)

_PRECEDENCES = {
    **{precedence.value.upper(): precedence for precedence in Precedence},
    "PRIORI": Precedence.PRIORITY,  # cut at the line's end
    "PRIORIT": Precedence.PRIORITY,
    "PRIOITY": Precedence.PRIORITY,
    "IMMEDIAT": Precedence.IMMEDIATE,
    "IMMEDIA": Precedence.IMMEDIATE,
    "ROUTIN": Precedence.ROUTINE,
}


def read_address(draft: Draft, list_name: str, start: int, end: int) -> int:
    """Read one address into a list of the draft (or into `originator`); its index."""
    text = draft.text
    exemption = _EXEMPTION.search(text, start, end) if "XMT" in text[start:end] else None
    if exemption is not None and exemption.start() > start:
        index = read_address(draft, list_name, start, exemption.start())
        draft.mark("XMT", exemption.start(), end)  # with the commas between the exempted
        for part_start, part_end in _parts(text, exemption.end(), end):
            read_address(draft, "exempted", part_start, part_end)
        return index
    whole_end = end
    while whole_end > start and text[whole_end - 1] in " \t.,;":
        whole_end -= 1
    name_start = start
    routing = _ROUTING_INDICATOR.match(text, start, whole_end)
    if routing is not None:
        name_start = routing.end()
    else:
        while name_start < whole_end and text[name_start] in " \t":
            name_start += 1
    name_end = whole_end
    number = _CONTINUITY_NUMBER.search(text, max(name_start + 1, name_end - 7), name_end)
    if number is not None:
        name_end = trimmed(text, name_start, number.start(), " \t")
    offices: tuple[str, ...] = ()
    offices_span = None
    precedence, word_start = _precedence(text, name_start, name_end)
    word_end = name_end
    if precedence is not None:
        name_end = trimmed(text, name_start, word_start, " \t")
        if number is None:  # exchanged: "AMEMBASSY LONDON 8778 PRIORITY"
            number = _CONTINUITY_NUMBER.search(text, max(name_start + 1, name_end - 7), name_end)
            name_end = name_end if number is None else trimmed(text, name_start, number.start(), " \t")
    slants = text.find("//", name_start, name_end)
    if slants == name_end - 2 and (one := text.rfind("/", max(name_start + 1, slants - 12), slants)) > 0:
        slants = one  # a slant is lost: CNO WASHINGTON DC/N1//
    if slants > 0:
        codes = text[slants:name_end].strip("/")
        offices = tuple(code.strip() for code in codes.split("/") if code.strip())
        offices_span = slants, name_end
        name_end = trimmed(text, name_start, slants, " \t")
    name = " ".join(text[name_start:name_end].split())
    address = Address(name, routing and routing[1], precedence, number and number[0], offices)
    if list_name == "originator":
        draft.values[list_name] = address
        path: tuple[str | int, ...] = (list_name,)
        draft.entries.append((path, name_start if routing is None else routing.start(1), whole_end))
        index = 0
    else:
        index = draft.add(list_name, address, name_start if routing is None else routing.start(1), whole_end)
        path = (list_name, index)
    place = draft.entries.append
    place(((*path, "name"), name_start, name_end))
    if routing is not None:
        place(((*path, "routing_indicator"), *routing.span(1)))
    if precedence is not None:
        place(((*path, "precedence"), word_start, word_end))
    if number is not None:
        place(((*path, "continuity_number"), *number.span()))
    if offices_span is not None:
        place(((*path, "office_codes"), *offices_span))
    return index


def read_regular_addresses(draft: Draft, list_name: str, position: int, limit: int) -> int:
    """Read addresses of the regular form, each behind the blank or the line end at `position`; where they stop.

    It is nearly all that is done to a header, so what is done once for all of them is not done for each.
    """
    text = draft.text
    addresses: list[object] = draft.values.setdefault(list_name, [])
    entries = draft.entries
    while (match := _REGULAR.match(text, position, limit)) is not None:
        routing_indicator, words, number = match.groups()
        address, name_size, size, word = _without_number(routing_indicator, words)
        end = match.start(2) + size
        figures = 0
        if number is not None:
            address = Address(address.name, routing_indicator, address.precedence, number)
            end = match.end(3)
            figures = len(number)
        told = (_places, list_name, len(addresses), len(routing_indicator), name_size, word, size, figures)
        entries.append((told, position + 1, end))
        addresses.append(address)
        position = match.end()
    return position


def _places(
    start: int, end: int, list_name: str, index: int, routing: int, name: int, word: int, size: int, figures: int
) -> list[Entry]:
    """The places of an address of the regular form and of its parts, by their lengths; 0 where a part is not there."""
    whole = (list_name, index)
    name_start = start + routing + 1
    found: list[Entry] = [
        (whole, start, end),
        ((*whole, "name"), name_start, name_start + name),
        ((*whole, "routing_indicator"), start, start + routing),
    ]
    if word:
        found.append(((*whole, "precedence"), name_start + word, name_start + size))
    if figures:
        found.append(((*whole, "continuity_number"), end - figures, end))
    return found


@lru_cache(4096)  # telegrams go to the same addressees again and again
def _without_number(routing_indicator: str, words: str) -> tuple[Address, int, int, int]:
    """An address of the regular form; the lengths of its name and of all, and where the precedence begins, else 0."""
    words = words.rstrip(" ")
    size = len(words)
    precedence, word_start = _precedence(words, 0, size)
    name = words if precedence is None else words[:word_start].rstrip(" ")
    address = Address(" ".join(name.split()), routing_indicator, precedence)
    return address, len(name), size, word_start if precedence is not None else 0


def ends_with_precedence(name: str) -> bool:
    """Whether a precedence may stand behind the name of an address."""
    return name.rpartition(" ")[2] in _PRECEDENCES or name.endswith("COMMAND")


def _precedence(text: str, start: int, end: int) -> tuple[Precedence | None, int]:
    """The precedence word that ends `text[start:end]`, and where it begins."""
    word = text.rfind(" ", start, end) + 1
    found = _PRECEDENCES.get(text[word:end]) if word > start else None
    if found is Precedence.IMMEDIATE:
        before = text.rfind(" ", start, word - 1) + 1
        if text[before:word].rstrip() == "NIACT":
            return Precedence.NIACT_IMMEDIATE, before
    elif text[max(word - 11, start) : end] == " EMERGENCY COMMAND":
        return Precedence.EMERGENCY, word - 10
    return found, word


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges between commas."""
    parts = []
    while start < end:
        comma = text.find(",", start, end)
        comma = comma if comma >= 0 else end
        if text[start:comma].strip():
            parts.append((start, comma))
        start = comma + 1
    return parts
