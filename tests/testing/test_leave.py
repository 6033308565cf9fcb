"""Leave: whose a text is, and when a reader takes what is not its own."""

from __future__ import annotations

import pytest

from telegram_format.kit import Detection, Draft, Sample
from telegram_format.testing.laws.leave import leave, others
from telegram_format.testing.laws.subject import Subject

OTHERS = dict(others())


class Sure:
    """A reader that is as sure of any text."""

    name = "sure"

    def __init__(self, score: float) -> None:
        self.score = score

    def detect(self, _sample: Sample) -> Detection:
        return Detection(self.score, "any text")

    def read(self, draft: Draft) -> None:
        draft.mark("all", 0, len(draft.text))


def taken(score: float, *instead_of: str) -> dict[str, str]:
    """The texts that such a reader takes, and what is said of it."""
    subject = Subject(Sure(score), instead_of=instead_of)
    return {name: what for name, data in OTHERS.items() for what in leave(subject, data)}


def test_one_that_is_surer_than_all_takes_all() -> None:
    assert taken(1.0).keys() == OTHERS.keys()


def test_what_is_nobodys_is_taken_by_who_is_half_sure() -> None:
    assert taken(0.5).keys() == {"nothing at all", "a letter"}
    assert taken(0.5)["a letter"] == "detect is 0.50 sure (any text) of a text which is nobody's"
    assert taken(0.49) == {}


def test_as_sure_as_a_built_in_reader_is_not_surer() -> None:
    assert taken(0.95).keys() == {"nothing at all", "a letter"}
    assert taken(0.96)["the example 'flood'"] == "detect is 0.96 sure (any text) of a text which is cablegate's (0.95)"
    assert "the example 'flood' as genadmin" not in taken(0.96)


def test_a_reader_may_be_for_the_texts_of_another_one_too() -> None:
    assert taken(1.0, "cablegate").keys() == {"nothing at all", "a letter", "the example 'flood' as genadmin"}
    assert taken(1.0, "cablegate", "genadmin", "plain") == {}


@pytest.mark.parametrize("name", OTHERS)
def test_a_reader_takes_its_own(name: str) -> None:
    assert list(leave(Subject("cablegate"), OTHERS[name])) == []
