"""What a format cannot say.

Strategy: a writer declares its losses as a table of rules, which is also the table of the documentation. What was
really lost is found by reading the text that was written and comparing; each difference is then explained by the
first rule that fits. A difference that no rule foresees is told as `misread`: nothing is lost in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from attrs import field, frozen

from telegram_format.model.difference import Difference
from telegram_format.model.telegram import Telegram

MISREAD = "misread"
"""The code of a loss that the table of the writer does not foresee: the text reads as something else."""

_INDEX = re.compile(r"\[[0-9]++\]")


def _always(_telegram: Telegram, _difference: Difference) -> bool:
    return True


@frozen
class LossRule:
    """What a format cannot say, and why.

    `code` is kebab-case; `path` is where it may happen: `attributes`, `to[*].office_codes`, `body[*].text`. A rule
    holds for its path and all that lies below it. `when` narrows it to certain telegrams and values.
    """

    code: str
    path: str
    why: str
    when: Callable[[Telegram, Difference], bool] = field(default=_always, eq=False, repr=False)

    def fits(self, telegram: Telegram, difference: Difference) -> bool:
        """Whether this rule explains `difference` between `telegram` and what was read."""
        path = _INDEX.sub("[*]", difference.path)
        below = path.removeprefix(self.path)
        return (path == self.path or (below != path and below[0] in ".[")) and self.when(telegram, difference)


@frozen
class Loss:
    """A value that was not said: `path` in the telegram, the value `before`, and what the text says `after` all.

    `code` and `why` are those of the rule; the code `misread` is for what no rule of the writer foresees.
    """

    path: str
    code: str
    before: object
    after: object
    why: str

    def __str__(self) -> str:
        return f"{Difference(self.path, self.before, self.after)} ({self.code}: {self.why})"


def explained(telegram: Telegram, found: Iterable[Difference], rules: Iterable[LossRule]) -> tuple[Loss, ...]:
    """The differences between `telegram` and what was read, each with the rule that foresees it."""
    rules = tuple(rules)
    losses = []
    for difference in found:
        rule = next((rule for rule in rules if rule.fits(telegram, difference)), None)
        code, why = (rule.code, rule.why) if rule is not None else (MISREAD, "the text reads as something else")
        losses.append(Loss(difference.path, code, difference.before, difference.after, why))
    return tuple(losses)
