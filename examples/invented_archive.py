"""An invented archive: three years of telegrams between a department, two embassies and a consulate.

python invented_archive.py FOLDER

Writes some two hundred small files, the same at every run. As in a real archive, much is not there: numbers are
left out, references lead to telegrams that nobody kept, one message lacks a section, and some telegrams came twice.
"""

import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

POSTS = {  # name in a heading: originator, routing indicator, addressees, classifications to draw from
    "PORT ALDER": ("AMEMBASSY PORT ALDER", "RUEHPLD", ("STATE", "MERIDIAN"), "UUCCCCCS"),
    "CALVERLEY": ("AMCONSUL CALVERLEY", "RUEHCVL", ("PORT ALDER", "STATE"), "UUUUUC"),
    "MERIDIAN": ("AMEMBASSY MERIDIAN", "RUEHMRD", ("STATE",), "UUCCSS"),
    "STATE": ("SECSTATE WASHDC", "RUEHC", ("PORT ALDER",), "UUCC"),
}
LEVELS = {
    "U": ("UNCLAS", "ZNR UUUUU"),
    "C": ("C O N F I D E N T I A L", "ZNY CCCCC"),
    "S": ("S E C R E T", "ZNY SSSSS"),
}
THEMES = {  # subject: its TAGS
    "THE FERRY QUESTION": "PREL EWWT ECON",
    "FLOOD RELIEF": "EAID SENV ECON",
    "THE ELECTION TO THE HARBOR COUNCIL": "PGOV KDEM",
    "TRADE IN LAMP OIL": "ETRD ECON",
}
SENTENCES = (
    "The harbor master received the Ambassador on the quay and spoke for an hour.",
    "He said that the ferry would sail as soon as the sound was free of ice.",
    "The mayor asked for blankets, pumps and two hundred meters of rope.",
    "Merchants expect that the price of lamp oil will fall before the winter.",
    "The council meets again on Thursday, and the press will not be let in.",
    "Embassy believes that both sides would rather talk than be seen to talk.",
)


class Cable(NamedTuple):
    """What is needed to write a telegram, and to cite it."""

    post: str
    number: int
    moment: datetime
    level: str
    subject: str
    tags: str
    references: tuple[str, ...]
    text: str


def pick(choices, *seed):
    """One of `choices`, always the same for the same seed."""
    digest = sha256(repr(seed).encode()).digest()
    return choices[int.from_bytes(digest[:6]) % len(choices)]


