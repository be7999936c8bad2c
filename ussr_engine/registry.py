"""The roll of interchangeable parts: backbones, recipes, degradations.  Unknown names answer with the nearest known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ussr_engine.errors import BadRequest
from ussr_engine.knobs import nearest
from ussr_engine.protocols import Backbone, Degradation, Recipe

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One part as it introduces itself."""

    name: str
    title: str
    options: type[object]
    """Frozen dataclass of its knobs."""
    reference: str
    """Paper or standard."""
    make: Callable[..., T]


class Registry(Generic[T]):
    """Parts of one kind by name, in the order of the catalogue."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._entries: dict[str, Entry[T]] = {}

    def add(
        self, name: str, *, title: str, options: type[object], reference: str
    ) -> Callable[[Callable[..., T]], Callable[..., T]]:
        """Decorate a class to enter it; a name can be taken once."""

        def enter(make: Callable[..., T]) -> Callable[..., T]:
            if name in self._entries:
                raise ValueError(f"the {self.kind} {name!r} is entered twice")
            self._entries[name] = Entry(name, title, options, reference, make)
            return make

        return enter

    def __getitem__(self, name: str) -> Entry[T]:
        if name not in self._entries:
            raise BadRequest(f"No {self.kind} is named {name!r}.{nearest(name, self._entries)}")
        return self._entries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)


BACKBONES: Registry[Backbone] = Registry("backbone")
RECIPES: Registry[Recipe] = Registry("recipe")
DEGRADATIONS: Registry[Degradation] = Registry("degradation")
