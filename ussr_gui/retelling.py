"""Lessons that come along, in the person's language: their words are in the catalogues, as those of the window are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from ussr_gui.language import LANGUAGE, SOURCE, entry

CONTEXT = "lessons"
"""Under which the catalogues keep what lessons say."""
TOLD = ("title", "about", "heading", "caption", "name", "facts", "words", "answers", "explanation")
"""Fields of a lesson, and of what it is made of, that a person reads."""
Record = TypeVar("Record")


def retold(record: Record) -> Record:
    """A lesson, or its heading, with every sentence in the language of the window that is known in it."""
    return record if LANGUAGE == SOURCE else _retold(record, False)


def told_in(record: object, read: bool = False) -> Iterator[str]:
    """All that a lesson says."""
    if isinstance(record, str):
        yield from [record] if read else []
    elif isinstance(record, tuple | list):
        for one in record:
            yield from told_in(one, read)
    elif is_dataclass(record):
        for field in fields(record):
            yield from told_in(getattr(record, field.name), field.name in TOLD)


def _retold(record: Any, read: bool) -> Any:  # noqa: ANN401 - whatever a lesson is made of
    if isinstance(record, str):
        return (entry(CONTEXT, record) or record) if read else record
    if isinstance(record, tuple):
        return tuple(_retold(one, read) for one in record)
    if is_dataclass(record) and not isinstance(record, type):
        return replace(
            record, **{field.name: _retold(getattr(record, field.name), field.name in TOLD) for field in fields(record)}
        )
    return record
