"""A customer's side: what they may review, and what they wrote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.core.errors import NotFound
from haat.orders import queries as orders
from haat.reviews.models import Report, Review, Vote

if TYPE_CHECKING:
    from uuid import UUID

    from haat.customers.models import Customer
    from haat.orders.models import OrderLine

PURCHASES_MAX = 200


@dataclass(frozen=True, slots=True)
class Purchase:
    """A product that was delivered, and what was said of it."""

    line: OrderLine
    review: Review | None


def purchases(*, customer: Customer, number: str = "", product_id: UUID | None = None) -> list[Purchase]:
    """Each product once, the latest delivery first; of one order or of one product."""
    rows = orders.delivered_lines(customer=customer, number=number)
    rows = rows.filter(product_id=product_id) if product_id else rows
    lines: dict[UUID, OrderLine] = {}
    for line in rows[:PURCHASES_MAX]:
        lines.setdefault(line.product_id, line)
    written = Review.objects.filter(customer=customer, product__in=list(lines)).exclude(status="withdrawn")
    by_product = {row.product_id: row for row in written.select_related("reply", "seller", "product")}
    return [Purchase(line, by_product.get(pk)) for pk, line in lines.items()]


def own_review(*, customer: Customer, product_id: UUID) -> Review:
    """Raises NotFound, also for what was taken back."""
    rows = Review.objects.filter(customer=customer, product_id=product_id).exclude(status="withdrawn")
    found = rows.select_related("reply", "seller", "product").first()
    if found is None:
        raise NotFound("You have not reviewed this.")
    return found


def unreviewed(*, customer: Customer, number: str) -> list[OrderLine]:
    """What of an order a customer has said nothing about yet, nor taken back."""
    lines = [one.line for one in purchases(customer=customer, number=number) if one.review is None]
    known = Review.objects.filter(customer=customer, product__in=[line.product_id for line in lines])
    gone = set(known.values_list("product_id", flat=True))
    return [line for line in lines if line.product_id not in gone]


def exported(*, customer: Customer) -> list[dict[str, Any]]:
    """All that a customer said about goods, as plain values: for the copy of their data."""
    rows = Review.objects.filter(customer=customer).select_related("product").order_by("written_at")
    found = [
        {
            "product": row.product.title, "stars": row.stars, "title": row.title, "text": row.text, "named": row.author,
            "status": row.status, "reason": row.reason, "written": row.written_at, "edited": row.edited_at,
        }
        for row in rows
    ]  # fmt: skip
    votes = Vote.objects.filter(customer=customer).select_related("review__product").order_by("created_at")
    found += [{"helped_by_review_of": row.review.product.title, "at": row.created_at} for row in votes]
    reports = Report.objects.filter(customer=customer).select_related("review__product").order_by("at")
    return found + [
        {"reported_review_of": row.review.product.title, "cause": row.cause, "text": row.text, "at": row.at}
        for row in reports
    ]
