"""Texts that make bad readers slow: forty families, each a text of any size.

Strategy: a family is a text before, a piece that is repeated until the size is reached, and a text behind it. Pieces
that differ from one repetition to the next hold `{n}`. Where a family stands inside a telegram, the text before is a
whole header and heading, so that the reader comes to the place at all.
"""

from __future__ import annotations

from typing import NamedTuple

from cable import HEADER, HEADING

TOP = HEADER + "\n"
BODY = TOP + HEADING + "\n1. (C) "
END = "\n\nQUAYLE\n"
_LABELS = "UNCLAS PORT ALDER 000857\n\nE.O. 12958: N/A\n"
_ROUTE = "VZCZCXRO0731\nOO RUEHMRD\nDE RUEHPLD #0857/01 1931105\nZNY CCCCC ZZH\nO 121105Z JUL 07\n"
_PAGE = "<html><table class='cable'><tr><td>07PORTALDER857</td></tr></table><code><pre>"


class Family(NamedTuple):
    """`before`, then `piece` as often as it goes, then `behind`; `carrier` is `None` where it is to be detected."""

    before: str
    piece: str
    behind: str = END
    carrier: str | None = "plain"

    def text(self, size: int) -> str:
        """A text of the family, about `size` characters long."""
        room = max(size - len(self.before) - len(self.behind), 0)
        if "{n}" not in self.piece:
            return self.before + self.piece * (room // len(self.piece)) + self.behind
        parts = []
        number = 0
        while room > 0:
            number += 1
            part = self.piece.replace("{n}", str(number))
            parts.append(part)
            room -= len(part)
        return self.before + "".join(parts) + self.behind


FAMILIES = {
    # structure
    "precedence lines": Family("", "O P 121105Z JUL 07\n"),
    "FM lines": Family(_ROUTE, "FM AMEMBASSY PORT ALDER\n"),
    "addressees": Family(_ROUTE + "FM AMEMBASSY PORT ALDER\nTO ", "RUEHMRD/AMEMBASSY MERIDIAN PRIORITY 0921\n"),
    "one long addressee": Family(_ROUTE + "FM AMEMBASSY PORT ALDER\nTO ", "RUEHMRD "),
    "routing indicators": Family("VZCZCXRO0731\nOO", " RUEHMRD"),
    "TAGS without commas": Family(_LABELS + "TAGS: ", "PREL "),
    "TAGS glued, spoilt at the end": Family(_LABELS + "TAGS: ", "A", "!" + END),
    "references": Family(_LABELS + "SUBJECT: X\n\nREF: ", "A. 06 MERIDIAN {n}\n     "),
    "references without an end": Family(_LABELS + "SUBJECT: X\n\nREF: ", "REPORT OF THE MAYORS, "),
    "passing lines": Family(_LABELS, "STATE FOR WCA/NOR AND OES/OA\n"),
    "unknown heading lines": Family(_LABELS, "lines that nobody knows\n", "\nSUBJECT: X\n\n1. Y" + END),
    "paragraphs": Family(BODY, "Text.\n\n{n}. (C) "),
    "paragraphs that are all 1": Family(BODY, "Text.\n\n1. (C) "),
    "a number of many digits": Family(BODY + "Text.\n\n", "1"),
    "numbers in a row": Family(BODY + "Text.\n\n", "2. "),
    "pilcrows": Family(BODY, "¶"),
    "quoted telegrams": Family(BODY, "QTE\n", "UNQTE\n" * 10 + END),
    "UNQUOTE first": Family(BODY, "UNQTE\n"),
    "BT lines": Family(BODY, "BT\n", ""),
    "NNNN lines": Family(BODY, "NNNN\n", ""),
    "start signals": Family(BODY, "ZCZC "),
    "start signals at line starts": Family(BODY + "\n", "VZCZCXRO0731\nDE RUEHPLD #0857/01 1931105\n"),
    "other start signals": Family(BODY + "\n", "VZCZCXRO{n}\n"),
    "continuation marks": Family(BODY, "text\n\nPORT ALDER 00000857  002 OF 002\n\n"),
    "halves of continuation marks": Family(BODY, "00000857  002 OF "),
    "page lines": Family(BODY, "text PAGE 02        PORT A  00857  01 OF 02  121105Z\n"),
    "halves of page lines": Family(BODY, "PAGE 02 "),
    "section lines": Family(BODY + "\n", "C O N F I D E N T I A L SECTION 02 OF 02 PORT ALDER 000857\n\n"),
    "classification lines": Family(TOP, "C O N F I D E N T I A L PORT ALDER 000857\n"),
    "SUBJECT lines": Family(_LABELS, "SUBJECT: X\n"),
    "a subject of many lines": Family(_LABELS + "SUBJECT: ", "A LONG LINE OF A LONG SUBJECT\n"),
    "a subject of blanks": Family(_LABELS + "SUBJECT: X", " "),
    "classified by many words": Family(_LABELS + "SUBJECT: X\n\nClassified By: ", "Counselor Smith "),
    "rules of dashes": Family(BODY, "text\n-----\n"),
    "headings": Family(BODY + "\n\n", "A HEADING\n---------\n\n"),
    "items": Family(BODY + "\n\n", "-- an item\n\n"),
    "lettered items": Family(BODY + "\n\n", "A. (C) an item\n\n"),
    "records of an export": Family(BODY + "\n", '{n},"7/12/2007 11:05","07PORTALDER857",\n'),
    "notes that do not end": Family(BODY, "(Note: and "),
    # text
    "one line": Family(BODY, "abc"),
    "empty lines": Family(BODY, "\n"),
    "lines of one blank": Family(BODY, " \n"),
    "blanks at a line's end": Family(BODY, " "),
    "blanks before a letter": Family(BODY, " ", "x" + END),
    "tabs": Family(BODY, "\t"),
    "CR": Family(BODY, "\r"),
    "CR CR LF": Family(BODY, "text\r\r\n"),
    "LF CR": Family(BODY, "text\n\r"),
    "separators": Family(BODY, "\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029"),
    "NUL": Family(BODY, "\x00"),
    "shift garbage": Family(BODY, "\x0e\r\r\n\n\n\n\n\n\n\n\n\nNNNN"),
    "combining marks": Family(BODY, "a\u0301\u202e\ufb01"),
    "lone surrogates": Family(BODY, "\udc80x"),
    "nothing but blanks": Family("", " ", ""),
    "nothing but line ends": Family("", "\n", ""),
    "nothing but capitals": Family("", "AB ", ""),
    # wrappers
    "entities": Family(_PAGE, "&amp;", "</pre></code>", None),
    "entities not ended": Family(_PAGE, "&#", "</pre></code>", None),
    "tags not ended": Family(_PAGE, "<a ", "</pre></code>", None),
    "tags": Family(_PAGE, "<a href='x'>PREL</a> ", "</pre></code>", None),
    "blocks": Family(_PAGE, "<pre>x</pre>", "</pre></code>", None),
    "links of Markdown": Family("# X\n\n[a](#)\n", "[PREL](#) ", "", "markdown"),
    "links not ended": Family("# X\n\n[a](#)\n", "[", "", "markdown"),
    "backslashes": Family("# X\n\n[a](#)\n", "\\", "", "markdown"),
    "asterisks": Family("# X\n\n[a](#)\n", "**", "", "markdown"),
    "quotes of a record": Family('1,"7/12/2007 11:05",', '""', "", "wikileaks_csv"),
    "fields of a record": Family('1,"7/12/2007 11:05",', '"a",', "", "wikileaks_csv"),
}
