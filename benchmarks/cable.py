"""An invented State cable of 7.7 KB, the same at every run, and the same content as e-mail.

Strategy: the structure is that of real traffic: twenty lines of header, a heading with all its labels, ten paragraphs
under three headings, two sections with a continuation mark in mid-sentence, a signature. The sentences are taken in
turn from a list and wrapped at 65 columns. People, places and events are invented.
"""

from __future__ import annotations

from itertools import cycle, islice
from textwrap import fill

HEADER = """\
VZCZCXRO0731
OO RUEHMRD RUEHCVL RUEHSTN RUEHWHV
DE RUEHPLD #0857/01 1931105
ZNY CCCCC ZZH
O P 121105Z JUL 07
FM AMEMBASSY PORT ALDER
TO RUEHC/SECSTATE WASHDC IMMEDIATE 3318
RUEHMRD/AMEMBASSY MERIDIAN IMMEDIATE 0921
RHEHNSC/NSC WASHDC IMMEDIATE
INFO RUCNNCC/NORTHERN COAST COLLECTIVE PRIORITY
RUEHCVL/AMCONSUL CALVERLEY PRIORITY 0244
RUEHSTN/AMEMBASSY STONEHAUGH PRIORITY 1170
RUEHWHV/AMEMBASSY WESTHAVEN PRIORITY 0068
RUEHLD/AMEMBASSY LONDON PRIORITY 1502
RUEHBS/AMEMBASSY BRUSSELS PRIORITY 0733
RUEHBS/USEU BRUSSELS PRIORITY
RUCPDOC/DEPT OF COMMERCE WASHDC PRIORITY
RUEATRS/DEPT OF TREASURY WASHDC PRIORITY
RUEKJCS/SECDEF WASHDC PRIORITY
RHMFISS/CDR USEUCOM VAIHINGEN GE PRIORITY
"""

HEADING = """\
C O N F I D E N T I A L SECTION 01 OF 02 PORT ALDER 000857

SIPDIS

SENSITIVE
SIPDIS

STATE FOR WCA/NOR AND OES/OA
COMMERCE FOR ITA/MAC

E.O. 12958: DECL: 07/12/2017
TAGS: PREL ECON EWWT ETRD PBTS SENV
SUBJECT: THE FERRY QUESTION: ALDERIA AND WESTHAVEN AGREE TO
DISAGREE ABOUT THE SOUND

REF: A. PORT ALDER 802
     B. 06 MERIDIAN 1944 (NOTAL)
     C. STATE 81120

Classified By: Ambassador Miriam Quayle, Chief of Mission, for
reasons 1.4 (b) and (d).
"""

SENTENCES = (
    "Foreign Minister Corin Ashdown received the Ambassador on July 10 together with the head of his maritime section.",
    "He described the talks with Westhaven as cordial, exhausting and without any result.",
    "The two sides have met eleven times since the ferry Constance was turned back at Gull Point in late April.",
    "Westhaven claims the whole of the Sound up to the low water mark on the Alderian side.",
    'Alderia answers that the treaty of 1904 speaks of "the deepest channel" and that the channel has moved.',
    "Ashdown said that he would accept any line that a neutral survey found, and that his colleague would not.",
    "The Ministry of Ports has meanwhile issued two licences for a ferry that nobody is willing to insure.",
    "According to Director of Harbours Ines Calloway, the insurers ask for a letter from both governments.",
    "She put the loss to the coastal towns at four hundred thousand crowns a month, most of it in fish and timber.",
    "A delegation of mayors is expected in the capital before the end of July, and Post has been asked to meet it.",
)

OPENINGS = {1: "Summary: ", 9: "Comment: "}
ENDS = {1: "  End summary.", 9: "  End comment."}
TITLES = {2: "A LINE THAT MOVES", 5: "WHO PAYS FOR THE FERRY", 8: "WHAT COMES NEXT"}
PARAGRAPHS = 10
SENTENCES_EACH = 6
MARK = "\n\nPORT ALDER 00000857  002 OF 002\n\n\n"


def paragraph(number: int) -> str:
    """The text of a paragraph, not wrapped."""
    first = (number - 1) * 7 % len(SENTENCES)
    words = "  ".join(islice(cycle(SENTENCES), first, first + SENTENCES_EACH))
    return f"{OPENINGS.get(number, '')}{words}{ENDS.get(number, '')}"


def body() -> str:
    """Ten paragraphs under three headings; the second section begins in the middle of the sixth."""
    blocks = []
    for number in range(1, PARAGRAPHS + 1):
        if number in TITLES:
            rule = "-" * len(TITLES[number])
            blocks.append(f"{rule}\n{TITLES[number]}\n{rule}")
        block = fill(f"{number}. (C) {paragraph(number)}", 65, break_on_hyphens=False)
        if number == 6:
            before, _, after = block.partition("\n")
            lines = after.split("\n")
            block = before + "\n" + lines[0] + MARK + "\n".join(lines[1:])
        blocks.append(block)
    return "\n\n".join(blocks) + "\n\nQUAYLE\n"


def cable() -> bytes:
    """The cable."""
    return f"{HEADER}\n{HEADING}\n{body()}".encode("ascii")


def as_email(*, all_addresses: bool) -> bytes:
    """The same content as an internet message: the addresses as header fields, all else as its text.

    `all_addresses` says whether every addressee is in `To` and `Cc` or only the first of each.
    """
    lists: dict[str, list[str]] = {"To": [], "Cc": []}
    field = "To"
    for line in HEADER.split("\n")[6:-1]:
        field = "Cc" if line.startswith("INFO ") else field
        name = " ".join(word for word in line.partition("/")[2].split() if word.isalpha())
        lists[field].append(f"{name.title()} <{name.lower().replace(' ', '.')}@post.invalid>")
    lines = [
        "Message-ID: <857.2007@port-alder.invalid>",
        "Date: Thu, 12 Jul 2007 11:05:00 +0000",
        "From: Amembassy Port Alder <port-alder@post.invalid>",
        *(f"{name}: " + ",\r\n ".join(found if all_addresses else found[:1]) for name, found in lists.items()),
        "Subject: The ferry question: Alderia and Westhaven agree to\r\n disagree about the Sound",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
    ]
    text = f"{HEADING}\n{body()}".replace("\n", "\r\n")
    return ("\r\n".join(lines) + "\r\n\r\n" + text).encode("ascii")
