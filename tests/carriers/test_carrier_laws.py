"""What holds for every carrier and any text, whole or damaged."""

import gc
import math
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_format.carriers.markdown import Markdown
from telegram_format.carriers.smart_release import SmartRelease
from telegram_format.carriers.tei import Tei
from telegram_format.carriers.wikileaks_csv import WikileaksCsv
from telegram_format.carriers.wikileaks_page import WikileaksPage
from telegram_format.kit import Carrier, Source

FIXTURES = Path(__file__).parents[1] / "fixtures" / "carriers"
CARRIERS: list[Carrier] = [WikileaksPage(), Markdown(), WikileaksCsv(), Tei(), SmartRelease()]
TABLE = "<table class='cable'><tr><th>Origin</th></tr><tr><td>"
FRAGMENTS = [
    *("<code><pre>", "</pre></code>", "<pre>", TABLE, "</td></tr></table>", "<h3>Viewing cable 1, ", "</h3>", "<th>"),
    *("&#x000A;", "&amp;", "&#", ";", "<a href='#'>", "</a>", "<br>", "<", ">", "refid:", "header:"),
    *("--- header ends ---", "==CABLE ENDS==", "1\t1/1/2008 1:01\ta\tb\tc\td\te\t", "\t"),
    *("~~", "> ", "|", "*Image: ", "*["),
    *("[", "](#)", "**", "## ", "\\", "  \n", "\n", "\r", " ", "#", "*", "\ufeff", "¶", "\udc81", "\x00"),
    *(
        '<div type="document">',
        "</div>",
        "<head>",
        "</head>",
        "<note n='2'>",
        "</note>",
        "<p>",
        "</p>",
        "<pb/>",
        "<!--",
    ),
    *(
        "<list><head>",
        "<item>",
        "<![CDATA[",
        "]]>",
        "-->",
        "<gloss type='to'>",
        "</gloss>",
        '<date when="1">',
        "Source:",
    ),
    *('"', '""', ",", "1,", '1,1/1/2008 1:01,a,b,c,d,"h","', "TEXT", "-----"),
]

