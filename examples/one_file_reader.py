"""A reader of quay notes: lines of header, a list of addressees, numbered paragraphs, a surname."""

import re

from telegram_format import Address, Paragraph
from telegram_format.kit import Detection, Draft, Sample, unfold

LINE = r"(?P<label>QUAY|FROM|TO|RE|END) (?P<value>\S[^\n]*)"
PARAGRAPH = r"(?P<number>[0-9]{1,3})\. (?P<text>\S[^\n]*(?:\n(?![ \r]*$|END |[0-9]{1,3}\. )[^\n]+)*)"
PART = re.compile(f"^(?:{LINE}|{PARAGRAPH})", re.MULTILINE)
NAME = re.compile(r"[^\s;][^\n;]*")


class Quay:
    name = "quay"

    def detect(self, sample: Sample) -> Detection:
        sure = re.match(r"QUAY [0-9]{1,6}\s+FROM ", sample.text) is not None
        return Detection(0.9, "QUAY with a number, FROM") if sure else Detection(0.0, "no QUAY in line 1")

    def read(self, draft: Draft) -> None:
        for part in PART.finditer(draft.text):
            if part["label"] is None:
                index = draft.add("body", Paragraph(unfold(part["text"]), int(part["number"])), *part.span())
                if int(part["number"]) != index + 1:
                    draft.note("quay/number", f"paragraph {index + 1} is {part['number']}", *part.span("number"))
                continue
            draft.mark("line of header", *part.span())
            words, start = part["value"].rstrip(), part.start("value")
            place = (start, start + len(words))
            if part["label"] == "TO":
                for name in NAME.finditer(words):
                    draft.add("to", Address(name[0].rstrip()), start + name.start(), start + name.end())
            elif part["label"] == "END":
                draft.add("signatures", words, *place)
            elif part["label"] == "QUAY":
                draft.attribute("quay_number", words, *place)
            else:
                field, value = ("subject", words) if part["label"] == "RE" else ("originator", Address(words))
                draft.put(field, value, *place)
