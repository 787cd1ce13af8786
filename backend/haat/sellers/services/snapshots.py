"""The copy of the verified entity that a brand keeps on its seller."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from haat.sellers.models import Seller
    from haat.verification.types import EntitySnapshot

COPIED = ("legal_name", "holder_type", "pan_last4", "gst_status", "gstin", "state", "address", "city", "pin")
FIELDS = (*COPIED, "entity_status")


def copy(seller: Seller, snapshot: EntitySnapshot) -> None:
    """Bring the seller's copy in line, without saving."""
    for name in COPIED:
        setattr(seller, name, getattr(snapshot, name))
    seller.entity_status = snapshot.status
