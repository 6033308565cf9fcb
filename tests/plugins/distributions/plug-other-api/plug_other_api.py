"""A reader for a later version of the contract."""

from telegram_format.kit import Detection, Draft, Sample


class Newer:
    name = "newer"
    api_version = 99

    def detect(self, sample: Sample) -> Detection:
        return Detection(float(sample.text.startswith("LEDGER")), "its first word")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text[:6], 0, 6)
