"""Changing a seller's state: lock, check, write, audit, tell. Every verb of this app goes through here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.audit import services as audit
from haat.core import events, jobs
from haat.core.errors import DomainError, InvalidInput
from haat.sellers.models import Seller
from haat.sellers.types import SellerActivated, SellerDeactivated

if TYPE_CHECKING:
    from collections.abc import Collection

S = Seller.Status
OFF_SALE = {S.PAUSED, S.SUSPENDED, S.TERMINATED}


class WrongSellerState(DomainError):
    code = "seller_state"


def locked(seller: Seller, *, within: Collection[str], verb: str) -> Seller:
    """The seller's row, held until the end of the transaction. Raises WrongSellerState in any other state."""
    row = Seller.objects.select_for_update().get(pk=seller.pk)
    if row.status not in within:
        raise WrongSellerState(f"{row.name} is {row.status} and cannot be {verb} now.")
    return row


def require_reason(reason: str) -> None:
    if not reason.strip():
        sentence = "Give a reason: the seller reads it and has to know what to do."
        raise InvalidInput(sentence, details={"reason": [sentence]})


def move(seller: Seller, status: str, *, action: str, reason: str = "", fields: Collection[str] = ()) -> Seller:
    """Put a locked seller into a state; `fields` are saved with it. Tells who sells, who does not any more."""
    before, seller.status, seller.decision_reason = seller.status, status, reason
    seller.save(update_fields=["status", "decision_reason", *fields, "updated_at"])
    audit.record(action, seller, before={"status": before}, after={"status": status}, reason=reason)
    if status == S.ACTIVE and before != S.ACTIVE:
        events.publish(SellerActivated(seller_id=str(seller.pk)))
        if not seller.is_payable:
            jobs.enqueue("sellers.create_linked_account", seller_id=seller.pk, unique_key=str(seller.pk))
    if status in OFF_SALE and before not in OFF_SALE:
        events.publish(SellerDeactivated(seller_id=str(seller.pk), status=status, reason=reason))
    return seller
