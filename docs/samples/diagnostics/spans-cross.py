import telegram_format as tf
from telegram_format.kit import Detection, Draft, Sample


class Knot:
    """A reader whose places cross."""

    name = "knot"

    def detect(self, sample: Sample) -> Detection:
        return Detection(0.0, f"no knot in {len(sample.text)} characters")

    def read(self, draft: Draft) -> None:
        draft.put("subject", draft.text[0:9], 0, 9)
        draft.put("validation", draft.text[4:14], 4, 14)


reading = tf.parse("THE LAMPS ARE LIT.\n", format=Knot())
print(*reading.diagnostics, sep="\n")
