"""The words that invented telegrams are made of.

Strategy: a sentence is a beginning, a verb and an end, each from a short list, so that it costs three choices and
shrinks to the first of each. The lists hold what real text holds and readers trip over: figures in mid-sentence,
quotes, hyphens, parentheses, apostrophes. Left out is what no reader could tell from layout: a figure or a single
letter before a full stop, a label, a word that opens a summary.
"""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

BEGINNINGS = (
    "The growers",
    "Post",
    "Two ferries",
    "Minister Lucan Verrall",
    "The far-off mills",
    'A deputy of the "Open Water" list',
    "Councillor Aurel O'Dell (lower town)",
    "On March 4 the mayor",
    "Some 340 households",
)
BEGINNINGS_BEYOND_ASCII = ("The café owners", "Señor Ibáñez", "The “quiet” season")

VERBS = (
    "asked for",
    "spoke of",
    "did not mention",
    "will pay 1,200 crowns for",
    "counted on",
    "hopes (again) to see",
    "lost 3.5 percent of",
    "has had enough of",
)
VERBS_BEYOND_ASCII = ("naïvely praised", "paid 12 € for")

ENDS = (
    "pumps",
    "the old mole",
    "a lease of forty years",
    "steel by rail",
    '"nothing at all"',
    "the survey (in draft)",
    "the co-op's books",
    "clean water; nobody else did",
    "the ministry's promise, and of the bridge",
)
ENDS_BEYOND_ASCII = ("the Łęba ferry", "a jar of crème fraîche")

SUBJECTS = (
    "HARBOUR TALKS",
    "THE GROWERS' MARCH",
    "FLOOD RELIEF AFTER THE COLLAPSE OF THE ALDER BRIDGE",
    "Mayor asks for pumps",
    "2008 STEEL FIGURES (PART 2 OF 3)",
    '"OPEN WATER" LIST IN A LEASE-OR-LOSE VOTE',
    "WATER, STEEL AND RAIL",
)
SUBJECTS_BEYOND_ASCII = ("CAFÉ OWNERS AND THE “QUIET” SEASON",)

REMAINDERS = (
    "FIRST FIGURES",
    "MINISTER OFFERS A LEASE AND ASKS FOR DREDGERS",
    "NO END IN SIGHT",
    "what the lower town expects",
)

HEADINGS = (
    "WHAT WAS OFFERED",
    "A LEASE NOBODY HAS PRICED",
    "The Lower Town",
    "WATER, STEEL AND RAIL: NEXT STEPS",
    "Who Pays",
    "THE 2008 MARCH",
)
HEADINGS_BEYOND_ASCII = ("LE CAFÉ DU PORT",)

SURNAMES = ("QUAYLE", "FINCH", "MARLOWE", "HOLLOWAY", "TENNANT", "MARCHBANK", "O'DELL", "ASHE-VERRALL")
NAMES = (
    "Miriam Quayle",
    "Aurel Finch",
    "Tessa R. Holloway",
    "Odile Marchbank",
    "Ruben Castellane",
    "Anne Ashe-Verrall",
)
PERSONS = ("MARLOWE, ESTHER", "VERRALL, LUCAN", "ASHE-VERRALL, ANNE", "O'DELL, AUREL")


@cache
def sentences(*, ascii_only: bool = True) -> st.SearchStrategy[str]:
    """A sentence with its full stop."""
    return _pieces(ascii_only).map(lambda words: " ".join(words) + ".")


@cache
def clauses(*, ascii_only: bool = True) -> st.SearchStrategy[str]:
    """A sentence without its full stop."""
    return _pieces(ascii_only).map(" ".join)


def _pieces(ascii_only: bool) -> st.SearchStrategy[tuple[str, str, str]]:
    return st.tuples(
        st.sampled_from(BEGINNINGS if ascii_only else BEGINNINGS + BEGINNINGS_BEYOND_ASCII),
        st.sampled_from(VERBS if ascii_only else VERBS + VERBS_BEYOND_ASCII),
        st.sampled_from(ENDS if ascii_only else ENDS + ENDS_BEYOND_ASCII),
    )


@cache
def texts(*, ascii_only: bool = True, most: int = 3) -> st.SearchStrategy[str]:
    """One to `most` sentences."""
    return st.lists(sentences(ascii_only=ascii_only), min_size=1, max_size=most).map(" ".join)
