"""All laws held against a reader, with or without pytest.

Strategy: a law is a function from a subject and bytes to what is wrong; the table says which inputs it gets beyond the
samples. It is held against each sample as it is, then against damaged ones; the input that breaks it is shrunk before
it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from attrs import frozen
from hypothesis import strategies as st

import telegram_format as tf
from telegram_format.kit import Carrier, Reader, Writer
from telegram_format.testing.damage import damaged
from telegram_format.testing.laws.finding import Finding, LawName, LawReport
from telegram_format.testing.laws.grow import grow
from telegram_format.testing.laws.join import join, misjoined
from telegram_format.testing.laws.keep import keep
from telegram_format.testing.laws.leave import leave, others
from telegram_format.testing.laws.say import near, say
from telegram_format.testing.laws.search import first_broken, shrunk
from telegram_format.testing.laws.stand import stand
from telegram_format.testing.laws.subject import Subject
from telegram_format.testing.laws.write import miswritten, write
from telegram_format.testing.strategies.telegram import telegrams

Sample = tuple[str, bytes]
"""A name for messages, and the bytes."""


@frozen
class Law:
    """`broken` tells what is wrong with an input; `damage` says that damaged inputs are tried, `anything` that any
    bytes are; `of_telegrams` tells what is wrong with a telegram by itself; `writing` needs a writer; what breaks a law
    that is not `shrunk` is told as it is; a law `of_others` gets texts of other formats in the place of the samples."""

    name: LawName
    broken: Callable[[Subject, bytes], Iterator[str]]
    damage: bool = True
    anything: bool = False
    of_telegrams: Callable[[Subject, tf.Telegram], Iterator[str]] | None = None
    writing: bool = False
    shrunk: bool = True
    of_others: bool = False


LAWS: dict[LawName, Law] = {
    law.name: law
    for law in (
        Law("Keep", keep, anything=True),
        Law("Stand", stand),
        Law("Say", say),
        Law("Near", near),
        Law("Write", write, damage=False, of_telegrams=miswritten, writing=True),
        Law("Join", join, damage=False, of_telegrams=misjoined),
        Law("Grow", grow, damage=False, shrunk=False),
        Law("Leave", leave, damage=False, of_others=True),
    )
}
"""The laws, in the order in which they lean on each other."""


def check_reader(
    reader: str | Reader,
    samples: Iterable[bytes | str | Path],
    *,
    carrier: str | Carrier | None = None,
    writer: str | Writer | None = None,
    examples: int = 25,
    strategy: st.SearchStrategy[tf.Telegram] | None = None,
    instead_of: Iterable[str] = (),
) -> tuple[LawReport, ...]:
    """Hold all laws against a reader, a report for each.

    `reader`, `carrier` (default: `plain`) and `writer` (default: none, then nothing is written) are names or objects;
    `samples` are telegrams that the reader is for, as bytes or as paths; `examples` is how many damaged inputs are
    made of each; `strategy` gives the telegrams to write, natural ones by default; `instead_of` are the names of
    built-in readers whose texts the reader is for, too. The same inputs are tried every time. Where Keep is broken,
    the other laws mean nothing and are not tried.

    Raises `ValueError` without samples, and what reading files and unknown names raise.
    """
    subject = Subject(reader, carrier, writer, tuple(instead_of))
    named = named_samples(samples)
    reports: list[LawReport] = []
    for law in LAWS.values():
        if reports and reports[0].status == "broken":
            reports.append(LawReport(law.name, "not tried", reason="Keep is broken"))
        elif law.writing and writer is None:
            reports.append(LawReport(law.name, "not tried", reason="there is no writer"))
        else:
            reports.append(report(law, subject, others() if law.of_others else named, examples, strategy))
    return tuple(reports)


def report(
    law: Law,
    subject: Subject,
    samples: tuple[Sample, ...],
    examples: int,
    strategy: st.SearchStrategy[tf.Telegram] | None,
) -> LawReport:
    """How `law` fares with all samples and, if it is one of writing, with natural telegrams."""
    tried = 0
    findings: list[Finding] = []
    for sample in samples:
        finding, count = hold(law, subject, sample, examples, same=True)
        tried += count
        findings += [finding] if finding is not None else []
    finding, count = hold_natural(law, subject, strategy, examples, same=True)
    tried += count
    findings += [finding] if finding is not None else []
    return LawReport(law.name, "broken" if findings else "held", tried, tuple(findings))


def hold(
    law: Law, subject: Subject, sample: Sample, examples: int | None, *, same: bool = False
) -> tuple[Finding | None, int]:
    """Hold a law against a sample and what damage makes of it: what broke it, and how many inputs were tried."""
    name, data = sample

    def wrong(data: bytes) -> str | None:
        return next(law.broken(subject, data), None)

    def broken(data: bytes) -> bool:
        return wrong(data) is not None

    tried = 1
    what = wrong(data)
    if what is None:
        if not law.damage:
            return None, tried
        inputs = damaged(data) | st.binary(max_size=200) if law.anything else damaged(data)
        first, count = first_broken(inputs, broken, examples, same=same)
        tried += count
        if not first:
            return None, tried
        data = first[0]
    if law.shrunk:
        data = shrunk(data, broken)
        what = wrong(data)
    return Finding(law.name, str(subject), name, what or "it does so only sometimes", data), tried


def hold_natural(
    law: Law,
    subject: Subject,
    strategy: st.SearchStrategy[tf.Telegram] | None,
    examples: int | None,
    *,
    same: bool = False,
) -> tuple[Finding | None, int]:
    """Hold a law of writing against natural telegrams; nothing is tried for other laws."""
    of_telegrams = law.of_telegrams
    if of_telegrams is None:
        return None, 0

    def broken(telegram: tf.Telegram) -> bool:
        return next(of_telegrams(subject, telegram), None) is not None

    inputs = strategy if strategy is not None else telegrams()
    found, tried = first_broken(inputs, broken, examples, shrink=True, same=same)
    if not found:
        return None, tried
    what = next(of_telegrams(subject, found[0]), "it does so only sometimes")
    data = written(subject, found[0])
    return Finding(law.name, str(subject), f"a natural telegram: {found[0]}", what, data), tried


def written(subject: Subject, telegram: tf.Telegram) -> bytes:
    """The telegram as the writer writes it; nothing if it cannot."""
    try:
        return subject.serialize(telegram).data
    except Exception:
        return b""


def named_samples(samples: Iterable[bytes | str | Path]) -> tuple[Sample, ...]:
    """The samples with names for messages: that of the file, or the number. Raises `ValueError` if there are none."""
    named = tuple(
        (f"sample {number}", bytes(sample))
        if isinstance(sample, bytes | bytearray)
        else (Path(sample).name, Path(sample).read_bytes())
        for number, sample in enumerate(samples, 1)
    )
    if not named:
        raise ValueError("there are no samples: a law that is held against nothing says nothing")
    return named
