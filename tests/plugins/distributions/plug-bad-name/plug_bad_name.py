"""A reader whose entry point has a name that is none."""

from telegram_format.kit import Detection, Draft, Sample


class Ledger:
    name = "bad_name"

    def detect(self, sample: Sample) -> Detection:
        return Detection(float(sample.text.startswith("LEDGER")), "its first word")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text[:6], 0, 6)
