"""The sets of a military message, with their fields by position: a view of a reading.

MIL-STD-6040, as `formats/genadmin` of the reference has it. What sets mean is in the telegram's own fields; this is for
those who want the sets themselves. Strategy: nothing is kept while reading. Who asks gets them read once more from the
same text, by the grammar that the reader of such messages uses.
"""

from __future__ import annotations

from attrs import frozen

from telegram_format.reading.draft import Draft
from telegram_format.reading.reading import Passage, Reading


@frozen
class MessageSet:
    """A set: `REF/A/MSG/CNO WASHINGTON DC/221540ZDEC22//`.

    `name` is the identifier in capitals (`REF`); `fields` are what stands between the slants, as it stands there, with
    `\\n` for any line end (`A`, `MSG`, …); `closed` tells whether the double slants at the end are there; `opening` is
    the identifier with its slant, as it is written. `place` is where the set stands, `places` where its fields do.
    """

    name: str
    fields: tuple[str, ...]
    closed: bool
    opening: str
    place: Passage
    places: tuple[Passage, ...]

    @property
    def values(self) -> tuple[str | None, ...]:
        """The fields with white space as one blank, none at the ends; `None` for one that is empty or a hyphen."""
        folded = (" ".join(words.split()) for words in self.fields)
        return tuple(None if words in ("", "-") else words for words in folded)

    def __str__(self) -> str:
        """The set spelled from its fields: the same signs as `place.text`."""
        return self.opening + "/".join(self.fields) + "//" * self.closed


def sets(reading: Reading) -> tuple[MessageSet, ...]:
    """The sets of a message, in order: MSGID, SUBJ, REF, AMPN, NARR, POC, RMKS and the others of MIL-STD-6040.

    The text of the message is the last field of its RMKS or GENTEXT. A message without sets has none, whatever its
    format; those of a further message in the same file are with its own reading (`reading.embedded`).
    """
    from telegram_format.grammar.folded_header import unfolded  # not before it is needed
    from telegram_format.grammar.line_ends import unify_line_ends
    from telegram_format.grammar.message_end import read_message_end
    from telegram_format.grammar.messages import set_messages_apart
    from telegram_format.grammar.sets import read_sets

    draft = Draft(reading.view)
    unify_line_ends(draft)
    set_messages_apart(draft)
    view = unfolded(draft.view)
    draft.turn_to(view)
    text = view.text

    def passage(start: int, end: int) -> Passage:
        return reading.passage(view.to_source(start, end), text[start:end])

    return tuple(
        MessageSet(
            found.name,
            found.words(text),
            found.closed,
            text[found.start : found.fields[0][0]],
            passage(found.start, found.end),
            tuple(passage(*field) for field in found.fields),
        )
        for found in read_sets(text, 0, read_message_end(draft, 0, len(text)))
    )
