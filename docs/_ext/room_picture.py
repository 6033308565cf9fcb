"""The picture of the rooms: who knows whom, drawn from the table that the tests hold.

Strategy: a room stands one layer above the highest room that it knows, so all arrows point down. An arrow that follows
from others is left out. An arrow that passes layers gets a lane in each; rooms and lanes move to the middle of what
they are joined to, layer by layer, until nothing moves much. Colours are the theme's variables, so light and dark are
one picture.
"""

from __future__ import annotations

import ast
from itertools import pairwise
from math import inf
from pathlib import Path

_TABLE = Path(__file__).parents[2] / "tests" / "test_rooms.py"
_PACKAGE = "telegram_format"
_KINDS = {
    "outside": (
        "what users call",
        {_PACKAGE, "cli", "__main__", "api", "many", "isolation", "testing", "usmtf", "examples"},
    ),
    "systems": ("other systems", {"corpus", "exports", "interchange", "streams", "views"}),
    "variants": ("variants of telegrams", {"readers", "carriers", "writers", "grammar", "kit", "registry", "built_in"}),
    "values": ("what a telegram says", {"model", "vocab", "spelling"}),
    "rooms": ("how it is read", set[str]()),
}
"""Class of a room → what the key says, and the rooms; the last one is for all others."""

_WIDTH, _ROW, _BOX, _MARGIN, _KEY = 760.0, 66.0, 30.0, 16.0, 44.0
_LANE, _GAP, _LETTER = 14.0, 18.0, 7.6
_SWEEPS = 60

Point = str | tuple[str, str, int]
"""A room, or the lane of an arrow (from, to) in a layer."""


def table() -> dict[str, set[str]]:
    """Room → rooms it knows, as the test's source says; the package stands under its own name."""
    known: dict[str, dict[str, set[str]]] = {}
    for node in ast.parse(_TABLE.read_bytes()).body:
        targets = (
            [node.target] if isinstance(node, ast.AnnAssign) else node.targets if isinstance(node, ast.Assign) else []
        )
        if any(isinstance(target, ast.Name) and target.id in ("INNER", "ROOMS") for target in targets):
            exec(
                compile(ast.Module([node], []), str(_TABLE), "exec", dont_inherit=True),
                {"dict": dict, "set": set, "str": str},
                known,
            )
    named = {"": _PACKAGE, "__init__": _PACKAGE}
    return {named.get(room, room): {named.get(one, one) for one in rooms} for room, rooms in known["ROOMS"].items()}


def layers(rooms: dict[str, set[str]]) -> dict[str, int]:
    """How high each room stands; those that know nobody stand at 0."""
    found: dict[str, int] = {}

    def height(room: str) -> int:
        if room not in found:
            found[room] = max((height(known) + 1 for known in rooms[room]), default=0)
        return found[room]

    for room in rooms:
        height(room)
    return found


