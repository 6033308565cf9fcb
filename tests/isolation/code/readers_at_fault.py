"""Readers and carriers that do one thing wrong, as the text says."""

from __future__ import annotations

import threading

import misdeeds

from telegram_format.kit import Detection, Draft, Sample, Source, View, Wrapped


class Word(str):
    """A text of a class of its own, which is no class of the library."""


class Berth:
    """Reads `BERTH deed`, and does the deed."""

    name = "berth"

    def detect(self, sample: Sample) -> Detection:
        if "ASK " in sample.text[:20]:
            misdeeds.do(sample.text.partition("ASK ")[2].split()[0])
        return Detection(1.0 if sample.text.startswith("BERTH ") else 0.0, "BERTH")

    def read(self, draft: Draft) -> None:
        deed = draft.text.split()[1]
        if deed == "word":
            draft.put("subject", Word("word"), 6, 10)
        elif deed == "nest":
            draft.put("subject", "nest", 6, 10)
            draft.parts.append(draft.view.part(11, 21))
        elif deed != "well":
            misdeeds.do(deed)
        else:
            draft.put("subject", deed, 6, 10)


class Crate:
    """Opens `CRATE deed`, and does the deed."""

    name = "crate"

    def detect(self, source: Source) -> Detection:
        return Detection(1.0 if source.text.startswith("CRATE ") else 0.0, "CRATE")

    def open(self, source: Source) -> Wrapped:
        deed = source.text.split()[1]
        if deed != "well":
            misdeeds.do(deed)
        return Wrapped(View.whole(source))


class Fixed(Berth):
    """Cannot be taken into another process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()


class Slow(Berth):
    """Does not come to an end as it is made again."""

    def __reduce__(self) -> tuple[object, tuple[()]]:
        return misdeeds.exit_at_once, ()
