"""A seller's price and promise for a variant."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.catalog.models import Offer
from haat.catalog.services.announce import price_changed, product_changed
from haat.catalog.services.missing import refresh_missing
from haat.core.errors import DomainError, InvalidInput

if TYPE_CHECKING:
    from haat.catalog.models import Variant
    from haat.sellers.models import Seller

PRICE_MAX_MINOR = 10_000_000_00


class OfferExists(DomainError):
    code = "offer_exists"


@dataclass(frozen=True, slots=True)
class OfferSpec:
    """Price and MRP in minor units; MRP may not be below the price."""

    price_minor: int
    mrp_minor: int
    handling_days: int = 2


def make_offer(*, seller: Seller, variant: Variant, spec: OfferSpec, currency: str) -> Offer:
    """Raises OfferExists when this seller offers the variant already, InvalidInput for a wrong price."""
    check_price(spec.price_minor, spec.mrp_minor)
    with transaction.atomic():
        if Offer.objects.filter(variant=variant, seller=seller).exists():
            raise OfferExists(f"You already offer {variant.sku}; change the price of that offer instead.")
        offer = Offer.objects.create(variant=variant, seller=seller, currency=currency, **asdict(spec))
        audit.record("offer.made", offer, after=asdict(spec), label=f"{variant.sku} · {seller.name}")
        refresh_missing(variant.product)
        product_changed(variant.product)
    return offer


def change_offer(*, offer: Offer, changes: dict[str, Any]) -> Offer:
    """Change price_minor, mrp_minor, status or handling_days. A price that changes is told, and leaves a record."""
    with transaction.atomic():
        locked = Offer.objects.select_for_update(of=("self",)).select_related("variant__product", "seller")
        offer = locked.get(pk=offer.pk)
        before = {name: getattr(offer, name) for name in changes}
        changed = {name: value for name, value in changes.items() if value != before[name]}
        if not changed:
            return offer
        for name, value in changed.items():
            setattr(offer, name, value)
        check_price(offer.price_minor, offer.mrp_minor)
        offer.save(update_fields=[*changed, "updated_at"])
        repriced = "price_minor" in changed
        audit.record(
            "offer.repriced" if repriced else "offer.changed",
            offer, before={name: before[name] for name in changed}, after=changed,
            label=f"{offer.variant.sku} · {offer.seller.name}",
        )  # fmt: skip
        if repriced:
            price_changed(offer, before_minor=before["price_minor"])
        else:
            product_changed(offer.variant.product)
    return offer


def check_price(price_minor: int, mrp_minor: int) -> None:
    """Raises InvalidInput naming the field that is wrong."""
    if not 0 < price_minor <= PRICE_MAX_MINOR:
        raise InvalidInput("The price must be above zero.", details={"price_minor": ["Must be above zero."]})
    if mrp_minor < price_minor:
        raise InvalidInput(
            "The price may not be above the maximum retail price.", details={"mrp_minor": ["Below the price."]}
        )
