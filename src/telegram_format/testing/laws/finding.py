"""What a law found: the law, the input, what is wrong with it, what to do."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

LawName = Literal["Keep", "Say", "Near", "Stand", "Write", "Join", "Grow", "Leave"]
Status = Literal["held", "broken", "not tried"]

MEANING: dict[LawName, str] = {
    "Keep": "any bytes come back unchanged, reading raises nothing, and the same bytes read the same",
    "Say": "a revision says the telegram that was asked for, or raises RevisionError",
    "Near": "a revision moves nothing outside the passages that it had to patch",
    "Stand": "every span lies in the source, spans nest or are apart, and a plain value is what its span spells",
    "Write": "what was written reads back as the telegram, and what could not be said is a listed loss",
    "Join": "sections joined in any order are the telegram; a missing or doubled one is reported",
    "Grow": "twice the text takes about twice the time, for any text",
    "Leave": "detection leaves the texts of other formats to their readers",
}

ADVICE: dict[LawName, str] = {
    "Keep": (
        "detect, read and open must not raise, ask a clock or remember earlier inputs; what they hand over must be of "
        "the kinds that the model declares, and stand inside draft.text and the source that was given"
    ),
    "Say": "hand each value to the draft with exactly the range it was read from, so that a patch there is read back",
    "Near": "hand each value to the draft with its own range, without its label and its line end",
    "Stand": (
        "give the range of the text that was turned into the value, in offsets of draft.text after the last lift; "
        "where a value was repaired, tell it with draft.note at the same place"
    ),
    "Write": "write the value so that the reader finds it, or add a LossRule for its path to the writer's losses",
    "Join": "read the section line (draft.put of 'section') and leave out the heading that later sections repeat",
    "Grow": "look for patterns that begin with an open quantifier, and for searches that start again at each line",
    "Leave": (
        "ask for what only this format has, at its place, and give 0.9 for no less; a reader that is for the texts of "
        "another one, too, names it in instead_of"
    ),
}


@frozen
class Finding:
    """A law that is broken.

    `sample` is the name of the input it began with, `data` the smallest input found that still breaks the law;
    `what` says what is wrong.
    """

    law: LawName
    subject: str
    sample: str
    what: str
    data: bytes

    def __str__(self) -> str:
        shown = self.data if len(self.data) <= 400 else self.data[:200] + b" ... " + self.data[-200:]
        return "\n".join(
            (
                f"the law {self.law} is broken by {self.subject}: {MEANING[self.law]}",
                f"  found:      {self.what}",
                f"  sample:     {self.sample}",
                f"  input:      {shown!r} ({len(self.data):,} bytes)",
                f"  what to do: {ADVICE[self.law]}",
            )
        )


@frozen
class LawReport:
    """How one law fared: held, broken (with `findings`), or not tried (with the `reason`). `tried` counts inputs."""

    law: LawName
    status: Status
    tried: int = 0
    findings: tuple[Finding, ...] = ()
    reason: str = ""

    def __str__(self) -> str:
        rest = f" ({self.reason})" if self.reason else f" ({self.tried:,} inputs)"
        return "\n".join((f"{self.law}: {self.status}{rest}", *map(str, self.findings)))
