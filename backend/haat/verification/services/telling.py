"""Letting the brands and the platform's audit know what happened to an entity, in the same transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit import services as audit
from haat.core import events
from haat.tenancy import queries as tenancy_queries
from haat.tenancy.context import brand_scope
from haat.verification.models import Presence
from haat.verification.types import EntityChanged

if TYPE_CHECKING:
    from haat.core.events import Event
    from haat.verification.models import SellerEntity


def tell_brands(entity: SellerEntity, *facts: Event) -> None:
    """Publish facts in every brand the entity sells on: each brand has an outbox of its own."""
    for presence in Presence.objects.filter(entity=entity).select_related("brand").order_by("created_at"):
        with brand_scope(presence.brand):
            for fact in facts:
                events.publish(fact)


def changed(entity: SellerEntity) -> EntityChanged:
    return EntityChanged(entity_id=str(entity.pk))


def note(action: str, entity: SellerEntity, *, before: Any = None, after: Any = None, reason: str = "") -> None:
    """A line in the platform's own audit log, which lives in the house brand."""
    with brand_scope(tenancy_queries.house()):
        audit.record(action, entity, before=before, after=after, reason=reason)
