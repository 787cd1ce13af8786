"""Reads of sellers: what customers and brand staff may see of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.core.errors import NotFound
from haat.sellers.models import PickupPlace, Seller

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from uuid import UUID

    from django.db.models import QuerySet

ON_SHOW = (Seller.Status.ACTIVE, Seller.Status.PAUSED)


def active_sellers() -> QuerySet[Seller]:
    """The sellers that customers can buy from now."""
    return Seller.objects.filter(status=Seller.Status.ACTIVE, entity_status="verified").order_by("name", "pk")


def selling_ids() -> list[UUID]:
    """Shops that customers see, whether they sell now or not."""
    return list(Seller.objects.filter(status__in=ON_SHOW).order_by("pk").values_list("pk", flat=True))


def sellers(ids: Iterable[UUID]) -> dict[UUID, Seller]:
    """Several sellers at once, by id, whatever their state: an old order still names its seller."""
    return Seller.objects.in_bulk(list(ids))


def seller(seller_id: UUID | str) -> Seller:
    """One seller of this brand, for its staff and for jobs. Raises NotFound."""
    return _found(Seller.objects.filter(pk=seller_id).first())


def shops_of(ids: Iterable[UUID | str]) -> list[Seller]:
    """The shops that a person works for, by name."""
    return list(Seller.objects.filter(pk__in=list(ids)).order_by("name", "pk"))


def seller_by_slug(slug: str) -> Seller:
    """A seller by the name in its address, in any state. Raises NotFound."""
    return _found(Seller.objects.filter(slug=slug).first())


def seller_by_entity(entity_id: UUID | str) -> Seller | None:
    """The shop of a legal person on this brand, if it has one."""
    return Seller.objects.filter(entity_id=entity_id).first()


def tiers() -> list[str]:
    """Those in which at least one seller is."""
    return list(Seller.objects.exclude(tier="").order_by("tier").values_list("tier", flat=True).distinct())


def known_ids() -> set[str]:
    """Of every seller that this brand has or had."""
    return {str(pk) for pk in Seller.objects.values_list("pk", flat=True)}


def shop(slug: str) -> Seller:
    """A seller that customers may look at; one on vacation is shown, a suspended one is not. Raises NotFound."""
    return _found(Seller.objects.filter(slug=slug, status__in=ON_SHOW).first())


def pickup_place(seller: Seller) -> PickupPlace | None:
    """Where the seller's parcels start."""
    return PickupPlace.objects.filter(seller=seller, is_default=True, archived_at=None).first()


def places(seller: Seller) -> list[PickupPlace]:
    """All of a seller's places: the default, the open ones by name, the closed ones."""
    rows = PickupPlace.objects.filter(seller=seller)
    return sorted(rows, key=lambda row: (not row.is_default, row.archived_at is not None, row.name.casefold()))


def seller_place(*, seller: Seller, place_id: UUID) -> PickupPlace:
    """Raises NotFound, also for a rival's place."""
    found = PickupPlace.objects.select_related("seller").filter(seller=seller, pk=place_id).first()
    if found is None:
        raise NotFound("There is no such place of yours.")
    return found


BANK_CHANGED = Seller.FrozenBy.BANK

ACTIONS: dict[str, list[str]] = {
    Seller.Status.APPLIED: ["approve", "reject"],
    Seller.Status.APPROVED: ["reject", "suspend"],
    Seller.Status.ACTIVE: ["suspend"],
    Seller.Status.PAUSED: ["suspend"],
    Seller.Status.SUSPENDED: ["reactivate"],
}  # what brand staff may do


def applicants() -> QuerySet[Seller]:
    """The sellers that brand staff see: those who sent their application in."""
    return Seller.objects.filter(submitted_at__isnull=False)


def awaiting_approval() -> QuerySet[Seller]:
    """The brand's queue, longest waiting first."""
    return applicants().filter(status=Seller.Status.APPLIED).order_by("submitted_at", "pk")


def applicant(seller_id: UUID) -> Seller:
    """One of them. Raises NotFound."""
    return _found(applicants().filter(pk=seller_id).first())


def staff_actions(seller: Seller, permissions: Collection[str]) -> list[str]:
    """What somebody with these permissions may do with a seller now."""
    if "sellers.decide" not in permissions:
        return []
    found = ACTIONS.get(seller.status, [])
    return [name for name in found if name != "reactivate" or seller.entity_status == "verified"]


def found_by(*, status: str = "", q: str = "") -> QuerySet[Seller]:
    """Sellers of the brand, newest application first, narrowed by status and by name, legal name or GSTIN."""
    rows = applicants().order_by("-submitted_at", "pk")
    if status:
        rows = rows.filter(status=status)
    if q:
        rows = rows.filter(Q(name__icontains=q) | Q(legal_name__icontains=q) | Q(gstin__iexact=q) | Q(slug=q))
    return rows


def _found(row: Seller | None) -> Seller:
    if row is None:
        raise NotFound("There is no such seller here.")
    return row