carriers = pytest.mark.parametrize("carrier", CARRIERS, ids=lambda carrier: carrier.name)
fragments = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A fixture with a piece cut out and another put in."""
    path = draw(st.sampled_from(sorted(FIXTURES.iterdir())))
    text = path.read_bytes().decode()
    start = draw(st.integers(0, len(text)))
    return text[:start] + draw(fragments) + text[start + draw(st.integers(0, 200)) :]


texts = st.one_of(fragments, damaged(), st.text())


@carriers
@given(text=texts)
def test_every_character_of_the_view_stands_in_the_source(carrier: Carrier, text: str) -> None:
    """A character of the view is the one at its place, or that place is a reference, a `<br>`, blanks or nothing."""
    view = carrier.open(Source.of(text)).view
    position = 0
    for offset, character in enumerate(view.text):
        ((start, end),) = view.to_source(offset, offset + 1)
        assert position <= start <= end <= len(text)
        position = start
        word = text[start:end]
        assert word in (character, "") or word.startswith("&") or word[:3].lower() == "<br" or word.isspace()


@carriers
@given(text=texts, data=st.data())
def test_spans_are_in_order_and_apart(carrier: Carrier, text: str, data: st.DataObject) -> None:
    """The spans of any range of the view lie in the source, one behind the other."""
    view = carrier.open(Source.of(text)).view
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    position = 0
    for low, high in view.to_source(start, end):
        assert position <= low <= high <= len(text)
        position = high


@carriers
@given(text=texts)
def test_facts_lie_in_the_source(carrier: Carrier, text: str) -> None:
    """A fact has a value without blanks around it, and a place that is not empty."""
    for fact in carrier.open(Source.of(text)).facts:
        assert fact.value == fact.value.strip() != ""
        assert 0 <= fact.start < fact.end <= len(text)


@carriers
@given(data=st.binary() | texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_bytes_stay(carrier: Carrier, data: bytes) -> None:
    """Whatever the bytes, detection and opening raise nothing and leave them as they are."""
    source = Source.of(data)
    assert 0 <= carrier.detect(source).score <= 1
    assert carrier.open(source).view.source is source
    assert bytes(source) == data


@carriers
@pytest.mark.parametrize(
    "text",
    [
        "",
        "FM AMEMBASSY ZENDA\nTO SECSTATE WASHDC\n\n1. (U) FARES < 3 CROWNS, * TOLL [SIC] (#45) **A** > 2.\n## \n",
        '"1" OR "2", THEY SAY',
        "----- ** <pre> [A](b) ** -----\n# 45\n",
    ],
)
def test_plain_telegrams_are_not_taken(carrier: Carrier, text: str) -> None:
    assert carrier.detect(Source.of(text)).score < 0.4


@pytest.mark.parametrize("path", sorted(FIXTURES.iterdir()), ids=lambda path: path.name)
def test_each_wrapper_is_known_by_its_carrier_alone(path: Path) -> None:
    known = {"page": "wikileaks_page", "record": "wikileaks_csv", "rendering": "markdown", "edition": "tei"}
    source = Source.of(path.read_bytes())
    sure = [carrier.name for carrier in CARRIERS if carrier.detect(source).score >= 0.4]
    assert sure == [known[path.stem.partition("_")[0]]]


def _seconds(work: Callable[[], object], tries: int) -> float:
    best = math.inf
    for _ in range(tries):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def _slope(carrier: Carrier, before: str, unit: str, tries: int = 3) -> float:
    """The growth of time with size: 1 for linear, 2 for quadratic."""
    sizes = (1 << 15, 1 << 18)  # below 30,000 characters `str.find` has another way of searching
    times = []
    for size in sizes:
        source = Source.of(before + unit * (size // len(unit)) + "A")
        times.append(_seconds(lambda source=source: (carrier.detect(source), carrier.open(source)), tries))  # type: ignore[misc]
    return math.log(times[1] / times[0]) / math.log(sizes[1] / sizes[0])


PAGE = [
    *(
        "<a ",
        "<a href='",
        "<",
        "&#",
        "&#x",
        "&amp;",
        "&",
        "&a",
        "<pre>",
        "</pre>",
        "<pre ",
        "<pre>A",
        "<td>",
        "<td ",
        "</",
    ),
    *("refid:", "header:", "- header ends -", "-", "=CABLE ENDS=", "=", "\t", " ", "\n", "1\t", "<br", ">", "A"),
]
MARKDOWN = [
    *("[", "[\\", "[a", "[a](", "[a](#", "](#", "[a](#)", "\\", "\\[", "*", "**", "**a", "**a*", "#", "\n#", "\n# a #"),
    *(" ", "  ", "  a", " \n", "\n", "\r", "\n# ", "\n## a  ", "&", "&#", "\n**a", "# # ", "a"),
]
TEI = [
    *(
        "<p>",
        "</p>",
        "<p",
        "<p ",
        "<p '",
        '<p "',
        "<p a='",
        "<p a='b' ",
        "<",
        "<!--",
        "<![CDATA[",
        "]]>",
        "<!",
        "<?",
        "&#",
    ),
    *(
        "&amp;",
        "&a",
        "<note>",
        "</note>",
        "<note>a",
        "<note n='1'>a</note>",
        "<pb/>",
        " ",
        "\n",
        "a",
        "a b ",
        "a\n",
        "<list>",
    ),
    *(
        "<list><head>",
        "<head>",
        "<gloss type='to'>",
        "</div>",
        "<div>",
        '<div type="document">',
        "<div ",
        "<div type='",
    ),
    *("<date>", "<frus:a>", "'", '"', "=", "a='b' "),
]
CSV = ['"', '""', '"a', '" ', '" \t', "\\", '\\"', ",", ",,", '",', '","', "\n", "\r", "1", "1,", "\ufeff", "a"]


@pytest.mark.parametrize(
    ("carrier", "before", "unit"),
    [
        *(
            (CARRIERS[0], before, unit)
            for before in ("", "<code><pre>", TABLE, "<h3>Viewing cable 1,")
            for unit in PAGE
        ),
        *((CARRIERS[0], "<pre>A</pre><pre>refid:header:- header ends -", unit) for unit in PAGE),
        *((CARRIERS[0], "<pre>1\t1/1/2008 1:01\t", unit) for unit in ("\t", "\ta", "a")),
        *((CARRIERS[1], before, unit) for before in ("", "[", "## a", "**") for unit in MARKDOWN),
        *(
            (CARRIERS[3], before, unit)
            for before in ("", '<div type="document">', '<div type="document"><head>', '<div type="document" n="1')
            for unit in TEI
        ),
        *(
            (SmartRelease(), before, unit)
            for before in ("", "*[", "**a", "| a")
            for unit in (*MARKDOWN, "~~", "~", "*[", "*Image: ", "|", "| ", "> ", "\n> # ", "\n|:-|")
        ),
        *((CARRIERS[2], before, unit) for before in ("", "1,,,,,,,", '1,,,,,,,"', '1,"') for unit in CSV),
    ],
    ids=lambda value: value.name if isinstance(value, Carrier) else repr(value),
)
def test_time_grows_with_size(carrier: Carrier, before: str, unit: str) -> None:
    """Eight times the text takes about eight times the time: the slope stays far from that of a square."""
    gc.disable()
    try:
        slope = _slope(carrier, before, unit, tries=1)
        if slope > 1.3:  # a busy machine: measure again
            slope = min(_slope(carrier, before, unit) for _ in range(8))
    finally:
        gc.enable()
    assert slope <= 1.3
