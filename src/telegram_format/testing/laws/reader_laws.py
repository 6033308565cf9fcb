"""The laws as a class of tests, to inherit.

Strategy: a test for each law and each sample; pytest finds the tests by their names and asks the class itself for the
samples, so that nothing of pytest is imported here. A law that breaks is one assertion whose message is the finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import telegram_format as tf
from telegram_format.kit import Carrier, Reader, Writer
from telegram_format.testing.laws.check import LAWS, Sample, hold, hold_natural, named_samples
from telegram_format.testing.laws.finding import LawName
from telegram_format.testing.laws.leave import others
from telegram_format.testing.laws.subject import Subject

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_OF_WRITING = ("test_write", "test_write_natural_telegrams")


class ReaderLaws:
    """The laws, held against the reader of a subclass under pytest.

    A subclass names its `reader` and `samples` (bytes or paths of telegrams that the reader is for), perhaps a
    `carrier` (default: `plain`) and a `writer`; without a writer there are no tests of Write. Readers,
    carriers and writers are names or objects. `telegrams` is the strategy of the telegrams to write, natural ones by
    default; `examples` is how many inputs hypothesis makes for a test, by default what its profile says; `instead_of`
    are the names of built-in readers whose texts the reader is for, too.
    """

    reader: ClassVar[str | Reader]
    samples: ClassVar[Iterable[bytes | str | Path]]
    carrier: ClassVar[str | Carrier | None] = None
    writer: ClassVar[str | Writer | None] = None
    telegrams: ClassVar[SearchStrategy[tf.Telegram] | None] = None
    examples: ClassVar[int | None] = None
    instead_of: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **given: Any) -> None:
        super().__init_subclass__(**given)
        for name in _OF_WRITING:
            setattr(cls, name, None if cls.writer is None else getattr(ReaderLaws, name))

    def pytest_generate_tests(self, metafunc: Any) -> None:
        """Give each test that asks for one every sample, or every text of another format, under its name."""
        if "sample" in metafunc.fixturenames:
            named = named_samples(self.samples)
            metafunc.parametrize("sample", named, ids=[name for name, _ in named])
        if "other" in metafunc.fixturenames:
            metafunc.parametrize("other", others(), ids=[name for name, _ in others()])

    def test_keep(self, sample: Sample) -> None:
        """Any bytes come back unchanged, reading raises nothing, and the same bytes read the same."""
        self._hold("Keep", sample)

    def test_stand(self, sample: Sample) -> None:
        """Every span lies in the source, spans nest or are apart, and a plain value is what its span spells."""
        self._hold("Stand", sample)

    def test_say(self, sample: Sample) -> None:
        """A revision says the telegram that was asked for, or raises `RevisionError`."""
        self._hold("Say", sample)

    def test_near(self, sample: Sample) -> None:
        """A revision moves nothing outside the passages that it had to patch."""
        self._hold("Near", sample)

    def test_write(self, sample: Sample) -> None:
        """What a sample says, written, reads back; what could not be said is a listed loss."""
        self._hold("Write", sample)

    def test_write_natural_telegrams(self) -> None:
        """A natural telegram, written, reads back; what could not be said is a listed loss."""
        self._hold_natural("Write")

    def test_join(self, sample: Sample) -> None:
        """The sections of a sample, joined in any order, are the sample; missing and doubled ones are reported."""
        self._hold("Join", sample)

    def test_join_natural_telegrams(self) -> None:
        """The sections of a natural telegram, joined in any order, are the telegram."""
        self._hold_natural("Join")

    def test_grow(self, sample: Sample) -> None:
        """Twice the text takes about twice the time, whichever line of the sample is repeated."""
        self._hold("Grow", sample)  # pragma: no cover - a tracer would be what it times

    def test_leave(self, other: Sample) -> None:
        """Detection leaves the texts of other formats to their readers."""
        self._hold("Leave", other)

    def _hold(self, law: LawName, sample: Sample) -> None:
        finding, _ = hold(LAWS[law], self._subject(), sample, self.examples)
        assert finding is None, str(finding)

    def _hold_natural(self, law: LawName) -> None:
        finding, _ = hold_natural(LAWS[law], self._subject(), self.telegrams, self.examples)
        assert finding is None, str(finding)

    def _subject(self) -> Subject:
        return Subject(self.reader, self.carrier, self.writer, self.instead_of)
