"""From an archive to answers: for a data scientist with many telegrams.

python data_scientist.py [INPUT ...]

Without inputs it invents an archive. It reads all telegrams into tables in the folder `tables`, links them, and prints
what they say. Started again it reads nothing a second time. Needs the extra `corpus`.
"""

import sys
from pathlib import Path

from telegram_format import corpus

QUESTIONS = {
    "Who wrote to whom": """
        SELECT originator.name, receiver.name, count(*) AS telegrams
        FROM telegrams, UNNEST("to") AS each(receiver) GROUP BY ALL ORDER BY telegrams DESC, 1, 2 LIMIT 3
    """,
    "The busiest months": """
        SELECT strftime(date, '%Y-%m') AS month, count(DISTINCT message_id) AS telegrams
        FROM telegrams GROUP BY month ORDER BY telegrams DESC, month LIMIT 3
    """,
    "Most cited": """
        SELECT message_id, count(*) AS citations
        FROM edges WHERE cited IS NOT NULL GROUP BY message_id ORDER BY citations DESC, message_id LIMIT 3
    """,
    "Cited, and not here": "SELECT message_id, citations FROM missing LIMIT 3",
    "Without a part": """
        SELECT DISTINCT t.message_id, s.missing
        FROM sections AS s JOIN telegrams AS t USING (telegram) WHERE NOT complete
    """,
}


def main(inputs):
    if not inputs:
        sys.path.insert(0, str(Path(__file__).parent))
        from invented_archive import write

        write(Path("archive"))
        inputs = ["archive"]
    summary = corpus.convert(inputs, "tables")
    print(f"{summary.telegrams} telegrams, {summary.pieces_quarantined} pieces that are none")
    links = corpus.link("tables")
    print(f"{links.resolved} of {links.edges} references lead to one of them")
    with corpus.open("tables") as tables:
        for title, question in QUESTIONS.items():
            print(f"\n{title}")
            for row in tables.sql(question).fetchall():
                print("  ", *row)


if __name__ == "__main__":
    main(sys.argv[1:])
