"""Reads of exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import NotFound
from haat.imports.models import Export

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def exports(*, seller: Seller | None) -> QuerySet[Export]:
    """Those of one shop, or of the brand's staff. Newest first."""
    return Export.objects.filter(seller=seller).order_by("-created_at", "-pk")


def export(*, seller: Seller | None, export_id: UUID) -> Export:
    """Raises NotFound, also for another shop's."""
    found = exports(seller=seller).filter(pk=export_id).first()
    if found is None:
        raise NotFound("There is no such file of yours.")
    return found
