"""The seller's account at the payment provider: opened once, whatever happens on the way."""

from typing import Any

import pytest

from haat.core import clock, jobs
from haat.core.models import Job
from haat.payments import gateway
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope, public_scope
from haat.verification import queries as verification
from haat.verification.models import LinkedAccount
from tests.provider import try_jobs

JOB = "sellers.create_linked_account"


@pytest.fixture
def waiting(aster: Any, ravi: Any, provider: Any) -> Any:
    """Ravi without an account, and the job that is to open one."""
    aster.settings |= {"contact": {"phone": "+912212345678"}}  # the owner signed up by mail
    aster.save(update_fields=["settings"])
    with brand_scope(aster):
        Seller.objects.filter(pk=ravi.seller.pk).update(linked_account_id="", linked_account_status="")
        jobs.enqueue(JOB, seller_id=ravi.seller.pk, unique_key=str(ravi.seller.pk))
    return ravi.seller


def again(aster: Any, seller: Any) -> Any:
    with brand_scope(aster):
        seller.refresh_from_db()
        return seller


def accounts(provider: Any) -> int:
    return int(provider.world.store.rows("SELECT count(*) AS n FROM entities WHERE kind = 'account'")[0]["n"])


def open_it(aster: Any, provider: Any) -> None:
    try_jobs(JOB, aster)
    provider.idle()
    try_jobs(JOB, aster)


def test_an_account_is_opened_and_activated(aster: Any, provider: Any, waiting: Any) -> None:
    open_it(aster, provider)
    seller = again(aster, waiting)
    assert seller.is_payable
    account = provider.client.account.fetch(seller.linked_account_id)
    assert account["legal_business_name"] == "Ravi Traders LLP"
    assert account["reference_id"] == seller.entity_id.hex[-20:]
    with brand_scope(aster):
        assert Job.objects.get(name=JOB).done_at


def test_a_lost_answer_does_not_open_a_second_account(aster: Any, provider: Any, waiting: Any) -> None:
    open_it(aster, provider)
    first = again(aster, waiting).linked_account_id
    with public_scope():  # we crashed before the answer was kept
        LinkedAccount.objects.update(account_id="", stakeholder_id="", product_id="", status="")
    with brand_scope(aster):
        jobs.enqueue(JOB, seller_id=waiting.pk)
    open_it(aster, provider)
    assert again(aster, waiting).linked_account_id == first
    assert accounts(provider) == 1


def test_an_outage_is_no_refusal(aster: Any, provider: Any, waiting: Any, settings: Any) -> None:
    real = settings.RAZORPAY_BASE_URL
    settings.RAZORPAY_BASE_URL = "http://127.0.0.1:9"
    errors = try_jobs(JOB, aster)
    assert "does not answer" in errors[0]
    assert again(aster, waiting).linked_account_status == ""
    settings.RAZORPAY_BASE_URL = real
    open_it(aster, provider)
    assert again(aster, waiting).is_payable


def test_wrong_keys_say_nothing_about_the_seller(aster: Any, provider: Any, waiting: Any, settings: Any) -> None:
    settings.RAZORPAY_KEY_SECRET = "wrong"
    assert "not available at the moment" in try_jobs(JOB, aster)[0]
    assert again(aster, waiting).linked_account_status == ""


def test_a_bank_account_the_provider_refuses_is_told(aster: Any, provider: Any, waiting: Any) -> None:
    with public_scope():
        entity = verification.entity(waiting.entity_id)
        entity.bank_account = "000000000000"
        entity.save(update_fields=["bank_account"])
    open_it(aster, provider)
    seller = again(aster, waiting)
    assert seller.linked_account_status in {"needs_clarification", "under_review"}
    assert not seller.is_payable


def test_brands_of_one_gateway_account_share_the_linked_account(
    aster: Any, birch: Any, provider: Any, waiting: Any
) -> None:
    open_it(aster, provider)
    with brand_scope(birch):
        other = Seller.objects.create(
            slug="ravi-at-birch", name="Ravi at Birch", status="active", applied_at=clock.now(), submitted_at=clock.now(),
            approved_at=clock.now(), entity_id=waiting.entity_id, entity_status="verified",
        )  # fmt: skip
        jobs.enqueue(JOB, seller_id=other.pk)
    try_jobs(JOB, birch)
    assert again(birch, other).linked_account_id == again(aster, waiting).linked_account_id
    assert accounts(provider) == 1


def test_a_brand_waits_for_its_own_account_at_the_simulator(
    aster: Any, provider: Any, waiting: Any, settings: Any
) -> None:
    settings.RAZORPAY_SIMULATOR = True
    assert "not open yet" in try_jobs(JOB, aster)[0]
    with brand_scope(aster):
        assert gateway.client().key_id == settings.RAZORPAY_KEY_ID
    assert accounts(provider) == 0
