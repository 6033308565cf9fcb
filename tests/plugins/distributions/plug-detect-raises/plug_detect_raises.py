"""A reader that fails when it is asked whether it is meant."""

from telegram_format.kit import Detection, Draft, Sample


class Hasty:
    name = "hasty"

    def detect(self, sample: Sample) -> Detection:
        return Detection(1 / sample.text.count("HASTY"), "how often")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text[:6], 0, 6)
