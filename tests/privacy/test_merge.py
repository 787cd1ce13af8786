"""Two accounts of one person become one, after proofs of both; nobody else's account is to be had this way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core import mail

from haat.audit import queries as audit
from haat.cart.models import Cart, CartLine
from haat.core import clock
from haat.customers.models import Address, Consent, Customer
from haat.identity import identifiers
from haat.identity import services as identity
from haat.identity.models import Membership, ProviderLogin, User, Viewing
from haat.privacy.models import Merge
from haat.privacy.services import merges
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import house
from haat.verification.models import SellerEntity
from tests.goods import make_offer, make_product
from tests.identity.conftest import code_to
from tests.identity.signing_in import Phone, enrol_app, enrol_passkey, prove
from tests.identity.test_contacts import change
from tests.privacy.conftest import join, make_person
from tests.privacy.kinds import HELD, hold_factors, leave_everywhere
from tests.support import Api, run_jobs

MERGES = "/api/v1/me/merges"
ONE, TWO = "one@example.com", "two@example.com"


def offered(here: Any, address: str = TWO) -> Any:
    """Prove the other account's address and ask to join it."""
    refused = change(here, address)
    assert refused["error"]["code"] == "address_taken"
    return here.api.post(MERGES, {"challenge_id": refused["error"]["details"]["challenge_id"]})


def proven(here: Any, merge_id: str, address: str) -> Any:
    sent = here.api.post(f"{MERGES}/{merge_id}/codes")["data"]
    return here.api.post(
        f"{MERGES}/{merge_id}/proofs", {"challenge_id": sent["challenge_id"], "code": code_to(address)}
    )


def finished(*brands: Any) -> None:
    for brand in (*brands, house()):
        run_jobs(brand, only="privacy.")
    run_jobs(only="privacy.")
    run_jobs(only="audit.")


def test_shopping_at_three_brands_becomes_one_persons(aster: Any, birch: Any, cedar: Any, browser: Any) -> None:
    one, two = make_person(ONE, None, "One"), make_person(TWO, "+919876501234", "Two")
    kept, moved = join(aster, one, "1 First Lane"), join(aster, two, "2 Second Lane")
    alone = join(birch, two)
    join(cedar, one)
    Api("customer", aster, one).post("consents", {"purpose": "marketing_sms", "granted": True})
    for granted in (True, False):
        Api("customer", aster, two).post("consents", {"purpose": "marketing_sms", "granted": granted})
    with brand_scope(aster):
        offer = make_offer(make_product("Bowl"), stock=9)
    for user, quantity in ((one, 1), (two, 2)):
        Api("customer", aster, user).post("cart/lines", {"offer_id": str(offer.pk), "quantity": quantity})
    here = browser("customer", aster).sign_in(ONE)
    there = browser("customer", birch).sign_in(TWO)
    answer = offered(here)["data"]
    assert answer["next_proof"] == "target"
    assert proven(here, answer["id"], ONE)["data"]["status"] == "running"
    finished(aster, birch, cedar)
    with brand_scope(aster):
        assert Address.objects.filter(customer=kept, archived_at=None).count() == 2
        assert Address.objects.filter(customer=kept, is_default=True).count() == 1
        assert Customer.objects.get(pk=moved.pk).merged_into_id == kept.pk
        assert CartLine.objects.get(cart__customer=kept, cart__status=Cart.Status.ACTIVE).quantity == 3
        newest = Consent.objects.filter(customer=kept).order_by("-at", "-id")[0]
        assert (newest.granted, newest.place) == (False, "merge")  # the stricter answer stands
        assert audit.entries(action="customer.merged").count() == 1
    with brand_scope(birch):
        assert Customer.objects.get(pk=alone.pk).user_id == one.pk
        assert audit.entries(action="customer.merged").count() == 1
    with brand_scope(cedar):
        assert audit.entries(action="customer.merged").count() == 0
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.email, one.phone, two.is_active, two.merged_into_id) == (ONE, "+919876501234", False, one.pk)
    assert not here.is_in()
    assert not there.is_in()
    assert browser("customer", birch).sign_in(TWO).api.get("/api/v1/me")["data"]["user"]["id"] == str(one.pk)


def test_delivering_the_jobs_again_changes_nothing(aster: Any, birch: Any, browser: Any) -> None:
    one, two = make_person(ONE, None), make_person(TWO, None)
    join(aster, one)
    join(aster, two)
    here = browser("customer", aster).sign_in(ONE)
    answer = offered(here)["data"]
    proven(here, answer["id"], ONE)
    with brand_scope(aster):
        for _ in range(2):
            merges.join_in_brand(merge_id=answer["id"], at=one.created_at)
    finished(aster)
    merges.finish(merge=Merge.objects.get(), at=one.created_at)
    with brand_scope(aster):
        assert Customer.objects.filter(merged_into=None).count() == 1
        assert Address.objects.count() == 2
    assert Merge.objects.get().status == "done"


