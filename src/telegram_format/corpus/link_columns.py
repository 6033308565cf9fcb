"""The tables that linking adds to a corpus: their columns.

Strategy: as in `columns`, keys are those of the table of telegrams. What belongs together has one key, the same in all
of these tables: that of the telegram which stands for the message (its first section, the first copy of it).
"""

from __future__ import annotations

import pyarrow as pa

EDGES = pa.schema(
    [
        ("telegram", pa.int64()),
        ("reference", pa.int64()),
        ("cited", pa.int64()),
        ("message_id", pa.string()),
        ("kind", pa.string()),
        ("how", pa.string()),
    ]
)
"""One row a reference that names a telegram, by its number or its date-time group, in the order of `references`."""

SECTIONS = pa.schema(
    [
        ("message", pa.int64()),
        ("telegram", pa.int64()),
        ("section", pa.int64()),
        ("sections", pa.int64()),
        ("complete", pa.bool_()),
        ("missing", pa.list_(pa.int64())),
    ]
)
"""One row a telegram that says it is a section of several."""

COPIES = pa.schema(
    [
        ("original", pa.int64()),
        ("telegram", pa.int64()),
        ("role", pa.string()),
        ("same_as", pa.int64()),
    ]
)
"""One row a telegram that is in the corpus more than once."""

MISSING = pa.schema(
    [
        ("message_id", pa.string()),
        ("year", pa.int64()),
        ("station", pa.string()),
        ("number", pa.int64()),
        ("citations", pa.int64()),
        ("telegrams", pa.int64()),
        ("first_cited_by", pa.int64()),
        ("first_cited", pa.timestamp("s", tz="UTC")),
        ("year_supplied", pa.bool_()),
    ]
)
"""One row a telegram that is cited and not in the corpus, the most cited first."""

LINKS: dict[str, pa.Schema] = {"edges": EDGES, "sections": SECTIONS, "copies": COPIES, "missing": MISSING}
"""The tables by name."""
