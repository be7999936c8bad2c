"""Files into a queue, as they are found: nobody waits for the end of a search, and no list of all files is held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ussr_engine.batch import naming, treating
from ussr_engine.batch.items import TEMPLATE, Treatment
from ussr_engine.batch.queue import Queue
from ussr_engine.batch.search import found

AT_ONCE = 100
"""Files that are entered together."""


@dataclass
class Filling:
    """What is to be added to a queue, and what was passed over so far.

    ``paths`` are files and folders, ``folder`` is where results go, ``named`` whether the names of the given folders
    are part of the way to them.
    """

    paths: Sequence[str]
    treatments: Sequence[Treatment]
    folder: Path
    template: str = TEMPLATE
    named: bool = False
    weights: str | None = None
    left_out: Counter[str] = field(default_factory=Counter)
    known: int = 0
    """Items that stood there already."""

    def into(self, queue: Queue) -> Generator[list[int], None, None]:
        """Add, and yield the numbers of new items some at a time.

        Raises
        ------
        BadRequest
            For treatments and templates that cannot be carried out; nothing is added then.
        """
        naming.checked(self.template)
        settled = [(one, *treating.settled(one, self.weights)) for one in self.treatments]
        with queue.at_once():
            ids = [queue.treatment(record, title) for _, record, title in settled]
        search = found(self.paths, self.left_out, self.folder, self.named)
        while some := list(islice(search, AT_ONCE)):
            numbers = []
            with queue.at_once():
                for file in some:
                    for treatment, (one, _, _) in zip(ids, settled, strict=True):
                        target = naming.target(self.folder, file, one, self.template)
                        number = queue.add(file, treatment, target)
                        if number is None:
                            self.known += 1
                        else:
                            numbers.append(number)
            yield numbers
