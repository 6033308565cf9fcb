import telegram_format as tf
from telegram_format.kit import Detection, Draft, Sample


class Ink:
    """A reader with a fault in it."""

    name = "ink"

    def detect(self, sample: Sample) -> Detection:
        return Detection(0.0, f"no ink for {len(sample.text)} characters")

    def read(self, draft: Draft) -> None:
        raise OSError(f"no ink for {len(draft.text)} characters")


reading = tf.parse("THE LAMPS ARE LIT.\n", format=Ink())
print(*reading.diagnostics, sep="\n")
