"""Keeping search in line with the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.catalog import queries as catalog
from haat.pricing import queries as pricing
from haat.search.models import Document, Word
from haat.search.queries.cards import offers_by_product
from haat.search.words import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from haat.catalog.models import Category, Product
    from haat.pricing.types import Candidate

BATCH = 500
WORD_MIN = 3


def index(product_ids: Iterable[UUID]) -> int:
    """Write these products anew and return how many are in the shop; the others are taken out of search."""
    wanted = list(dict.fromkeys(product_ids))
    tree = {row.pk: row for row in catalog.categories()}
    return sum(_index_batch(wanted[start : start + BATCH], tree) for start in range(0, len(wanted), BATCH))


def index_seller(seller_id: UUID) -> int:
    """All products a seller offers, after the seller was suspended or came back."""
    return index(catalog.products_offered_by(seller_id))


@transaction.atomic
def _index_batch(ids: Sequence[UUID], tree: dict[UUID, Category]) -> int:
    products = catalog.shown_products(ids)
    offers = offers_by_product(products)
    documents = [_document(product, offers[pk], tree) for pk, product in products.items() if offers[pk]]
    Document.objects.filter(pk__in=set(ids) - {document.pk for document in documents}).delete()
    columns = [
        field.name for field in Document._meta.concrete_fields if field.name not in {"product", "vector", "created_at"}
    ]
    Document.objects.bulk_create(documents, update_conflicts=True, unique_fields=["product"], update_fields=columns)
    seen = {word for document in documents for word in words_of(f"{document.title} {document.about}", None)}
    new = [Word(text=word) for word in sorted(seen) if len(word) >= WORD_MIN and not word.isdecimal()]
    Word.objects.bulk_create(new, ignore_conflicts=True)
    return len(documents)


def _document(product: Product, offers: Sequence[Candidate], tree: dict[UUID, Category]) -> Document:
    path = _path(product.category_id, tree)
    choice = pricing.buy_box(offers)
    best = next(one for one in offers if choice is None or one.offer.pk == choice.offer_id)
    sellers = {one.offer.seller.slug: one.offer.seller.name for one in offers}
    options = {value for one in offers for value in [one.offer.variant.sku, one.offer.variant.label]}
    about = [*(tree[pk].name for pk in path), *sellers.values(), *product.tags, product.manufacturer, *sorted(options)]
    specifications = [f"{entry['name']} {entry['value']}" for entry in product.specifications]
    mrp, price = best.offer.mrp_minor, best.offer.price_minor
    return Document(
        product_id=product.pk, title=fold(product.title), about=fold(" ".join(about)),
        body=fold(" ".join([product.description, *specifications])), categories=path, sellers=sorted(sellers),
        origin=product.country_of_origin, price_minor=price, discount_bp=(mrp - price) * 10_000 // mrp,
        in_stock=any(one.available > 0 for one in offers), published_at=product.published_at or product.created_at,
    )  # fmt: skip


def _path(category_id: UUID | None, tree: dict[UUID, Category]) -> list[UUID]:
    path: list[UUID] = []
    while category_id in tree and category_id not in path:
        path.insert(0, category_id)
        category_id = tree[category_id].parent_id
    return path
