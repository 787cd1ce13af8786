"""From draft to shop: a seller proposes, the brand decides; each step leaves an audit record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.catalog.models import Product
from haat.catalog.services.announce import product_changed, product_published
from haat.catalog.services.missing import is_required, missing_of, words_of
from haat.catalog.types import PROPOSABLE
from haat.core.errors import DomainError, InvalidInput, NotNow

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

Status = Product.Status


class ProductIncomplete(DomainError):
    """`details` maps the field to what it needs."""

    code = "product_incomplete"


def propose_product(*, product: Product, auto_approve: bool, at: datetime) -> Product:
    """Ask the brand to publish; where it approves by itself this publishes at once.

    Raises ProductIncomplete with what is missing, NotNow in another state.
    """
    with transaction.atomic():
        product = _locked(product, PROPOSABLE, "proposed")
        check_complete(product)
        before = product.status
        product.status, product.rejection_reason = Status.PROPOSED, ""
        product.save(update_fields=["status", "rejection_reason", "updated_at"])
        audit.record("product.proposed", product, before={"status": before}, after={"status": product.status})
        return publish_product(product=product, at=at) if auto_approve else product


def publish_product(*, product: Product, at: datetime) -> Product:
    """Put a product into the shop. Raises ProductIncomplete, NotNow in another state."""
    with transaction.atomic():
        product = _locked(product, {Status.DRAFT, Status.PROPOSED, Status.REJECTED, Status.ARCHIVED}, "published")
        check_complete(product)
        before = product.status
        product.status, product.rejection_reason, product.archived_at = Status.PUBLISHED, "", None
        product.published_at = product.published_at or at
        product.save(update_fields=["status", "rejection_reason", "archived_at", "published_at", "updated_at"])
        audit.record("product.published", product, before={"status": before}, after={"status": product.status})
        product_published(product)
        return product


def reject_product(*, product: Product, reason: str) -> Product:
    """Send a proposal back with a reason the seller reads word for word. Raises NotNow, InvalidInput without reason."""
    if not reason.strip():
        raise InvalidInput("Say why, so that the seller can mend it.", details={"reason": ["Give a reason."]})
    with transaction.atomic():
        product = _locked(product, {Status.PROPOSED, Status.PUBLISHED}, "rejected")
        before, product.status, product.rejection_reason = product.status, Status.REJECTED, reason.strip()
        product.save(update_fields=["status", "rejection_reason", "updated_at"])
        after, why = {"status": product.status}, product.rejection_reason
        audit.record("product.rejected", product, before={"status": before}, after=after, reason=why)
        product_changed(product)
        return product


def archive_product(*, product: Product, at: datetime) -> Product:
    """Take a product out of the shop for good; orders keep pointing at it."""
    with transaction.atomic():
        product = _locked(product, set(Status) - {Status.ARCHIVED}, "archived")
        before, product.status, product.archived_at = product.status, Status.ARCHIVED, at
        product.save(update_fields=["status", "archived_at", "updated_at"])
        audit.record("product.archived", product, before={"status": before}, after={"status": product.status})
        product_changed(product)
        return product


def actions_of(product: Product) -> list[str]:
    """What the brand's staff may decide about a product now."""
    if product.status == Status.PROPOSED:
        return ["publish", "reject"]
    if product.status == Status.PUBLISHED:
        return ["reject"]
    return [] if any(is_required(name) for name in product.missing) else ["publish"]


def _locked(product: Product, allowed: Collection[str], target: str) -> Product:
    product = Product.objects.select_for_update(of=("self",)).get(pk=product.pk)
    if product.status not in allowed:
        raise NotNow(f"“{product.title}” is {product.status} and cannot be {target} now.")
    return product


def check_complete(product: Product) -> None:
    """Raises ProductIncomplete with what stops it from being sold."""
    lacking = [name for name in missing_of(product) if is_required(name)]
    if not lacking:
        return
    details: dict[str, list[str]] = {}
    for name in lacking:
        field, sentence = words_of(name)
        details.setdefault(field, []).append(sentence)
    raise ProductIncomplete(f"“{product.title}” still lacks: {', '.join(lacking)}.", details=details)
