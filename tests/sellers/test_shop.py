"""The shop's own page and its vacation."""

from typing import Any

from haat.identity import identifiers
from haat.identity import services as identity
from haat.sellers import queries
from haat.tenancy.context import brand_scope
from tests.support import Api


def test_customers_see_who_sells_by_law(aster: Any, birch: Any, ravi: Any) -> None:
    guest = Api("customer", aster)
    body = guest.get("sellers/ravi-traders")["data"]
    assert guest.status == 200
    assert (body["legal_name"], body["state"], body["is_open"]) == ("Ravi Traders LLP", "Maharashtra", True)
    assert "acc_" not in guest.response.content.decode()
    elsewhere = Api("customer", birch)
    elsewhere.get("sellers/ravi-traders")
    assert elsewhere.status == 404


def test_vacation_takes_a_shop_off_sale_and_back(aster: Any, ravi: Any) -> None:
    owner = Api("seller", aster, ravi.user)
    body = owner.post("shop/vacation")["data"]
    assert (body["status"], body["actions"]) == ("paused", ["edit", "resume"])
    with brand_scope(aster):
        assert not queries.active_sellers().exists()
    assert Api("customer", aster).get("sellers/ravi-traders")["data"]["is_open"] is False
    owner.post("shop/vacation")
    assert owner.status == 409
    assert owner.delete("shop/vacation")["data"]["status"] == "active"


def test_a_suspended_shop_is_not_shown(aster: Any, nia: Any, ravi: Any) -> None:
    Api("admin", aster, nia.user).post(f"sellers/{ravi.seller.pk}/suspension", {"reason": "Why."})
    guest = Api("customer", aster)
    guest.get("sellers/ravi-traders")
    assert guest.status == 404


def test_shop_texts_are_the_owners(aster: Any, ravi: Any, meera: Any) -> None:
    owner = Api("seller", aster, ravi.user)
    assert owner.patch("shop", {"description": "New words."})["data"]["description"] == "New words."
    packer, _ = identity.person(identifier=identifiers.parse("packer@example.com"))
    identity.grant(user=packer, scope="seller", role="fulfilment", brand_id=aster.pk, seller_id=ravi.seller.pk)
    visitor = Api("seller", aster, packer)
    assert visitor.get("shop")["data"]["slug"] == "ravi-traders"
    for call in (visitor.patch("shop", {"name": "Mine"}), visitor.post("shop/vacation"), visitor.get("application")):
        assert visitor.status == 403
        assert "fulfilment" in call["error"]["message"]
    assert Api("seller", aster, meera.user).get("shop")["data"]["slug"] == "meera-crafts"
