"""Two plots of a corpus: traffic by month, and what it was about. Needs matplotlib.

python plot_archive.py TABLES FOLDER
"""

import sys
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt

from telegram_format import corpus

TRAFFIC = """
SELECT date_trunc('month', date)::DATE AS month, count(DISTINCT message_id) AS telegrams
FROM telegrams GROUP BY month ORDER BY month
"""
SHARES = """
SELECT date_trunc('quarter', date)::DATE AS quarter,
    avg(list_contains(tags, {code: $code, kind: 'subject'})::INT) AS share
FROM telegrams GROUP BY quarter ORDER BY quarter
"""
LINES = {"EAID": ("-", "#0072b2"), "EWWT": ("--", "#d55e00"), "PGOV": (":", "#009e73"), "ETRD": ("-.", "#555555")}


def traffic(tables, path):
    months, counts = zip(*tables.sql(TRAFFIC).fetchall(), strict=True)
    _, axes = plt.subplots(figsize=(7, 2.6))
    axes.bar(months, counts, width=24, color="#0072b2")
    axes.set_ylabel("telegrams a month")
    finish(axes, path)


def shares(tables, path):
    _, axes = plt.subplots(figsize=(7, 2.8))
    for code, (line, colour) in LINES.items():
        quarters, share = zip(*tables.sql(SHARES, {"code": code}).fetchall(), strict=True)
        axes.plot(quarters, [100 * each for each in share], line, color=colour, label=code)
    axes.set_ylabel("% of telegrams")
    axes.legend(ncols=len(LINES), frameon=False, loc="lower left", bbox_to_anchor=(0, 1))
    finish(axes, path)


def finish(axes, path):
    axes.set_ylim(bottom=0)
    axes.spines[["top", "right"]].set_visible(False)
    plt.tight_layout()
    plt.savefig(path, metadata={"Date": None})


if __name__ == "__main__":
    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "telegrams", "svg.fonttype": "none", "font.size": 9})
    folder = Path(sys.argv[2])
    with corpus.open(sys.argv[1]) as tables:
        traffic(tables, folder / "query-traffic.svg")
        shares(tables, folder / "query-tags.svg")
