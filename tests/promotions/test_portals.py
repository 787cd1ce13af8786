"""Brand and seller staff write promotions; each sees and moves only what is theirs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from haat.core import clock
from haat.promotions.models import Promotion, Usage
from haat.tenancy.context import brand_scope
from haat.tenancy.models import Brand
from tests.goods import make_offer
from tests.support import Api

TERMS = {"name": "Festival", "benefit": "percent", "percent_bp": 1_000, "starts_at": "2026-01-01T00:00:00+05:30"}


@pytest.fixture
def admin(aster: Any, nia: Any) -> Api:
    return Api("admin", aster, nia.user)


def _written(api: Api, **terms: Any) -> dict[str, Any]:
    answer = api.post("promotions", TERMS | terms)
    assert api.status == 201, answer
    return dict(answer["data"])


def test_a_promotion_is_written_launched_paused_and_ended(admin: Api) -> None:
    row = _written(admin)
    assert (row["status"], row["actions"], row["sentence"]) == ("draft", ["launch", "end", "edit"], "10 % off")
    for verb, status in (("launch", "running"), ("pause", "paused"), ("launch", "running"), ("end", "ended")):
        assert admin.post(f"promotions/{row['id']}/moves", {"verb": verb})["data"]["status"] == status
    admin.post(f"promotions/{row['id']}/moves", {"verb": "launch"})
    assert admin.status == 409
    actions = [one["action"] for one in admin.get("audit")["data"]]
    assert {"promotion.drafted", "promotion.launched", "promotion.paused", "promotion.ended"} <= set(actions)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"percent_bp": 0}, "percent_bp"), ({"percent_bp": -1}, "percent_bp"), ({"percent_bp": 10_001}, "percent_bp"),
        ({"percent_bp": 12.5}, "percent_bp"), ({"benefit": "gift"}, "benefit"), ({"benefit": "fixed"}, "amount_minor"),
        ({"benefit": "fixed", "amount_minor": 10**13}, "amount_minor"), ({"benefit": "fixed", "amount_minor": "9.50"}, "amount_minor"),
        ({"benefit": "buy_get"}, "buy_quantity"), ({"min_spend_minor": -1}, "min_spend_minor"), ({"cap_minor": 0}, "cap_minor"),
        ({"uses_max": 0}, "uses_max"), ({"uses_max": 2**40}, "uses_max"), ({"ends_at": "2025-01-01T00:00:00Z"}, "ends_at"),
        ({"brand_bp": 5_000}, "seller_ids"), ({"seller_ids": [str(uuid4())]}, "seller_ids"),
        ({"category_ids": [str(uuid4())]}, "category_ids"), ({"product_ids": [str(uuid4())]}, "product_ids"),
        ({"currency": "USD"}, "currency"), ({"spent_minor": 0}, "spent_minor"), ({"name": ""}, "name"),
    ],
)  # fmt: skip
def test_terms_that_cannot_be_are_refused_at_their_field(admin: Api, change: dict[str, Any], field: str) -> None:
    answer = admin.post("promotions", TERMS | change)
    assert admin.status == 422
    assert field in answer["error"]["details"]


def test_terms_that_were_used_stand_still_and_limits_move(admin: Api, aster: Any, asha: Any) -> None:
    row = _written(admin, budget_minor=10_000)
    with brand_scope(aster):
        promotion = Promotion.objects.get(pk=row["id"])
        Usage.objects.create(
            promotion=promotion,
            customer=asha.customer,
            reference=uuid4(),
            discount_minor=500,
            brand_minor=500,
            at=clock.now(),
        )
        Promotion.objects.update(spent_minor=500, uses=1)
    answer = admin.call("PUT", f"promotions/{row['id']}", TERMS | {"percent_bp": 2_000})
    assert (admin.status, list(answer["error"]["details"])) == (409, ["percent_bp"])
    answer = admin.call("PUT", f"promotions/{row['id']}", TERMS | {"budget_minor": 499})
    assert (admin.status, list(answer["error"]["details"])) == (422, ["budget_minor"])
    changed = admin.call("PUT", f"promotions/{row['id']}", TERMS | {"budget_minor": 20_000, "name": "Longer"})["data"]
    assert (changed["budget"]["minor"], changed["name"], changed["paid_by_brand"]["minor"]) == (20_000, "Longer", 500)


def test_codes_by_hand_and_by_the_batch(admin: Api) -> None:
    row = _written(admin, needs_code=True)
    here = f"promotions/{row['id']}"
    admin.post(f"{here}/moves", {"verb": "launch"})
    assert admin.status == 422  # nobody could use it
    assert admin.post(f"{here}/coupons", {"code": "diwali 26"})["data"]["code"] == "DIWALI26"
    for bad in ("diwali26", "ab", "-abc", "a b!", "x" * 25):
        admin.post(f"{here}/coupons", {"code": bad})
        assert admin.status == 422, bad
    batch = admin.post(f"{here}/batches", {"name": "Letter", "size": 500, "prefix": "mail"}, key="b1")["data"]
    again = admin.post(f"{here}/batches", {"name": "Letter", "size": 500, "prefix": "mail"}, key="b1")["data"]
    assert batch["id"] == again["id"]
    file = admin.get(f"{here}/batches/{batch['id']}/file")["data"]
    codes = [line.partition(",")[0] for line in file["csv"].split("\r\n")[1:-1]]
    assert len(set(codes)) == 500
    assert all(code.startswith("MAIL") and len(code) == 14 for code in codes)
    assert admin.delete(f"{here}/coupons/diwali26")["data"]["stopped_at"]


def test_a_preview_shows_a_cart_before_and_after_and_writes_nothing(admin: Api, aster: Any, ravi: Any) -> None:
    assert admin.post("promotions/preview", TERMS)["data"]["lines"] == []
    with brand_scope(aster):
        make_offer(seller=ravi.seller, price_minor=50_000)
    found = admin.post("promotions/preview", TERMS | {"starts_at": str(clock.now() + timedelta(days=9))})["data"]
    assert (
        (found["before"]["minor"] - found["after"]["minor"]) == found["brand_pays"]["minor"] - 7_900 == 10_000 - 7_900
    )
    assert found["sentences"] == ["10 % off"]
    own = Api("seller", aster, ravi.user).post("promotions/preview", TERMS)["data"]
    assert (own["brand_pays"]["minor"], own["sellers_pay"]["minor"]) == (0, 10_000)
    with brand_scope(aster):
        assert not Promotion.objects.exists()


def test_a_seller_pays_for_its_own_and_a_rival_and_a_neighbour_see_nothing(
    aster: Any, birch: Any, ravi: Any, meera: Any, admin: Api
) -> None:
    own, rival = Api("seller", aster, ravi.user), Api("seller", aster, meera.user)
    row = _written(own, needs_code=True)
    with brand_scope(aster):
        kept = Promotion.objects.get()
        assert (kept.seller_id, kept.seller_ids, kept.brand_bp) == (ravi.seller.pk, [ravi.seller.pk], 0)
    brands = _written(admin, name="The brand's")
    here = f"promotions/{row['id']}"
    for api, path in ((rival, here), (own, f"promotions/{brands['id']}")):
        assert api.get(path) and api.status == 404
        assert api.call("PUT", path, TERMS) and api.status == 404
        for part, body in (("moves", {"verb": "end"}), ("coupons", {"code": "MINE"})):
            assert api.post(f"{path}/{part}", body) and api.status == 404
    assert rival.get("promotions")["data"] == []
    assert [one["name"] for one in own.get("promotions")["data"]] == ["Festival"]
    own.post("promotions", TERMS | {"brand_bp": 10_000})
    assert own.status == 422  # not theirs to say
    assert {one["name"] for one in admin.get("promotions")["data"]} == {"Festival", "The brand's"}
    with brand_scope(birch):
        assert not Promotion.objects.exists()


def test_the_brand_decides_whether_and_how_far_sellers_may(aster: Any, ravi: Any) -> None:
    own = Api("seller", aster, ravi.user)
    own.post("promotions", TERMS | {"percent_bp": 6_000})
    assert own.status == 422
    row = _written(own)
    aster.settings["policies"]["seller_promotions"] = False
    Brand.objects.filter(pk=aster.pk).update(settings=aster.settings)
    from haat.tenancy import hosts

    hosts.forget()
    assert own.get("promotions/permission")["data"]["allowed"] is False
    own.post(f"promotions/{row['id']}/moves", {"verb": "launch"})
    assert own.status == 403
    own.post(f"promotions/{row['id']}/moves", {"verb": "end"})
    assert own.status == 200


def test_support_reads_and_does_not_write(aster: Any, admin: Api) -> None:
    from tests.conftest import _staff

    row = _written(admin)
    support = Api("admin", aster, _staff("sup@example.com", "Sup", "brand", "support", aster).user)
    assert support.get(f"promotions/{row['id']}")["data"]["name"] == "Festival"
    support.post(f"promotions/{row['id']}/moves", {"verb": "launch"})
    assert support.status == 403
