"""Documents of a customer who leaves: figures and place stay, for the tax office; who it was goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.documents.models import Addressee

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID


def erase_people(*, order_ids: Collection[UUID], at: datetime) -> int:
    """Blank who the documents of these orders are addressed to. Returns how many there were."""
    rows = Addressee.objects.filter(document__order_id__in=order_ids, erased_at=None)
    return rows.update(person="", erased_at=at, updated_at=at)
