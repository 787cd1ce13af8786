"""Another variant of the same product: held, swapped, the difference given back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog.models import Offer, Variant
from haat.inventory.models import Stock
from haat.payments.models import Refund
from haat.returns.models import AskedUnits
from haat.tenancy.context import brand_scope
from tests.books.conftest import verified
from tests.goods import make_offer

if TYPE_CHECKING:
    from tests.returns.conftest import Desk


def other(desk: Desk, price: int, seller: Any, stock: int = 3) -> Offer:
    """The same serum in another size."""
    with brand_scope(desk.shop.brand):
        first = desk.shop.serum.variant
        size = [{"name": "Size", "value": f"{price}"}]
        variant = Variant.objects.create(product=first.product, sku=f"SERUM-{price}", options=size, hsn=first.hsn)
        Variant.objects.filter(pk=variant.pk).update(is_live=True)
        return make_offer(first.product, seller=seller, price_minor=price, stock=stock, variant=variant)


def test_an_exchange_swaps_goods_and_gives_the_difference_back(desk: Desk, ravi: Any) -> None:
    shop = desk.shop
    cheap, dear = other(desk, 39_900, ravi.seller), other(desk, 59_900, ravi.seller)
    assert (
        desk.ask("exchange", reason="size", line={"offer_id": str(dear.pk)})["error"]["code"] == "exchange_costs_more"
    )
    assert desk.ask("exchange", reason="size", line={"offer_id": str(shop.bowl.pk)})["status"] == "error"
    offered = shop.asha.get(f"orders/{desk.number}/returns")["data"]["parts"]
    instead = [row for part in offered if part["number"] == desk.part.number for row in part["lines"][0]["instead"]]
    assert [row["offer_id"] for row in instead] == [str(cheap.pk)]
    number = desk.ask("exchange", quantity=2, reason="size", line={"offer_id": str(cheap.pk)})["data"]["number"]
    desk.do(desk.ravi, number, "approval")
    with brand_scope(shop.brand):
        assert (Stock.objects.get(offer=cheap).reserved, Stock.objects.get(offer=cheap).on_hand) == (2, 3)
    desk.do(desk.ravi, number, "replacement", {"carrier": "India Post"})
    assert desk.ravi.status == 409
    desk.do(desk.ravi, number, "receipt", desk.count(2, 1, 1, "One was used"))
    done = desk.do(desk.ravi, number, "replacement", {"carrier": "India Post"})["data"]
    assert (done["status"], done["refund"]["minor"]) == ("exchanged", 10_000)
    with brand_scope(shop.brand):
        assert (Stock.objects.get(offer=cheap).reserved, Stock.objects.get(offer=cheap).on_hand) == (0, 2)
        assert Stock.objects.get(offer=shop.serum).on_hand == 4
        assert Refund.objects.get().amount_minor == 10_000
        assert AskedUnits.objects.get().asked == 1
    assert verified(shop.brand).faults == []
