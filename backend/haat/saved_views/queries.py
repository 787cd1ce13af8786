"""A person's own views of a list; nobody else's are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import NotFound
from haat.saved_views.models import SavedView

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

PLACES = ("products", "reviews")


def views(*, user_id: UUID, seller_id: UUID | None, place: str = "") -> QuerySet[SavedView]:
    rows = SavedView.objects.filter(user_id=user_id, seller_id=seller_id)
    return rows.filter(place=place) if place else rows


def view(*, user_id: UUID, seller_id: UUID | None, view_id: UUID) -> SavedView:
    """Raises NotFound, also for somebody else's."""
    found = views(user_id=user_id, seller_id=seller_id).filter(pk=view_id).first()
    if found is None:
        raise NotFound("There is no such view.")
    return found
