"""Headers whose lines were folded together, or whose long addresses run over lines.

formats/military.md E5: mail gateways fold `FM …`, `TO …`, `INFO …`, `BT` and the classification line into one
paragraph, and wrap directory names (`OU=CNO WASHINGTON DC(UC),L=…`). Strategy: in the lines before the first set, a
line end inside a folded run is read as a blank, and a blank before a word that begins a line is read as a line end. The
text keeps its length; places stay true.
"""

from __future__ import annotations

import re
from functools import cache

from telegram_format.kit import View
from telegram_format.vocab.stations import message_series

_ZONE = 4000
"""How far a header may reach, in characters."""

_FIRST_SET = re.compile(r"(?:(?<![^\n])|(?<=[ /]))(?:EXER/|OPER/|MSGID/|SUBJ/|RMKS/|GENTEXT/)")
_NAMED = re.compile(r"(?:OU|CN|L|O|C)=")
_ADDRESS_OVER = re.compile(r"(?<=C=US)[ ]++(?=(?:OU|CN)=)")


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What begins a line, and the blanks inside a line before what should begin one."""
    series = "|".join(sorted(message_series()))
    alone = rf"""
        BT (?=[ \n]|\Z) | UNCLAS (?=[ /\n]|\Z) | UNCLASSIFIED/ | MSGID/
      | (?:PLEASE[ ]++)? PASS[ ]++TO[ ]++ (?:ALL[ ]++)? OFFICE
      | (?:{series})[ ][0-9]{{1,3}}/[0-9]{{2}} (?!,) | TO[ ]++ (?:{series}|AL[ ]) | FM[ ]++ (?:CNO|OU=)
    """
    first = re.compile(
        rf"""
        [ \t]*+ (?: FM[ ] | TO[ ](?!(?:ALL[ ])?OFFICE) | INFO[ ] | [ZOPRY][ ][0-9]{{6}}Z | SUBJ | ZEN/ | CN= | OU=
          | [RU][A-Z]{{6}}/ | {alone} )
        """,
        re.VERBOSE,
    )
    before = "|".join(f"(?<={name})" for name in ("//", *sorted(message_series())))
    inside = re.compile(
        rf"""
          (?<=[^ \n]) [ ]++ (?= {alone} ) (?<!CLASSIFICATION:[ ])
        | (?<=[0-9]{{2}}) [ ] (?=FM[ ][A-Z])                             # R 181449Z DEC 06 FM CNO …
        | (?: {before} ) [ ] (?=INFO[ ])                                 # TO NAVADMIN INFO CNO …
        | (?<=[^ \n]) (?<!TO)(?<!INFO)(?<!FM)(?<!XMT) [ ]++ (?= [RU][A-Z]{{6}}/[A-Z] )
        """,
        re.VERBOSE,
    )
    return first, inside


def unfolded(view: View) -> View:
    """`view` with the lines of its header as they were; itself if nothing was folded."""
    text = view.text
    stop = _FIRST_SET.search(text, 0, _ZONE)
    end = stop.end() if stop is not None else 0
    _, inside = _words()
    if not end or (inside.search(text, 0, end) is None and "OU=" not in text[:end]):
        return view
    lines = _joined(text[:end].split("\n"))
    zone = "".join(lines)
    edits = {place: zone[place] for place in range(end) if zone[place] != text[place]}
    edits.update((match.end() - 1, "\n") for match in inside.finditer(zone))
    edits.update((match.end() - 1, "\n") for match in _ADDRESS_OVER.finditer(zone))
    pieces: list[tuple[int, int, str | None, bool]] = []
    position = 0
    for place in sorted(edits):
        pieces.append((position, place, None, False))
        pieces.append((place, place + 1, edits[place], False))
        position = place + 1
    pieces.append((position, len(text), None, False))
    return View.of_pieces(view, pieces)


def _joined(lines: list[str]) -> list[str]:
    """The lines with their line ends; blanks for those inside a folded run."""
    first, inside = _words()
    found: list[str] = []
    run = False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        goes_on = following.strip() != "" and line.strip() != "" and first.match(following) is None
        run = run or inside.search(line) is not None
        named = _NAMED.search(line) is not None and _NAMED.search(following) is not None
        folded = (run or inside.search(following) is not None) and not line.rstrip().endswith("//")
        join = goes_on and (named or folded)
        run = run and join
        found.append(line + (" " if join else "\n"))
    found[-1] = lines[-1]
    return found
