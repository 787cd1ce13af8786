"""Customers of a brand: joined on first need, known to that brand alone."""

from typing import Any

from django.db import connection

from haat.customers.models import Customer
from haat.identity import identifiers
from haat.identity import services as identity
from haat.tenancy.context import brand_scope
from tests.support import Api

HOME = {
    "name": "Asha Rao",
    "phone": "98200 54321",
    "line1": "7 Hill Road",
    "city": "Mumbai",
    "state": "27",
    "pin": "400050",
}


def test_a_person_joins_a_brand_on_first_need(aster: Any, birch: Any) -> None:
    user, _ = identity.person(identifier=identifiers.parse("new@example.com"), name="New")
    body = Api("customer", aster, user).get("profile")["data"]
    assert (body["name"], body["email"]) == ("New", "new@example.com")
    Api("customer", aster, user).get("profile")
    with brand_scope(aster):
        assert Customer.objects.count() == 1
    with brand_scope(birch):
        assert Customer.objects.count() == 0  # no brand learns that a person shops elsewhere


def test_a_guest_has_no_profile(aster: Any) -> None:
    guest = Api("customer", aster)
    guest.get("profile")
    assert guest.status == 401
    guest.get("addresses")
    assert guest.status == 401


def test_a_profile_is_the_brands_own_copy(aster: Any, birch: Any, asha: Any) -> None:
    body = Api("customer", aster, asha.user).patch(
        "profile", {"name": "Asha R", "phone": "98200 11111", "language": "hi"}
    )
    assert body["data"]["phone"] == "+919820011111"
    assert Api("customer", birch, asha.user).get("profile")["data"]["name"] == "Asha"
    visitor = Api("customer", aster, asha.user)
    for bad in ({"phone": "123"}, {"phone": "a@b.in"}, {"email": "nobody"}, {"user_id": "1"}):
        details = visitor.patch("profile", bad)["error"]["details"]
        assert visitor.status == 422
        assert next(iter(bad)) in details


def test_the_first_address_is_the_default_and_another_can_take_its_place(aster: Any, asha: Any) -> None:
    visitor = Api("customer", aster, asha.user)
    second = visitor.post("addresses", HOME)["data"]
    assert visitor.status == 201
    assert (second["phone"], second["state_name"], second["is_default"]) == ("+919820054321", "Maharashtra", False)
    visitor.patch(f"addresses/{second['id']}", {"is_default": True})
    rows = visitor.get("addresses")["data"]
    assert [row["is_default"] for row in rows] == [True, False]
    assert rows[0]["id"] == second["id"]
    visitor.delete(f"addresses/{second['id']}")
    assert visitor.status == 200
    (left,) = visitor.get("addresses")["data"]
    assert (left["id"], left["is_default"]) == (str(asha.address.pk), True)


def test_addresses_that_cannot_be_are_refused_with_a_sentence(aster: Any, asha: Any) -> None:
    """ASVS item 13."""
    visitor = Api("customer", aster, asha.user)
    for change, field, words in (
        ({"pin": "560001"}, "pin", "not in Maharashtra"),
        ({"pin": "04005"}, "pin", "six digits"),
        ({"state": "99"}, "state", "state of India"),
        ({"phone": "12"}, "phone", "phone number"),
    ):
        error = visitor.post("addresses", HOME | change)["error"]
        assert visitor.status == 422
        assert words in str(error["details"][field])
    error = visitor.patch(f"addresses/{asha.address.pk}", {"state": "29"})["error"]
    assert visitor.status == 422
    assert "pin" in error["details"]
    error = visitor.post("addresses", {"name": "x"})["error"]
    assert set(error["details"]) == {"phone", "line1", "city", "state", "pin"}


def test_nobody_touches_anothers_address(aster: Any, birch: Any, asha: Any, ben: Any) -> None:
    """ASVS item 2."""
    for visitor in (Api("customer", aster, ben.user), Api("customer", birch, asha.user)):
        assert str(asha.address.pk) not in str(visitor.get("addresses"))
        visitor.patch(f"addresses/{asha.address.pk}", {"city": "Pune"})
        assert visitor.status == 404
        visitor.delete(f"addresses/{asha.address.pk}")
        assert visitor.status == 404


def test_an_address_book_has_an_end(aster: Any, asha: Any) -> None:
    """ASVS item 11."""
    visitor = Api("customer", aster, asha.user)
    for _ in range(19):
        visitor.post("addresses", HOME)
        assert visitor.status == 201
    body = visitor.post("addresses", HOME)
    assert visitor.status == 409
    assert body["error"]["code"] == "too_many_addresses"


def test_personal_data_are_not_readable_in_the_columns(aster: Any, asha: Any) -> None:
    """ASVS item 37."""
    with brand_scope(aster), connection.cursor() as cursor:
        cursor.execute(
            "SELECT row_to_json(a)::text || row_to_json(c)::text FROM customers_address a, customers_customer c"
        )
        (row,) = cursor.fetchone()
    assert "9820012345" not in row
    assert "12 Lane" not in row
