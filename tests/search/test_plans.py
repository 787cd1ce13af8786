"""No request reads a whole table: the plans of what is really sent, on a brand with some thousand products."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.db import connection

from haat.catalog.models import Attribute, AttributeValue, Collection, CollectionItem, Media, Offer, Product, Variant
from haat.core.ids import new_token
from haat.inventory.models import Stock
from haat.search import services
from haat.search.engine import engine
from haat.search.models import Document, Word
from haat.sellers import services as sellers
from haat.tenancy.context import brand_scope
from haat.tenancy.postgresql.base import role_name
from tests.goods import make_category, make_offer, make_product
from tests.support import Api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand

PRODUCTS = 4_000
WORDS = 30_000
SELLERS = ["ravi-traders", *(f"other-{n}" for n in range(6))]
TEXT = " ".join(f"text{n}" for n in range(120))  # as long as descriptions are
LARGE = {  # tables that grow with the shop
    "search_document", "search_count", "search_word", "catalog_product", "catalog_variant", "catalog_offer",
    "catalog_media", "inventory_stock", "catalog_attributevalue",
}  # fmt: skip
PATHS = [
    "products?category=shelf-3&sort=newest",
    "products?sort=price",
    "products?sort=rating",
    "products?category=shelf-3&sort=rating&rating=4",
    "products?sort=discount",
    "products?seller=ravi-traders&category=shelf-3",
    "products?category=shelf-3&attr=colour:hue1&attr=size:w2",
    "products?category=shelf-3&attr=width:1..9",
    "products?collection=picks",
    "products?collection=every-tenth",
    "products?collection=every-tenth&attr=colour:hue1&sort=price",
    "products?q=thing+word17",
    "products?q=wrod17",
    "products/thing-0",
    "search/suggestions?q=kind39",
    "collections/picks",
]


@pytest.fixture
def may_analyse(aster: Brand, owner_url: str) -> Iterator[None]:
    """Lets the brand's role tell the planner what is in its tables, as autovacuum does; only the owner may grant it."""
    schema, role = aster.schema_name, role_name(connection.settings_dict["NAME"], aster.schema_name)
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute(f'GRANT MAINTAIN ON ALL TABLES IN SCHEMA "{schema}" TO "{role}"')
        yield
        owner.execute(f'REVOKE MAINTAIN ON ALL TABLES IN SCHEMA "{schema}" FROM "{role}"')


@pytest.fixture
def crowd(aster: Brand, ravi: Any, may_analyse: None) -> None:
    """One product made in full, and copies of its rows; two of each category and hue are enough to choose among."""
    with brand_scope(aster):
        first = make_product("Thing word0", slug="thing-0", category=make_category("shelf-0"))
        make_offer(first, seller=ravi.seller)
        services.index([first.pk])
        shelves = [make_category(f"shelf-{n}") for n in range(1, 40)]
        products = [
            Product(
                slug=f"thing-{n}", title=f"Thing word{n % 400} kind{n}", category=shelves[n % 39], country_of_origin="IN",
                status="published", published_at=first.published_at,
            )
            for n in range(1, PRODUCTS)
        ]  # fmt: skip
        Product.objects.bulk_create(products)
        variants = [Variant(product=product, sku=f"CROWD-{n}") for n, product in enumerate(products)]
        Variant.objects.bulk_create(variants)
        Media.objects.bulk_create(Media(product=product, path="a.webp") for product in products)
        offers = [Offer(variant=one, seller=ravi.seller, price_minor=100, mrp_minor=100) for one in variants]
        Offer.objects.bulk_create(offers)
        place = sellers.default_places(seller_ids=[ravi.seller.pk])[ravi.seller.pk]
        Stock.objects.bulk_create(Stock(offer=offer, place=place, on_hand=1) for offer in offers)
        pattern = Document.objects.get(pk=first.pk)
        picks = Collection.objects.create(slug="picks", title="Picks", kind="hand")
        rule = {"match": "all", "conditions": [{"field": "stock", "op": "is"}]}
        tenth = Collection.objects.create(slug="every-tenth", title="Tenth", kind="rule", rule=rule)
        CollectionItem.objects.bulk_create(
            CollectionItem(collection=picks, product=product, position=n) for n, product in enumerate(products[:50])
        )
        width = Attribute.objects.create(code="width", name="Width", kind="number", unit="mm", is_facet=True)
        AttributeValue.objects.bulk_create(
            AttributeValue(product=product, attribute=width, kind="number", number=n % 90)
            for n, product in enumerate([first, *products])
        )
        documents = []
        for n, product in enumerate(products, 1):
            terms = [f"colour=hue{n % 30}", f"size=w{n % 20}", f"width={n % 90} mm"]
            facets = [f"category={product.category_id}", f"seller={SELLERS[n % 7]}", "origin=IN", *terms]
            facets += [f"collection={picks.pk}"] if n <= 50 else []
            facets += ["rating=4"] if n % 7 == 0 else []
            facets += [f"collection={tenth.pk}"] if n % 10 == 0 else []
            documents.append(
                Document(
                    product_id=product.pk, title=product.title.lower(), body=TEXT, card=pattern.card | {"slug": product.slug},
                    facets=facets, variants=[f"|{'|'.join(terms)}|stock=1|"], origin="IN", price_minor=100 * n,
                    discount_bp=n % 9_000, rating_rank=n % 5_000, in_stock=True, published_at=product.published_at,
                )
            )  # fmt: skip
        engine().put(documents, gone=[])
        Word.objects.bulk_create(Word(text=f"{new_token(5).lower()}{n}") for n in range(WORDS))
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(sorted(LARGE))}")


def _plans(aster: Brand, path: str) -> Iterator[dict[str, Any]]:
    """Of every statement that the request sends, once what is kept in the process is there."""
    visitor, sent = Api("customer", aster), list[tuple[str, Any]]()
    visitor.get(f"/api/v1/customer/{path}")

    def note(execute: Any, sql: str, params: Any, *rest: Any) -> Any:
        sent.append((sql, params))
        return execute(sql, params, *rest)

    with connection.execute_wrapper(note):
        visitor.get(f"/api/v1/customer/{path}{'&' if '?' in path else '?'}again=1")
    assert visitor.status == 200
    with brand_scope(aster), connection.cursor() as cursor:
        cursor.execute("SET LOCAL random_page_cost = 1.1")  # solid-state disks, as ./haat tells its PostgreSQL
        for sql, params in sent:
            if "search_" in sql or "catalog_" in sql:
                cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
                (found,) = cursor.fetchone()
                yield (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]


def _scanned(plan: dict[str, Any]) -> set[str]:
    found = {plan["Relation Name"]} if plan["Node Type"] == "Seq Scan" else set()
    return found.union(*(_scanned(child) for child in plan.get("Plans", [])))


@pytest.mark.usefixtures("crowd")
def test_no_request_scans_a_table_that_grows(aster: Brand) -> None:
    seen = 0
    for path in PATHS:
        for plan in _plans(aster, path):
            seen += 1
            assert not _scanned(plan) & LARGE, (path, plan)
    assert seen >= len(PATHS)
