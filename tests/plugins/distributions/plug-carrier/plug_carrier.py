"""A carrier that loses bytes."""

from telegram_format.kit import Detection, Source, View, Wrapped


class Leaky:
    name = "leaky"

    def detect(self, source: Source) -> Detection:
        return Detection(float(source.text.startswith("LEAK")), "its first word")

    def open(self, source: Source) -> Wrapped:
        return Wrapped(View.whole(Source.of(bytes(source).replace(b"\n", b""))))
