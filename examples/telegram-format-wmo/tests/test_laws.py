"""The reader and the writer keep the laws that every reader and writer keeps."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from telegram_format import Address, Attributes, DateTimeGroup, Paragraph, Telegram, Transmission
from telegram_format.testing import ReaderLaws

SAMPLES = Path(__file__).parent / "samples"

REPORTS = st.sampled_from(
    [
        "METAR QMRD NIL=",
        "TAF QALD 211100Z 2112/2218\n  30008KT=",
        "FOG ON THE COAST\n\n$$",
        "no end",
        "a\x03b",
        "\u00e9=",
    ]
)
BULLETINS = st.builds(
    Telegram,
    transmission=st.none() | st.sampled_from(["001", "88", "12345"]).map(Transmission),
    originator=st.sampled_from(["QMRD", "Port Alder"]).map(Address),
    dtg=st.builds(DateTimeGroup, st.integers(1, 31), st.integers(0, 23), st.integers(0, 59)),
    body=st.lists(REPORTS.map(Paragraph), max_size=4).map(tuple),
    attributes=st.fixed_dictionaries(
        {"ttaaii": st.sampled_from(["SAZZ31", "FTZZ01", "zz"])}, optional={"bbb": st.sampled_from(["RRA", "PAB", "?"])}
    ).map(Attributes),
)


class TestBulletins(ReaderLaws):
    reader = "wmo"
    writer = "wmo"
    samples = sorted(SAMPLES.glob("*.txt"))
    telegrams = BULLETINS
    examples = 40
