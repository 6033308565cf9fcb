"""The form of a bulletin, as the reader and the writer know it: envelope, abbreviated heading, ends of reports.

WMO-No. 386, Attachment II-5. `TTAAii CCCC YYGGgg BBB`: data designator, compiling centre, day and time in UTC, and the
indicator of a delayed (RRx), corrected (CCx) or amended (AAx) bulletin, or of a segment (Pxx).
"""

from __future__ import annotations

import re

START = "\x01"
"""SOH: the start of a message in International Alphabet No. 5; `ZCZC` in Alphabet No. 2."""

END = "\x03"
"""ETX: the end of a message in International Alphabet No. 5; `NNNN` in Alphabet No. 2."""

NUMBER = r"[0-9]{3}(?:[0-9]{2})?"
DESIGNATOR = r"[A-Z]{2}[A-Z0-9]{2}[0-9]{2}"
CENTRE = r"[A-Z][A-Z0-9]{3}"
INDICATOR = r"(?:RR|CC|AA|P[A-Z])[A-Z]"

ENVELOPE = re.compile(
    rf"""
    \s*+
    (?: (?P<start> {START} | ZCZC (?![A-Z]) ) \s*+ )?
    (?: (?P<number> {NUMBER} ) [ ]*+ [\r\n]++ )?            # the sequence number of the circuit
    (?: (?P<slants> /{{4}} ) \s*+ )?                        # an old mark of a retransmission
    """,
    re.VERBOSE,
)
HEADING = re.compile(
    rf"""
    (?P<designator> {DESIGNATOR} ) [ ]
    (?P<centre> {CENTRE} ) [ ]
    (?P<time> (?P<day> 0[1-9] | [12][0-9] | 3[01] ) (?P<hour> [01][0-9] | 2[0-3] ) (?P<minute> [0-5][0-9] ) )
    (?: [ ] (?P<indicator> {INDICATOR} ) )?
    [ ]*+ (?= [\r\n] | \Z )
    """,
    re.VERBOSE,
)
NEXT = re.compile(rf"{START}|^ZCZC(?![A-Z])", re.MULTILINE)
"""Where another bulletin begins."""

MESSAGE_END = re.compile(rf"{END}|^NNNN[ ]*+$", re.MULTILINE)

REPORT_END = re.compile(r"(?<!=)=(?=[ ]*+(?:[\r\n]|\Z))|^[$]{2}(?=[ ]*+(?:[\r\n]|\Z))", re.MULTILINE)
"""The end of a report: `=` at the end of a line; in American products also `$$` on a line of its own."""
