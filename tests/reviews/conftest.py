"""A shop where Asha and Ben received what they bought of Ravi, and Meera sells the same thing."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from haat.core import clock
from haat.orders.models import Order, OrderLine, SellerOrder
from haat.search import services as search
from haat.tenancy.context import brand_scope
from tests.goods import make_offer, make_product
from tests.support import Api

if TYPE_CHECKING:
    from datetime import datetime

    from haat.catalog.models import Offer, Product

numbers = itertools.count(1)
HOME = dict.fromkeys(("name", "phone", "line1", "line2", "city", "pin"), "x") | {"state": "27", "country": "IN"}


def deliver(customer: Any, offer: Offer, *, at: datetime | None = None, status: str = "delivered") -> SellerOrder:
    """A part with one line of this offer, in this state. Call it inside the brand."""
    at = at or clock.now() - timedelta(days=3)
    number, price, product = f"AST-26-{uuid4().hex[:8].upper()}", offer.price_minor, offer.variant.product
    figures = {"currency": "INR", "goods_minor": price, "shipping_minor": 0, "total_minor": price}
    order = Order.objects.create(
        number=number, customer=customer, status="placed", payment_method="cod", place_of_supply="27", address=json.dumps(HOME),
        contact_name=customer.name, contact_email=customer.email, created_for=at, reserved_until=at, placed_at=at, **figures,
    )  # fmt: skip
    done = (
        {"shipped_at": at, "delivered_at": at, "return_until": at + timedelta(days=7)} if status == "delivered" else {}
    )
    ended = {"ended_at": at} if status in {"declined", "cancelled"} else {}
    part = SellerOrder.objects.create(
        order=order, seller=offer.seller, number=f"{number}-A", status=status, placed_at=at, shipping_taxable_minor=0,
        shipping_rate_bp=1800, **done, **ended, **figures,
    )  # fmt: skip
    OrderLine.objects.create(
        part=part, offer_id=offer.pk, product_id=product.pk, position=1, title=product.title, slug=product.slug,
        sku=offer.variant.sku, options=[{"name": "Colour", "value": "Blue"}], hsn="70133700", quantity=1, unit_minor=price,
        gross_minor=price, taxable_minor=price, rate_bp=0, rate_source="test", cgst_minor=0, sgst_minor=0, igst_minor=0,
        currency="INR",
    )  # fmt: skip
    return part


@dataclass
class Stand:
    """One product of Ravi's, which Meera offers as well, and who talks about it."""

    brand: Any
    product: Product
    offer: Offer  # Ravi's
    rival: Offer  # Meera's
    asha: Api
    ben: Api
    guest: Api
    ravi: Api
    meera: Api
    nia: Api

    def write(self, who: Api, stars: int = 5, **words: Any) -> Any:
        return who.put(f"products/{self.product.pk}/review", {"stars": stars} | words)

    def read(self, who: Api | None = None, **query: Any) -> Any:
        """As it is now: tests never commit, so a guest's kept answer would be given again."""
        return (who or self.guest).get(f"products/{self.product.pk}/reviews", again=next(numbers), **query)


@pytest.fixture
def stand(aster: Any, ravi: Any, meera: Any, nia: Any, asha: Any, ben: Any) -> Stand:
    with brand_scope(aster):
        product = make_product("Ribbed tumbler", slug="ribbed-tumbler")
        offer = make_offer(product, seller=ravi.seller)
        rival = make_offer(product, seller=meera.seller, variant=offer.variant, price_minor=41_000)
        deliver(asha.customer, offer)
        deliver(ben.customer, rival)
        search.index([product.pk])
    return Stand(
        aster, product, offer, rival, Api("customer", aster, asha.user), Api("customer", aster, ben.user),
        Api("customer", aster), Api("seller", aster, ravi.user), Api("seller", aster, meera.user), Api("admin", aster, nia.user),
    )  # fmt: skip
