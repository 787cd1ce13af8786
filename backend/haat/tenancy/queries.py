"""Reads of brands: who exists and who runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.core.errors import NotFound
from haat.tenancy.models import HOUSE, Brand, LedgerHead, SealHead

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from django.db.models import QuerySet


def brands() -> QuerySet[Brand]:
    """Every brand somebody owns, newest first; spares and the platform's own house are not among them."""
    owned = Brand.objects.exclude(status__in=[Brand.Status.SPARE, Brand.Status.DELETED]).exclude(slug=HOUSE)
    return owned.order_by("-launched_at", "-created_at")


def active_brands(*, with_house: bool = False) -> QuerySet[Brand]:
    rows = Brand.objects.filter(status=Brand.Status.ACTIVE).order_by("created_at")
    return rows if with_house else rows.exclude(slug=HOUSE)


def standing_brands() -> QuerySet[Brand]:
    """Every brand that keeps books, running or suspended, and the platform's own house."""
    return Brand.objects.exclude(status__in=[Brand.Status.SPARE, Brand.Status.DELETED]).order_by("created_at")


def brand_by_slug(slug: str) -> Brand:
    """Raises NotFound."""
    found = brands().filter(slug=slug).first()
    if found is None:
        raise NotFound(f"There is no brand “{slug}”.")
    return found


def brand_by_id(brand_id: UUID | str) -> Brand:
    """Raises NotFound."""
    found = Brand.objects.filter(pk=brand_id).exclude(status=Brand.Status.SPARE).first()
    if found is None:
        raise NotFound(f"There is no brand {brand_id}.")
    return found


def brand_by_webhook_token(token: str) -> Brand | None:
    return Brand.objects.filter(webhook_token=token).exclude(status=Brand.Status.SPARE).first()


def house() -> Brand:
    """The reserved brand with the platform's own books and audit."""
    return Brand.objects.get(slug=HOUSE)


def seal_head(brand_id: UUID) -> SealHead | None:
    """Where the chain of a brand's audit log ends."""
    return SealHead.objects.filter(brand_id=brand_id).first()


def ledger_head(brand_id: UUID) -> LedgerHead | None:
    """Where the chain of a brand's books ends, and what the last proof of them found."""
    return LedgerHead.objects.filter(brand_id=brand_id).first()


def brand_names(ids: list[UUID]) -> dict[UUID, str]:
    return dict(Brand.objects.filter(pk__in=ids).values_list("id", "name"))


def found_by(*, status: str = "", q: str = "") -> QuerySet[Brand]:
    """Brands for the platform's staff, narrowed by status and by a piece of name or slug."""
    rows = brands()
    if status:
        rows = rows.filter(status=status)
    return rows.filter(Q(name__icontains=q) | Q(slug__icontains=q) | Q(legal_name__icontains=q)) if q else rows


def counts() -> dict[str, int]:
    """How many brands run and are suspended, and how many schemas wait for the next ones."""
    return {
        "brands_active": brands().filter(status=Brand.Status.ACTIVE).count(),
        "brands_suspended": brands().filter(status=Brand.Status.SUSPENDED).count(),
        "spare_schemas": Brand.objects.filter(status=Brand.Status.SPARE).count(),
    }


ACTIONS: dict[str, str] = {Brand.Status.ACTIVE: "suspend", Brand.Status.SUSPENDED: "reactivate"}


def staff_actions(brand: Brand, permissions: Collection[str]) -> list[str]:
    """What somebody with these permissions may do with a brand now."""
    return [ACTIONS[brand.status]] if brand.status in ACTIONS and "brands.edit" in permissions else []
