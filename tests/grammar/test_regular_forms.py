"""Regular forms are read by one pattern each; with the pattern switched off the same comes out.

Strategy: a table of the patterns. Each text is read as it is, and again with patterns that match nothing, so that the
part-by-part reading behind them does all of it. What the two say must be equal: values, places, marks, diagnostics.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.testing.damage import damaged

FORMS = {
    "format lines 1 to 6": ("telegram_format.grammar.regular_header", "_REGULAR", "VZCZCXRO0731"),
    "address": ("telegram_format.grammar.addresses", "_REGULAR", " RUEHC/SECSTATE"),
    "classification line": ("telegram_format.grammar.classification_line", "_REGULAR", "C O N F"),
    "TAGS": ("telegram_format.grammar.tags", "_CODES", " PREL ECON, EWWT ETRD\n"),
    "reference": ("telegram_format.grammar.references", "_REGULAR", "B. 06 MERIDIAN 1944 (NOTAL)"),
    "authority": ("telegram_format.grammar.regular_authority", "_REGULAR", " Ambassador Miriam"),
}
"""Form → module, name of the pattern, and how what it reads begins in `REGULAR`."""

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures" / "cablegate").glob("*.txt"))
REGULAR = b"""\
VZCZCXRO0731
OO RUEHMRD RUEHCVL
DE RUEHPLD #0857/01 1931105
ZNY CCCCC ZZH
O P 121105Z JUL 07
FM AMEMBASSY PORT ALDER
TO RUEHC/SECSTATE WASHDC IMMEDIATE 3318
INFO RUCNNCC/NORTHERN COAST COLLECTIVE PRIORITY
C O N F I D E N T I A L SECTION 01 OF 02 PORT ALDER 000857

SIPDIS

E.O. 12958: DECL: 07/12/2017
TAGS: PREL ECON, EWWT ETRD
SUBJECT: THE FERRY QUESTION

REF: A. PORT ALDER 802
     B. 06 MERIDIAN 1944 (NOTAL)
     C. STATE 81120

Classified By: Ambassador Miriam Quayle, Chief of Mission, for
reasons 1.4 (b) and (d).

1. (C) Summary: The ferry is late.

