"""Published pages against the same telegrams as plain text. The texts stand beside the repository, if at all."""

import json
from pathlib import Path

import pytest

from telegram_format.carriers.wikileaks_page import WikileaksPage
from telegram_format.kit import Source

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PAGES = CORPUS / "cablegate-html"
TEXTS = CORPUS / "cablegate-text"

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="no published pages at ../shared/corpus/cablegate-html")


def folded(text: str) -> str:
    return " ".join(text.replace("¶", "").split())


def test_view_of_a_page_is_the_telegram() -> None:
    differing = []
    for path in sorted(PAGES.glob("*.html")):
        page = WikileaksPage().open(Source.of(path.read_bytes()))
        text = Source.of((TEXTS / f"{path.stem}.txt").read_bytes()).text
        if folded(page.view.text) != folded(text):
            differing.append(path.stem)
    assert differing == []


def test_facts_of_a_page_are_those_of_its_table() -> None:
    known = json.loads((PAGES / "facts.json").read_bytes())
    assert known
    for name, expected in known.items():
        source = Source.of((PAGES / f"{name}.html").read_bytes())
        assert WikileaksPage().detect(source).score == 1.0
        facts = {fact.name: fact.value for fact in WikileaksPage().open(source).facts}
        assert facts["message_id"] == expected["message_id"]
        assert facts["created"].partition(" ")[0] == expected["created"]
        assert facts["classification"] == expected["classification"]
        assert facts["origin"] == expected["origin"]
