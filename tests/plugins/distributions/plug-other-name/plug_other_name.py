"""A reader that is declared by another name than its own."""

from telegram_format.kit import Detection, Draft, Sample


class Ledger:
    name = "ledger"

    def detect(self, sample: Sample) -> Detection:
        return Detection(float(sample.text.startswith("LEDGER")), "its first word")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text[:6], 0, 6)
