"""One row of the table of actions."""

from __future__ import annotations

from dataclasses import dataclass

from ussr_gui.language import tr

MENUS = ("File", "Edit", "View", "Compare", "Measure", "Train", "Tools", "Help")
"""The menu row, by the names that the rows below give."""


def with_key(menu: str) -> str:
    """A menu of the row in words, with "&" before the letter that opens it while Alt is held."""
    return tr(f"&{menu}")


def in_words(menu: str) -> str:
    """A menu, or one within a menu, in words."""
    return with_key(menu).replace("&", "") if menu in MENUS else tr(menu)


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
        return " › ".join(in_words(part) for part in self.menu.split("/"))

    @property
    def title(self) -> str:
        """Its words as a sentence names them; those of a menu within a menu say which."""
        return self.text.rstrip("…") + (f" ({self.path})" if "/" in self.menu else "")
