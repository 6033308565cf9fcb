"""What linking asks of the tables, in SQL.

Strategy: first, each telegram gets its identity: year, station and number, or originator and date-time group where it
has no number. Second, each identity gets the telegram that stands for it: the first section, not a corrected copy, the
smallest key. What belongs together is then what has one identity, and a reference is resolved by the identity that it
names. All is done by joins and groups of narrow rows, which DuckDB puts on the disk where memory ends; order is always
asked for, so that the same corpus gives the same rows.

A reference without a year is taken for one of the year of the telegram that cites, as readers do. It may mean the year
before: that is taken where the own year has no such number, or has one only in a telegram sent later than the one that
cites it (by more than two days, for date-time groups and days of filing differ).
"""

from __future__ import annotations

_BARE = """CASE WHEN {0}year IS NULL THEN {0}message_id
    WHEN {0}year BETWEEN 1966 AND 2065 THEN substr({0}message_id, 3) ELSE substr({0}message_id, 5) END"""
"""A compact message number without its year: `MessageId.compact`."""

_COMPACT = """CASE WHEN {0} BETWEEN 1966 AND 2065 THEN lpad(({0} % 100)::VARCHAR, 2, '0')
    ELSE lpad({0}::VARCHAR, 4, '0') END || bare"""
"""A compact message number of the year `{0}`."""

_MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"

_CORRECTED = "CORRECTED COPY|(^| )Z(FR|DK|EL|OJ)([^A-Z]|$)"
"""Captions and signals of a corrected copy (ACP 127(G) 424), as in `sections`."""

_BEFORE_A_POST = "^(AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|USDEL|USINT|USOFFICE) "
"""What stands before a name that many have."""

NAMED = rf"""
CREATE TEMP TABLE named AS
SELECT telegram, date, y, section, sections, corrected, dtg, originator,
    CASE WHEN bare IS NOT NULL THEN bare || ' ' || y
        WHEN date IS NOT NULL THEN originator || ' ' || dtg END AS identity
FROM (
    SELECT telegram, date, dtg, section, sections, originator.name AS originator,
        coalesce(year, year(date)) AS y, {_BARE.format("")} AS bare,
        regexp_matches(concat_ws(' ', array_to_string(captions, ' '), array_to_string(transmission.signals, ' '),
            array_to_string(map_extract(attributes, 'instructions'), ' ')), '{_CORRECTED}') AS corrected
    FROM telegrams
)
"""
"""Each telegram with its identity; that of a number without any year is null."""

NODES = """
CREATE TEMP TABLE nodes AS
SELECT identity, node, named.date
FROM (
    SELECT identity, arg_min(telegram, place) AS node
    FROM (
        SELECT identity, telegram,
            (least(coalesce(section, 1), 9999) * 2 + corrected::INT)::HUGEINT * 18446744073709551616 + telegram AS place
        FROM named WHERE identity IS NOT NULL
    )
    GROUP BY identity
) JOIN named USING (identity) WHERE named.telegram = node
"""
"""The telegram that stands for each identity."""

CITED = rf"""
CREATE TEMP TABLE cited AS
WITH read AS (
    SELECT r.telegram, r.reference, r.kind, r.station, r.number, t.date, t.y AS own_year, {_BARE.format("r.")} AS bare,
        coalesce(r.year, t.y) AS y, regexp_extract_all(r.text, '[0-9]+') AS numbers,
        contains(regexp_replace(upper(r.text), '[^A-Z]', '', 'g'), regexp_replace(r.station, '[^A-Z]', '', 'g'))
            AS spelt
    FROM "references" AS r JOIN named AS t USING (telegram)
    WHERE r.message_id IS NOT NULL
), dated AS (
    SELECT *, list_has_any(numbers, [
        lpad((y % 100)::VARCHAR, 2, '0'), lpad((y % 100)::VARCHAR, 3, '0'), y::VARCHAR
    ]) IS TRUE AS written
    FROM read
), tried AS (
    SELECT d.*, a.node AS here, b.node AS before,
        NOT written AND (a.date > d.date + INTERVAL 2 DAY) IS TRUE AS later,
        NOT written AND y = own_year AS may_be_before
    FROM dated AS d
    LEFT JOIN nodes AS a ON a.identity = bare || ' ' || y
    LEFT JOIN nodes AS b ON NOT written AND y = own_year AND b.identity = bare || ' ' || (y - 1)
        AND (b.date > d.date + INTERVAL 2 DAY) IS NOT TRUE
), resolved AS (
    SELECT *, may_be_before AND (later OR here IS NULL AND before IS NOT NULL) AS is_before FROM tried
)
SELECT telegram, reference, kind, date, station, number, NOT written AS supplied, y - is_before::INT AS year,
    CASE WHEN is_before THEN before WHEN NOT later THEN here END AS cited,
    coalesce({_COMPACT.format("(y - is_before::INT)")}, bare) AS message_id,
    CASE WHEN y IS NULL THEN 'no year'
        WHEN is_before AND before IS NOT NULL THEN 'year before'
        WHEN here IS NULL OR later THEN 'missing'
        WHEN NOT written THEN 'year'
        WHEN NOT spelt THEN 'station'
        ELSE 'exact' END AS how
FROM resolved
"""
"""References that name a number, resolved."""