def arrows(rooms: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Who knows whom, without what follows from other arrows."""
    reach: dict[str, set[str]] = {}

    def reached(room: str) -> set[str]:
        if room not in reach:
            reach[room] = rooms[room].union(*(reached(known) for known in rooms[room]))
        return reach[room]

    return [
        (room, known)
        for room in sorted(rooms)
        for known in sorted(rooms[room])
        if not any(known in reached(other) for other in rooms[room] - {known})
    ]


def picture() -> str:
    """The picture as an SVG element for a page."""
    rooms = table()
    height = layers(rooms)
    ways = [way(arrow, height) for arrow in arrows(rooms)]
    rows = [[room for room in sorted(rooms) if height[room] == layer] for layer in range(max(height.values()) + 1)]
    levels: list[list[Point]] = [[*row] for row in rows]
    for points in ways:
        for point in points[1:-1]:
            levels[point[2]].append(point)  # type: ignore[arg-type, index]
    places = placed(levels, ways)
    top = {point: (len(levels) - 1 - layer) * _ROW + _MARGIN for layer, level in enumerate(levels) for point in level}
    drawn = [arrow_path(points, places, top) for points in ways]
    drawn += [box(room, places[room], top[room], rooms[room]) for room in sorted(rooms)]
    total = len(levels) * _ROW + _KEY
    return (
        f'<svg class="tf-rooms" viewBox="0 0 {_WIDTH:g} {total:g}" role="img" aria-labelledby="tf-rooms-title">\n'
        f'<title id="tf-rooms-title">The rooms of the library; arrows lead to the rooms that a room knows</title>\n'
        '<defs><marker id="tf-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">'
        '<path d="M0 0L8 4L0 8z"/></marker></defs>\n' + "\n".join(drawn) + f"\n{key(total - _KEY / 2)}\n</svg>"
    )


def way(arrow: tuple[str, str], height: dict[str, int]) -> list[Point]:
    """The points of an arrow: its room, a lane in each layer that it passes, the room it leads to."""
    upper, lower = arrow
    return [upper, *((upper, lower, layer) for layer in range(height[upper] - 1, height[lower], -1)), lower]


def placed(levels: list[list[Point]], ways: list[list[Point]]) -> dict[Point, float]:
    """The middle of each point, from left to right."""
    beside: dict[Point, list[Point]] = {point: [] for level in levels for point in level}
    for points in ways:
        for one, other in pairwise(points):
            beside[one].append(other)
            beside[other].append(one)
    places: dict[Point, float] = {}
    for level in levels:
        places.update({point: _WIDTH * (at + 1) / (len(level) + 1) for at, point in enumerate(level)})
    for sweep in range(_SWEEPS):
        for level in levels if sweep % 2 else reversed(levels):
            wanted = {point: mean([places[one] for one in beside[point]], places[point]) for point in level}
            spread(sorted(level, key=wanted.__getitem__), wanted, places)
    left = min(places[point] - wide(point) / 2 for point in places)
    right = max(places[point] + wide(point) / 2 for point in places)
    return {point: at + (_WIDTH - left - right) / 2 for point, at in places.items()}


def mean(values: list[float], otherwise: float) -> float:
    """The middle of some places."""
    return sum(values) / len(values) if values else otherwise


def spread(level: list[Point], wanted: dict[Point, float], places: dict[Point, float]) -> None:
    """Put the points of a layer near where they want to be, none over another, all inside the picture.

    Half-way between pushing to the right only and to the left only, which keeps the distances of both.
    """
    right = pushed(level, wanted, -inf)
    left = pushed(level[::-1], negative(wanted), -inf)
    half = {point: (right[point] - left[point]) / 2 for point in level}
    inside = pushed(level, half, _MARGIN)
    places.update({point: -at for point, at in pushed(level[::-1], negative(inside), _MARGIN - _WIDTH).items()})


def negative(places: dict[Point, float]) -> dict[Point, float]:
    """Places counted from right to left."""
    return {point: -at for point, at in places.items()}


def pushed(level: list[Point], wanted: dict[Point, float], edge: float) -> dict[Point, float]:
    """Places of points in their order, none before the edge, each at least where it wants to be."""
    places = {}
    for point in level:
        half = wide(point) / 2
        places[point] = max(wanted[point], edge + half)
        edge = places[point] + half + _GAP
    return places


def wide(point: Point) -> float:
    """How wide a room or a lane is."""
    return len(point) * _LETTER + 26 if isinstance(point, str) else _LANE


def arrow_path(points: list[Point], places: dict[Point, float], top: dict[Point, float]) -> str:
    """An arrow from the lower edge of a room to the upper edge of another."""
    at, down = places[points[0]], top[points[0]] + _BOX
    path = f"M{at:.1f} {down:.1f}"
    for point in points[1:]:
        goal, upper = places[point], top[point]
        middle = (down + upper) / 2
        path += f"C{at:.1f} {middle:.1f} {goal:.1f} {middle:.1f} {goal:.1f} {upper:.1f}"
        at, down = goal, upper
        if not isinstance(point, str):
            down = upper + _BOX
            path += f"V{down:.1f}"
    return f'<path class="tf-arrow" d="{path}"/>'


def box(room: str, middle: float, top: float, known: set[str]) -> str:
    """A room with its name; what it knows is its title."""
    kind = next((kind for kind, (_, rooms) in _KINDS.items() if room in rooms), "rooms")
    knows = ", ".join(sorted(known)) or "nobody"
    width = wide(room)
    return (
        f'<g class="tf-{kind}"><title>{room} knows {knows}</title>'
        f'<rect x="{middle - width / 2:.1f}" y="{top:.1f}" width="{width:.1f}" height="{_BOX:g}" rx="4"/>'
        f'<text x="{middle:.1f}" y="{top + _BOX / 2 + 4.5:.1f}">{room}</text></g>'
    )


def key(top: float) -> str:
    """What the colours mean."""
    drawn = []
    at = _MARGIN
    for kind, (words, _) in _KINDS.items():
        drawn.append(
            f'<g class="tf-{kind} tf-key"><rect x="{at:.1f}" y="{top - 10:.1f}" width="14" height="14" rx="3"/>'
            f'<text x="{at + 20:.1f}" y="{top + 1:.1f}">{words}</text></g>'
        )
        at += len(words) * 6.4 + 42
    return "\n".join(drawn)
