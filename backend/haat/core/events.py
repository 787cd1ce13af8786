"""Facts that other apps react to. Publishing writes one job a reaction, in the transaction of the fact.

`haat.wiring` is the only place that says who reacts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import ClassVar

from haat.core import jobs


@dataclass(frozen=True, slots=True)
class Event:
    """Base of facts; fields are ids and plain values."""

    topic: ClassVar[str] = ""
    private: ClassVar[tuple[str, ...]] = ()  # fields about a person: sealed while they wait


_reactions: dict[type[Event], list[str]] = defaultdict(list)


def on(event: type[Event], *job_names: str) -> None:
    """Let jobs react to an event; they get its fields as arguments."""
    for name in job_names:
        if name not in _reactions[event]:
            _reactions[event].append(name)


def publish(event: Event) -> None:
    for name in _reactions[type(event)]:
        fields = asdict(event)
        hidden = {field: fields.pop(field) for field in event.private}
        jobs.enqueue(name, private=hidden, **fields)
