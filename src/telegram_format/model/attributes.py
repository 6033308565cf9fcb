"""Further facts of a telegram by name, for what has no field of its own."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping


class Attributes(Mapping[str, str]):
    """An unchanging mapping of names to text, in order; equal and hashed by content."""

    __slots__ = ("_items",)

    _items: dict[str, str]

    def __init__(self, items: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        object.__setattr__(self, "_items", dict(items))

    def __getitem__(self, name: str) -> str:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def items(self) -> ItemsView[str, str]:
        """Names with their text, as those of a `dict`."""
        return self._items.items()

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Attributes do not change; make new ones")

    def __repr__(self) -> str:
        return f"Attributes({self._items!r})"

    def __reduce__(self) -> tuple[type[Attributes], tuple[dict[str, str]]]:
        return type(self), (self._items,)


NO_ATTRIBUTES = Attributes()
