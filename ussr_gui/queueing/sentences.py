"""What is said of the queue as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from ussr_engine.batch.items import State
from ussr_engine.batch.news import QueueSearched
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr


def search_in_words(event: QueueSearched) -> str:
    """How far folders have been searched."""
    passed = ", ".join(f"{interpreted(reason)} ({count})" for reason, count in sorted(event.left_out.items()) if count)
    words = tr("{added} added").format(added=event.added)
    if not event.over:
        words = tr("Looking for scans: {words}").format(words=words)
    if event.known:
        words += ", " + tr("{known} stood there already").format(known=event.known)
    return " ".join([f"{words}.", *([tr("Passed over: {passed}.").format(passed=passed)] if passed else [])])


def end_in_words(counts: Mapping[str, int]) -> str:
    """What came of the queue."""
    words = tr("The queue is done: {count} enlarged").format(count=counts[State.DONE.value])
    failed = counts[State.FAILED.value]
    return words + (", " + tr("{count} failed").format(count=failed) if failed else "")


def counts_in_words(counts: Mapping[str, int]) -> list[str]:
    """How many are done, and how many are not as they should be."""
    total = sum(counts.values())
    parts = [tr("{done} of {total} done").format(done=counts[State.DONE.value], total=total)] if total else []
    for state in (State.FAILED, State.SKIPPED):
        if count := counts.get(state.value, 0):
            parts.append(f"{count} {interpreted(state.value)}")
    return parts
