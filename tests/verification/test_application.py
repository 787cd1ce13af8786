"""Applying: what is asked, what is refused, what is never shown."""

from typing import Any

import pytest
from django.db import connection

from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope, public_scope
from haat.verification.models import SellerEntity
from tests.support import Api, gstin_of
from tests.verification.conftest import CLAIMS, PAN


def test_somebody_without_a_shop_may_apply_and_has_nothing_before(aster: Any, tara: Any) -> None:
    visitor = Api("seller", aster, tara)
    body = visitor.get("application")
    assert visitor.status == 404
    assert "not applied" in body["error"]["message"]
    body = visitor.post("application", {"shop_name": "Tara Weaves"})["data"]
    assert visitor.status == 201
    assert (body["status"], body["seller_status"], body["actions"]) == ("draft", "applied", ["edit"])
    assert {"field": "pan", "label": "PAN"} in body["missing"]
    assert {row["kind"] for row in body["requirements"]} >= {"identity_pan", "gstin", "bank_account"}
    assert all(row["why"] and row["next"] for row in body["requirements"])


def test_an_application_is_saved_in_parts(aster: Any, tara: Any) -> None:
    visitor = Api("seller", aster, tara)
    visitor.post("application", {"shop_name": "Tara Weaves"})
    for name, value in CLAIMS.items():
        visitor.patch("application", {name: value})
        assert visitor.status == 200
    body = visitor.get("application")["data"]
    assert body["missing"] == []
    assert body["actions"] == ["edit", "submit"]


def test_secrets_come_back_masked_and_their_masks_change_nothing(applicant: Api) -> None:
    """ASVS item 37."""
    body = applicant.get("application")["data"]
    assert body["pan"] == "••••234A"
    assert body["bank_account_masked"] == "••••9012"
    assert PAN not in applicant.response.content.decode().replace(body["gstin"], "")
    assert CLAIMS["bank_account"] not in applicant.response.content.decode()
    applicant.patch("application", {"pan": body["pan"], "bank_account": body["bank_account_masked"], "city": "Mysuru"})
    with public_scope():
        entity = SellerEntity.objects.get()
    assert (entity.pan, entity.bank_account, entity.city) == (PAN, CLAIMS["bank_account"], "Mysuru")


def test_secrets_are_not_readable_in_the_columns(applicant: Api) -> None:
    """ASVS item 37."""
    with public_scope(), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(e)::text FROM verification_sellerentity e")
        (row,) = cursor.fetchone()
    assert CLAIMS["bank_account"] not in row
    assert PAN not in row.replace(CLAIMS["gstin"], "")  # the GSTIN is public and contains the PAN by law


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pan", "12345"),
        ("pan", "ABCXT1234A"),
        ("gstin", gstin_of(PAN, "29")[:14] + "0"),
        ("ifsc", "HDFC1001234"),
        ("bank_account", "12ab"),
        ("state", "99"),
        ("pin", "056001"),
    ],
)
def test_bad_form_is_refused_at_its_field(applicant: Api, field: str, value: str) -> None:
    """ASVS item 13."""
    body = applicant.patch("application", {field: value})
    assert applicant.status == 422
    assert body["error"]["details"][field]


def test_an_unknown_field_is_refused(applicant: Api) -> None:
    """ASVS item 5."""
    body = applicant.patch("application", {"status": "verified"})
    assert applicant.status == 422
    assert "status" in body["error"]["details"]


def test_submission_names_everything_that_is_missing(aster: Any, tara: Any) -> None:
    visitor = Api("seller", aster, tara)
    visitor.post("application", {"shop_name": "Tara Weaves", "pan": PAN})
    body = visitor.post("application/submission", {"agreed": False})
    assert visitor.status == 422
    assert set(body["error"]["details"]) == {*CLAIMS, "agreed"} - {"pan"}
    assert "Bank account number is missing." in body["error"]["message"]


def test_an_unregistered_seller_needs_no_gstin(applicant: Api) -> None:
    applicant.patch("application", {"gst_status": "unregistered"})
    body = applicant.post("application/submission", {"agreed": True})
    assert applicant.status == 422
    assert "not registered" in body["error"]["details"]["gstin"][0]
    applicant.patch("application", {"gstin": ""})
    body = applicant.post("application/submission", {"agreed": True})
    assert applicant.status == 200, body


def test_what_is_being_checked_cannot_be_changed_or_sent_again(applicant: Api) -> None:
    applicant.post("application/submission", {"agreed": True})
    assert applicant.status == 200
    for body in (
        applicant.patch("application", {"city": "Mysuru"}),
        applicant.post("application/submission", {"agreed": True}),
    ):
        assert applicant.status == 409
        assert body["error"]["message"]


def test_nobody_applies_twice(applicant: Api) -> None:
    body = applicant.post("application", {"shop_name": "Another"})
    assert applicant.status == 409
    assert body["error"]["code"] == "already_applied"


def test_a_pan_that_sells_already_is_refused_on_submission(applicant: Api, ravi: Any) -> None:
    with public_scope():
        taken = SellerEntity.objects.get(pk=ravi.seller.entity_id)
    applicant.patch("application", {"pan": taken.pan, "gstin": taken.gstin, "state": taken.state})
    assert applicant.status == 200  # a draft may say anything; it holds nothing
    body = applicant.post("application/submission", {"agreed": True})
    assert applicant.status == 409
    assert body["error"]["code"] == "pan_taken"


def test_a_rival_sees_nothing_of_an_application(aster: Any, applicant: Api, ravi: Any, meera: Any) -> None:
    body = Api("seller", aster, ravi.user).get("application")["data"]
    assert body["shop_name"] == "Ravi Traders"
    assert "Tara" not in str(body)
    assert "Meera" not in str(body)


def test_a_seller_of_one_brand_is_nobody_at_the_neighbour(birch: Any, ravi: Any) -> None:
    visitor = Api("seller", birch, ravi.user)
    visitor.get("shop")
    assert visitor.status == 403
    visitor.get("application")
    assert visitor.status == 404


def test_a_verified_entity_applies_elsewhere_without_new_checks(aster: Any, birch: Any, ravi: Any) -> None:
    visitor = Api("seller", birch, ravi.user)
    body = visitor.post("application", {"shop_name": "Ravi at Birch"})["data"]
    assert (body["status"], body["seller_status"], body["actions"]) == ("verified", "applied", ["submit"])
    body = visitor.post("application/submission", {"agreed": True})["data"]
    assert visitor.status == 200
    assert body["actions"] == []
    with brand_scope(birch):
        assert Seller.objects.get().entity_status == "verified"
    with brand_scope(aster):
        assert Seller.objects.get().name == "Ravi Traders"


def test_bank_details_of_a_verified_seller_need_support(aster: Any, ravi: Any) -> None:
    visitor = Api("seller", aster, ravi.user)
    body = visitor.patch("application", {"bank_account": "999999999999"})
    assert visitor.status == 409
    assert body["error"]["code"] == "bank_change_needs_support"
    assert "two people" in body["error"]["message"]
    body = visitor.patch("application", {"legal_name": "Somebody Else"})
    assert visitor.status == 409
    visitor.patch("application", {"description": "New words."})  # the shop's own texts are the seller's
    assert visitor.status == 200
