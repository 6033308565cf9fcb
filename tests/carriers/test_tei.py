"""What is read of a TEI document, whole and damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

import telegram_format as tf
from telegram_format.carriers.tei import Tei
from telegram_format.kit import Source, Wrapped

FIXTURES = Path(__file__).parents[1] / "fixtures" / "carriers"


def opened(data: bytes | str) -> Wrapped:
    return Tei().open(Source.of(data))


def fixture(name: str) -> Wrapped:
    return opened((FIXTURES / f"edition_{name}.xml").read_bytes())


def facts(wrapped: Wrapped) -> dict[str, str]:
    return {fact.name: fact.value for fact in wrapped.facts}


def div(words: str) -> str:
    return f'<div xmlns="http://www.tei-c.org/ns/1.0" type="document">{words}</div>'


def test_the_view_is_what_stands_in_print() -> None:
    assert fixture("printed").view.text == (
        "17. Telegram From the Embassy in Ruritania to the Department of State\n\n"
        "Source: Department of State, Central Files, 899.00/7–1257. Secret; Priority. Repeated to Zenda & Hentzau.\n\n"
        "Port Alder, July 12, 1957—6 p.m.\n\n"
        "857. I saw Strelsau at noon. The ferry sails on Monday.\n\n"
        "Fares: (a) two crowns;\n"
        "(b) three crowns\n"
        "with a cow.\n\n"
        "He asked for “patience”; [1½ lines not declassified] R&D <none>\n\n"
        "[Verrall]"
    )


def test_the_facts_are_what_the_markup_says() -> None:
    assert facts(fixture("printed")) == {
        "document_id": "d17",
        "document_number": "17",
        "document_subtype": "historical-document",
        "date_time_min": "1957-07-12T18:00:00-05:00",
        "date_time_max": "1957-07-12T18:00:00-05:00",
        "to_person": "#p_R1",
        "editors_summary": "The Ambassador told of the ferry.",
        "date_when": "1957-07-12T18:00:00",
        "footnote_3": "Harbour Master. See Document 16.",
    }


def test_a_fact_has_its_place() -> None:
    text = Source.of((FIXTURES / "edition_printed.xml").read_bytes()).text
    places = {fact.name: text[fact.start : fact.end] for fact in fixture("printed").facts}
    assert places["to_person"] == "#p_R1"
    assert places["date_when"] == "1957-07-12T18:00:00"
    assert places["footnote_3"].startswith("Harbour\n")


def test_a_footnote_and_a_page_break_part_a_span() -> None:
    view = fixture("printed").view
    start = view.text.index("I saw")
    words = [view.source.text[low:high] for low, high in view.to_source(start, view.text.index(" on Monday"))]
    assert [word[:6] + word[-9:] for word in words] == ["I saw >Strelsau", "at nooThe ferry", "sailssails"]


def test_of_a_volume_the_first_document_is_read() -> None:
    volume = fixture("volume")
    assert volume.view.text == (
        "3. Circular Telegram From the Department of State to Certain Posts\n\n"
        "Summary: Of &more;.\n\n"
        "Source: Department of State. Confidential.\n\n"
        "Washington, March 1, 1961, noon.\n\n"
        "12. Fares rise."
    )
    assert facts(volume) == {
        "document_number": "3",
        "document_id": "d3",
        "date_not_before": "1961-03-01",
        "date_not_after": "1961-03-02",
    }


def test_damage_loses_no_text() -> None:
    damaged = fixture("damaged")
    assert damaged.view.text == (
        "9. Telegram From A and B to the Embassy\n\n"
        "Source: lost.\n\n"
        "5. The note above has no end. 3 < 4 bold\n\n"
        "Ends here"
    )
    assert facts(damaged) == {"document_number": "9", "from_person": "#A", "from_person_2": "#B"}


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("<p>a<!-- <p> -->b</p>", "ab"),
        ("<p>a <!-- not ended</p>", "a <!-- not ended"),
        ("<p>a <![CDATA[not ended</p>", "a <![CDATA[not ended"),
        ("<p><![CDATA[a</p>\n &amp; b]]></p>", "a</p> &amp; b"),
        ("<p>a<?page 3?>b</p>", "ab"),
        ("<p>&lol; &#65; &#0; &quot;&apos; &nbsp;</p>", "&lol; A &#0; \"' &nbsp;"),
        ("<p> a\n\n  b </p>\n<p/><p>\n</p> c", "a b\n\nc"),
        ("a<lb/>b<lb/><p>c</p>", "a\nb\n\nc"),
        ("a<pb/> <pb/> b", "a b"),
        ("a<p ='>b</p>", "a<p ='>b"),
        ("a<frus:file>x</frus:file><frus:attachment>b</frus:attachment>", "a\n\nb"),
        ("<list><head>TO</head>\n<item>A</item><item>B</item></list><list><head>X</head></list>", "TO A\nB\nX"),
        ("<note type='source'>s</note><note>n<note>m</note></note>a", "s\n\na"),
        ("<head>h<note>[<hi>Source</hi>: s.</note><note>n</note></head>", "h\n\n[Source: s."),
        ("a<note>b</div></note>c", "a"),
        ("</p></div></div>a", ""),
        ("", ""),
    ],
)
def test_markup(words: str, read: str) -> None:
    assert opened(div(words)).view.text == read


def test_footnotes_without_a_number_and_inside_others() -> None:
    wrapped = opened(div("a<note>first<note n='2'>inner</note></note><note n='x y'>last</note><note> </note>"))
    assert facts(wrapped) == {"footnote": "last"}


def test_a_long_tag_has_no_attributes() -> None:
    assert facts(opened(f'<div type="document" n="3" x="{"y" * 5000}">a</div>')) == {}


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ('<div xmlns="http://www.tei-c.org/ns/1.0" type="document">', 1.0),
        ("<div n='1' type='document'>", 0.8),
        ("<div type='chapter'>", 0.0),
        ("<diverse type='document'>", 0.0),
        ("a letter", 0.0),
    ],
)
def test_detection(text: str, score: float) -> None:
    assert Tei().detect(Source.of(text)).score == score


def test_what_is_no_document_is_viewed_whole() -> None:
    wrapped = opened("a <p>letter</p>")
    assert (wrapped.view.text, wrapped.facts) == ("a <p>letter</p>", ())


def test_bombs_do_not_grow() -> None:
    """Nested entities stay as they are written: no reference is looked up, none costs more than its length."""
    bomb = "<!DOCTYPE x [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
    assert opened(bomb + div("<p>&l11;</p>")).view.text == "&l11;"


def test_words_are_put_in_as_markup() -> None:
    assert Tei().escape("R&D <x>\n\nb\nc") == "R&amp;D &lt;x&gt;</p>\n<p>b<lb/>c"


def test_a_revision_stands_in_the_markup() -> None:
    reading = tf.read(FIXTURES / "edition_printed.xml")
    assert (reading.carrier, reading.format) == ("tei", "typed")
    assert reading.telegram.originator is not None
    sender = tf.evolve(reading.telegram.originator, name="Legation in <Zenda>")
    revised = reading.revise(tf.evolve(reading.telegram, originator=sender))
    assert b"Legation in\n            &lt;Zenda&gt;</gloss> to the" in bytes(revised)
    assert len(bytes(revised)) < len(bytes(reading)) + 20
