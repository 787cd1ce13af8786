"""What brand staff decide about a seller, and what follows from a verifier's decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.core import events
from haat.sellers.models import Seller
from haat.sellers.services import snapshots
from haat.sellers.services.moves import S, WrongSellerState, locked, move, require_reason
from haat.sellers.types import SellerApproved
from haat.tenancy.context import public_scope
from haat.verification import queries as verification_queries

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@transaction.atomic
def approve(*, seller: Seller, reason: str = "", at: datetime) -> Seller:
    """The brand wants this seller. It is active at once when its entity is verified, and `approved` until then."""
    seller = locked(seller, within=[S.APPLIED], verb="approved")
    if seller.submitted_at is None:
        raise WrongSellerState(f"{seller.name} has not sent the application in yet.")
    seller.approved_at = at
    target = S.ACTIVE if seller.entity_status == "verified" else S.APPROVED
    events.publish(SellerApproved(seller_id=str(seller.pk)))
    return move(seller, target, action="seller.approved", reason=reason, fields=["approved_at"])


@transaction.atomic
def reject(*, seller: Seller, reason: str) -> Seller:
    """The brand does not want this seller."""
    require_reason(reason)
    seller = locked(seller, within=[S.APPLIED, S.APPROVED], verb="rejected")
    return move(seller, S.TERMINATED, action="seller.rejected", reason=reason)


@transaction.atomic
def suspend(*, seller: Seller, reason: str) -> Seller:
    """Take a seller off sale. Orders that were placed before still have to be sent."""
    require_reason(reason)
    seller = locked(seller, within=[S.APPROVED, S.ACTIVE, S.PAUSED], verb="suspended")
    return move(seller, S.SUSPENDED, action="seller.suspended", reason=reason)


@transaction.atomic
def reactivate(*, seller: Seller, reason: str = "") -> Seller:
    """Let a suspended seller sell again. Raises WrongSellerState while its entity is not verified."""
    seller = locked(seller, within=[S.SUSPENDED], verb="reactivated")
    if seller.entity_status != "verified":
        raise WrongSellerState(
            f"The platform has not verified {seller.name} (it is {seller.entity_status.replace('_', ' ')}). "
            "It can be reactivated when that is done."
        )
    return move(seller, S.ACTIVE, action="seller.reactivated", reason=reason)


@transaction.atomic
def follow_entity(*, entity_id: UUID | str) -> None:
    """Bring the brand's copy of an entity in line, and the seller's state with it. Repeatable."""
    with public_scope():
        snapshot = verification_queries.snapshot(entity_id)
    seller = Seller.objects.select_for_update().filter(entity_id=entity_id).first()
    if seller is None:
        return
    snapshots.copy(seller, snapshot)
    if snapshot.status == "verified" and seller.status == S.APPROVED:
        move(seller, S.ACTIVE, action="seller.activated", fields=snapshots.FIELDS)
    elif snapshot.status != "verified" and seller.status in {S.ACTIVE, S.PAUSED}:
        why = snapshot.reason or "The platform has withdrawn the verification."
        move(seller, S.SUSPENDED, action="seller.suspended", reason=why, fields=snapshots.FIELDS)
    else:
        seller.save(update_fields=[*snapshots.FIELDS, "updated_at"])
