"""Jobs of stock."""

from __future__ import annotations

from uuid import UUID

from haat.core import clock
from haat.core.jobs import job
from haat.inventory import services


@job("inventory.recount")
def recount(offer_id: str) -> None:
    """A drop was claimed from or given back: say how it stands once all of that is committed."""
    services.tell(offer_id=UUID(offer_id), at=clock.now())


@job("inventory.open_drops")
def open_drops() -> None:
    services.open_due(at=clock.now())
