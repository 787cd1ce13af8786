"""A shop whose orders are paid at the simulator, and the whole way of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from haat.books.models import ReconBreak
from haat.core import clock
from haat.core.ids import new_token
from haat.ledger import services as ledger
from haat.orders.models import SellerOrder
from haat.payments import gateway
from haat.payments.models import GatewayAccount, Payment
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop, linked_account, running_simulator, shop, simulator
from tests.checkout.steps import settled
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from haat.ledger.types import Verdict

__all__ = ["running_simulator", "shop", "simulator"]


@dataclass
class Account:
    """Aster's own account at the provider, that nobody else uses."""

    shop: Shop
    client: Any
    own: int = 0

    def run(self, *, at: datetime | None = None, deep: bool = False) -> Any:
        from haat.books import services as books

        with brand_scope(self.shop.brand):
            done = books.reconcile(brand=self.shop.brand, at=at or clock.now(), deep=deep)
        run_jobs(self.shop.brand)
        self.shop.provider.idle()
        return done

    def top_up(self, amount: int) -> None:
        """Money of the brand's own, so that refunds of all that came in can be paid although its fees are gone."""
        self.shop.provider.sim("balances", key_id=self.client.auth[0], amount=amount)
        self.own += amount

    def balance(self) -> int:
        """What the provider holds of the payments."""
        rows = self.shop.provider.get("balances")["merchants"]
        have = next(row["balance"] for row in rows if row["key_id"] == self.client.auth[0])
        return int(have) - self.own

    def breaks(self, **filters: Any) -> dict[str, ReconBreak]:
        with brand_scope(self.shop.brand):
            return {row.kind: row for row in ReconBreak.objects.filter(**filters or {"state": "open"})}

    def order_of(self, number: str) -> str:
        with brand_scope(self.shop.brand):
            return str(Payment.objects.get(reference_number=number).provider_order_id)


@pytest.fixture
def account(shop: Shop, ravi: Any, meera: Any) -> Iterator[Account]:
    key, secret = f"rzp_test_{new_token(12)}", new_token(20)
    shop.provider.sim("merchants", name="Aster", key_id=key, key_secret=secret)
    client = shop.provider.client_of(key, secret)
    with brand_scope(shop.brand):
        GatewayAccount.objects.create(provider="razorpay", key_id=key, key_secret=secret, webhook_secret="hook")
        for person in (ravi, meera):
            linked = linked_account(shop.provider, person.seller.name, client)
            Seller.objects.filter(pk=person.seller.pk).update(linked_account_id=linked)
    yield Account(shop, client)
    for held in gateway._local.__dict__.pop("gateways", {}).values():
        held.sdk.session.close()


def deliver(shop: Shop, number: str, *people: Any) -> None:
    """Each seller carries its part to the door."""
    for person in people:
        api = Api("seller", shop.brand, person.user)
        with brand_scope(shop.brand):
            mine = part_of(number, person.seller).number
        for step, body in (("acceptance", {}), ("shipment", {"carrier": "India Post"}), ("delivery", {})):
            api.post(f"orders/{mine}/{step}", body)
            assert api.status == 200, api.response.content
    run_jobs(shop.brand)


def pay_out(shop: Shop, at: datetime) -> None:
    """The return windows end, and what is due is released."""
    from haat.fulfilment import services as fulfilment
    from haat.payouts import services as payouts

    with brand_scope(shop.brand):
        fulfilment.close_ripe_parts(at=at)
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        payouts.release_due(at=at)
    settled(shop)


def verified(brand: Any, **options: Any) -> Verdict:
    from haat.books import services as books

    with brand_scope(brand):
        while ledger.seal(everything=True):
            pass
        return books.verify(at=options.pop("at", clock.now()), **options)


def part_of(number: str, seller: Any) -> SellerOrder:
    return SellerOrder.objects.get(order__number=number, seller=seller)
