"""Pages of cables: what the view reads, what the table says, what damage does."""

from pathlib import Path

import pytest

from telegram_format.carriers.wikileaks_page import WikileaksPage
from telegram_format.kit import Source, Wrapped

FIXTURES = Path(__file__).parents[1] / "fixtures" / "carriers"
HEADER = """VZCZCXYZ0003
PP RUEHC

DE RUEHZN #0045 0711402
ZNR UUUUU ZZH
P 111402Z MAR 08
FM AMEMBASSY ZENDA
TO RUEHC/SECSTATE WASHDC PRIORITY 0312
INFO RUEHSR/AMCONSUL STRELSAU 0041"""
BODY = """UNCLAS ZENDA 000045\x20

SIPDIS\x20

E.O. 12958: N/A\x20
TAGS: ELAB EWWT
SUBJECT: FERRY STRIKE: "NO BOAT" BEFORE MAY & JUNE\x20

¶1. (U) Summary.  The ferrymen of Zenda’s harbor (Q&A below; fares < 3 crowns, tolls < 1) stay ashore.\x20

¶2. (U) The union—some 400 men—asks for a free Sunday; <XXXXXXXXXXXX> said so.\x20
RASSENDYLL"""
SHORT_BODY = "UNCLAS ZENDA 000045 \n\nSUBJECT: FERRY STRIKE \n\n¶1. (U) The ferrymen stay ashore. \n"


def fixture(name: str) -> Source:
    return Source.of((FIXTURES / f"page_{name}.html").read_bytes())


def opened(name: str) -> Wrapped:
    return WikileaksPage().open(fixture(name))


def of(text: str) -> Wrapped:
    return WikileaksPage().open(Source.of(text))


def facts(wrapped: Wrapped) -> dict[str, str]:
    return {fact.name: fact.value for fact in wrapped.facts}


def test_two_blocks_read_as_header_and_body() -> None:
    assert opened("two_blocks").view.text == f"{HEADER}\n\n{BODY}"


@pytest.mark.parametrize("name", ["without_table", "table_not_closed", "without_title"])
def test_damage_outside_the_blocks_leaves_the_text_whole(name: str) -> None:
    assert opened(name).view.text.endswith(f"{HEADER}\n\n{BODY}")


def test_body_alone_is_the_view_where_the_header_is_missing() -> None:
    assert opened("header_missing").view.text == BODY


def test_block_that_is_not_closed_goes_on_to_the_end_of_the_page() -> None:
    text = opened("block_not_closed").view.text
    assert text.startswith(f"{HEADER}\n\n{BODY}\n")
    assert text.removeprefix(f"{HEADER}\n\n{BODY}").strip() == ""


def test_block_that_is_not_closed_ends_where_the_next_begins() -> None:
    assert opened("first_block_not_closed").view.text == f"{HEADER}\n\n\n{BODY}"


def test_facts_are_the_cells_as_printed() -> None:
    assert facts(opened("two_blocks")) == {
        "message_id": "08ZENDA45",
        "created": "2008-03-11 14:02",
        "released": "2011-01-12 00:12",
        "classification": "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        "origin": "Embassy Zenda",
        "title": 'FERRY STRIKE: "NO BOAT" BEFORE MAY & JUNE',
    }


@pytest.mark.parametrize("name", ["two_blocks", "header_missing", "table_not_closed"])
def test_facts_stand_where_they_are_printed(name: str) -> None:
    source = fixture(name)
    places = {fact.name: source.text[fact.start : fact.end] for fact in WikileaksPage().open(source).facts}
    assert places.pop("title") == "FERRY STRIKE: &quot;NO BOAT&quot; BEFORE MAY &amp; JUNE"
    assert places == {name: value for name, value in facts(opened(name)).items() if name != "title"}


def test_cells_are_named_by_their_headings_and_not_by_their_order() -> None:
    found = facts(opened("without_released_column"))
    assert "released" not in found
    assert found["classification"] == "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    assert found["origin"] == "Embassy Zenda"


def test_table_without_headings_or_with_unknown_ones_says_nothing() -> None:
    cells = "<td>08ZENDA45</td></tr></table><pre>TEXT</pre>"
    assert of(f"<table class='cable'><tr>{cells}").facts == ()
    assert of(f"<table class='cable'><tr><th>Weather</th></tr><tr>{cells}").facts == ()


def test_empty_cell_is_no_fact() -> None:
    table = "<table class='cable'><tr><th>Origin</th><th>Created</th></tr><tr><td> </td><td>2008</td></tr></table>"
    assert facts(of(table)) == {"created": "2008"}


def test_cell_that_is_not_closed_ends_at_the_next() -> None:
    table = '<table class="cable"><tr><th>Origin<th>Created<tr><td>Embassy &amp; Zenda<td>2008</table>'
    assert facts(of(table)) == {"origin": "Embassy & Zenda", "created": "2008"}


def test_table_that_is_not_closed_without_blocks_goes_on_to_the_end() -> None:
    wrapped = of("<table class='cable'><tr><th>Origin</th></tr><tr><td>Embassy Zenda</td>")
    assert facts(wrapped) == {"origin": "Embassy Zenda"}
    assert wrapped.view.text == wrapped.view.source.text


def test_heading_without_a_subject_is_no_title() -> None:
    assert "title" not in facts(opened("without_title"))
    assert of("<h3>Viewing cable 08ZENDA45</h3><pre>TEXT</pre>").facts == ()
    assert of("<h3>Viewing cable 08ZENDA45, FERRY <pre>TEXT</pre>").facts == ()


