"""A product's page: every variant with its offers, and which of them comes first and why. Always as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.core.api.fields import money_dict
from haat.inventory import queries as inventory
from haat.pricing import queries as pricing
from haat.reviews import queries as reviews
from haat.search.frame import frame
from haat.search.queries.cards import candidate, card_of, image_of
from haat.search.queries.categories import trail
from haat.search.queries.said import said_of
from haat.shipping import queries as shipping
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from haat.catalog.models import Variant
    from haat.pricing.types import Candidate


def product_page(*, slug: str, in_preview: bool = False) -> dict[str, Any]:
    """The page as the API gives it, in two queries. Raises NotFound for what is not in the shop."""
    page = catalog.product_page(slug=slug, in_preview=in_preview)
    product = page.product
    shelves, tariff = inventory.shelves([offer.pk for offer in page.offers]), shipping.tariff(active_brand())
    candidates: dict[UUID, list[Candidate]] = {}
    for offer in page.offers:
        candidates.setdefault(offer.variant_id, []).append(candidate(offer, shelves[offer.pk].available, tariff))
    everything = [one for few in candidates.values() for one in few]
    choice = pricing.buy_box(everything)
    best = next((one for one in everything if choice and one.offer.pk == choice.offer_id), None)
    media = catalog.pictures.shown(page.media)
    card = card_of(product, best, media, reviews.figures_of(product.pk))
    return card | {
        "image": image_of(card["image"]),
        "description": product.description,
        "manufacturer": product.manufacturer,
        "importer": product.importer,
        "packer": product.packer,
        "made_month": product.made_month,
        "imported_month": product.imported_month,
        "seo_title": product.seo_title,
        "seo_description": product.seo_description,
        "attributes": said_of(page.values, None),
        "tags": product.tags,
        "breadcrumbs": [{"slug": row.slug, "name": row.name} for row in trail(_category(product.category_id))],
        "media": [catalog.pictures.picture_of(row) for row in media],
        "specifications": product.specifications,
        "variants": [_variant(row, page, candidates.get(row.pk, []), shelves) for row in page.variants],
    }


def _category(pk: UUID | None) -> Any:
    return frame().by_id.get(str(pk))


def _variant(
    variant: Variant, page: catalog.ProductPage, offers: Sequence[Candidate], shelves: Mapping[UUID, inventory.Shelf]
) -> dict[str, Any]:
    choice = pricing.buy_box(offers)
    picture = next((row for row in page.media if row.variant_id == variant.pk), None)
    return {
        "id": str(variant.pk),
        "sku": variant.sku,
        "options": variant.options,
        "hsn": variant.hsn,
        "net_quantity": variant.net_quantity,
        "attributes": said_of(page.values, variant.pk),
        "image": catalog.pictures.picture_of(picture) if picture else None,
        "inside": [_inside(row) for row in page.inside if row["bundle"] == str(variant.pk)],
        "offers": [
            _offer(one, shelves[one.offer.pk])
            for one in [*pricing.rank(offers), *(one for one in offers if not one.offer.is_sellable)]
        ],
        "buy_box": {"offer_id": str(choice.offer_id), "reason": choice.reason, "code": choice.code} if choice else None,
    }


def _inside(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "quantity": row["quantity"],
        "title": row["title"],
        "options": ", ".join(option["value"] for option in row["options"]),
        "slug": row["slug"],
        "sku": row["sku"],
    }


def _offer(one: Candidate, shelf: inventory.Shelf) -> dict[str, Any]:
    offer, opens_at = one.offer, shelf.opens_at
    return {
        "id": str(offer.pk),
        "seller": {"slug": offer.seller.slug, "name": offer.seller.name},
        "price": money_dict(offer.price_minor, offer.currency),
        "mrp": money_dict(offer.mrp_minor, offer.currency),
        "delivery": money_dict(one.shipping_minor, offer.currency),
        "landed": money_dict(one.landed_minor, offer.currency),
        "condition": offer.condition,
        "in_stock": one.in_stock,
        "left": one.available,
        "handling_days": offer.handling_days,
        "opens_at": opens_at.isoformat() if opens_at else None,
        "per_customer": shelf.per_customer,
        "numbered": any(source.drop for source in shelf.sources),
    }
