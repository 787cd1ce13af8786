"""A product as search sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.pricing import queries as pricing
from haat.search import labels, rules
from haat.search.models import Document
from haat.search.queries.cards import card_of
from haat.search.shape import pair_of
from haat.search.types import CATEGORY, COLLECTION, ORIGIN, SELLER, STOCKED, TAG
from haat.search.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from haat.catalog.models import Category, Product, Variant
    from haat.pricing.types import Candidate
    from haat.search.shape import Said, Shape

Labels = dict[str, tuple[str, str]]
VARIANTS_MAX = 200
TAGS_MAX = 30


def document_of(product: Product, offers: Sequence[Candidate], shape: Shape, said: Said) -> tuple[Document, Labels]:
    """The document and how its facets are written. There is at least one offer."""
    tree, path = shape.tree, _path(product.category_id, shape.tree)
    choice = pricing.buy_box(offers)
    best = next(one for one in offers if choice is None or one.offer.pk == choice.offer_id)
    sellers = {one.offer.seller.slug: one.offer.seller.name for one in offers}
    codes = sorted({text for one in offers for text in (one.offer.variant.sku, one.offer.variant.label)})
    about = [*(tree[pk].name for pk in path), *sellers.values(), *product.tags, product.manufacturer, *codes]
    specifications = [f"{entry['name']} {entry['value']}" for entry in product.specifications]
    specifications += [" ".join(pair_of(value).values()) for value in said.values]
    found, variants = _facets(product, offers, shape, said)
    facets = [*(f"{CATEGORY}={pk}" for pk in path), *(f"{SELLER}={slug}" for slug in sellers)]
    facets += [f"{ORIGIN}={product.country_of_origin}", labels.price_band(best.price_minor), *found]
    facets += [f"{TAG}={tag}" for tag in map(labels.plain, product.tags[:TAGS_MAX]) if tag]
    facets += labels.stars_and_up(said.rating.tenths)
    mrp, price = best.mrp_minor, best.price_minor
    document = Document(
        product_id=product.pk, title=fold(product.title), about=fold(" ".join(about)),
        body=fold(" ".join([product.description, *specifications])), card=card_of(product, best, list(product.media.all()), said.rating),
        facets=list(dict.fromkeys(facets)), variants=variants, origin=product.country_of_origin, price_minor=price,
        rating_rank=said.rating.rank, discount_bp=(mrp - price) * 10_000 // mrp, in_stock=any(one.available > 0 for one in offers),
        published_at=product.published_at or product.created_at,
    )  # fmt: skip
    within = [pk for pk, rule in shape.rules if rules.holds(rule, document, shape.at)]
    document.facets += [f"{COLLECTION}={pk}" for pk in sorted({*within, *said.collections})]
    return document, found


def _facets(product: Product, offers: Sequence[Candidate], shape: Shape, said: Said) -> tuple[Labels, list[str]]:
    """Every facet of the product, and one text a variant that is offered with what holds for it."""
    typed = [value for value in said.values if value.attribute.is_facet]
    shared = labels.keys(pair_of(value) for value in typed if value.variant_id is None)
    taken = {facet.partition("=")[0] for facet in shared}
    free = [pair for pair in product.specifications if not shape.hides(pair["name"]) and shape.takes(pair)]
    loose = {facet: pair for facet, pair in labels.keys(free).items() if facet.partition("=")[0] not in taken}
    shared |= dict(list(loose.items())[: labels.SPECIFICATIONS_MAX])
    found: Labels = dict(shared)
    stocked: dict[UUID, bool] = {}
    variants: dict[UUID, Variant] = {}
    for one in offers:
        variants[one.offer.variant_id] = one.offer.variant
        stocked[one.offer.variant_id] = stocked.get(one.offer.variant_id, False) or one.available > 0
    texts = []
    for pk, variant in list(variants.items())[:VARIANTS_MAX]:
        told = [option for option in variant.options if not shape.hides(option["name"])]
        own = labels.keys([*told, *(pair_of(value) for value in typed if value.variant_id == pk)])
        found |= own
        names = {facet.partition("=")[0] for facet in own}  # an option says more than the specification of its name
        general = [facet for facet in shared if facet.partition("=")[0] not in names]
        texts.append("|" + "|".join([*own, *general, *([STOCKED] if stocked[pk] else [])]) + "|")
    return found, sorted(set(texts))


def _path(category_id: UUID | None, tree: dict[UUID, Category]) -> list[UUID]:
    path: list[UUID] = []
    while category_id in tree and category_id not in path:
        path.insert(0, category_id)
        category_id = tree[category_id].parent_id
    return path
