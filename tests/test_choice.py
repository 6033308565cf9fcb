"""Which reader a text is for: the surest, the preferred one of two that are as sure, plain where nobody is sure."""

from __future__ import annotations

import pytest

import telegram_format as tf
from telegram_format import api
from telegram_format.kit import Detection, Draft, Sample, Source, View, Wrapped
from telegram_format.registry import Registry

TEXT = "LEDGER 7\n\nPaid.\n"


class Sure:
    """A reader and carrier that is as sure as it is told to be."""

    def __init__(self, name: str, score: float | None) -> None:
        self.name = name
        self.score = score

    def detect(self, _sample: Sample | Source) -> Detection:
        if self.score is None:
            raise OSError("no ink")
        return Detection(self.score, "told so")

    def read(self, draft: Draft) -> None:
        draft.mark("all", 0, len(draft.text))

    def open(self, source: Source) -> Wrapped:
        return Wrapped(View.whole(source))


def chosen(monkeypatch: pytest.MonkeyPatch, preferred: str = "", **scores: float | None) -> tf.Reading:
    """The reading of a text when there are these readers, too."""
    registry = Registry(plugins=False, preferred=tuple(preferred.split()))
    for name, score in scores.items():
        registry.register("reader", Sure(name, score))
    monkeypatch.setattr(api, "REGISTRY", registry)
    return tf.parse(TEXT)


def codes(reading: tf.Reading) -> list[str]:
    return [found.code for found in reading.diagnostics]


@pytest.mark.parametrize(
    ("preferred", "scores", "name", "told"),
    [
        ("", {"ink": 0.9, "oak": 0.8}, "ink", False),
        ("", {"ink": 0.8, "oak": 0.9}, "oak", False),
        ("", {"ink": 0.9, "oak": 0.9}, "ink", True),
        ("", {"ink": 0.9, "oak": 0.95}, "oak", True),
        ("ink", {"ink": 0.9, "oak": 0.95}, "ink", False),
        ("ink", {"ink": 0.89, "oak": 0.95}, "oak", False),
        ("tin oak ink", {"ink": 0.9, "oak": 0.9}, "oak", False),
        ("oak ink", {"ink": 0.48, "oak": 0.48}, "plain", False),
        ("oak", {"ink": 0.52, "oak": 0.48}, "ink", True),
        ("plain", {"ink": 0.9, "oak": 0.9}, "ink", True),
        ("", {"ink": 0.49}, "plain", False),
    ],
)
def test_which(
    monkeypatch: pytest.MonkeyPatch, preferred: str, scores: dict[str, float], name: str, told: bool
) -> None:
    reading = chosen(monkeypatch, preferred, **scores)
    assert reading.format == name
    assert ("format-ambiguous" in codes(reading)) is told
    assert tf.detect(TEXT).format == name


def test_one_that_fails_when_asked_is_told_where_nobody_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = chosen(monkeypatch, ink=None)
    assert (reading.format, codes(reading)[0]) == ("plain", "plugin-failed")
    assert reading.diagnostics[0].message == "reader 'ink' (registered by a call) failed: OSError: no ink"
    assert dict(tf.detect(TEXT).candidates)["ink"] == Detection(0.0, reading.diagnostics[0].message)


def test_one_that_fails_when_asked_is_no_matter_where_another_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = chosen(monkeypatch, ink=None, oak=0.9)
    assert (reading.format, codes(reading)) == ("oak", [])


def test_so_with_a_carrier(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(monkeypatch, oak=0.9)
    api.REGISTRY.register("carrier", Sure("sheet", None))
    assert codes(tf.parse(TEXT)) == []
    message = "carrier 'sheet' (registered by a call) failed: OSError: no ink"
    assert [found.message for found in tf.parse(TEXT, format="plain").diagnostics].count(message) == 0
    chosen(monkeypatch)
    api.REGISTRY.register("carrier", Sure("sheet", None))
    assert tf.parse(TEXT).diagnostics[0].message == message


def test_plain_text_is_no_matter_of_doubt() -> None:
    """Where nobody is sure, two that are equally unsure are not told as a tie: `VZCZC` is of many formats."""
    reading = tf.parse(b"VZCZCX")
    assert reading.format == "plain"
    assert [found.code for found in reading.diagnostics] == ["format-not-recognised"]
