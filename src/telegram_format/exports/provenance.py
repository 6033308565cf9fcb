"""Where a telegram is kept and published, as the caller knows it."""

from __future__ import annotations

from datetime import date

from attrs import frozen


@frozen
class Provenance:
    """Where a telegram is kept, for citations and editions. All of it is told by the caller, nothing is derived.

    `archive` and `archive_place` are the institution and its town; `record_group`, `collection`, `box` and `folder`
    lead to the paper, in words (`Box 12`); `accession` is the number of the record there. `edition` is the volume it is
    printed in, `document` its number there. `url` is where it can be seen, `accessed` the day on which it was.
    """

    collection: str | None = None
    archive: str | None = None
    archive_place: str | None = None
    record_group: str | None = None
    box: str | None = None
    folder: str | None = None
    accession: str | None = None
    edition: str | None = None
    document: str | None = None
    url: str | None = None
    accessed: date | None = None


NO_PROVENANCE = Provenance()
