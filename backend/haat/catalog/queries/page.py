"""A product with all that its page shows, in one question to the database."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

import orjson

from haat.catalog.models import Attribute, AttributeChoice, AttributeValue, Media, Offer, Product, Variant
from haat.catalog.queries.moves import raise_not_found
from haat.core.db import connection
from haat.core.measures import parse_measure

if TYPE_CHECKING:
    from collections.abc import Sequence

SQL = """
SELECT to_jsonb(p) - 'import_hash' - 'missing',
    (SELECT jsonb_agg(to_jsonb(v) ORDER BY v.position, v.sku) FROM catalog_variant v
     WHERE v.product_id = p.id AND v.is_live AND v.archived_at IS NULL),
    (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.position, m.id) FROM catalog_media m
     WHERE m.product_id = p.id AND m.status = 'ready' AND m.is_live),
    (SELECT jsonb_agg(
        to_jsonb(o) || jsonb_build_object('seller', jsonb_build_object(
            'id', s.id, 'slug', s.slug, 'name', s.name, 'score', s.score, 'status', s.status,
            'entity_status', s.entity_status))
        ORDER BY v.position, o.price_minor, o.id)
     FROM catalog_variant v JOIN catalog_offer o ON o.variant_id = v.id JOIN sellers_seller s ON s.id = o.seller_id
     WHERE v.product_id = p.id AND v.is_live AND v.archived_at IS NULL AND o.status = 'active' AND s.status = 'active'
       AND s.entity_status = 'verified'),
    (SELECT jsonb_agg(jsonb_build_object('bundle', v.id, 'quantity', c.quantity, 'title', ip.title,
        'options', i.options, 'slug', CASE WHEN ip.status = 'published' THEN ip.slug END, 'sku', i.sku)
        ORDER BY c.created_at, c.id)
     FROM catalog_variant v JOIN catalog_component c ON c.bundle_id = v.id JOIN catalog_variant i ON i.id = c.variant_id
     JOIN catalog_product ip ON ip.id = i.product_id WHERE v.product_id = p.id),
    (SELECT jsonb_agg(
        to_jsonb(w) || jsonb_build_object('attribute', to_jsonb(a), 'choice', to_jsonb(c))
        ORDER BY a.position, a.name, c.position, w.id)
     FROM catalog_attributevalue w JOIN catalog_attribute a ON a.id = w.attribute_id
     LEFT JOIN catalog_attributechoice c ON c.id = w.choice_id
     WHERE w.product_id = p.id AND a.archived_at IS NULL)
FROM catalog_product p WHERE p.slug = %s AND (p.status = 'published' OR %s)
"""


@dataclass(frozen=True, slots=True)
class ProductPage:
    """Rows for reading; they carry one another and ask the database nothing. `offers` are the active ones.

    `inside` says of each bundle what is in it, by the bundle's id.
    """

    product: Product
    variants: Sequence[Variant]
    media: Sequence[Media]
    offers: Sequence[Offer]
    inside: Sequence[dict[str, Any]] = ()
    values: Sequence[AttributeValue] = ()


def product_page(*, slug: str, in_preview: bool = False) -> ProductPage:
    """Raises Moved, NotFound, also for what is not published unless it is looked at in preview."""
    with connection.prepared_cursor() as cursor:
        cursor.execute(SQL, [slug, in_preview])
        row = cursor.fetchone()
    if row is None:
        raise_not_found("product", slug, "This product is not in the shop.")
    found, variants, media, offers, inside, values = (orjson.loads(cell) if cell else [] for cell in row or ())
    product = _made(Product, found)
    known = {one.pk: one for one in (_made(Variant, cells) for cells in variants)}
    for variant in known.values():
        variant.product = product
    return ProductPage(
        product, list(known.values()), [_made(Media, cells) for cells in media],
        [_offer(cells, known) for cells in offers], inside, [_value(cells) for cells in values],
    )  # fmt: skip


def _offer(cells: dict[str, Any], variants: dict[UUID, Variant]) -> Offer:
    seller = _made(Offer._meta.get_field("seller").related_model, cells.pop("seller"))
    offer: Offer = _made(Offer, cells)
    offer.seller, offer.variant = seller, variants[offer.variant_id]
    return offer


def _value(cells: dict[str, Any]) -> AttributeValue:
    attribute, choice = cells.pop("attribute"), cells.pop("choice")
    value: AttributeValue = _made(AttributeValue, cells)
    value.attribute = _made(Attribute, attribute)
    value.choice = _made(AttributeChoice, choice) if choice else None
    if value.number is not None:
        value.number = parse_measure(str(value.number))
    return value


def _made(model: Any, cells: dict[str, Any]) -> Any:
    """An instance as the database has it; ids become UUIDs, times stay texts, as nobody reads them here."""
    names, ids = _columns(model, tuple(cells))
    return model.from_db(
        "default", names, [UUID(cells[name]) if name in ids and cells[name] else cells[name] for name in names]
    )


@cache
def _columns(model: Any, given: tuple[str, ...]) -> tuple[list[str], frozenset[str]]:
    """Those of the model that are given, in its order, and which of them are ids."""
    names = [field.attname for field in model._meta.concrete_fields if field.attname in given]
    return names, frozenset(name for name in names if name == "id" or name.endswith("_id"))
