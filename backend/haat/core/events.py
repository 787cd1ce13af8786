"""Facts that other apps react to. Publishing writes one job a reaction, in the transaction of the fact.

`haat.wiring` is the only place that says who reacts.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, ClassVar

from django.db import transaction

from haat.core import jobs
from haat.core.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Event:
    """Base of facts; fields are ids and plain values."""

    topic: ClassVar[str] = ""
    private: ClassVar[tuple[str, ...]] = ()  # fields about a person: sealed while they wait


_reactions: dict[type[Event], list[str]] = defaultdict(list)
_at_once: dict[type[Event], list[Callable[[Sequence[Event]], None]]] = defaultdict(list)
_waiting = threading.local()


def on(event: type[Event], *job_names: str) -> None:
    """Let jobs react to an event; they get its fields as arguments."""
    for name in job_names:
        if name not in _reactions[event]:
            _reactions[event].append(name)


def at_once(event: type[Event], react: Callable[[Sequence[Event]], None]) -> None:
    """Also react right after the commit, in the process of the cause, once for all such events of a transaction.

    It is lost when the process dies there, so a job must do the same; it may do it again.
    """
    if react not in _at_once[event]:
        _at_once[event].append(react)


def publish(event: Event) -> None:
    fields = asdict(event)
    hidden = {field: fields.pop(field) for field in event.private}
    jobs.enqueue_all(_reactions[type(event)], private=hidden, **fields)
    for react in _at_once[type(event)]:
        _after_commit(react, event)


def _after_commit(react: Callable[[Sequence[Event]], None], event: Event) -> None:
    """The first callback takes all events; those of a transaction that was rolled back only cause needless work."""
    waiting = _queues().setdefault((connection.schema_name, react), [])
    waiting.append(event)
    schema = connection.schema_name

    def run() -> None:
        events = _queues().pop((schema, react), [])
        if events and connection.schema_name == schema:
            react(events)

    transaction.on_commit(run, robust=True)


def _queues() -> dict[tuple[str, object], list[Event]]:
    """Of this thread: a connection, and so a transaction, belongs to one."""
    if not hasattr(_waiting, "queues"):
        _waiting.queues = {}
    queues: dict[tuple[str, object], list[Event]] = _waiting.queues
    return queues
