"""What a run came to.

Strategy: sums over receipts, so that a run that was stopped and one that was not come to the same.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Any

from attrs import asdict, frozen

from telegram_format.corpus.conversion import Receipt


@frozen
class Summary:
    """What a run came to.

    Bytes: `size` of all inputs, unpacked, is `read` and `blank` (white space between telegrams) and `quarantined`.
    `telegrams` counts rows; `formats` counts telegrams by format, `codes` diagnostics by code, `reasons` pieces of the
    quarantine by reason. `digest` is a sha256 over names and digests of all files; `batches` counts them.
    """

    batches: int
    size: int
    read: int
    blank: int
    quarantined: int
    telegrams: int
    formats: dict[str, int]
    codes: dict[str, int]
    reasons: dict[str, int]
    digest: str

    @property
    def pieces_quarantined(self) -> int:
        """Pieces in the quarantine."""
        return sum(self.reasons.values())

    @property
    def complete(self) -> bool:
        """Whether every byte that came in is accounted for."""
        return self.read + self.blank + self.quarantined == self.size

    def to_dict(self) -> dict[str, Any]:
        """Plain data, as `_SUCCESS` has it."""
        return asdict(self)


class Tally:
    """A summary in the making. Receipts come in any order."""

    def __init__(self) -> None:
        self._receipts: dict[int, Receipt] = {}
        self.telegrams = 0
        self.quarantined = 0

    def add(self, receipt: Receipt) -> None:
        """One batch more."""
        self._receipts[receipt.batch] = receipt
        self.telegrams += receipt.telegrams
        self.quarantined += sum(receipt.reasons.values())

    def summary(self, planned: int) -> Summary:
        """The summary; `planned` is how many bytes the plan had."""
        receipts = [self._receipts[number] for number in sorted(self._receipts)]
        files = "".join(f"{name} {sha}\n" for receipt in receipts for name, (_, sha) in sorted(receipt.files.items()))
        return Summary(
            len(receipts),
            planned,
            sum(receipt.read for receipt in receipts),
            sum(receipt.blank for receipt in receipts),
            sum(receipt.quarantined for receipt in receipts),
            self.telegrams,
            _together(receipt.formats for receipt in receipts),
            _together(receipt.codes for receipt in receipts),
            _together(receipt.reasons for receipt in receipts),
            sha256(files.encode("ascii")).hexdigest(),
        )


def _together(counts: Any) -> dict[str, int]:
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return dict(sorted(total.items()))
