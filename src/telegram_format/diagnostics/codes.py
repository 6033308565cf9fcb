"""The table of diagnostic codes: what each means, why it happens and what can be done.

Codes are stable. The table makes the reference page of the documentation; a test holds that each has a sample that
raises it.
"""

from __future__ import annotations

from typing import NamedTuple

from telegram_format.diagnostics.diagnostic import Severity


class Code(NamedTuple):
    """A row of the table."""

    severity: Severity
    title: str
    cause: str
    remedy: str


CODES: dict[str, Code] = {
    "address-orphan": Code(
        "info",
        "An address stands without TO or INFO before it",
        "The line with the prosign was lost, or the text begins in the middle of an address list.",
        "Read as an information addressee; compare with another copy.",
    ),
    "character-repaired": Code(
        "info",
        "A misread letter or figure",
        "The recognition of a scanned page took § for S, or l and O for the figures 1 and 0.",
        "Read as the sign it resembles, where the shape of the word leaves no doubt.",
    ),
    "classification-conflict": Code(
        "warning",
        "Two places give different classifications",
        "FL4, the classification line or the wrapper's own table disagree; a retyped or released copy.",
        "The classification line counts. Look at the places named in the message.",
    ),
    "correction-follows": Code(
        "info",
        "The ending corrects the text",
        "The operator found an error behind the text and sent the right words in FL15 (ACP 127(G) 211).",
        "The text is kept as it was sent; the correction is an attribute: apply it where it counts.",
    ),
    "date-invalid": Code(
        "error",
        "A date that is not in the calendar",
        "A digit was garbled or the day and the month were exchanged.",
        "The field is empty; the text stays in the source.",
    ),
    "day-of-year-conflict": Code(
        "warning",
        "The filing day does not fit the date-time group",
        "FL3 gives the day of the year of filing: that of the date-time group or the next one.",
        "One of the two is garbled; the date-time group counts.",
    ),
    "declassification-before-date": Code(
        "warning",
        "Declassified before it was written",
        "The declassification date lies before the date-time group: a mistyped year, or a date in another order.",
        "Read the E.O. line in the source.",
    ),
    "distribution-conflict": Code(
        "info",
        "The copies do not add up",
        "The sum behind the distribution is not that of its counts: a garbled figure, or a line that was lost.",
        "Counts and sum are kept as they stand.",
    ),
    "dtg-invalid": Code(
        "error",
        "A date-time group that cannot be",
        "Day, hour or minute is out of range, or the day is not in the month.",
        "The group is kept as written; its `datetime` is empty.",
    ),
    "embedded-telegram": Code(
        "warning",
        "Another telegram or record stands inside this one",
        "Exports appended a second record, or a telegram quotes another with its header.",
        "It is not mixed in: see `reading.embedded`.",
    ),
    "empty-input": Code("warning", "Nothing to read", "The input has no text.", "Check the file or the export."),
    "encoding-fallback": Code(
        "info",
        "Not UTF-8; read as cp1252",
        "The bytes are not valid UTF-8 and nobody declared an encoding.",
        "Name the encoding (`encoding=`) if it is another. The bytes are kept in any case.",
    ),
    "field-repeated": Code(
        "warning",
        "A field stands twice and says different things",
        "A preview before the real text, merged sections, or a retyped copy.",
        "The first one counts; both places are in the message.",
    ),
    "format-ambiguous": Code(
        "info",
        "Two readers fit equally well",
        "The scores of two formats are the same within 0.05.",
        "Name the format to decide.",
    ),
    "format-not-recognised": Code(
        "warning",
        "Not recognised as a telegram",
        "No reader found enough of its format: another kind of text, binary data, or a badly damaged telegram.",
        "Name the format with `format=` or `--format` if you know it; `telegram-format detect` tells the scores.",
    ),
    "group-count-conflict": Code(
        "warning",
        "The group count does not fit the text",
        "Groups of an encrypted text were lost or doubled on the way, or FL10 was garbled.",
        "Ask for another copy: the text will not decrypt.",
    ),
    "header-missing": Code(
        "info",
        "The telegram has no format lines",
        "A partial extract, a fragment, or a copy made without its header.",
        "Give year and date with `Context` if you know them.",
    ),
    "heading-line-unread": Code(
        "info",
        "A line of the heading that no rule reads",
        "A caption, an attention line or a garble of a kind not known here.",
        "It stays in the source and counts as unread.",
    ),
    "label-repaired": Code(
        "info",
        "A misspelt label",
        "A letter of TAGS, SUBJECT, REF or E.O. was lost or changed on the way.",
        "Read as the label it resembles.",
    ),
    "message-id-conflict": Code(
        "warning",
        "Two places give different message numbers",
        "The wrapper's reference and the classification line disagree: a wrong record, or a second telegram.",
        "The classification line counts.",
    ),
    "message-void": Code(
        "warning",
        "The transmission was made void",
        "The error sign with AR, or nothing, behind it ends the transmission (ACP 127(G) 424).",
        "Do not use the text: look for the copy that was sent in its place.",
    ),
    "not-text": Code(
        "warning",
        "The input is not text",
        "It holds NUL bytes or other bytes that no telegram has: a picture, an archive, a word processor's file.",
        "Extract the text first.",
    ),
    "page-missing": Code(
        "warning",
        "A page is missing",
        "The page lines skip a number: a page was not taken over, or its page line was lost.",
        "Look at the text around the place; compare with another copy.",
    ),
    "paragraph-number-repaired": Code(
        "info",
        "A paragraph number was misread",
        "The pilcrow before the number was read as a digit: 14 for paragraph 4.",
        "The number follows its neighbours; the message keeps what stood there.",
    ),
    "paragraph-out-of-order": Code(
        "info",
        "Paragraph numbers skip or repeat",
        "The drafter misnumbered, a paragraph was lost, or a list item looks like a paragraph.",
        "Numbers are kept as they stand.",
    ),
    "plugin-failed": Code(
        "error",
        "A plug-in failed while reading",
        "The plug-in raised an error or answered nonsense.",
        "The text was kept and read as plain text; report the cause to the plug-in's author.",
    ),
    "portion-above-overall": Code(
        "warning",
        "A portion is marked higher than the whole",
        "A paragraph's mark is above the classification line: a mistake of the drafter, or a redacted copy whose "
        "line was changed.",
        "Handle the text at the higher level.",
    ),
    "reading-stopped": Code(
        "error",
        "Reading was stopped",
        "In a process of its own it took more time or memory than it was allowed, or the process ended; no plug-in was "
        "at work.",
        "The text was kept and read as plain text; allow more, or report it as a fault of the library.",
    ),
    "section-conflict": Code(
        "warning",
        "Sections disagree",
        "They give different totals or headings: a retyped section, or a garbled heading.",
        "What most of them or the first one says counts; look at the sections.",
    ),
    "section-corrected": Code(
        "warning",
        "A section came again with another text",
        "A corrected copy was sent, or one copy was garbled on the way.",
        "The copy that calls itself corrected counts, or else the later one; the message names what differs.",
    ),
    "section-doubled": Code(
        "info",
        "A section came twice",
        "It was sent again, or reached the reader over two ways.",
        "It counts once.",
    ),
    "section-missing": Code(
        "warning",
        "Sections are missing",
        "The text says it has more sections or pages than are here.",
        "Look for the other sections.",
    ),
    "section-unnumbered": Code(
        "warning",
        "A part without a section number",
        "The classification line and FL3 have lost it, or the part is another copy of the whole.",
        "It stands where a number is free, by its paragraph numbers.",
    ),
    "serial-conflict": Code(
        "warning",
        "The station serial number does not fit the message number",
        "The serial number of FL3 is the last four figures of the cable's number; one of them is garbled.",
        "The classification line counts.",
    ),
    "spans-cross": Code(
        "warning",
        "The places of two values cross",
        "A plug-in handed over two values whose ranges overlap, and neither lies inside the other.",
        "Both values are kept; a revision of one may change the other. Report it to the author of the plug-in.",
    ),
    "station-repaired": Code(
        "info",
        "A misspelt station",
        "The station's name was garbled or shortened.",
        "The name is the known station it resembles; `written` keeps what stood there.",
    ),
    "stream-gap": Code(
        "warning",
        "A part of a stream holds no telegram",
        "Noise on the line, a file of another kind in the folder, a fragment behind a lost header.",
        "The bytes are kept as plain text; look at them.",
    ),
    "tags-glued": Code(
        "info",
        "TAGS without blanks between them",
        "The separators were lost on the way.",
        "Split at known codes.",
    ),
    "text-corrected": Code(
        "info",
        "A word was taken back by the error sign",
        "The operator sent eight times E and the right words again (ACP 127(G) 211).",
        "The text reads on with what was sent again; the source keeps both.",
    ),
    "text-missing": Code(
        "warning",
        "The record has no text",
        "The text was never put into the electronic system, or could not be taken out of it: it is on microfilm.",
        "Ask the archive for the film; the record names its number.",
    ),
    "wrapper-conflict": Code(
        "warning",
        "The wrapper and the text say different things",
        "Labels were filled by a program when the record was taken over: another time, fewer addressees, a precedence "
        "by default. Or the telegram inside is another one.",
        "The text counts; the message tells what the wrapper says.",
    ),
}


def severity(code: str) -> Severity:
    """How grave a code is; a plug-in's own code is a warning."""
    known = CODES.get(code)
    return known.severity if known else "warning"
