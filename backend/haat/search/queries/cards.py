"""Cards of lists as they are shown, and every offer on some products."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.core.api.fields import money_dict
from haat.inventory import queries as inventory
from haat.pricing.types import Candidate
from haat.search.engine import engine
from haat.shipping import queries as shipping
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from haat.catalog.models import Media, Offer, Product
    from haat.reviews.types import Figures
    from haat.shipping.types import Tariff

Card = dict[str, Any]


def cards(product_ids: Sequence[UUID]) -> list[Card]:
    """Cards in the order of the ids; what is not in the shop is left out."""
    found = engine().cards(product_ids)
    return shown(found[pk] for pk in product_ids if pk in found)


def shown(found: Iterable[Card]) -> list[Card]:
    """Cards as the API gives them: a picture's path becomes its address."""
    return [card | {"image": image_of(card["image"]), "rating": card.get("rating")} for card in found]


def image_of(image: Card | None) -> Card | None:
    """For lists, where nothing is wider than half a screen."""
    return catalog.pictures.picture(image, widest=catalog.pictures.CARD_WIDTH_MAX) if image else None


def card_of(product: Product, best: Candidate | None, media: Sequence[Media], rating: Figures) -> Card:
    """What lists show; pictures as paths, because the address of media is the reader's to add."""
    picture = next(iter(catalog.pictures.shown(media)), None)
    seller = best.offer.seller if best else None
    return {
        "id": str(product.pk),
        "slug": product.slug,
        "title": product.title,
        "image": catalog.pictures.kept(picture) if picture else None,
        "price": money_dict(best.price_minor, best.currency) if best else None,
        "mrp": money_dict(best.mrp_minor, best.currency) if best else None,
        "discount_percent": (best.mrp_minor - best.price_minor) * 100 // best.mrp_minor if best else 0,
        "in_stock": bool(best and best.in_stock),
        "seller": {"slug": seller.slug, "name": seller.name} if seller else None,
        "country_of_origin": product.country_of_origin,
        "rating": {"average": rating.average, "tenths": rating.tenths, "total": rating.total} if rating.total else None,
    }


def candidate(offer: Offer, available: int, tariff: Tariff) -> Candidate:
    """An offer with the least that one piece of it costs to send: that is the price that is compared."""
    fee = shipping.package_fee(tariff, None, goods_minor=offer.price_minor, weight_g=offer.variant.weight_g or 0)
    return Candidate(offer, available, fee.minor)


def offers_by_product(product_ids: Iterable[UUID]) -> dict[UUID, list[Candidate]]:
    """Every offer on these products with the units left, in two queries."""
    offers = catalog.offers_of_products(product_ids)
    left = inventory.available([offer.pk for offer in offers])
    tariff = shipping.tariff(active_brand())
    found: dict[UUID, list[Candidate]] = defaultdict(list)
    for offer in offers:
        found[offer.variant.product_id].append(candidate(offer, left[offer.pk], tariff))
    return found
