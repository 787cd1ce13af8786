"""Reads of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.content.models import Page
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from django.db.models import QuerySet


def pages() -> QuerySet[Page]:
    """What the shop shows, in its order."""
    return Page.objects.filter(archived_at=None).order_by("position", "title")


def page(*, slug: str) -> Page:
    """Raises NotFound."""
    found = pages().filter(slug=slug).first()
    if found is None:
        raise NotFound("This page is not there.")
    return found
