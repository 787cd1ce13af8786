"""The whole way of a seller: apply, be checked, be verified, be approved, be payable; and nobody else learns of it."""

from typing import Any

from haat.core.models import Job
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.provider import try_jobs
from tests.support import Api, run_jobs


def test_a_seller_goes_all_the_way(aster: Any, birch: Any, applicant: Api, om: Any, nia: Any, provider: Any) -> None:
    aster.settings |= {"contact": {"phone": "+912212345678"}}
    aster.save(update_fields=["settings"])
    verifier, staff = Api("platform", user=om.user), Api("admin", aster, nia.user)
    assert applicant.post("application/submission", {"agreed": True})["data"]["status"] == "submitted"

    run_jobs(only="verification.")
    assert applicant.get("application")["data"]["status"] == "in_review"
    (row,) = verifier.get("seller-entities", status="in_review")["data"]
    assert verifier.get("overview")["data"]["entities_waiting"] == 1

    (seller,) = staff.get("sellers", status="applied")["data"]
    assert staff.post(f"sellers/{seller['id']}/approval", {})["data"]["status"] == "approved"
    shop = Api("customer", aster)
    shop.get("sellers/tara-weaves")
    assert shop.status == 404

    verifier.post(f"seller-entities/{row['id']}/decision", {"decision": "verified"})
    run_jobs(aster, only="sellers.follow")
    body = staff.get(f"sellers/{seller['id']}")["data"]
    assert (body["status"], body["entity_status"]) == ("active", "verified")
    assert [line["text"] for line in body["timeline"]] == [
        "Application sent in", "Approved by the brand", "Verified by the platform; the shop is open",
    ]  # fmt: skip
    shop.get("sellers/tara-weaves")
    assert shop.status == 200

    try_jobs("sellers.create_linked_account", aster)
    provider.idle()
    try_jobs("sellers.create_linked_account", aster)
    assert applicant.get("shop")["data"]["linked_account_status"] == "activated"
    with brand_scope(birch):
        assert not Seller.objects.exists()
        assert not Job.objects.filter(name__startswith="sellers.").exists()


def test_who_sells_already_needs_a_second_factor_to_say_who_is_paid(aster: Any, ravi: Any) -> None:
    """ASVS item 26: 7.5.1, a change of bank or tax facts; the shop's own words are changed without it."""
    seller = Api("seller", aster, ravi.user, proved=False)
    body = seller.patch("application", {"bank_account": "50100123456789"})
    assert (seller.status, body["error"]["code"]) == (403, "factor_required")
    seller.patch("application", {"bank_account": "••••6789", "description": "Fresh every week"})
    assert seller.status == 200
