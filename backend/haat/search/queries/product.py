"""A product's page: every variant with its offers, and which of them comes first and why. Always as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.core.api.fields import money_dict
from haat.inventory import queries as inventory
from haat.pricing import queries as pricing
from haat.search.frame import frame
from haat.search.queries.cards import candidate, card_of, image_of
from haat.search.queries.categories import trail
from haat.search.queries.said import said_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from haat.catalog.models import Media, Variant
    from haat.catalog.queries import ProductPage
    from haat.pricing.types import Candidate


def product_page(*, slug: str) -> dict[str, Any]:
    """The page as the API gives it, in two queries. Raises NotFound for what is not in the shop."""
    page = catalog.product_page(slug=slug)
    product = page.product
    left = inventory.available([offer.pk for offer in page.offers])
    candidates: dict[UUID, list[Candidate]] = {}
    for offer in page.offers:
        candidates.setdefault(offer.variant_id, []).append(candidate(offer, left[offer.pk]))
    everything = [one for few in candidates.values() for one in few]
    choice = pricing.buy_box(everything)
    best = next((one for one in everything if choice and one.offer.pk == choice.offer_id), None)
    media = page.media
    card = card_of(product, best, media)
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
        "media": [_image(row) for row in media],
        "specifications": product.specifications,
        "variants": [_variant(row, page, candidates.get(row.pk, [])) for row in page.variants],
    }


def _category(pk: UUID | None) -> Any:
    return frame().by_id.get(str(pk))


def _variant(variant: Variant, page: ProductPage, offers: Sequence[Candidate]) -> dict[str, Any]:
    choice = pricing.buy_box(offers)
    picture = next((row for row in page.media if row.variant_id == variant.pk), None)
    return {
        "id": str(variant.pk),
        "sku": variant.sku,
        "options": variant.options,
        "hsn": variant.hsn,
        "net_quantity": variant.net_quantity,
        "attributes": said_of(page.values, variant.pk),
        "image": _image(picture) if picture else None,
        "offers": [
            _offer(one) for one in [*pricing.rank(offers), *(one for one in offers if not one.offer.is_sellable)]
        ],
        "buy_box": {"offer_id": str(choice.offer_id), "reason": choice.reason, "code": choice.code} if choice else None,
    }


def _offer(one: Candidate) -> dict[str, Any]:
    offer = one.offer
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
    }


def _image(media: Media) -> dict[str, str] | None:
    return image_of({"path": media.path, "alt": media.alt})
