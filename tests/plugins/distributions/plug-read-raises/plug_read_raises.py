"""A reader that fails when it has read half."""

from telegram_format.kit import Detection, Draft, Sample


class Halfway:
    name = "halfway"

    def detect(self, sample: Sample) -> Detection:
        return Detection(float(sample.text.startswith("HALF")), "its first word")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text[:4], 0, 4)
        draft.text.index("no such word")
