"""The brand's staff set rates and try them; the neighbour's are its own."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from haat.audit.models import AuditEntry
from haat.tenancy import hosts
from haat.tenancy.context import brand_scope, public_scope
from haat.tenancy.models import Brand
from tests.shipping.tariffs import flat_body, zone_body
from tests.support import Api, run_jobs

PATH = "settings/shipping"
SOUTH = zone_body("South", prefixes=["56", "560"], regions=["33"], free_above_minor=99_900)
ISLANDS = zone_body("Islands", prefixes=["744"], delivers=False)
BODY = {"version": 0, "zones": [SOUTH, ISLANDS], "elsewhere": flat_body(9_900, cash=False)}


@pytest.fixture
def admin(aster: Any, nia: Any) -> Api:
    return Api("admin", aster, nia.user)


def trial(admin: Api, pin: str, weight_g: int = 300, **more: Any) -> Any:
    return admin.post(f"{PATH}/trial", {"pin": pin, "weight_g": weight_g, "goods_minor": 10_000} | more)


def test_a_brand_without_rates_is_told_what_its_policies_say(admin: Api) -> None:
    found = admin.get(PATH)["data"]
    assert (found["version"], found["zones"], found["elsewhere"]) == (0, [], None)
    standing = found["standing"]
    assert (standing["steps"], standing["beyond"]) == ([{"up_to": 1_000, "fee_minor": 7_900}], "per_kg")
    assert (standing["beyond_minor"], standing["free_above_minor"], standing["cash"]) == (3_000, 99_900, True)
    assert trial(admin, "744101", 2_500)["data"]["fee"]["minor"] == 13_900


def test_rates_are_set_read_tried_and_taken_back(admin: Api, aster: Any) -> None:
    answer = admin.put(PATH, BODY)
    assert admin.status == 200, answer
    found = admin.get(PATH)["data"]
    assert found == answer["data"]
    assert [zone["name"] for zone in found["zones"]] == ["South", "Islands"]
    assert (found["version"], found["zones"][0]["prefixes"]) == (1, ["56", "560"])
    assert found["zones"][1]["steps"] == []  # of a place without delivery nothing else is kept
    south = trial(admin, "560001", 1_200)["data"]
    assert (south["fee"]["text"], south["delivers"], south["cash"]) == ("₹109.00", True, True)
    assert south["sentence"] == "South: a parcel of 1.2 kg, rate up to 1 kg and 1 more kg"
    assert trial(admin, "744101")["data"]["delivers"] is False
    rest = trial(admin, "110001")["data"]
    assert (rest["fee"]["minor"], rest["cash"], rest["sentence"]) == (
        9_900,
        False,
        "Everywhere else: one rate for every parcel",
    )
    admin.put(PATH, {"version": 1, "zones": [], "elsewhere": None})
    assert admin.get(PATH)["data"]["elsewhere"] is None
    assert trial(admin, "110001")["data"]["fee"]["minor"] == 7_900
    with brand_scope(aster):
        log = list(AuditEntry.objects.filter(action="shipping.rates_set").order_by("at"))
        assert [set(entry.after) for entry in log] == [{"South", "Islands", "Everywhere else"}, set()]
        south = log[1].before["South"]
        assert (south["prefixes"], south["regions"]) == (["56", "560"], ["Tamil Nadu"])
        assert south["steps"] == ["500 g: ₹49.00", "1 kg: ₹79.00"]
    assert "search.reshape" in run_jobs(aster, only="search.")


def test_the_neighbour_keeps_its_own_rates(admin: Api, aster: Any, birch: Any, nia: Any) -> None:
    admin.put(PATH, BODY)
    with public_scope():
        assert Brand.objects.get(pk=birch.pk).shipping == {}
    other = Api("admin", birch, nia.user)
    for method in ("GET", "PUT"):
        other.call(method, PATH, BODY)
        assert other.status in {401, 403}
    trial(other, "560001")
    assert other.status in {401, 403}


def test_sellers_and_customers_set_no_rates(aster: Any, ravi: Any, asha: Any) -> None:
    for portal, person in (("seller", ravi), ("customer", asha)):
        caller = Api(portal, aster, person.user)
        caller.put(PATH, BODY)
        assert caller.status == 404


def test_whoever_read_older_rates_is_refused(admin: Api) -> None:
    admin.put(PATH, BODY)
    answer = admin.put(PATH, BODY)
    assert (admin.status, answer["error"]["code"]) == (409, "rates_moved")
    admin.put(PATH, BODY | {"version": 1})
    assert admin.status == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"zones": [SOUTH, zone_body("Twin", prefixes=["560"])]}, "zones.1.prefixes"),
        ({"zones": [zone_body("Low", prefixes=["1"], beyond_minor=-1)]}, "zones.0.beyond_minor"),
        ({"elsewhere": None}, "elsewhere"),
        (
            {"elsewhere": flat_body(9, steps=[{"up_to": 5, "fee_minor": 1}, {"up_to": 4, "fee_minor": 1}])},
            "elsewhere.steps.1.up_to",
        ),
    ],
)
def test_a_fault_is_told_with_field_and_row_and_nothing_is_kept(admin: Api, body: Any, field: str) -> None:
    answer = admin.put(PATH, BODY | body)
    assert admin.status == 422
    assert field in answer["error"]["details"]
    assert admin.get(PATH)["data"]["version"] == 0


@pytest.mark.parametrize(
    "body",
    [
        {"zones": "x"}, {"zones": [{}]}, {"version": -1}, {"elsewhere": flat_body(1, steps=[{"up_to": "1.5", "fee_minor": 1}])},
        {"elsewhere": flat_body(1, steps=[{"up_to": 1, "fee_minor": 10**30}])}, {"elsewhere": flat_body(1, by="colour")},
        {"more": 1}, {"elsewhere": flat_body(1, steps=[[1]])}, {"zones": [zone_body("A", prefixes=[None])]},
    ],
)  # fmt: skip
def test_what_is_no_rate_is_refused(admin: Api, body: Any) -> None:
    admin.put(PATH, BODY | body)
    assert admin.status == 422


@pytest.mark.parametrize(
    ("place", "field"),
    [
        ({"pin": "05"}, "pin"), ({"pin": "999999"}, "pin"), ({"pin": ""}, "pin"), ({"pin": "400001", "region": "29"}, "pin"),
        ({"pin": "400001", "region": "XX"}, "region"), ({"pin": "140001"}, "region"),
    ],
)  # fmt: skip
def test_a_trial_needs_a_place(admin: Api, place: dict[str, str], field: str) -> None:
    admin.put(PATH, BODY | {"zones": [zone_body("Punjab", regions=["03"])]})
    answer = admin.post(f"{PATH}/trial", {"weight_g": 1, "goods_minor": 1} | place)
    assert (admin.status, list(answer["error"]["details"])) == (422, [field])


ROW = {
    "name": "A", "delivers": True, "by": "weight", "steps": {"500": 100}, "beyond": "fee", "beyond_minor": 100,
    "free_above_minor": None, "cash": True,
}  # fmt: skip
KEPT = {"version": 1, "prefixes": {"56": 0}, "regions": {}, "zones": [ROW], "elsewhere": ROW}


@pytest.mark.parametrize(
    "change",
    [
        {"prefixes": {"56": 1}}, {"prefixes": {"56": -1}}, {"prefixes": {"56a": 0}}, {"prefixes": {"56": "0"}}, {"regions": []},
        {"regions": {"Delhi": 0}}, {"elsewhere": None}, {"zones": {}}, {"elsewhere": ROW | {"steps": {"500": -1}}},
        {"elsewhere": ROW | {"steps": {"x": 1}}}, {"elsewhere": ROW | {"steps": {"0": 1}}}, {"elsewhere": ROW | {"steps": {"5": "1"}}},
        {"elsewhere": ROW | {"beyond_minor": 1.5}}, {"elsewhere": ROW | {"beyond_minor": None}}, {"elsewhere": ROW | {"by": "x"}},
        {"elsewhere": ROW | {"free_above_minor": -1}}, {"elsewhere": ROW | {"beyond": "per_kg", "by": "price"}},
        {"elsewhere": ROW | {"beyond": "per_kg", "steps": {}}}, {"zones": [ROW | {"beyond_minor": -1}]}, {"elsewhere": {}},
    ],
)  # fmt: skip
def test_the_database_refuses_rates_that_are_none(aster: Any, change: dict[str, Any]) -> None:
    with public_scope():
        Brand.objects.filter(pk=aster.pk).update(shipping=KEPT)
        with pytest.raises(IntegrityError, match="tenancy_brand_shipping_whole"), transaction.atomic():
            Brand.objects.filter(pk=aster.pk).update(shipping=KEPT | change)


def test_a_brand_in_the_emirates_has_emirates_for_zones(admin: Api, aster: Any) -> None:
    with public_scope():
        Brand.objects.filter(pk=aster.pk).update(country="AE", currency="AED", home_state="DU")
    hosts.forget()
    found = admin.get(PATH)["data"]
    assert (found["has_post_codes"], found["region_word"], len(found["regions"])) == (False, "emirate", 7)
    assert "zones.0.prefixes" in admin.put(PATH, BODY)["error"]["details"]
    admin.put(PATH, BODY | {"zones": [zone_body("Dubai", regions=["DU"])]})
    dubai = trial(admin, "", region="DU")["data"]
    assert (dubai["fee"]["text"], dubai["sentence"]) == ("AED 49.00", "Dubai: a parcel of 300 g, rate up to 500 g")
    assert trial(admin, "", region="SH")["data"]["fee"]["minor"] == 9_900
    assert "region" in trial(admin, "")["error"]["details"]
    assert "pin" in trial(admin, "560001", region="DU")["error"]["details"]
