"""Signs by which a format is known: found by their pattern, and only where their head or their words stand."""

from __future__ import annotations

import pytest

from telegram_format.grammar.format_signs import sign, signs_in
from telegram_format.kit import Sample, Source, View

SIGNS = (
    sign(0.25, "FL3", r"\nDE R[A-Z]{3,7} ", heads="DE"),
    sign(0.15, "SUBJECT", r"\nSUBJ(?:ECT)?: ", heads="SUBJ SUBJECT"),
    sign(0.2, "receipt", r"\n-{10,}+ [0-9]{6}", words="----------"),
    sign(0.1, "slants", r"//\n"),
    sign(0.3, "number", r"[Cc]ontrol: [0-9]", words="CONTROL|NUMBER"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DE RUEHPLD #0857\nSUBJECT: PLUMS\n", ["FL3", "SUBJECT"]),
        ("SUBJ: PLUMS//\n", ["SUBJECT", "slants"]),
        ("DE FACTO\n------------ 121105\n", ["receipt"]),
        ("Control: 7\n", ["number"]),
        ("control: seven\n", []),
        ("The text: DE RUEHPLD SUBJ: A\n", []),
        ("", []),
    ],
)
def test_signs_of_a_sample(text: str, found: list[str]) -> None:
    sample = Sample(View.whole(Source.of(text)))
    assert [what for _, what in signs_in(sample, SIGNS)] == found


def test_signs_keep_their_weights_and_their_order() -> None:
    sample = Sample(View.whole(Source.of("SUBJ: PLUMS//\nDE RUEHPLD \n")))
    assert signs_in(sample, SIGNS) == [(0.25, "FL3"), (0.15, "SUBJECT"), (0.1, "slants")]
