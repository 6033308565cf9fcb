"""One of two distributions that declare one name: number one."""

from telegram_format.kit import Detection, Draft, Sample


class Twin:
    name = "twin"

    def detect(self, sample: Sample) -> Detection:
        return Detection(float(sample.text.startswith("LEDGER")), "its first word")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text[:6], 0, 6)
