"""Stamps and page lines of a scanned file, between the lines of what was scanned.

`NW 10001 Docld:10000001 Page 12`, `## Page 14`, `13-00000`: the archive that released the file, and the
program that recognised it, put them on every page. Strategy: whole lines of such a form are marked and lifted out.
"""

from __future__ import annotations

import re

from telegram_format.kit import Draft

_STAMP = re.compile(
    r"""
    (?<![^\n]) [^A-Za-z0-9\n]{0,6}+ (?:
        (?: [NHW]{1,2} [ ,.]{1,3} [0-9S]{5} [ ]{1,3} )?
        Do[co][lI1i]?[aI1l]?[dD][ ]?: [ ]? [0-9]{8} [ ,.]{1,3} Page [ ]? [i]?[0-9]{1,5}
      | \#\#[ ]Page[ ][0-9]{1,6}
      | 1[34][-;:]0{4,6}
    ) [^A-Za-z0-9\n]{0,6}+ (?=\n|\Z)
    """,
    re.VERBOSE,
)


def lift_scan_stamps(draft: Draft) -> None:
    """Lift out the lines that a scanned file has between those of its pages."""
    cuts = []
    for match in _STAMP.finditer(draft.text):
        draft.mark("stamp", *match.span())
        cuts.append((match.start(), min(match.end() + 1, len(draft.text))))
    draft.lift(cuts)
