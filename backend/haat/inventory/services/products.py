"""A seller writes a product, its price and its count in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.catalog import queries as catalog
from haat.catalog import services as catalog_services
from haat.catalog.services import OfferSpec, ProductSpec, VariantSpec
from haat.core import context
from haat.core.errors import InvalidInput
from haat.inventory.services import rows
from haat.inventory.services.adjust import adjust
from haat.inventory.services.shelve import open_stock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from haat.catalog.models import Category, Offer, Product
    from haat.sellers.models import Seller

Input = dict[str, Any]
VARIANT = ("sku", "options", "hsn", "net_quantity", "weight_g", "barcode", "price_minor", "mrp_minor", "stock")


@transaction.atomic
def draft_product(*, seller: Seller, given: Input, currency: str, at: datetime) -> Product:
    """A draft from what the seller typed: one variant flat, or several under `variants`.

    Raises InvalidInput for an unknown category, a SKU in use, a price above the MRP.
    """
    words = dict(given)
    variants = words.pop("variants", None) or [{name: words[name] for name in VARIANT if name in words}]
    words = {name: value for name, value in words.items() if name not in VARIANT}
    if "category" in words:
        words["category"] = _category(words["category"])
    spec = ProductSpec(**words, variants=[_variant(one) for one in variants])
    product, offers = catalog_services.draft_product(seller=seller, spec=spec, currency=currency)
    _count(offers, variants, at)
    product.refresh_from_db()
    return product


@transaction.atomic
def edit_product(*, product: Product, given: Input, currency: str, auto_approve: bool, at: datetime) -> Product:
    """Change what is given, leave the rest. Raises as `draft_product`, and NotNow where it may not be edited.

    Of what is in the shop, words, variants and their going wait for the brand unless it approves by itself.

    `revision` is the one the editor saw; with another one there now this raises ChangedElsewhere. Raises WrongStock for a
    count below what is held for orders.
    """
    changes = dict(given)
    catalog_services.begin_edit(product=product, seen=changes.pop("revision", None))
    waits = catalog_services.waits_for_brand(product=product, auto_approve=auto_approve)
    if removed := changes.pop("removed_variants", []):
        remove = catalog_services.propose_removal if waits else catalog_services.remove_variants
        remove(product=product, ids=removed, at=at)
    variants = rows.prepare(product, changes.pop("variants", []), waits=waits)
    offered = rows.own_offers(product)
    if "category" in changes:
        changes["category"] = _category(changes["category"])
    edited = catalog_services.edit_product(
        product=product,
        changes=changes,
        variants=[_variant(rows.without_figures(one) if one.get("id") in offered else one) for one in variants],
        currency=currency,
        auto_approve=auto_approve,
    )
    rows.change_figures(offered, variants, at)
    _count(edited.offers, variants, at)
    edited.product.refresh_from_db()
    return edited.product


def make_offer(*, seller: Seller, sku: str, spec: OfferSpec, stock: int, currency: str, at: datetime) -> Offer:
    """Offer something that is in the shop, or of one's own. Raises NotFound, OfferExists, InvalidInput."""
    with transaction.atomic():
        variant = catalog.offerable_variant(seller=seller, sku=sku)
        offer = catalog_services.make_offer(seller=seller, variant=variant, spec=spec, currency=currency)
        _count([offer], [{"sku": sku, "stock": stock}], at)
    return offer


def _variant(given: Mapping[str, Any]) -> VariantSpec:
    price, mrp = given.get("price_minor"), given.get("mrp_minor")
    words = {name: value for name, value in given.items() if name not in {"price_minor", "mrp_minor", "stock"}}
    if price is None and mrp is not None:
        raise InvalidInput("Give the price beside the MRP.", details={"price_minor": ["Give the price."]})
    offer = OfferSpec(price_minor=price, mrp_minor=mrp or price) if price is not None else None
    return VariantSpec(**words, offer=offer)


def _category(slug: str | None) -> Category | None:
    if not slug:
        return None
    found = next((row for row in catalog.categories() if row.slug == slug), None)
    if found is None:
        raise InvalidInput(f"There is no category “{slug}”.", details={"category": ["Unknown category."]})
    return found


def _count(offers: Sequence[Offer], variants: Sequence[Mapping[str, Any]], at: datetime) -> None:
    """The first count of new offers."""
    counts = {one.get("id") or one.get("sku", ""): one.get("stock") for one in variants}
    for offer in offers:
        open_stock(offer=offer)
        if offer.variant.is_bundle:
            continue
        if count := counts.get(offer.variant_id) or counts.get(offer.variant.sku):
            actor = context.current().actor
            adjust(offer=offer, on_hand=count, reason="received", note="First count", at=at, actor=actor)
