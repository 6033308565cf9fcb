"""The telegram: all that its text says, and nothing of how it was laid out."""

from __future__ import annotations

from attrs import field, frozen

from telegram_format.model.address import Address
from telegram_format.model.attributes import NO_ATTRIBUTES, Attributes
from telegram_format.model.authority import ClassificationAuthority, ExecutiveOrder
from telegram_format.model.body import Block, Paragraph
from telegram_format.model.construction import quick
from telegram_format.model.dtg import DateTimeGroup
from telegram_format.model.marking import Classification
from telegram_format.model.message_id import MessageId
from telegram_format.model.precedence import Precedence
from telegram_format.model.reference import Reference
from telegram_format.model.tag import Tag
from telegram_format.model.transmission import Section, Transmission


@quick
@frozen
class Telegram:
    """A telegram. Equal meaning is an equal object, whichever variant it was read from.

    `precedence` and `info_precedence` are those of FL5 (action, information); `to`, `info` and `exempted` are FL7 to
    FL9; `caveats` stand on the classification line (`NOFORN`), `captions` below it (`SIPDIS`, `SENSITIVE`);
    `passing` are attention and passing lines (`STATE FOR EUR/RUS`); `validation` is the number of FL15;
    `attributes` are facts with no field of their own: a wrapper's table, fields of plug-ins.
    """

    message_id: MessageId | None = None
    transmission: Transmission | None = None
    precedence: Precedence | None = None
    info_precedence: Precedence | None = None
    dtg: DateTimeGroup | None = None
    originator: Address | None = None
    to: tuple[Address, ...] = ()
    info: tuple[Address, ...] = ()
    exempted: tuple[Address, ...] = ()
    classification: Classification | None = None
    caveats: tuple[str, ...] = ()
    section: Section | None = None
    captions: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    executive_order: ExecutiveOrder | None = None
    tags: tuple[Tag, ...] = ()
    subject: str | None = None
    subject_marking: str | None = None
    references: tuple[Reference, ...] = ()
    classified_by: ClassificationAuthority | None = None
    body: tuple[Block, ...] = ()
    signatures: tuple[str, ...] = ()
    validation: str | None = None
    attributes: Attributes = field(default=NO_ATTRIBUTES)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body, in order."""
        return tuple(block for block in self.body if isinstance(block, Paragraph))

    @property
    def summary(self) -> str | None:
        """The text of the paragraphs that are the summary, or `None`."""
        texts = [block.text for block in self.body if isinstance(block, Paragraph) and block.role == "summary"]
        return "\n\n".join(texts) or None