def test_roles_move_and_what_cannot_be_both_is_explained(
    aster: Any, birch: Any, nia: Any, ravi: Any, browser: Any
) -> None:
    other, _ = identity.person(identifier=identifiers.parse(TWO))
    identity.grant(user=other, scope="brand", role="support", brand_id=aster.pk)
    identity.grant(user=other, scope="brand", role="finance", brand_id=birch.pk)
    here = browser("admin", aster).sign_in("nia@example.com").by_token()
    answer = offered(here)["data"]
    done = proven(here, answer["id"], "nia@example.com")["data"]
    (sentence,) = done["conflicts"]
    assert sentence == "At Aster you were “owner” with one account and “support” with the other. “owner” stands."
    held = set(Membership.objects.filter(user=nia.user, revoked_at=None).values_list("brand_id", "role"))
    assert held == {(aster.pk, "owner"), (birch.pk, "finance")}
    assert not Membership.objects.filter(user=other, revoked_at=None).exists()
    finished(aster, birch)
    assert not Merge.objects.exclude(status="done").exists()
    with brand_scope(birch):
        assert audit.entries(action="membership.moved").count() == 1


def test_a_sellers_entity_goes_with_its_owner(aster: Any, ravi: Any, browser: Any) -> None:
    make_person(ONE, None)
    here = browser("launch").sign_in(ONE)
    answer = offered(here, "ravi@example.com")["data"]
    proven(here, answer["id"], ONE)
    finished(aster)
    owner = SellerEntity.objects.get(pk=ravi.seller.entity_id).owner
    assert owner.email == ONE
    assert Api("seller", aster, owner).get("shop")["data"]["name"] == "Ravi Traders"


def test_a_phone_alone_opens_no_account_for_good(aster: Any, browser: Any, settings: Any) -> None:
    settings.SMS_URL = ""
    make_person(ONE, None)
    only_phone, _ = identity.person(identifier=identifiers.parse("+919876501234"))
    here = browser("customer", aster).sign_in(ONE)
    asked = here.api.post("/api/v1/me/contacts", {"identifier": "9876501234"})["data"]
    code = identity.challenges.code_of(identity.challenges.LoginChallenge.objects.get(pk=asked["challenge_id"]))
    here.api.post("/api/v1/me/contacts/proof", {"challenge_id": asked["challenge_id"], "code": code})
    answer = here.api.post(MERGES, {"challenge_id": asked["challenge_id"]})
    assert (here.api.status, answer["error"]["code"]) == (409, "phone_alone")
    User.objects.filter(pk=only_phone.pk).update(email=TWO)
    answer = here.api.post(MERGES, {"challenge_id": asked["challenge_id"]})["data"]
    assert answer["next_proof"] == "source"  # its e-mail has to be proven as well
    sent = here.api.post(f"{MERGES}/{answer['id']}/codes")["data"]
    assert sent["masked"] == "t•••@example.com"


def test_second_factors_of_both_are_asked_for(aster: Any, browser: Any, phone: Phone) -> None:
    """ASVS item 21: joining accounts is no way around a second factor."""
    one, two = make_person(ONE, None), make_person(TWO, None)
    enrol_app(Api("customer", aster, two), phone)
    phone.wait()
    here = browser("customer", aster).sign_in(ONE)
    answer = offered(here)["data"]
    assert answer["next_proof"] == "source_factor"
    proofs = f"{MERGES}/{answer['id']}/proofs"
    asked = here.api.post(f"{MERGES}/{answer['id']}/codes")["data"]
    assert asked == {"challenge_id": None, "masked": "", "methods": ["totp", "recovery_code"], "options": None}
    assert here.api.post(proofs, {"code": phone.wrong_code()})["error"]["code"] == "wrong_code"
    here.api.post(proofs, {})
    assert here.api.status == 422
    assert here.api.post(proofs, {"code": phone.code()})["data"]["next_proof"] == "target"
    enrol_app(Api("customer", aster, one), phone)
    body = here.api.post(f"{MERGES}/{answer['id']}/codes")
    assert (here.api.status, body["error"]["code"]) == (403, "step_up_required")
    body = here.api.post("/api/v1/me/confirmations")  # a code to the mail is no way around it
    assert (here.api.status, body["error"]["code"]) == (403, "step_up_required")
    phone.wait()
    prove(here.api, phone.code())
    assert proven(here, answer["id"], ONE)["data"]["status"] == "running"


def test_a_recovery_code_or_a_passkey_of_the_other_account_will_do(aster: Any, browser: Any, phone: Phone) -> None:
    make_person(ONE, None)
    two = Api("customer", aster, make_person(TWO, None))
    (code, *_rest) = enrol_app(two, phone)["data"]["recovery_codes"]
    key = enrol_passkey(two)
    for given in ("typed", "passkey"):
        here = browser("customer", aster).sign_in(ONE)
        answer = offered(here)["data"]
        asked = here.api.post(f"{MERGES}/{answer['id']}/codes")["data"]
        assert asked["methods"] == ["passkey", "totp", "recovery_code"]
        signed = {"challenge_id": asked["challenge_id"], "credential": key.sign(asked["options"])}
        done = here.api.post(f"{MERGES}/{answer['id']}/proofs", {"code": code} if given == "typed" else signed)
        assert done["data"]["next_proof"] == "target", given


