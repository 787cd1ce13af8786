"""Reads of seller entities: only ever called outside a brand, whose role cannot see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import NotFound
from haat.verification.models import SellerEntity
from haat.verification.types import EntitySnapshot

if TYPE_CHECKING:
    from uuid import UUID


def entity(entity_id: UUID | str) -> SellerEntity:
    """Raises NotFound."""
    found = SellerEntity.objects.filter(pk=entity_id).first()
    if found is None:
        raise NotFound("There is no such seller entity.")
    return found


def snapshot(entity_id: UUID | str) -> EntitySnapshot:
    """What a brand may keep of an entity. Raises NotFound."""
    row = entity(entity_id)
    return EntitySnapshot(
        entity_id=str(row.pk), status=row.status, legal_name=row.legal_name, holder_type=row.holder_type,
        pan_last4=row.pan_last4, gst_status=row.gst_status, gstin=row.gstin, state=row.state, address=row.address,
        city=row.city, pin=row.pin,
    )  # fmt: skip
