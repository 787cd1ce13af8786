"""The clock of a simulation: it stands still, and moves when something happens. Haat, simulator and database rows follow it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import time_machine

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = datetime(2026, 6, 3, 9, 30, tzinfo=UTC)


class Moment:
    def __init__(self, traveller: Any) -> None:
        self.traveller = traveller
        self.at = BEGIN

    def pass_by(self, **much: float) -> None:
        self.to(self.at + timedelta(**much))

    def to(self, at: datetime) -> None:
        self.at = at
        self.traveller.move_to(at, tick=False)


@contextmanager
def frozen() -> Iterator[Moment]:
    with time_machine.travel(BEGIN, tick=False) as traveller:
        yield Moment(traveller)