def test_title_is_known_without_the_table() -> None:
    assert facts(opened("without_table")) == {"title": 'FERRY STRIKE: "NO BOAT" BEFORE MAY & JUNE'}


@pytest.mark.parametrize("form", ["lines", "row"])
def test_frame_of_a_repeated_record_is_left_out(form: str) -> None:
    text = opened(f"record_repeated_as_{form}").view.text.replace("\\\n", "\n")
    header, gap, body = text.partition("\n\nUNCLAS" if form == "row" else "\n\n\n\nUNCLAS")
    assert header == HEADER
    assert (gap + body).strip().startswith(SHORT_BODY)
    assert body.strip().endswith("RASSENDYLL")
    assert "99123" not in text
    assert text.count("VZCZCXYZ0003") == 1


@pytest.mark.parametrize("form", ["lines", "row"])
def test_header_of_a_repeated_record_counts_where_no_other_is(form: str) -> None:
    text = opened(f"record_as_{form}_without_header_block").view.text.replace("\\\n", "\n").strip()
    assert text.startswith(HEADER)
    assert text.endswith("RASSENDYLL")
    assert "header" not in text
    assert "99123" not in text


def test_words_of_the_frame_in_a_telegram_are_text() -> None:
    words = "1. WE SAW ---- header ends ---- IN A LOG. ==CABLE ENDS=="
    assert of(f"<pre>A</pre><pre>{words}</pre>").view.text == f"A\n\n{words}"
    assert of(f"<pre>A</pre><pre>refid: {words}</pre>").view.text == f"A\n\nrefid: {words}"


def test_record_without_its_last_line_goes_on_to_the_end() -> None:
    text = of("<pre>A</pre><pre>refid: X\nheader:\nH\n--- header ends ---\nBODY</pre>").view.text
    assert text == "A\n\n\nBODY"


@pytest.mark.parametrize("text", ["", "FM AMEMBASSY ZENDA\nTO SECSTATE", "<html><p>no block</p>", "<pre></pre>"])
def test_source_without_a_block_is_viewed_whole(text: str) -> None:
    wrapped = of(text)
    assert wrapped.view.text == text
    assert wrapped.facts == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A&#x000A;B", "A\nB"),
        ("A&#10;B&#X0a;C", "A\nB\nC"),
        ("&#8217;&#x2014;&#1114111;", "’—\U0010ffff"),
        ("&#150;&#x93;&#129;", "–“&#129;"),
        ("&amp;lt;", "&lt;"),
        ("&lt;&gt;&quot;&apos;&nbsp;&para;", "<>\"'\u00a0¶"),
        ("AT&T; Q&A &unknown; &amp", "AT&T; Q&A &unknown; &amp"),
        (
            "&#; &#x; &#xZ; &#000000010; &#0; &#xD800; &#x110000;",
            "&#; &#x; &#xZ; &#000000010; &#0; &#xD800; &#x110000;",
        ),
        ("A<br>B<br />C<BR/>D", "A\nB\nC\nD"),
        ("<A HREF=x>PREL</A ><b>B</b><i\n>C", "PRELBC"),
        ("<abc> <john@zenda.example> < b> <> </> <a", "<abc> <john@zenda.example> < b> <> </> <a"),
        ("<a <b>X</b>", "<a X"),
    ],
)
def test_markup_of_a_block(written: str, read: str) -> None:
    assert of(f"<code><pre>{written}</pre></code>").view.text == read


def test_markup_inside_a_span_does_not_part_it() -> None:
    source = fixture("two_blocks")
    view = WikileaksPage().open(source).view
    start = view.text.index("¶1. (U)")
    ((low, high),) = view.to_source(start, start + len("¶1. (U)"))
    assert source.text[low:high] == "¶</a>1. (U)"
    start = view.text.index("ELAB EWWT")
    assert len(view.to_source(start, start + len("ELAB EWWT"))) == 1


def test_span_over_both_blocks_is_parted_between_them() -> None:
    source = fixture("two_blocks")
    view = WikileaksPage().open(source).view
    start = view.text.index("STRELSAU 0041")
    end = view.text.index("UNCLAS") + len("UNCLAS")
    assert [source.text[low:high] for low, high in view.to_source(start, end)] == ["STRELSAU 0041", "UNCLAS"]


def test_body_that_begins_with_a_reference_is_parted_too() -> None:
    wrapped = of("<pre>A</pre> <pre>&#8217;B</pre>")
    view = wrapped.view
    assert view.text == "A\n\n’B"
    assert [view.source.text[low:high] for low, high in view.to_source(0, 5)] == ["A", "&#8217;B"]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("<table class='cable'></table><code><pre>", 1.0),
        ('<table class="cable"></table><code><pre>', 1.0),
        ("<code><pre>TEXT", 0.9),
        ("<table class='cable'>", 0.6),
        ("FARES < 3 CROWNS <pre>, [SIC] *", 0.0),
        ("FM AMEMBASSY ZENDA", 0.0),
        ("", 0.0),
    ],
)
def test_detection(text: str, score: float) -> None:
    assert WikileaksPage().detect(Source.of(text)).score == score


def test_detection_of_a_page_with_its_table_far_down() -> None:
    source = Source.of("<html>" + "<li>cable</li>\n" * 8000 + fixture("two_blocks").text)
    assert WikileaksPage().detect(source).score == 1.0
