"""An invented archive: a `cables.csv` of as many cables as are asked for, the same at every run.

Strategy: each cable is the invented one of `cable.py` with its own number, day, post, subject, references and as many
paragraphs as a random number of its own seed says; the mean is 7.7 KB. Run it to write a file:
`python benchmarks/archive.py 27000 /tmp/cables.csv`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from textwrap import fill

from cable import HEADER, HEADING, SENTENCES

POSTS = ("PORT ALDER", "MERIDIAN", "CALVERLEY", "STONEHAUGH", "LONDON", "LIMA", "ANKARA", "TOKYO", "PARIS", "OTTAWA")
LEVELS = ("UNCLAS", "C O N F I D E N T I A L", "S E C R E T")
WORDS = {"UNCLAS": "UNCLASSIFIED", "C O N F I D E N T I A L": "CONFIDENTIAL", "S E C R E T": "SECRET"}
SECURITY = {"UNCLAS": "ZNR UUUUU", "C O N F I D E N T I A L": "ZNY CCCCC", "S E C R E T": "ZNY SSSSS"}
TAGS = ("PREL", "PGOV", "ECON", "EWWT", "ETRD", "PHUM", "SENV", "EAID", "KDEM", "MARR", "PTER", "UK", "PE", "TU", "JA")
MARKS = {"UNCLAS": ("U",), "C O N F I D E N T I A L": ("U", "C"), "S E C R E T": ("C", "S")}
AUTHORITY = "Classified By: Ambassador Miriam Quayle, Chief of Mission, for\nreasons 1.4 (b) and (d)."
START = datetime(1996, 1, 1)


def rows(count: int) -> Iterator[str]:
    """The records of the file, `count` of them."""
    for number in range(count):
        yield _row(number, Random(number))


def _row(number: int, random: Random) -> str:
    post = random.choice(POSTS)
    serial = number % 9000 + 1
    moment = START + timedelta(minutes=17 * number % (14 * 365 * 24 * 60))
    level = random.choice(LEVELS)
    group = f"{moment:%d%H%M}Z {moment:%b}".upper() + f" {moment:%y}"
    header = (
        HEADER.replace("#0857/01 1931105", f"#{serial:04}/01 {moment:%j%H%M}")
        .replace("O P 121105Z JUL 07", f"O P {group}")
        .replace("FM AMEMBASSY PORT ALDER", f"FM AMEMBASSY {post}")
        .replace("ZNY CCCCC", SECURITY[level])
    )
    earlier = [f"{random.choice(POSTS)} {random.randint(1, 9000)}" for _ in range(random.randint(0, 4))]
    references = "".join(
        f"{'REF:' if index == 0 else '    '} {'ABCD'[index]}. {text}\n" for index, text in enumerate(earlier)
    )
    heading = (
        HEADING.partition("REF: A.")[0]
        .replace("C O N F I D E N T I A L SECTION 01 OF 02 PORT ALDER 000857", f"{level} {post} {serial:06}")
        .replace("TAGS: PREL ECON EWWT ETRD PBTS SENV", f"TAGS: {' '.join(random.sample(TAGS, 4))}")
        .replace("THE FERRY QUESTION", f"THE FERRY QUESTION, PART {number}")
    )
    paragraphs = "".join(_paragraph(index + 1, MARKS[level], random) for index in range(random.randint(4, 18)))
    body = f"{heading}{references}\n{AUTHORITY}\n\n{paragraphs}QUAYLE\n"
    compact = f"{moment:%y}{post.replace(' ', '')}{serial}"
    fields = (
        str(number + 1),
        f"{moment.month}/{moment.day}/{moment:%Y %H:%M}",
        compact,
        f"Embassy {post.title()}",
        WORDS[level],
        "|".join(f"{moment:%y}{text.replace(' ', '')}" for text in earlier),
        header,
        body,
    )
    return ",".join('"' + field.replace("\\", "\\\\").replace('"', '\\"') + '"' for field in fields) + "\n"


def _paragraph(number: int, marks: tuple[str, ...], random: Random) -> str:
    words = " ".join(random.choice(SENTENCES) for _ in range(random.randint(3, 8)))
    return fill(f"{number}. ({random.choice(marks)}) {words}", 65) + "\n\n"


def write(count: int, path: Path) -> int:
    """Write the file; how many bytes it has."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(rows(count))
    return path.stat().st_size


if __name__ == "__main__":
    print(write(int(sys.argv[1]), Path(sys.argv[2])), "bytes")
