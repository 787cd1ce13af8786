"""Telling that the shop looks different now: an event for search and others, and a new generation of cached pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog.types import CollectionChanged, PriceChanged, ProductChanged, ProductPublished, ShapeChanged
from haat.core import events, generation

if TYPE_CHECKING:
    from haat.catalog.models import Collection, Offer, Product


def product_published(product: Product) -> None:
    events.publish(ProductPublished(product_id=str(product.pk)))
    generation.bump_after_commit()


def product_changed(product: Product) -> None:
    events.publish(ProductChanged(product_id=str(product.pk)))
    generation.bump_after_commit()


def price_changed(offer: Offer, *, before_minor: int) -> None:
    events.publish(
        PriceChanged(
            product_id=str(offer.variant.product_id),
            offer_id=str(offer.pk),
            before_minor=before_minor,
            after_minor=offer.price_minor,
        )
    )
    generation.bump_after_commit()


def shape_changed() -> None:
    events.publish(ShapeChanged())
    generation.bump_after_commit()


def collection_changed(collection: Collection) -> None:
    events.publish(CollectionChanged(collection_id=str(collection.pk)))
    generation.bump_after_commit()
