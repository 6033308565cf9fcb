"""Who wrote to whom, how to cite it, and an edition: for a historian with a folder of telegrams.

python historian.py [FILE ...]

Without files it takes invented telegrams: two of the library and the typed ones below. It prints, and writes a TEI
document for each telegram into `edition/`.
"""

import sys
from collections import Counter
from pathlib import Path

import telegram_format as tf
from telegram_format.examples import load

TYPED = [
    b"""17. Telegram From the Embassy in Ruritania to the Department of State

Source: Department of State, Central Files, 899.00/7-1257. Secret; Priority. Repeated to Zenda.

Port Alder, July 12, 1957, 6 p.m.

857. Strelsau told me that the ferry will sail on Monday. He named [1 line not declassified] as its master.

Verrall
""",
    b"""18. Telegram From the Department of State to the Embassy in Ruritania

Source: Department of State, Central Files, 899.00/7-1357. Secret.

Washington, July 13, 1957, 4 p.m.

412. Embtel 857. Tell Strelsau that we welcome the ferry.

Holloway
""",
]

# Where the telegrams are kept is not in them: say it here.
SOURCE = tf.Provenance(archive="Archives of Alderia", archive_place="Port Alder", collection="Files of the Port Office")

# What the parties are called; what is not listed stands as in the telegram.
NAMES = {"AMEMBASSY PORT ALDER": "Embassy Port Alder", "SECSTATE WASHDC": "Department of State"}


def readings(files: list[str]) -> list[tf.Reading]:
    if files:
        return [tf.read(name) for name in files]
    own = [tf.parse(load(name), name=name) for name in ("flood", "harbour")]
    return own + [tf.parse(data, name=f"typed-{number}") for number, data in enumerate(TYPED, 1)]


def main(files: list[str]) -> None:
    telegrams = readings(files)

    print("Who wrote to whom")
    letters = Counter(
        (NAMES.get(sender.name, sender.name), NAMES.get(addressee.name, addressee.name))
        for reading in telegrams
        if (sender := reading.telegram.originator) is not None
        for addressee in reading.telegram.to
    )
    for (sender, addressee), count in letters.most_common():
        print(f"  {count}  {sender} -> {addressee}")

    print("\nNotes")
    for number, reading in enumerate(telegrams, 1):
        print(f"  {number}. {tf.cite(reading, source=SOURCE, names=NAMES)}")

    print("\nEdition")
    folder = Path("edition")
    folder.mkdir(exist_ok=True)
    for number, reading in enumerate(telegrams, 1):
        source = tf.evolve(SOURCE, document=str(number))
        written = tf.to_tei(reading, profile="frus", source=source, names=NAMES)
        path = folder / f"d{number}.xml"
        path.write_bytes(written.data)
        lost = ", ".join(sorted({loss.path.partition(".")[0].partition("[")[0] for loss in written.losses}))
        print(f"  {path.as_posix()}  {len(reading.telegram.paragraphs)} paragraphs, not printed: {lost or 'nothing'}")


if __name__ == "__main__":
    main(sys.argv[1:])
