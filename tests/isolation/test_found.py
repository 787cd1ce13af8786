"""What the matrix and the fuzzing found once, each with the answer that it gets now."""

from __future__ import annotations

from typing import Any

import pytest

from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_seller
from tests.support import Api


@pytest.mark.parametrize("field", ["seller_id", "category_id"])
def test_a_rule_for_a_neighbours_seller_or_category_is_refused_with_a_sentence(
    field: str, aster: Any, birch: Any, nia: Any
) -> None:
    with brand_scope(birch):
        theirs = {"seller_id": make_seller("Sami").pk, "category_id": make_category("lamps").pk}[field]
    admin = Api("admin", aster, nia.user)
    rule = {"name": "Special", "percent_bp": 500, "valid_from": "2026-01-01", field: str(theirs)}
    answer = admin.post("commission/rules", rule)
    assert admin.status == 422
    assert field in answer["error"]["details"]


def test_a_rule_with_a_number_that_no_column_holds_is_refused(aster: Any, nia: Any) -> None:
    admin = Api("admin", aster, nia.user)
    for field, number in (("position", 2**40), ("fixed_minor", 10**15), ("cap_minor", int("9" * 40))):
        answer = admin.post(
            "commission/rules", {"name": "Big", "percent_bp": 1, "valid_from": "2026-01-01", field: number}
        )
        assert (admin.status, list(answer["error"]["details"])) == (422, [field])


@pytest.mark.parametrize("text", ['{"a":' * 5_000, r'{"reason": "\ud800"}', '{"a": NaN}', "\ufeff{", " " * 3_000_000])
def test_what_is_not_json_is_a_400_in_the_apis_own_form(aster: Any, nia: Any, text: str) -> None:
    admin = Api("admin", aster, nia.user)
    answer = admin.client.post(
        "/api/v1/admin/commission/rules", text, content_type="application/json", headers=admin.headers | {"Sec-Fetch-Site": "same-origin"},
    )  # fmt: skip
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_request")


@pytest.mark.parametrize("portal", ["customer", "seller", "admin", "platform", "launch"])
def test_an_address_of_the_api_that_is_not_there_is_said_in_the_apis_own_form(aster: Any, portal: str) -> None:
    """ASVS item 39: a refusal has one shape and tells nothing of what is inside."""
    api = Api(portal, aster if portal not in {"platform", "launch"} else None)
    answer = api.call("GET", "/api/v1/no/such/address")
    assert (api.status, answer["error"]["code"]) == (404, "not_found")
    assert api.client.get("/a\x00b").status_code == 404


@pytest.mark.parametrize("number", ["9" * 5_000, "0", "-1", "1e3", "²"])
def test_a_page_that_cannot_be_is_refused(aster: Any, number: str) -> None:
    api = Api("customer", aster)
    api.get("products", page=number)
    assert api.status == 422


def test_a_fault_of_ours_tells_a_program_its_request_id_and_nothing_else(aster: Any, monkeypatch: Any) -> None:
    """ASVS item 39: no trace, no statement, no path of ours."""
    monkeypatch.setattr("haat.content.queries.pages", lambda: 1 // 0)
    api = Api("customer", aster)
    api.client.raise_request_exception = False
    answer = api.get("pages", limit=97)  # of which no answer is kept
    assert (api.status, answer["error"]["code"]) == (500, "broken")
    assert b"ZeroDivision" not in api.response.content
    assert answer["meta"]["request_id"] == api.response.headers["X-Request-Id"]


def test_a_statement_until_the_end_of_time_is_the_whole_statement(aster: Any, ravi: Any) -> None:
    seller = Api("seller", aster, ravi.user)
    assert seller.get("statement", since="0001-01-01", until="9999-12-31")["data"] == []
    assert seller.status == 200


def test_an_endless_path_names_nothing_that_is_there(aster: Any, asha: Any) -> None:
    api = Api("customer", aster, asha.user)
    api.post(f"orders/{'x' * 3_000}/cancellation", {}, key="k")
    assert api.status == 404
