"""What archives print behind the text of a telegram: `<< END OF DOCUMENT >>`, `*** Current Classification *** …`.

formats/nara.md C3. Strategy: from the end backwards, line by line; the banners and end signs that stand
between these lines are taken off with them, all else is left to the ending of the text.
"""

from __future__ import annotations

import re

from telegram_format.grammar.blanks import trimmed
from telegram_format.grammar.page_banner import banner_end
from telegram_format.kit import Draft

_LINE = re.compile(
    r"""
    [ \t]*+ (?:
        <<? [ ]? END[ ]OF[ ]DOCUMENT [ ]? >>?
      | \*{3} [ ] Current [ ] (?:Handling[ ]Restrictions|Classification) [ ] \*{3} [^\n]{0,60}
      | N{3,5} (?: [A-Z]{2,8} )?                            # NNNNMAFVVZCZ: run into the next header
    ) [ \t]*+
    """,
    re.VERBOSE,
)
_LONGEST = 160

# Where the text was not put into the electronic system: Locator without TEXT ON-LINE.
_NOTICE = re.compile(r"TEXT[ ]ON[ ]MICROFILM|ADS[ ]TEXT[ ]UNRETRIEVABLE|ADS[ ]TEXT[ ]NOT[ ]CONVERTED")
_NOTICE_LENGTH = 400


def read_archive_end(draft: Draft, start: int, end: int) -> int:
    """Mark the archive's lines at the end; where the text before them ends."""
    text = draft.text
    while True:
        end = trimmed(text, start, end)
        line_start = max(text.rfind("\n", max(end - _LONGEST, start), end) + 1, start)
        if end == line_start or (banner_end(text, line_start) < end and _LINE.fullmatch(text, line_start, end) is None):
            return end
        if text[line_start - 1 : line_start] not in ("", "\n"):
            return end
        draft.mark("end", line_start, end)
        end = line_start


def is_notice(text: str) -> bool:
    """Whether a text is nothing but the notice that there is no text."""
    words = text[: _NOTICE_LENGTH + 1].strip()
    return len(text.strip()) <= _NOTICE_LENGTH and bool(words) and not _NOTICE.sub("", words).strip(" ,;.\n\r\t*-")


def read_notice(draft: Draft) -> bool:
    """Read a text that is nothing but the notice that there is no text; whether it was."""
    text = draft.text
    if not is_notice(text):
        return False
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    draft.mark("notice", start, end)
    draft.note("text-missing", f"in place of the text: {' '.join(text.split())}", start, end)
    return True
