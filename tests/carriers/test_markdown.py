"""Renderings in Markdown: what the view reads and where its characters stand."""

from pathlib import Path

import pytest

from telegram_format.carriers.markdown import Markdown
from telegram_format.kit import Source, View

FIXTURES = Path(__file__).parents[1] / "fixtures" / "carriers"
RENDERING = """VZCZCXRO0031
OO RUEHSR
DE RUEHZN #0045/01 0711402
ZNR UUUUU ZZH
O 111402Z MAR 08
FM AMEMBASSY ZENDA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 0312

UNCLAS SECTION 01 OF 02 ZENDA 000045

SIPDIS

E.O. 12958: N/A
TAGS: ELAB EWWT
SUBJECT: FERRY STRIKE OF MAY & JUNE

¶1. (U) Summary: the ferrymen *all of them* stay ashore [REDACTED](b)(6). End Summary.

THE UNION'S DEMANDS
-----

¶2. (U) The union_office asks for a free Sunday — in Q&A style.

NEXT STEPS
-----

13. (U) The Embassy will report.

RASSENDYLL
"""


def rendering() -> Source:
    return Source.of((FIXTURES / "rendering.md").read_bytes())


def view(text: str) -> View:
    return Markdown().open(Source.of(text)).view


def test_rendering_reads_as_the_telegram() -> None:
    wrapped = Markdown().open(rendering())
    assert wrapped.view.text == RENDERING
    assert wrapped.facts == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # hard breaks
        ("FM ZENDA  \nTO A   \r\nB  ", "FM ZENDA\nTO A\r\nB"),
        ("FM ZENDA\\\nTO A\\\r\nB\\", "FM ZENDA\nTO A\r\nB\\"),
        ("SIPDIS \nA  B\t\nC", "SIPDIS \nA  B\t\nC"),
        ("\ufeff\n  \r\n\tVZCZC", "VZCZC"),
        # links
        ("[PREL](#) [¶1.](#par1) [A](/tag/A.html) [B](https://zenda.example/b)", "PREL ¶1. A B"),
        ("[A](./a) [B](../b) [C](mailto:c@zenda.example)", "A B C"),
        ("[SIC](b)(6) [SIC] (#) [](#) [A\nB](#) [SIC](#", "[SIC](b)(6) [SIC] (#) [](#) [A\nB](#) [SIC](#"),
        ("[[PREL](#)](#) ](#)", "[PREL](#) ](#)"),
        (r"[A \[SIC\] &amp; B](#)", "A [SIC] & B"),
        # escapes and references
        (r"\* \_ \# \[ \] \\ \` 1\. \a \ b", r"* _ # [ ] \ ` 1. \a \ b"),
        (r"\[PREL](#) \## NO", "[PREL](#) ## NO"),
        ("&amp; &lt;XX&gt; &#8217; Q&A AT&T; &unknown; &#0;", "& <XX> ’ Q&A AT&T; &unknown; &#0;"),
        (r"\&amp;", "&amp;"),
        # bold words
        ("**MRN:** 08 **ZENDA** 45, (**C**)", "MRN: 08 ZENDA 45, (C)"),
        ("**[PREL](#)** **a \\_ b**", "PREL a _ b"),
        ("2**3**4 ** A ** **A **B** ***A*** ****", "2**3**4 ** A ** **A B ***A*** ****"),
        ("** Dhahran\n**A\nB** **A\\**", "** Dhahran\n**A\nB** **A**"),
        ("*A* _B_ __C__", "*A* _B_ __C__"),
        # headings
        ("## NEXT STEPS", "NEXT STEPS\n-----"),
        ("# A\n###### B\r## C\r\nD", "A\n-----\nB\n-----\rC\n-----\r\nD"),
        ("## A ## \n## B#\n## C  \n## D\\\nE", "A\n-----\nB#\n-----\nC\n-----\nD\\\n-----\nE"),
        ("## **A** [B](#) \\#", "A B #\n-----"),
        ("#0045\n##\n## \n# #\n####### A\n .## B", "#0045\n##\n## \n# #\n####### A\n .## B"),
        # what Markdown would change and a telegram means
        ("A\n-----\nB\n=====\n---\n***\n> C\n- D\n14. E", "A\n-----\nB\n=====\n---\n***\n> C\n- D\n14. E"),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_marks(written: str, read: str) -> None:
    assert view(written).text == read


def test_span_of_a_link_is_its_text() -> None:
    source = rendering()
    found = Markdown().open(source).view
    start = found.text.index("¶1.")
    assert [source.text[low:high] for low, high in found.to_source(start, start + 3)] == ["¶1."]
    start = found.text.index("ELAB")
    assert [source.text[low:high] for low, high in found.to_source(start, start + 9)] == ["ELAB](#) [EWWT"]


def test_dashes_of_a_heading_stand_at_its_end() -> None:
    source = rendering()
    found = Markdown().open(source).view
    start = found.text.index("NEXT STEPS")
    assert [source.text[low:high] for low, high in found.to_source(start, start + len("NEXT STEPS\n-----"))] == [
        "NEXT STEPS"
    ]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("VZCZC\n\nTAGS: [PREL](#)", 0.95),
        ("## A\nB  \nC  \nD  \nE", 0.7),
        ("A\n## A\nB  \r\nC  \r\nD  \r\nE", 0.7),
        ("### A\n**MRN:** 08 ZENDA 45\n**From:** ZENDA\n**Subject:** FERRY", 0.7),
        ("## A\nB  \nC  \n**D:** E\n**F:** G", 0.3),
        ("A\r## Page 4", 0.3),
        ("# 45\n#0045 A## B\nA  \nB  \nC  \nD", 0.0),
        ("FM AMEMBASSY ZENDA  \nTO A  \nINFO B  \n**MRN:**\n**A:**\n**B:** [SIC] (#", 0.0),
        ("", 0.0),
    ],
)
def test_detection(text: str, score: float) -> None:
    assert Markdown().detect(Source.of(text)).score == score


def test_detection_of_the_rendering() -> None:
    assert Markdown().detect(rendering()).score == 0.95