def test_nothing_but_its_addresses_still_opens_the_other_account(aster: Any, nia: Any, om: Any, browser: Any) -> None:
    one, two = make_person(ONE, None), make_person(TWO, None, "Two")
    join(aster, two)
    hold_factors(two, om.user, "Two")
    leave_everywhere(aster, two, nia.user, om.user)
    merge = Merge.objects.create(source=two, target=one, began_at=clock.now(), needs=[], portal="customer")
    merges._start(merge, clock.now())
    finished(aster)
    assert not any(model.objects.filter(user=two).exists() for model in HELD)
    assert not any(model.objects.filter(user=one).exists() for model in HELD)
    two.refresh_from_db()
    assert not two.has_usable_password()
    assert not ProviderLogin.objects.exists()
    seen = Viewing.objects.get()
    assert (seen.subject_id, seen.end) == (one.pk, "role")
    with brand_scope(house()):
        noted = {row.action for row in audit.entries(object_id=str(one.pk))}
    assert {"factor.removed", "account.disconnected", "password.removed", "account.merged"} <= noted
    run_jobs(only="identity.send_notice")
    told = {letter.to[0] for letter in mail.outbox if "Your accounts were joined." in letter.body}
    assert told == {ONE, TWO}
    waiting = browser("admin", aster).sign_in(TWO).by_token().api.get("/api/v1/me/invitations")["data"]
    assert [row["place"] for row in waiting] == ["Aster"]  # the address leads here, and so does its invitation
    identity.accounts.connect(user=two, provider="google", subject="9", email=TWO, sender="Haat", brand_id=None)
    assert SocialAccount.objects.get().user_id == one.pk
    assert EmailAddress.objects.filter(user=one, email=ONE).exists()


@pytest.mark.parametrize("reason", ["changed", "leaving"])
def test_an_account_that_is_unsettled_is_not_joined(aster: Any, browser: Any, reason: str) -> None:
    """Joining must not outrun the link by which a stolen account comes back."""
    make_person(ONE, None)
    make_person("three@example.com", None)
    there = browser("launch").sign_in("three@example.com")
    if reason == "changed":
        change(there, TWO)
    else:
        there.api.post("/api/v1/me/erasure")
    assert there.api.status in {200, 201}
    here = browser("customer", aster).sign_in(ONE)
    offered(here, TWO if reason == "changed" else "three@example.com")
    assert here.api.status == 409
    assert not Merge.objects.exists()


def test_nobody_joins_what_they_have_not_proven(aster: Any, browser: Any, later: Any) -> None:
    """ASVS item 26"""
    make_person(ONE, None)
    make_person(TWO, None)
    here = browser("customer", aster).sign_in(ONE)
    asked = here.api.post("/api/v1/me/contacts", {"identifier": TWO})["data"]
    here.api.post(MERGES, {"challenge_id": asked["challenge_id"]})
    assert here.api.status == 409  # asked for, not proven
    answer = offered(here)["data"]
    ben = browser("customer", aster).sign_in("ben@example.com")
    for path in ("", "/codes", "/proofs"):
        (ben.api.get if not path else ben.api.post)(
            f"{MERGES}/{answer['id']}{path}", **({} if not path else {"body": {"code": "1"}})
        )
        assert ben.api.status in {404, 422}, path
    sent = here.api.post(f"{MERGES}/{answer['id']}/codes")["data"]
    here.api.post("/api/v1/me/contacts/proof", {"challenge_id": sent["challenge_id"], "code": code_to(ONE)})
    assert here.api.status == 422  # the code of another purpose
    later(timedelta(minutes=6))
    here.api.post(f"{MERGES}/{answer['id']}/codes")
    assert here.api.status == 403
    later(timedelta(minutes=25))
    here.sign_in(ONE)
    here.api.post(f"{MERGES}/{answer['id']}/codes")
    assert here.api.status == 409  # too long ago


def test_a_joined_person_is_forgotten_whole(aster: Any, birch: Any, browser: Any, later: Any) -> None:
    from tests.privacy.conftest import EMAIL, traces
    from tests.privacy.test_erasure import ERASURE, WEEK, erase_all

    make_person(ONE, None, "Plain")
    two = make_person()
    join(aster, two)
    join(aster, User.objects.get(email=ONE))
    here = browser("launch").sign_in(ONE)
    answer = offered(here, EMAIL)["data"]
    proven(here, answer["id"], ONE)
    finished(aster)
    here.sign_in(EMAIL)
    here.api.post(ERASURE)
    assert here.api.status == 201
    later(WEEK)
    erase_all(aster, house())
    assert traces(aster, house()) == []
    assert not User.objects.filter(email=ONE).exists()