DATED = rf"""
CREATE TEMP TABLE dated AS
WITH groups AS (
    SELECT telegram, reference, kind, regexp_split_to_array(upper(text), '[^A-Z0-9]+') AS words,
        regexp_extract(upper(text), '([0-9]{{6}}[A-Z]) ?({_MONTHS}) ?(?:19|20)?([0-9]{{2}})(?:[^0-9]|$)',
            ['time', 'month', 'year']) AS found
    FROM "references" WHERE message_id IS NULL AND kind IN ('cable', 'dtg')
), candidates AS (
    SELECT g.telegram, g.reference, node
    FROM groups AS g JOIN named AS t ON t.dtg = found.time || ' ' || found.month || ' ' || found.year
    JOIN nodes USING (identity)
    WHERE list_contains(words, split_part(regexp_replace(upper(t.originator), '{_BEFORE_A_POST}', ''), ' ', 1))
), one AS (
    SELECT telegram, reference, min(node) AS cited
    FROM candidates GROUP BY telegram, reference HAVING min(node) = max(node)
)
SELECT g.telegram, g.reference, cited, kind, CASE WHEN cited IS NULL THEN 'missing' ELSE 'date-time group' END AS how
FROM groups AS g LEFT JOIN one USING (telegram, reference)
WHERE found.time != ''
"""
"""References that name a date-time group and a word of the originator, resolved where there is one such telegram."""

DIGESTS = r"""
CREATE TEMP TABLE digests AS
WITH several AS (
    SELECT telegram, identity, coalesce(section, 0) AS section, corrected FROM named WHERE identity IS NOT NULL
    QUALIFY count(*) OVER (PARTITION BY identity, coalesce(section, 0)) > 1
), texts AS (
    SELECT telegram, string_agg(md5(trim(regexp_replace(text, '[\s¶]+', ' ', 'g'))), '' ORDER BY paragraph) AS text
    FROM paragraphs SEMI JOIN several USING (telegram) GROUP BY telegram
), subjects AS (SELECT telegram, subject FROM telegrams SEMI JOIN several USING (telegram))
SELECT several.*, md5(coalesce(text, '') || md5(coalesce(subject, ''))) AS digest
FROM several LEFT JOIN texts USING (telegram) LEFT JOIN subjects USING (telegram)
"""
"""Telegrams whose identity another one has, too, and what they say; white space and the pilcrows of an archive do not
count."""

PREPARATION = (NAMED, NODES, CITED, DATED, DIGESTS)
"""What is put together first, in this order."""

TABLES = {
    "edges": """
SELECT telegram, reference, cited, message_id, kind, how FROM cited
UNION ALL SELECT telegram, reference, cited, NULL, kind, how FROM dated
ORDER BY telegram, reference
""",
    "sections": """
WITH parts AS (
    SELECT identity, telegram, coalesce(section, 1) AS section, sections
    FROM named WHERE identity IS NOT NULL AND (section > 1 OR sections > 1)
), wholes AS (
    SELECT identity, max(section) AS highest, list(DISTINCT section) AS have,
        least(coalesce(max(sections), max(section)), 999) AS total
    FROM parts GROUP BY identity
), gaps AS (
    SELECT identity, highest, total, [n FOR n IN range(1, total + 1) IF NOT list_contains(have, n)] AS missing
    FROM wholes
)
SELECT node AS message, telegram, section, total AS sections,
    CASE WHEN missing = [] THEN true WHEN highest > 1 THEN false END AS complete, missing
FROM parts JOIN gaps USING (identity) JOIN nodes USING (identity)
ORDER BY message, section, telegram
""",
    "copies": """
WITH compared AS (
    SELECT telegram, identity, section,
        first_value(telegram) OVER (PARTITION BY identity, section ORDER BY corrected, telegram) AS original,
        min(telegram) OVER (PARTITION BY identity, section, digest, corrected) AS same
    FROM digests
), told AS (
    SELECT original, telegram, same,
        CASE WHEN telegram = original THEN 'original' WHEN telegram = same THEN 'corrected' ELSE 'copy' END AS role
    FROM compared
)
SELECT original, telegram, role, CASE WHEN role = 'copy' THEN same END AS same_as
FROM told ORDER BY original, telegram
""",
    "missing": """
SELECT message_id, any_value(year) AS year, any_value(station) AS station, any_value(number) AS number,
    count(*) AS citations, count(DISTINCT telegram) AS telegrams,
    arg_min(telegram, (coalesce(epoch(date), 1e18), telegram)) AS first_cited_by, min(date) AS first_cited,
    bool_and(supplied) AS year_supplied
FROM cited WHERE how = 'missing'
GROUP BY message_id ORDER BY citations DESC, message_id
""",
}
"""The rows of each table, in order."""

COUNTS = {
    "how": """
SELECT how, count(*) FROM (SELECT how FROM cited UNION ALL SELECT how FROM dated) GROUP BY how ORDER BY how
""",
    "sections": f"""
SELECT CASE complete WHEN true THEN 'complete' WHEN false THEN 'incomplete' ELSE 'first alone' END AS state,
    count(DISTINCT message)
FROM ({TABLES["sections"]}) GROUP BY state ORDER BY state
""",
    "copies": f"SELECT role, count(*) FROM ({TABLES['copies']}) GROUP BY role ORDER BY role",
    "missing": "SELECT 'missing', count(DISTINCT message_id) FROM cited WHERE how = 'missing'",
}
"""What there is of each kind."""