def cables() -> list[Cable]:
    """The telegrams in the order of their days; more of them when something happens."""
    found: list[Cable] = []
    last: dict[tuple[str, int], int] = {}
    for month in range(36):
        start = datetime(2006 + month // 12, month % 12 + 1, 1, 8, tzinfo=UTC)
        flood = 25 <= month < 29
        for index in range((9 if flood else 3) + pick(range(5), "traffic", month)):
            seed = (month, index)
            moment = start + timedelta(days=2 * index + pick(range(3), "day", *seed), minutes=pick(range(600), *seed))
            post = pick(("PORT ALDER",) * 4 + ("CALVERLEY",) * 2 + ("MERIDIAN",) * 2 + ("STATE",), "post", *seed)
            themes = (
                ("FLOOD RELIEF",) * 5 + tuple(THEMES)
                if flood
                else tuple(THEMES)[: 1 if 10 <= month < 18 else 4 : 2 if month < 9 else 1]
            )
            subject = pick(themes, "theme", *seed)
            number = last.get((post, moment.year), 0) + 1 + pick(range(14), "number", *seed)
            last[post, moment.year] = number
            level = pick(POSTS[post][3], "level", *seed)
            text = " ".join(pick(SENTENCES, "text", n, *seed) for n in range(6))
            references = tuple(dict.fromkeys(_references(found, moment, seed)))
            found.append(Cable(post, number, moment, level, subject, THEMES[subject], references, text))
    return found


def _references(before: list[Cable], moment: datetime, seed: tuple[int, int]):
    """What a telegram cites: recent ones, a few that all cite, and some that the archive does not have."""
    for index in range(pick((0, 1, 1, 2, 2, 3), "references", *seed)):
        kind = pick(("recent", "recent", "known", "lost"), "kind", index, *seed)
        if kind == "lost":
            yield pick(
                ("STATE 9120", "06 WESTHAVEN 77", "CALVERLEY 9004", "STATE 9311", "06 STONEHAUGH 512"), index, *seed
            )
        elif len(before) > 20:
            cited = pick(before[-18:] if kind == "recent" else before[6:16:4], "cited", index, *seed)
            # nobody writes the year of a telegram of this year; in January some do not write that of the last one
            told = cited.moment.year != moment.year and not (moment.month == 1 and moment.year - cited.moment.year == 1)
            yield f"{f'{cited.moment:%y} ' if told else ''}{cited.post} {cited.number}"


def written(cable: Cable, part: int = 0, parts: int = 0, *, corrected: bool = False, width: int = 65) -> str:
    """The telegram as it was sent; `part` of `parts` sections, or whole."""
    originator, routing, to, _ = POSTS[cable.post]
    level, security = LEVELS[cable.level]
    lines = [
        "VZCZCXYZ0007",
        f"PP {' '.join(POSTS[name][1] for name in to)}",
        f"DE {routing} #{cable.number:04}{f'/{part:02}' if parts else ''} {cable.moment:%j%H%M}",
        f"{security} ZZH",
        f"P {cable.moment:%d%H%M}Z {cable.moment:%b %y}".upper(),
        f"FM {originator}",
        *(f"{'' if n else 'TO '}{POSTS[name][1]}/{POSTS[name][0]} PRIORITY" for n, name in enumerate(to)),
        "BT",
        f"{level}{f' SECTION {part:02} OF {parts:02}' if parts else ''} {cable.post} {cable.number:06}",
        "",
        *(["C O R R E C T E D  C O P Y", ""] if corrected else []),
        "SIPDIS",
        "",
        f"E.O. 12958: {'N/A' if cable.level == 'U' else f'DECL: {cable.moment:%m/%d}/{cable.moment.year + 10}'}",
        f"TAGS: {cable.tags}",
        f"SUBJECT: {cable.subject}",
        *(f"{'     ' if n else 'REF: '}{'ABC'[n]}. {text}" for n, text in enumerate(cable.references)),
        "",
    ]
    if cable.level != "U":
        lines += ["Classified By: Ambassador Miriam Quayle, for reasons 1.4 (b)", "and (d).", ""]
    text = "In short: " * corrected + cable.text
    lines += [
        fill(f"{max(part, 1)}. ({cable.level}) {text}", width),
        "",
        "QUAYLE",
        "BT",
        f"#{cable.number:04}",
        "",
        "NNNN",
    ]
    return "\n".join(lines) + "\n"


def write(folder: Path) -> int:
    """Write the archive into a folder; how many files there are."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {}
    for index, cable in enumerate(cables()):
        name = f"{cable.moment:%Y-%m-%d}-{cable.post.replace(' ', '')}-{cable.number}"
        if index in (40, 90):  # in two sections
            files |= {f"{name}-{part}": written(cable, part, 2) for part in (1, 2)}
        elif index == 120:  # in three, of which the second was lost
            files |= {f"{name}-{part}": written(cable, part, 3) for part in (1, 3)}
        else:
            files[name] = written(cable)
        if index in (33, 77, 150):  # the same again, from a copy with narrower lines
            files[f"{name}-again"] = written(cable, width=50)
        if index == 130:
            files[f"{name}-corrected"] = written(cable, corrected=True)
    for name, text in files.items():
        (folder / f"{name}.txt").write_bytes(text.encode("ascii"))
    return len(files)


if __name__ == "__main__":
    print(write(Path(sys.argv[1])), "files")
