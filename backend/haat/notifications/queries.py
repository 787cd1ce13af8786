"""Reads of messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.notifications.models import Notification

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet


def messages_to(customer_id: UUID) -> QuerySet[Notification]:
    """What a customer was told, newest first."""
    return Notification.objects.filter(audience="customer", owner_id=customer_id).order_by("-created_at", "-id")


def was_told(*, fact: str, template: str) -> bool:
    """Whether anybody was told of this fact."""
    return Notification.objects.filter(key__startswith=f"{fact}:{template}:").exists()
