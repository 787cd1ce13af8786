"""The brand decides about changes; and whom it trusts to change without being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.catalog.models import Product, ProductChange, SellerTrust
from haat.catalog.queries import states
from haat.catalog.services import applying
from haat.catalog.services.announce import product_changed
from haat.catalog.services.decisions import check_complete
from haat.catalog.services.missing import refresh_missing
from haat.core.errors import DomainError, NotNow

if TYPE_CHECKING:
    from datetime import datetime

    from haat.sellers.models import Seller

Status = ProductChange.Status


class ChangeOutdated(DomainError):
    """The product is not what the change was written against; `details.fields` names what differs."""

    code = "change_outdated"


def approve_change(*, change: ProductChange, at: datetime) -> ProductChange:
    """Put a change into the shop. Raises ChangeOutdated, ProductIncomplete, NotNow."""
    with transaction.atomic():
        change, product = _locked(change)
        if outdated := outdated_fields(change, product):
            raise ChangeOutdated(
                f"“{product.title}” was changed after this edit was written ({', '.join(outdated)}). "
                "Compare it with the product as it is now, then decide again.",
                details={"fields": outdated},
            )
        applying.put(product, change.after, at=at)
        refresh_missing(product)
        check_complete(product)
        change.status, change.decided_at = Status.APPROVED, at
        change.save(update_fields=["status", "decided_at", "updated_at"])
        names = sorted(change.after)
        audit.record("product.change_approved", product, before={"fields": names}, after={"change": str(change.pk)})
        product_changed(product)
    return change


def reject_change(*, change: ProductChange, reason_code: str, reason: str, at: datetime) -> ProductChange:
    """Leave the shop as it is and tell the seller why; `reason` is what they read."""
    with transaction.atomic():
        change, product = _locked(change)
        change.status, change.decided_at = Status.REJECTED, at
        change.reason_code, change.reason = reason_code, reason
        change.save(update_fields=["status", "decided_at", "reason_code", "reason", "updated_at"])
        audit.record("product.change_rejected", product, after={"change": str(change.pk)}, reason=reason)
    return change


def rebase_change(*, change: ProductChange) -> ProductChange:
    """Set a waiting change against the product as it is now, so that staff see what it would do today."""
    with transaction.atomic():
        change, product = _locked(change)
        change.before = states.current(product, change.after)
        change.save(update_fields=["before", "updated_at"])
        audit.record("product.change_rebased", product, after={"change": str(change.pk)})
    return change


def outdated_fields(change: ProductChange, product: Product) -> list[str]:
    """Names of fields that were changed by somebody since the edit was written."""
    return sorted(states.differing(change.before, states.current(product, change.after)))


def set_trust(*, seller: Seller, is_trusted: bool | None) -> None:
    """Whether a seller's goods and edits go into the shop at once; None leaves it to the brand's own rule."""
    with transaction.atomic():
        before = SellerTrust.objects.filter(seller=seller).first()
        if is_trusted is None:
            SellerTrust.objects.filter(seller=seller).delete()
        else:
            SellerTrust.objects.update_or_create(seller=seller, defaults={"is_trusted": is_trusted})
        told = {"is_trusted": before.is_trusted if before else None}
        audit.record("seller.trust_changed", seller, before=told, after={"is_trusted": is_trusted})


def _locked(change: ProductChange) -> tuple[ProductChange, Product]:
    """Product first, then its change, as everywhere."""
    product = Product.objects.select_for_update(of=("self",)).select_related("category").get(pk=change.product_id)
    change = ProductChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if change.status != Status.PENDING:
        raise NotNow(f"This change of “{product.title}” was {change.status} already.")
    return change, product
