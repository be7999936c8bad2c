"""One row of the table of actions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """One row: where it stands in the menus, its words, its keys and what it is for."""

    id: str
    menu: str
    text: str
    shortcut: str
    tip: str
    icon: str = ""
    group: str = ""
    """Actions of one group exclude each other."""
    checkable: bool = False
    optional: bool = False
    """Of its group none may be on."""
    rule: bool = False
    """A line above it in the menu."""
    repeats: bool = False
    """Goes on while the key is held."""
    also: tuple[str, ...] = ()
    """Further keys for the same."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that does it, unless the person has chosen others."""
        return (self.shortcut, *self.also)

    @property
    def path(self) -> str:
        """Its menu in words: "View › Colours"."""
        return self.menu.replace("/", " › ")

    @property
    def title(self) -> str:
        """Its words as a sentence names them; those of a menu within a menu say which."""
        return self.text.rstrip("…") + (f" ({self.path})" if "/" in self.menu else "")
