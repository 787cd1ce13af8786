"""What a customer may ask for of an order: by part and line, with what it can be changed for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.inventory import queries as inventory
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.returns import queries
from haat.returns.reasons import CATALOGUE

if TYPE_CHECKING:
    from datetime import datetime

    from haat.customers.models import Customer
    from haat.orders.models import Order, OrderLine, SellerOrder
    from haat.returns.models import Return


@dataclass(frozen=True, slots=True)
class Offered:
    parts: list[dict[str, Any]]
    reasons: list[dict[str, Any]]
    needs_payee: bool
    returns: list[Return]


def offered(*, order: Order, customer: Customer, at: datetime) -> Offered:
    """The order's parts with what is left of each line; parts that were not delivered offer nothing."""
    needs = order.payment_method == "cod" and not payments.payees([order.pk])
    mine = list(queries.customer_returns(customer=customer).filter(part__order=order))
    return Offered([_part(part, at) for part in order.parts.all()], _reasons(at), needs, mine)


def _part(part: SellerOrder, at: datetime) -> dict[str, Any]:
    terms = queries.terms_of(part, at)
    lines = list(part.lines.all())
    asked, left = queries.asked_of(line.pk for line in lines), orders.left_of(part)
    instead = _instead(lines, part) if "exchange" in terms.kinds else {}
    return {
        "number": part.number, "kinds": sorted(terms.kinds), "return_until": terms.return_until, "claim_until": terms.claim_until,
        "lines": [
            {
                "line_id": line.pk, "title": line.title, "image": line.image, "returnable": line.pk not in terms.kept,
                "left": min(left[line.pk].quantity if line.pk in left else line.quantity, line.kept - asked.get(line.pk, 0)),
                "instead": instead.get(line.pk, []),
            }
            for line in lines
        ] if terms.kinds else [],
    }  # fmt: skip


def _instead(lines: list[OrderLine], part: SellerOrder) -> dict[Any, list[dict[str, Any]]]:
    """Other variants of the same seller that cost no more and are there."""
    offers = [
        one for one in catalog.offers_of_products(line.product_id for line in lines) if one.seller_id == part.seller_id
    ]
    there = inventory.shelves([one.pk for one in offers]) if offers else {}
    return {
        line.pk: [
            {"offer_id": one.pk, "title": one.variant.label or one.variant.sku, "price_minor": one.price_minor, "currency": part.currency}
            for one in offers
            if one.variant.product_id == line.product_id and one.pk != line.offer_id and one.price_minor <= line.unit_minor
            and one.pk in there and there[one.pk].available
        ]
        for line in lines
    }  # fmt: skip


def _reasons(at: datetime) -> list[dict[str, Any]]:
    return [
        {"code": one.code, "text": str(one.words), "kinds": sorted(one.kinds), "way_back_paid_by": one.way_back_paid_by}
        for one in CATALOGUE if one.since <= at.date() and (one.until is None or at.date() <= one.until)
    ]  # fmt: skip
