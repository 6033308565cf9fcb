"""A reader that hands over two places that cross."""

from telegram_format.kit import Detection, Draft, Sample


class Crossing:
    name = "crossing"

    def detect(self, sample: Sample) -> Detection:
        return Detection(float(sample.text.startswith("CROSS")), "its first word")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text[:8], 0, 8)
        draft.put("validation", draft.text[4:12], 4, 12)
