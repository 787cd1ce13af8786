"""Rows of the moderation queue: what would change, how long it waits, and what deserves a second look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.catalog.models import Product, ProductChange
from haat.catalog.queries import moderation, states
from haat.catalog.queries.diff import LABELS, Line, diff_of, said
from haat.catalog.queries.flags import Flag, flags_of
from haat.core.money import format_minor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

REJECTED_MAX = 200
FACTS = ("title", "description", "country_of_origin", "manufacturer", "importer", "packer")


@dataclass(frozen=True, slots=True)
class Row:
    id: UUID
    kind: str
    product: Product
    status: str
    since: datetime
    flags: list[Flag]
    diff: list[Line]
    outdated: list[str]
    reason: str
    reason_code: str
    actions: list[str]


def queue(*, tab: str, q: str = "") -> QuerySet[Any] | list[Any]:
    """Products that wait, changes that wait, the longest first; or what was sent back, the latest first."""
    if tab == "changes":
        return moderation.changes(status=ProductChange.Status.PENDING, q=q)
    if tab == "proposed":
        return moderation.proposed_products(q=q)
    products = list(moderation.rejected_products(q=q)[:REJECTED_MAX])
    back = [*products, *moderation.changes(status=ProductChange.Status.REJECTED, q=q)[:REJECTED_MAX]]
    return sorted(back, key=lambda row: row.updated_at, reverse=True)


def queue_rows(found: Iterable[Product | ProductChange]) -> list[Row]:
    return [_change(one) if isinstance(one, ProductChange) else _product(one) for one in found]


def _product(product: Product) -> Row:
    waits = product.status == Product.Status.PROPOSED
    return Row(
        id=product.pk, kind="product", product=product, status=product.status, since=product.updated_at,
        flags=flags_of(product), diff=list(_facts(product)), outdated=[], reason=product.rejection_reason,
        reason_code="", actions=["publish", "reject"] if waits else ["publish"],
    )  # fmt: skip


def _change(change: ProductChange) -> Row:
    waits = change.status == ProductChange.Status.PENDING
    now = states.current(change.product, change.after) if waits else change.before
    outdated = sorted(states.differing(change.before, now))
    return Row(
        id=change.pk, kind="change", product=change.product, status=change.status, since=change.created_at if waits else change.updated_at,
        flags=flags_of(change.product, change.after), diff=diff_of(change), outdated=outdated, reason=change.reason,
        reason_code=change.reason_code,
        actions=["rebase" if outdated else "approve_change", "reject_change"] if waits else [],
    )  # fmt: skip


def _facts(product: Product) -> Iterable[Line]:
    """What a product that is new says, as lines with nothing before them."""
    for name in FACTS:
        if value := getattr(product, name):
            yield Line(name, LABELS[name], "text", None, value)
    if product.category:
        yield Line("category", LABELS["category"], "text", None, product.category.name)
    if product.specifications:
        rows = [f"{row['name']}: {row['value']}" for row in product.specifications]
        yield Line("specifications", LABELS["specifications"], "list", None, rows)
    yield from said(product)
    for variant in product.variants.all():
        prices = [
            f"{format_minor(offer.price_minor, offer.currency)}, MRP {format_minor(offer.mrp_minor, offer.currency)}"
            for offer in variant.offers.all()
        ]
        facts = [variant.label, f"HSN {variant.hsn}", variant.net_quantity, *prices]
        yield Line("variant", "Variant", "new", None, [fact for fact in facts if fact], variant.sku)
