"""A reader that is surer of all texts than sure."""

from telegram_format.kit import Detection, Draft, Sample


class Boastful:
    name = "boastful"

    def detect(self, sample: Sample) -> Detection:
        return Detection(float(len(sample.text) + 2), "its length")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text[:6], 0, 6)
