"""Checkouts at the same moment: committed rows, a connection for each, and the provider in a thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from haat.core import clock
from haat.payments import gateway
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from tests.checkout.conftest import linked_account, running_simulator, simulator
from tests.committed import empty
from tests.goods import make_category, make_offer, make_product

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.razorpay_simulator.server import InThread

__all__ = ["running_simulator", "simulator"]


@dataclass
class Counter:
    """A shop whose rows other connections see."""

    brand: Any
    provider: InThread
    seller: Any
    offer: Any
    customers: list[Any] = field(default_factory=list)
    addresses: list[Any] = field(default_factory=list)

    def cart(self, place: int, code: str = "") -> Any:
        from haat.cart.models import Cart, CartLine

        cart = Cart.objects.create(
            customer=self.customers[place], status=Cart.Status.ACTIVE, codes=[code] if code else []
        )
        CartLine.objects.create(cart=cart, offer=self.offer, quantity=1, seen_minor=self.offer.price_minor)
        return cart

    def place(self, place: int, cart: Any, total: int, *, method: str = "cod", card: int | None = None) -> Any:
        from haat.checkout import services as checkout
        from haat.customers.types import Contact

        return checkout.place(
            brand=self.brand, customer=self.customers[place], cart=cart, address=self.addresses[place], method=method,
            expected_minor=total, idempotency_key=f"race-{place}", contact=Contact("A", "a@example.com", "", "en"), at=clock.now(),
            expected_card_minor=card,
        )  # fmt: skip


@pytest.fixture
def counter(
    django_db_setup: None, django_db_blocker: Any, owner_url: str, simulator: InThread, settings: Any, monkeypatch: Any
) -> Iterator[Counter]:
    settings.SMS_URL = ""
    monkeypatch.setattr("haat.core.transport._send_sms", lambda *_, **__: None)
    with django_db_blocker.unblock():
        brand = brand_by_slug("aster")
        try:
            yield _furnish(brand, simulator)
        finally:
            for held in gateway._local.__dict__.pop("gateways", {}).values():
                held.sdk.session.close()
            connection.close()
            empty(owner_url, brand)


def _furnish(brand: Any, provider: InThread) -> Counter:
    from haat.commissions import services as commissions
    from haat.commissions.types import RuleSpec
    from haat.sellers.models import Seller

    with brand_scope(brand):
        offer = make_offer(make_product("Last bowl", category=make_category("bowls")), price_minor=50_000, stock=1)
        account = linked_account(provider, "Ravi")
        Seller.objects.filter(pk=offer.seller_id).update(
            state="27", gst_status="regular", linked_account_id=account, linked_account_status="activated"
        )
        commissions.set_rules(
            specs=[RuleSpec(name="Standard", percent_bp=1_000, valid_from="2025-01-01")], at=clock.now()
        )
        return Counter(brand, provider, offer.seller, offer)


@pytest.fixture
def people(counter: Counter) -> Callable[[int], Counter]:
    """`people(50)` are customers with an address each."""
    from haat.core.ids import new_id
    from haat.customers.models import Address, Customer

    def make(count: int) -> Counter:
        with brand_scope(counter.brand):
            counter.customers = Customer.objects.bulk_create(
                Customer(user_id=new_id(), name=f"Person {place}", joined_at=clock.now()) for place in range(count)
            )
            counter.addresses = Address.objects.bulk_create(
                Address(customer=customer, name="P", phone="+919820012345", line1="12 Lane", city="Mumbai", state="27", pin="400050", country="IN")
                for customer in counter.customers
            )  # fmt: skip
        return counter

    return make


@pytest.fixture
def at_once(counter: Counter) -> Callable[..., list[Any]]:
    """Run functions at the same moment, each with a connection of its own; returns results or exceptions."""

    def run(*works: Callable[[], Any]) -> list[Any]:
        results: list[Any] = [None] * len(works)
        barrier = threading.Barrier(len(works))

        def one(index: int) -> None:
            try:
                with brand_scope(counter.brand):
                    barrier.wait(timeout=30)
                    results[index] = works[index]()
            except Exception as error:
                results[index] = error
            finally:
                for held in gateway._local.__dict__.pop("gateways", {}).values():
                    held.sdk.session.close()
                connection.close()

        threads = [threading.Thread(target=one, args=(index,)) for index in range(len(works))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    return run
