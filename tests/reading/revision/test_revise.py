"""Revisions of a whole telegram: what changes in the source, and that nothing else does."""

from __future__ import annotations

import importlib
import pickle
from collections.abc import Callable
from datetime import date
from difflib import SequenceMatcher

import pytest

import telegram_format as tf
from telegram_format.examples import load

Change = Callable[[tf.Telegram], tf.Telegram]

HARBOUR = tf.parse(load("harbour"))
PAGE = tf.parse(load("partial"))


def changed(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that came."""
    old, new = before.decode().split("\n"), after.decode().split("\n")
    gone: list[str] = []
    come: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += old[i:j]
            come += new[k:m]
    return gone, come


def with_body(change: Callable[[list[tf.Heading | tf.Paragraph | tf.Separator]], None]) -> Change:
    def changes(telegram: tf.Telegram) -> tf.Telegram:
        body = list(telegram.body)
        change(body)
        return tf.evolve(telegram, body=tuple(body))

    return changes


def edited(index: int, **values: object) -> Change:
    def change(body: list[tf.Heading | tf.Paragraph | tf.Separator]) -> None:
        body[index] = tf.evolve(body[index], **values)  # type: ignore[misc]

    return with_body(change)


def paragraph_put_in(telegram: tf.Telegram) -> tf.Telegram:
    """A third paragraph, and the others renumbered."""
    body = list(telegram.body)
    words = "The Ambassador took note, and said that he would write to the Department about all of it within the week."
    body.insert(3, tf.Paragraph(words, 3, "U"))
    for index in range(4, len(body)):
        block = body[index]
        if isinstance(block, tf.Paragraph) and block.number is not None:
            body[index] = tf.evolve(block, number=block.number + 1)
    return tf.evolve(telegram, body=tuple(body))


def text_of(index: int) -> str:
    block = HARBOUR.telegram.body[index]
    assert isinstance(block, tf.Paragraph)
    return block.text


def parts_of(telegram: tf.Telegram) -> tuple[tf.Paragraph, ...]:
    block = telegram.body[2]
    assert isinstance(block, tf.Paragraph)
    return block.paragraphs


CHANGES: dict[str, tuple[Change, list[str], list[str]]] = {
    "subject": (
        lambda t: tf.evolve(t, subject="HARBOUR TALKS: MINISTER WITHDRAWS HIS LEASE AND ASKS FOR DREDGERS"),
        ["SUBJECT: HARBOUR TALKS: MINISTER OFFERS A LEASE AND ASKS FOR"],
        ["SUBJECT: HARBOUR TALKS: MINISTER WITHDRAWS HIS", "LEASE AND ASKS FOR"],
    ),
    "subject-marking": (
        lambda t: tf.evolve(t, subject_marking="U"),
        ["SUBJECT: HARBOUR TALKS: MINISTER OFFERS A LEASE AND ASKS FOR"],
        ["SUBJECT: (U) HARBOUR TALKS: MINISTER OFFERS A LEASE AND ASKS FOR"],
    ),
    "subject-gone": (
        lambda t: tf.evolve(t, subject=None),
        ["SUBJECT: HARBOUR TALKS: MINISTER OFFERS A LEASE AND ASKS FOR", "DREDGERS"],
        [],
    ),
    "tag-come": (
        lambda t: tf.evolve(t, tags=(*t.tags, tf.Tag("MARR", "subject"))),
        ["TAGS: PREL ECON EWWT ETRD EINV"],
        ["TAGS: PREL ECON EWWT ETRD EINV MARR"],
    ),
    "tag-come-first": (
        lambda t: tf.evolve(t, tags=(tf.Tag("MARR", "subject"), *t.tags)),
        ["TAGS: PREL ECON EWWT ETRD EINV"],
        ["TAGS: MARR PREL ECON EWWT ETRD EINV"],
    ),
    "tag-gone-first": (
        lambda t: tf.evolve(t, tags=t.tags[1:]),
        ["TAGS: PREL ECON EWWT ETRD EINV"],
        ["TAGS: ECON EWWT ETRD EINV"],
    ),
    "tags-gone": (lambda t: tf.evolve(t, tags=()), ["TAGS: PREL ECON EWWT ETRD EINV"], []),
    "tags-turned": (
        lambda t: tf.evolve(t, tags=tuple(reversed(t.tags))),
        ["TAGS: PREL ECON EWWT ETRD EINV"],
        ["TAGS: EINV ETRD EWWT ECON PREL"],
    ),
    "first-action-address-gone": (
        lambda t: tf.evolve(t, to=t.to[1:]),
        ["TO RUEHC/SECSTATE WASHDC IMMEDIATE 2291", "RUCPDOC/DEPT OF COMMERCE WASHINGTON DC PRIORITY"],
        ["TO RUCPDOC/DEPT OF COMMERCE WASHINGTON DC PRIORITY"],
    ),
    "last-information-address-gone": (
        lambda t: tf.evolve(t, info=t.info[:-1]),
        ["RUCNNCC/NORTHERN COAST COLLECTIVE"],
        [],
    ),
    "information-addresses-gone": (
        lambda t: tf.evolve(t, info=()),
        [
            "INFO RUEHMRD/AMEMBASSY MERIDIAN PRIORITY 0511",
            "RUEHCVL/AMCONSUL CALVERLEY 0103",
            "RUCNNCC/NORTHERN COAST COLLECTIVE",
        ],
        [],
    ),
    "address-come": (
        lambda t: tf.evolve(t, info=(*t.info, tf.Address("AMEMBASSY LIMA", "RUEHPE"))),
        [],
        ["RUEHPE/AMEMBASSY LIMA"],
    ),
    "exempted-come": (
        lambda t: tf.evolve(t, exempted=(tf.Address("AMEMBASSY LIMA"),)),
        [],
        ["XMT AMEMBASSY LIMA"],
    ),
    "precedence-of-address-gone": (
        lambda t: tf.evolve(t, to=(tf.evolve(t.to[0], precedence=None), *t.to[1:])),
        ["TO RUEHC/SECSTATE WASHDC IMMEDIATE 2291"],
        ["TO RUEHC/SECSTATE WASHDC 2291"],
    ),
    "information-precedence-come": (
        lambda t: tf.evolve(t, info_precedence=tf.Precedence.ROUTINE),
        ["O 061640Z MAR 09"],
        ["O R 061640Z MAR 09"],
    ),
    "originator": (
        lambda t: tf.evolve(t, originator=tf.Address("AMCONSUL CALVERLEY")),
        ["FM AMEMBASSY PORT ALDER"],
        ["FM AMCONSUL CALVERLEY"],
    ),
    "date-time-group": (
        lambda t: tf.evolve(t, dtg=tf.evolve(t.dtg, hour=7, minute=5)),
        ["O 061640Z MAR 09"],
        ["O 060705Z MAR 09"],
    ),
    "routing": (
        lambda t: tf.evolve(t, transmission=tf.evolve(t.transmission, routing=("RUEHMRD", "RUEHPE", "RUEHCVL"))),
        ["OO RUEHMRD RUEHCVL"],
        ["OO RUEHMRD RUEHPE RUEHCVL"],
    ),
    "security-lines": (
        lambda t: tf.evolve(t, transmission=tf.evolve(t.transmission, security=None, signals=())),
        ["ZNY CCCCC ZZH"],
        [],
    ),
    "transmission-gone": (
        lambda t: tf.evolve(t, transmission=None),
        ["VZCZCXRO0412", "OO RUEHMRD RUEHCVL", "DE RUEHPLD #0219/01 0651640", "ZNY CCCCC ZZH"],
        [],
    ),
    "classification": (
        lambda t: tf.evolve(t, classification=tf.Classification.SECRET),
        ["C O N F I D E N T I A L SECTION 01 OF 02 PORT ALDER 000219"],
        ["S E C R E T SECTION 01 OF 02 PORT ALDER 000219"],
    ),
    "caveat-come": (
        lambda t: tf.evolve(t, caveats=("NOFORN",)),
        ["C O N F I D E N T I A L SECTION 01 OF 02 PORT ALDER 000219"],
        ["C O N F I D E N T I A L NOFORN SECTION 01 OF 02 PORT ALDER 000219"],
    ),
    "section": (
        lambda t: tf.evolve(t, section=tf.Section(2, 2, True)),
        ["C O N F I D E N T I A L SECTION 01 OF 02 PORT ALDER 000219"],
        ["C O N F I D E N T I A L FINAL SECTION OF 02 PORT ALDER 000219"],
    ),
    "number": (
        lambda t: tf.evolve(t, message_id=tf.evolve(t.message_id, number=220)),
        ["C O N F I D E N T I A L SECTION 01 OF 02 PORT ALDER 000219"],
        ["C O N F I D E N T I A L SECTION 01 OF 02 PORT ALDER 000220"],
    ),
    "caption-gone": (lambda t: tf.evolve(t, captions=t.captions[1:]), ["NOFORN"], []),
    "caption-come": (lambda t: tf.evolve(t, captions=(*t.captions, "SENSITIVE")), [], ["SENSITIVE"]),
    "passing-line-gone": (lambda t: tf.evolve(t, passing=t.passing[:-1]), ["MERIDIAN FOR ECON"], []),
    "declassification": (
        lambda t: tf.evolve(t, executive_order=tf.evolve(t.executive_order, declassify_on=date(2034, 1, 2))),
        ["E.O. 12958: DECL: 03/06/2019"],
        ["E.O. 12958: DECL: 01/02/2034"],
    ),
    "declassification-by-event": (
        lambda t: tf.evolve(t, executive_order=tf.ExecutiveOrder("12958", event="OADR")),
        ["E.O. 12958: DECL: 03/06/2019"],
        ["E.O. 12958: DECL: OADR"],
    ),
    "reference-gone": (
        lambda t: tf.evolve(t, references=(*t.references[:1], *t.references[2:])),
        ["     B. 08 MERIDIAN 1406 (NOTAL)"],
        [],
    ),
    "reference-gone-letters-moved": (
        lambda t: tf.evolve(
            t,
            references=tuple(
                tf.evolve(reference, label="ABCD"[index])
                for index, reference in enumerate((*t.references[:3], t.references[4]))
            ),
        ),
        ["     D. QUAYLE-TENNANT E-MAIL OF 03/02/2009", "     E. 2008 INVESTMENT CLIMATE REPORT FOR ALDERIA"],
        ["     D. 2008 INVESTMENT CLIMATE REPORT FOR ALDERIA"],
    ),
    "reference-come": (
        lambda t: tf.evolve(
            t,
            references=(*t.references, tf.Reference("07 LIMA 17", "cable", "F", tf.MessageId(2007, "LIMA", 17))),
        ),
        [],
        ["     F. 07 LIMA 17"],
    ),
    "reasons": (
        lambda t: tf.evolve(t, classified_by=tf.evolve(t.classified_by, reasons=("1.4(b)", "1.4(c)", "1.4(d)"))),
        ["reasons 1.4 (b) and (d)."],
        ["reasons 1.4 (b), (c) and (d)."],
    ),
    "classifier": (
        lambda t: tf.evolve(t, classified_by=tf.evolve(t.classified_by, name="Ann Roe")),
        ["Classified By: Ambassador Miriam Quayle, Chief of Mission, for"],
        ["Classified By: Ambassador Ann Roe, Chief of Mission, for"],
    ),
    "classifier-gone": (
        lambda t: tf.evolve(t, classified_by=None),
        ["", "Classified By: Ambassador Miriam Quayle, Chief of Mission, for", "reasons 1.4 (b) and (d)."],
        [],
    ),
    "signature": (lambda t: tf.evolve(t, signatures=("MARCHBANK",)), ["QUAYLE"], ["MARCHBANK"]),
    "validation-come": (lambda t: tf.evolve(t, validation="0219"), [], ["#0219", ""]),
    "words-of-a-paragraph": (
        edited(2, text=text_of(2).replace("father", "grandfather")),
        ["father had built, would not"],
        ["grandfather had built, would not"],
    ),
    "paragraph-gone": (
        with_body(lambda body: body.pop(3) and None),
        [
            "3. (C) The Ambassador asked who else had been approached.",
            "Verrall named two shipping lines and declined to name a third.",
            "(Note: A delegation of the Corvane Line was seen at the Hotel",
            "Meridian on March 2 and 3.  End note.)",
            "",
        ],
        [],
    ),
    "paragraph-come": (
        paragraph_put_in,
        [
            "3. (C) The Ambassador asked who else had been approached.",
            "4. (C/NF) Permanent Secretary Odile Marchbank of the Ministry",
            "5. (C/NF) Comment: Verrall needs a success before the Assembly",
            "6. (C) ACTION REQUEST: Post requests the Department's guidance",
        ],
        [
            "3. (U) The Ambassador took note, and said that he would write",
            "to the Department about all of it within the week.",
            "",
            "4. (C) The Ambassador asked who else had been approached.",
            "5. (C/NF) Permanent Secretary Odile Marchbank of the Ministry",
            "6. (C/NF) Comment: Verrall needs a success before the Assembly",
            "7. (C) ACTION REQUEST: Post requests the Department's guidance",
        ],
    ),
    "portion-mark": (
        edited(3, marking="U"),
        ["3. (C) The Ambassador asked who else had been approached."],
        ["3. (U) The Ambassador asked who else had been approached."],
    ),
    "portion-mark-gone": (
        edited(3, marking=None),
        ["3. (C) The Ambassador asked who else had been approached."],
        ["3. The Ambassador asked who else had been approached."],
    ),
    "part-come": (
        lambda t: edited(2, paragraphs=(*parts_of(t), tf.Paragraph("a flag for the pilots' house.")))(t),
        [],
        ["-- a flag for the pilots' house.", ""],
    ),
    "part-gone": (
        lambda t: edited(2, paragraphs=parts_of(t)[1:])(t),
        ["-- forty years on the north basin, with the old rail sidings;", ""],
        [],
    ),
    "heading": (
        edited(4, text="A LEASE EVERYBODY HAS PRICED"),
        ["A LEASE NOBODY HAS PRICED"],
        ["A LEASE EVERYBODY HAS PRICED"],
    ),
    "heading-come": (
        with_body(lambda body: body.insert(3, tf.Heading("AND WHO ASKED"))),
        [],
        ["-------------", "AND WHO ASKED", "-------------", ""],
    ),
    "separator-come": (
        with_body(lambda body: body.insert(3, tf.Separator("*"))),
        [],
        ["********************", ""],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_what_has_to_change_changes(name: str) -> None:
    change, gone, come = CHANGES[name]
    telegram = change(HARBOUR.telegram)
    revised = HARBOUR.revise(telegram)
    assert revised.telegram == telegram
    assert changed(bytes(HARBOUR), bytes(revised)) == (gone, come)


def test_several_changes_in_one_call() -> None:
    telegram = HARBOUR.telegram
    for name in ("subject-marking", "tag-come", "first-action-address-gone", "reasons", "paragraph-come", "signature"):
        telegram = CHANGES[name][0](telegram)
    revised = HARBOUR.revise(telegram)
    assert revised.telegram == telegram
    gone, come = changed(bytes(HARBOUR), bytes(revised))
    assert (len(gone), len(come)) == (10, 12)


def test_the_same_telegram_is_the_same_reading() -> None:
    assert HARBOUR.revise(tf.evolve(HARBOUR.telegram)) is HARBOUR


def test_there_and_back_are_the_same_bytes() -> None:
    """A change that is taken back leaves no trace, where it moved no line end."""
    for name in ("tag-come", "information-precedence-come", "words-of-a-paragraph", "portion-mark", "reasons"):
        there = HARBOUR.revise(CHANGES[name][0](HARBOUR.telegram))
        assert bytes(there.revise(HARBOUR.telegram)) == bytes(HARBOUR)


def test_a_revision_may_be_revised() -> None:
    revised = HARBOUR
    for name in ("subject-marking", "tag-come", "caveat-come"):
        revised = revised.revise(CHANGES[name][0](revised.telegram))
    assert revised.telegram.tags[-1].code == "MARR"
    assert revised.telegram.caveats == ("NOFORN",)


def test_format_and_carrier_stay() -> None:
    revised = PAGE.revise(tf.evolve(PAGE.telegram, tags=PAGE.telegram.tags[1:]))
    assert (revised.format, revised.carrier) == (PAGE.format, PAGE.carrier)


def test_a_page_keeps_its_markup_and_its_line_ends() -> None:
    telegram = PAGE.telegram
    assert telegram.subject is not None
    revised = PAGE.revise(
        tf.evolve(
            telegram, subject=f"{telegram.subject} & <MORE>", tags=(*telegram.tags[:-1], tf.Tag("SNAR", "subject"))
        )
    )
    page = bytes(revised)
    assert b"&amp; &lt;MORE&gt;" in page
    assert page.count(b"<a ") == bytes(PAGE).count(b"<a ")
    assert page.count(b"\n") == bytes(PAGE).count(b"\n")


def test_markup_goes_with_its_word() -> None:
    revised = PAGE.revise(tf.evolve(PAGE.telegram, tags=PAGE.telegram.tags[:-1]))
    page = bytes(revised)
    assert page.count(b"<a ") == page.count(b"</a>") == bytes(PAGE).count(b"<a ") - 1


RENDERING = (
    b"FM AMEMBASSY LOME  \nTO RUEHC/SECSTATE WASHDC  \nINFO RUEHAO/AMCONSUL CURACAO\n\nUNCLAS LOME 000012\n\n"
    b"TAGS: [PREL](#) [PGOV](#)  \nSUBJECT: APRICOTS\n\n[\xc2\xb61.](#) (U) Growers met.\n\n## PRICES\n\n"
    b"[\xc2\xb62.](#) (U) They rose.\n"
)


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (
            lambda t: tf.evolve(t, tags=(*t.tags, tf.Tag("SNAR", "subject"))),
            b"[PGOV](#)  \n",
            b"[PGOV](#) SNAR  \n",
        ),
        (lambda t: tf.evolve(t, tags=t.tags[:1]), b" [PGOV](#)  \n", b"  \n"),
        (
            lambda t: tf.evolve(t, to=(*t.to, tf.Address("AMEMBASSY LIMA"))),
            b"WASHDC  \n",
            b"WASHDC  \nAMEMBASSY LIMA  \n",
        ),
        (edited(0, text="Growers met **all**."), b"met.", b"met \\**all\\**."),
        (edited(1, text="COSTS"), b"## PRICES", b"## COSTS"),
    ],
)
def test_a_rendering_keeps_its_manner(change: Change, old: bytes, new: bytes) -> None:
    reading = tf.parse(RENDERING, carrier="markdown", format="cablegate")
    assert bytes(reading.revise(change(reading.telegram))) == RENDERING.replace(old, new)


RECORD = (
    b'1,"1/2/2003 4:05","03LOME12","Embassy Lome","UNCLASSIFIED","","FM AMEMBASSY LOME",'
    b'"UNCLAS LOME 000012\n\nSUBJECT: THE \\"OLD\\" MOLE\n\n1. (U) Growers met."\n'
)


def test_a_record_keeps_its_quotes() -> None:
    reading = tf.parse(RECORD)
    revised = reading.revise(tf.evolve(reading.telegram, subject='THE "NEW" \\ MOLE'))
    assert bytes(revised) == RECORD.replace(b'\\"OLD\\" MOLE', b'\\"NEW\\" \\\\ MOLE')


def test_a_fact_of_the_wrapper_changes_where_it_stands() -> None:
    reading = tf.parse(RECORD)
    attributes = tf.Attributes({**reading.telegram.attributes, "origin": "Consulate Lome"})
    revised = reading.revise(tf.evolve(reading.telegram, attributes=attributes))
    assert bytes(revised) == RECORD.replace(b"Embassy Lome", b"Consulate Lome")


TELETYPE = (
    b"FM AMEMBASSY LOME\r\r\nTO SECSTATE WASHDC\r\r\nBT\r\r\nUNCLAS LOME 000012\r\r\n\r\r\n1. (U) Growers met.\r\r\n"
)


def test_line_ends_are_those_of_the_source() -> None:
    reading = tf.parse(TELETYPE)
    revised = reading.revise(tf.evolve(reading.telegram, to=(*reading.telegram.to, tf.Address("AMEMBASSY LIMA"))))
    assert bytes(revised) == TELETYPE.replace(b"WASHDC\r\r\n", b"WASHDC\r\r\nAMEMBASSY LIMA\r\r\n")


def test_signs_are_those_of_the_encoding() -> None:
    data = "UNCLAS LOME 000012\n\nSUBJECT: CAF\xc9\n\n1. (U) Growers met.\n".encode("cp1252")
    reading = tf.parse(data)
    revised = reading.revise(tf.evolve(reading.telegram, subject="CAF\xc9 AU LAIT \u2013 NO"))
    assert bytes(revised) == data.replace(b"CAF\xc9", b"CAF\xc9 AU LAIT \x96 NO")
    assert revised.source.encoding == "cp1252"
    with pytest.raises(tf.RevisionError, match="cp1252, has no '\u0416'"):
        reading.revise(tf.evolve(reading.telegram, subject="\u0416"))


def test_a_text_stays_a_text() -> None:
    """A source that came as text, with signs that are no bytes, is read again as text."""
    reading = tf.parse("UNCLAS LOME 000012\n\nSUBJECT: A \ud800 B\n\n1. (U) Growers met.\n")
    revised = reading.revise(tf.evolve(reading.telegram, tags=(tf.Tag("PREL", "subject"),)))
    assert revised.telegram.subject == "A \ud800 B"
    assert revised.source.how == "text"
    escaped = tf.parse("UNCLAS LOME 000012\n\nSUBJECT: A \udcff B\n\n1. (U) Growers met.\n")
    assert escaped.revise(tf.evolve(escaped.telegram, signatures=("QUAYLE",))).telegram.subject == "A \udcff B"


def test_page_marks_stay_where_they_are() -> None:
    mark = "PORT ALDER 00000219  001.2 OF 002"
    revised = HARBOUR.revise(
        edited(2, text=text_of(2).replace("would not last another", "may well not last one"))(HARBOUR.telegram)
    )
    assert bytes(revised).decode().count(mark) == bytes(HARBOUR).decode().count(mark) == 1


GLUED = (
    b"VZCZCXYZ0001\nRR RUEHC\nDE RUEHPC #0012 0010001\nZNR UUUUU ZZH\nR 010001Z JAN 09\nFM AMEMBASSY LOME\n"
    b"TO RUEHC/SECSTATE WASHDC 0001\nINFO RUEHMRD/AMEMBASSY MERIDIAN\nRUEHPLD/AMEMBASSY PORT ALDER\n\n"
    b"UNCLAS LOME 000012\n\nSUBJECT: APRICOTS\n\n1. (U) Growers met, and they talked of prices all the afternoon.\n\n"
    b"VZCZCXYZ0002\nRR RUEHC\nDE RUEHPC #0013 0010001\nZNR UUUUU ZZH\nR 010001Z JAN 09\nFM AMEMBASSY LOME\n\n"
    b"UNCLAS LOME 000013\n\nSUBJECT: PEARS\n\n1. (U) They met.\n"
)


def test_an_embedded_telegram_is_revised_in_its_place() -> None:
    reading = tf.parse(GLUED)
    inner = reading.embedded[0]
    revised = inner.revise(tf.evolve(inner.telegram, subject="PLUMS"))
    assert revised.telegram.subject == "PLUMS"
    assert bytes(revised) == GLUED.replace(b"PEARS", b"PLUMS")


def test_an_embedded_telegram_that_would_be_no_more_is_refused() -> None:
    inner = tf.parse(GLUED).embedded[0]
    with pytest.raises(tf.RevisionError, match="no longer holds this telegram"):
        inner.revise(tf.evolve(inner.telegram, transmission=None))


def test_ways_are_tried_so_many_times(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = edited(3, role="comment")(HARBOUR.telegram)
    monkeypatch.setattr(importlib.import_module("telegram_format.reading.revision.revise"), "_MOST", 1)
    with pytest.raises(tf.RevisionError, match=r"reads body\[3\]\.role as None"):
        HARBOUR.revise(wanted)


REFUSED: dict[str, tuple[Change, str, str]] = {
    "a-role-follows-from-the-words": (edited(3, role="comment"), "body[3].role", "reads body[3].role as None"),
    "a-year-follows-from-the-group": (
        lambda t: tf.evolve(t, message_id=tf.evolve(t.message_id, year=1999)),
        "message_id.year",
        "reads message_id.year as 2009 and not 1999",
    ),
    "an-attribute-has-no-line": (
        lambda t: tf.evolve(t, attributes=tf.Attributes({"weather": "fair"})),
        "attributes.weather",
        "reads attributes.weather as None",
    ),
    "a-line-end-in-an-address": (
        lambda t: tf.evolve(t, info=(tf.Address("AMEMBASSY\nLIMA"),)),
        "info",
        "line end",
    ),
    "a-subject-that-is-a-label": (
        lambda t: tf.evolve(t, subject="ONE\nREF: A. LIMA 1"),
        "subject",
        "line end",
    ),
    "a-kind-that-the-code-does-not-have": (
        lambda t: tf.evolve(t, tags=(tf.Tag("PREL", "country"), *t.tags[1:])),
        "tags[0].kind",
        "reads tags[0].kind",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_source_cannot_say_is_refused(name: str) -> None:
    change, path, reason = REFUSED[name]
    with pytest.raises(tf.RevisionError) as caught:
        HARBOUR.revise(change(HARBOUR.telegram))
    assert path in caught.value.path
    assert reason in caught.value.reason
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.path, again.reason, str(again)) == (caught.value.path, caught.value.reason, str(caught.value))


def test_a_reading_made_by_hand_cannot_be_revised() -> None:
    reading = tf.evolve(HARBOUR, origin=None)
    with pytest.raises(tf.RevisionError, match="no source to read again"):
        reading.revise(tf.evolve(HARBOUR.telegram, subject=None))


TWICE = (
    b"P 031215Z FEB 09\nFM AMEMBASSY PORT ALDER\n"
    b"TO RUEHC/SECSTATE WASHDC PRIORI2217\nTO RUEHC/SECSTATE WASHDC PRIORI2217\nBT\nUNCLAS PORT ALDER 000142\n"
)


@pytest.mark.parametrize("index", [0, 1])
def test_of_two_equal_addresses_the_one_that_is_meant_changes(index: int) -> None:
    reading = tf.parse(TWICE, format="cablegate")
    to = list(reading.telegram.to)
    to[index] = tf.evolve(to[index], name="AMEMBASSY LIMA")
    lines = TWICE.split(b"\n")
    lines[2 + index] = lines[2 + index].replace(b"SECSTATE WASHDC", b"AMEMBASSY LIMA")
    assert bytes(reading.revise(tf.evolve(reading.telegram, to=tuple(to)))) == b"\n".join(lines)


def test_an_address_with_a_prosign_of_its_own_goes_with_it() -> None:
    reading = tf.parse(TWICE, format="cablegate")
    revised = reading.revise(tf.evolve(reading.telegram, to=reading.telegram.to[:1]))
    lines = TWICE.split(b"\n")
    del lines[3]
    assert bytes(revised) == b"\n".join(lines)