QUAYLE
"""

AUTHORITIES = st.tuples(
    st.sampled_from(("", " ", "  ", "\n", " (U) ", " Classified by ")),
    st.sampled_from(
        (
            "Ambassador Miriam Quayle, Chief of Mission,",
            "DCM Ted Doe",
            "Pol/Econ Officer J. Dean Carrow",
            "CHARGE JOHN LAW",
            "Acting Deputy Chief of Mission Marc Yarrow.",
            "Charge d'Affaires Ann Head",
            "Consul General Robert O. Brand, Jr.",
            "Smith, John, DCM,",
            "CDA: Carl Barrow",
            "Ambassador Ambassador",
            "DCM",
            "Fern de la Barr",
            "Political and Economic Chief A.B. Fern",
            "S/CT DAS Shari Vane",
            "Legal Adviser Conan Hill -",
        )
    ),
    st.sampled_from(
        (" for reasons ", " FOR REASONS ", ". Reason: ", "\nfor reasons ", ", Reasons ", ".  REASONS ", " per ")
    ),
    st.sampled_from(("1.4 ", "1.5", "1.4\n", "1.6 ")),
    st.sampled_from(("(b) and (d)", "(B,D)", "(b and d)", "(B/D)", "(b) and\n(d)", "b, d", "(d)", "(a), (b), (d)")),
    st.sampled_from(
        ("", "\n", ".\n\n1. (C) It is.", "\n\nSUMMARY\n", "\n\nReason: 1.4", "\n\n(C) It", ".\n\nA SUBJECT\n")
    ),
).map("".join)
ITEMS = st.tuples(
    st.sampled_from(("A. ", "B. ", "C) ", "(D) ", "", "B.", "AB. ", "REF A ", "¶A. ", "and ", "A. REF ")),
    st.sampled_from(("", "06 ", "2006 ", "(06) ", "06", "094 ")),
    st.sampled_from(
        (
            "PARIS",
            "STATE",
            "USUN NEW YORK",
            "XYZZY",
            "REF PARIS",
            "BEIJIG",
            "LAGOS CABLE",
            "MEMO",
            "MAY",
            "FOR",
            "EFTO BAKU",
        )
    ),
    st.sampled_from((" ", "", "\n")),
    st.sampled_from(("1", "802", "1944", "1234567", "12-06", "12/13")),
    st.sampled_from(("", "", " (NOTAL)", " NOTAL", " (06)", ", 17", " AND 18", " (C)", " (EXDIS) (SBU)", " ET AL")),
).map("".join)
REFERENCES = st.tuples(
    st.sampled_from(("REF: ", "REFS:", "A. REF ")),
    st.lists(
        st.tuples(ITEMS, st.sampled_from(("\n", "; ", ", ", " ", "\n     ", "\n\n"))).map("".join), max_size=4
    ).map("".join),
).map("".join)
HEADERS = st.tuples(
    st.sampled_from(("O", "O P", "R ", "P O R", "", "ROUTINE", "ZZ", "P  P")),
    st.sampled_from((" ", "", "  ")),
    st.sampled_from(
        ("121105Z JUL 07", "121105Z JUL 66", "121105Z jul 07", "311205A DEC 1999", "000000Z XXX 00", "121105Z")
    ),
    st.sampled_from(("", "", " ", " ZDS", "\n")),
    st.sampled_from(("\nFM ", "\nFROM ", "\n", "\nFM  ", "\nFM RUEHC/")),
    st.sampled_from(
        (
            "AMEMBASSY PORT ALDER",
            "STATE",
            "AMEMBASSY  X",
            "AMEMBASSY X PRIORITY",
            "CDR EMERGENCY COMMAND",
            "A COMMAND",
            "NIACT IMMEDIATE",
            "AMEMBASSY X 0042",
            "USS ALDER//N3//",
            "X, XMT Y",
            "BT",
        )
    ),
    st.sampled_from(("\n", " \n", ".\n", "")),
    st.lists(
        st.tuples(
            st.sampled_from(("TO ", "INFO ", "", "XMT ", "TO\n")),
            st.sampled_from(("RUEHC/", "", "RUEHC/ ", "ZEN/", "RUEHCXXXX/")),
            st.sampled_from(("SECSTATE WASHDC", "A", "AIG", "NIACT", "AMEMBASSY  MERIDIAN", "SECDEF WASHDC//J3//")),
            st.sampled_from(
                ("", " PRIORITY", " NIACT IMMEDIATE", " PRIORI", " EMERGENCY COMMAND", " COMMAND", "  FLASH")
            ),
            st.sampled_from(("", " 0042", " 42", "0042", "217", " 1234567", " 0042 ", " ")),
        )
        .map("".join)
        .map(lambda line: line + "\n"),
        max_size=4,
    ).map("".join),
).map("".join)
FORMAT_LINES_1_TO_4 = REGULAR.decode().partition("O P 12")[0]
LINE_ENDS = st.sampled_from(("\n", "\n", " \n", "\n\n", " \n \n", "\n\t\n\n", "\n "))
RELAYED = st.tuples(
    st.sampled_from(("VZCZCXRO0731", "ZCZC", "VZCZC XYZ0001", "ZCZCABCD")),
    LINE_ENDS,
    st.sampled_from(("OO RUEHMRD", "PP RUEHMRD RUEHCVL", "RR", "PP  RUEHMRD", "ZZ RUEHMRD XYZ", "PP RUEHMRD ")),
    LINE_ENDS,
    st.sampled_from(("", "", "RUEHZX RUEHZY\n", "RUEHZX \n", "RUEHZXRUEH\n", "XYZ\n")),
    st.sampled_from(
        ("DE RUEHPLD #0857/01 1931105", "DE RUEHPLD #0857 1931105 ", "DE RUEHPLD 0857 1931105", "DE RUEHPLD")
    ),
    LINE_ENDS,
    st.sampled_from(("ZNY CCCCC ZZH", "ZNR UUUUU", "ZNR UUUUU ZZH ", "ZNR UUUUU ZZH (CCY)", "ZNY CCCCC/UUUUU ZZH")),
    LINE_ENDS,
    st.sampled_from(("O P 121105Z JUL 07", "R 121105Z JUL 07 ")),
    LINE_ENDS,
    st.sampled_from(("FM AMEMBASSY PORT ALDER", "")),
    LINE_ENDS,
).map("".join)
LEVELS = st.tuples(
    st.sampled_from(
        ("UNCLAS", "UNCLASSIFIED", "C O N F I D E N T I A L", "S E C R E T", "SECRET", "unclas", "TOP SECRET")
    ),
    st.sampled_from(("", " SECTION 01 OF 02", " SECTION 1 OF 2", "//NOFORN", " FINAL SECTION OF 02")),
    st.lists(
        st.sampled_from(
            (
                " PARIS",
                " NEW YORK",
                " USUN NEW YORK",
                " NOFORN",
                " SIPDIS",
                " FOUO",
                " REL",
                " XX",
                " FOR",
                " E F T O",
                "  STATE",
            )
        ),
        max_size=3,
    ).map("".join),
    st.sampled_from((" 000123", " 1234", " 12", "  0123", "0123")),
    st.sampled_from(("", " ", "\n", " \nSIPDIS\n", " SECTION 01 OF 02", "//", " SIPDIS", " ZFR 1234")),
).map("".join)
TAGS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "PREL",
                "ECON",
                "OVIP",
                "HUMAN",
                "RIGHTS",
                "XX",
                "PRELECON",
                "prel",
                "FR",
                "QUAYLE",
                "SIPDIS",
                "(DOE, ANN)",
            )
        ),
        st.sampled_from((" ", ", ", ",", "; ", "  ", "\n")),
    ).map("".join),
    max_size=7,
).map(lambda words: "TAGS: " + "".join(words) + "\nSUBJECT: FERRIES\n")


@contextmanager
def switched_off(*names: str) -> Iterator[None]:
    """The patterns of `names` match nothing."""
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            module, attribute, _ = FORMS[name]
            patch.setattr(importlib.import_module(module), attribute, re.compile("(?!)"))
        yield


def said(data: bytes) -> object:
    """All that a reading says."""
    reading = tf.parse(data, format="cablegate")
    places = [sorted(layer.entries, key=repr) for layer in reading.trace.layers]
    marks = [sorted(layer.marks) for layer in reading.trace.layers]
    return reading.telegram, places, marks, reading.diagnostics


def same(text: str | bytes) -> None:
    """Hold the two readings against each other."""
    data = text if isinstance(text, bytes) else text.encode()
    quick = said(data)
    with switched_off(*FORMS):
        assert said(data) == quick


@pytest.mark.parametrize(("module", "attribute", "beginning"), FORMS.values(), ids=FORMS)
def test_the_pattern_takes_the_regular_form(module: str, attribute: str, beginning: str) -> None:
    pattern: re.Pattern[str] = getattr(importlib.import_module(module), attribute)
    text = REGULAR.decode()
    start = text.index(beginning)
    end = text.index("\n", start) if beginning.endswith("\n") else len(text)
    assert pattern.match(text, start, end) is not None


@pytest.mark.parametrize("name", FORMS)
def test_fixtures_read_the_same_without_the_pattern(name: str) -> None:
    assert FIXTURES
    for path in FIXTURES:
        data = path.read_bytes()
        quick = said(data)
        with switched_off(name):
            assert said(data) == quick, path.name


@given(damaged(REGULAR))
def test_damaged_telegrams_read_the_same_without_patterns(data: bytes) -> None:
    """A regular form is read to the same values, places, marks and diagnostics with and without its pattern."""
    same(data)


@given(HEADERS)
def test_headers_read_the_same_without_patterns(words: str) -> None:
    """Format lines 5 to 8 are read the same with and without the patterns of their regular forms."""
    same(FORMAT_LINES_1_TO_4 + words + "BT\nUNCLAS PARIS 000123\n")


@given(RELAYED)
def test_relayed_lines_read_the_same_without_patterns(words: str) -> None:
    """Format lines 1 to 6, with empty lines between them and routing over two lines, read the same both ways."""
    same(words + "TO RUEHC/SECSTATE WASHDC\nBT\nUNCLAS PARIS 000123\n")


@given(AUTHORITIES)
def test_authorities_read_the_same_without_patterns(words: str) -> None:
    """A classification authority is read the same with and without its pattern."""
    same("SUBJECT: FERRIES\n\nClassified By:" + words)


@given(REFERENCES)
def test_references_read_the_same_without_patterns(words: str) -> None:
    """References are read the same with and without their pattern."""
    same("SUBJECT: FERRIES\n\n" + words + "\n\n1. (C) It is late.\n")


@given(LEVELS)
def test_classification_lines_read_the_same_without_patterns(words: str) -> None:
    """A classification line is read the same with and without its pattern."""
    same(words)


@given(TAGS)
def test_tags_read_the_same_without_patterns(words: str) -> None:
    """TAGS are read the same with and without the pattern of a list of sure codes."""
    same("UNCLAS PARIS 000123\n\n" + words)


@pytest.mark.parametrize(
    "person",
    [
        "Charge d'Affaires Ann Head",
        "Ambassador d'Arcy",
        "Ambassador Head",
        "Deputy Chief Director",
        "Ambassador Ann of Merit",
        "Ann Fern",
    ],
)
def test_names_that_are_titles_read_the_same_without_patterns(person: str) -> None:
    same(f"SUBJECT: FERRIES\n\nClassified By: {person} for reasons 1.4 (b) and (d).\n")
