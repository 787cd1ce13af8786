"""Every product's address, for programs that read the whole shop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.search.models import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = 5_000


def addresses(page: int) -> Sequence[dict[str, Any]]:
    """Slugs with the time of the last change, in an order that stays; `page` from 1. An empty list is the end."""
    rows = Document.objects.exclude(card={}).order_by("pk").values_list("card__slug", "updated_at")
    start = (page - 1) * PAGE
    return [{"slug": slug, "updated_at": at} for slug, at in rows[start : start + PAGE]]
