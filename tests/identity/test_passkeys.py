"""Passkeys: what a browser signed for this person, this site and this moment, and nothing else."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from haat.core import clock
from haat.identity.models import Passkey, PasskeyChallenge, TokenFamily
from haat.identity.services.passkeys import Place
from tests.identity.signing_in import enrol_passkey, sign_by_passkey, software_key
from tests.identity.software_key import PRESENT, SoftwareKey
from tests.support import Api, host_of, run_jobs


@pytest.fixture
def key(aster: Any, nia: Any) -> SoftwareKey:
    """Nia's passkey, made in her admin portal."""
    return enrol_passkey(Api("admin", aster, nia.user))


def refused(visitor: Api, body: Any) -> bool:
    return (visitor.status, body["error"]["code"]) == (422, "passkey_refused")


def test_a_passkey_alone_signs_staff_in_and_counts_as_both_factors(aster: Any, nia: Any, key: SoftwareKey) -> None:
    """ASVS item 20: something held and, by user verification, something known or one is."""
    visitor = Api("admin", aster)
    answer = sign_by_passkey(visitor, key)["data"]
    assert visitor.status == 200
    visitor.headers["Authorization"] = f"Bearer {answer['access']}"
    visitor.post("payout-runs", key="a")
    assert visitor.status == 201
    assert TokenFamily.objects.filter(user=nia.user).latest("created_at").methods == ["passkey"]


def test_one_passkey_works_at_every_portal_below_the_platform(aster: Any, nia: Any, key: SoftwareKey) -> None:
    shop = Api("customer", aster)
    key.origin = f"http://{host_of('customer', aster)}"
    assert sign_by_passkey(shop, key)["data"]["user"]["email"] == "nia@example.com"


def test_a_brands_own_domain_stands_for_itself() -> None:
    assert Place("customer", "shop.example.com").rp_id == "shop.example.com"
    assert Place("customer", "aster.haat.localhost:8000").rp_id == "haat.localhost"
    assert Place("customer", "evilhaat.localhost").rp_id == "evilhaat.localhost"


def test_a_host_where_no_passkey_works_is_no_way_around_it(aster: Any, nia: Any, key: SoftwareKey) -> None:
    """ASVS item 26: whoever reads the mail cannot add an app at a brand's own domain, where the passkey is not asked."""
    Passkey.objects.update(rp_id="shop.example.com")  # as if this were the other domain
    thief = Api("admin", aster, nia.user, proved=False)
    body = thief.post("/api/v1/auth/enrolment/authenticator")
    assert (thief.status, body["error"]["code"]) == (403, "factor_elsewhere")
    (row,) = thief.get("/api/v1/me/factors")["data"]["passkeys"]
    thief.delete(f"/api/v1/me/factors/passkeys/{row['id']}")
    assert thief.status == 403
    challenge = thief.post("/api/v1/auth/login", {"identifier": "nia@example.com"})["data"]["challenge_id"]
    run_jobs(only="identity.send_code")
    found = re.search(r"\b\d{6}\b", mail.outbox[-1].body)
    assert found
    body = thief.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": found[0]})
    assert (thief.status, body["error"]["code"]) == (403, "factor_elsewhere")


def test_a_passkey_does_not_make_a_stranger_staff(aster: Any, birch: Any, nia: Any, key: SoftwareKey) -> None:
    visitor = Api("admin", birch)
    key.origin = f"http://{host_of('admin', birch)}"
    sign_by_passkey(visitor, key)
    assert visitor.status == 403


@pytest.mark.parametrize(
    "origin", ["https://aster.admin.haat.localhost", "http://birch.admin.haat.localhost", "http://evil.example", ""]
)
def test_a_signature_for_another_origin_is_refused(aster: Any, key: SoftwareKey, origin: str) -> None:
    visitor = Api("admin", aster)
    key.origin = origin
    assert refused(visitor, sign_by_passkey(visitor, key))


def test_a_signature_for_another_site_id_is_refused(aster: Any, key: SoftwareKey) -> None:
    visitor = Api("admin", aster)
    key.rp_id = "evil.example"
    assert refused(visitor, sign_by_passkey(visitor, key))


def test_a_challenge_is_signed_once(aster: Any, key: SoftwareKey) -> None:
    """ASVS item 14: a replay of the browser's own answer."""
    visitor = Api("admin", aster)
    begun = visitor.post("/api/v1/auth/passkey/options")["data"]
    given = {"challenge_id": begun["challenge_id"], "credential": key.sign(begun["options"])}
    visitor.post("/api/v1/auth/passkey", given)
    assert visitor.status == 200
    assert refused(visitor, visitor.post("/api/v1/auth/passkey", given))


def test_a_challenge_that_failed_is_used_up_too(aster: Any, key: SoftwareKey) -> None:
    visitor = Api("admin", aster)
    begun = visitor.post("/api/v1/auth/passkey/options")["data"]
    good = key.sign(begun["options"])
    bad = good | {"response": good["response"] | {"signature": "AAAA"}}
    for answer in (bad, good):
        given = {"challenge_id": begun["challenge_id"], "credential": answer}
        assert refused(visitor, visitor.post("/api/v1/auth/passkey", given))


def test_a_challenge_is_for_its_purpose_its_host_and_five_minutes(aster: Any, nia: Any, key: SoftwareKey) -> None:
    """ASVS item 18."""
    visitor = Api("admin", aster, nia.user)
    step_up = visitor.post("/api/v1/auth/step-up/passkey")["data"]
    given = {"challenge_id": step_up["challenge_id"], "credential": key.sign(step_up["options"])}
    assert refused(visitor, visitor.post("/api/v1/auth/passkey", given))

    elsewhere = Api("customer", aster).post("/api/v1/auth/passkey/options")["data"]
    given = {"challenge_id": elsewhere["challenge_id"], "credential": key.sign(elsewhere["options"])}
    assert refused(visitor, visitor.post("/api/v1/auth/passkey", given))

    late = visitor.post("/api/v1/auth/passkey/options")["data"]
    PasskeyChallenge.objects.filter(pk=late["challenge_id"]).update(expires_at=clock.now() - timedelta(seconds=1))
    given = {"challenge_id": late["challenge_id"], "credential": key.sign(late["options"])}
    assert refused(visitor, visitor.post("/api/v1/auth/passkey", given))


def test_another_persons_passkey_does_not_prove_for_me(aster: Any, nia: Any, ravi: Any, key: SoftwareKey) -> None:
    other = enrol_passkey(Api("seller", aster, ravi.user))
    visitor = Api("admin", aster, nia.user)
    begun = visitor.post("/api/v1/auth/step-up/passkey")["data"]
    other.origin = key.origin
    given = {"method": "passkey", "challenge_id": begun["challenge_id"], "credential": other.sign(begun["options"])}
    assert refused(visitor, visitor.post("/api/v1/auth/step-up", given))


def test_a_passkey_of_one_does_not_sign_in_with_the_handle_of_another(aster: Any, ravi: Any, key: SoftwareKey) -> None:
    visitor = Api("admin", aster)
    key.user_handle = ravi.user.pk.bytes
    assert refused(visitor, sign_by_passkey(visitor, key))


def test_a_device_that_counts_backwards_is_refused_noted_and_told(aster: Any, nia: Any, key: SoftwareKey) -> None:
    from haat.audit.models import AuditEntry
    from haat.tenancy.context import brand_scope

    key.count = 7
    visitor = Api("admin", aster)
    sign_by_passkey(visitor, key)
    assert visitor.status == 200
    key.count = 3
    body = sign_by_passkey(visitor, key)
    assert refused(visitor, body)
    assert "copied" in body["error"]["message"]
    run_jobs(only="identity.")
    assert "may have been copied" in mail.outbox[-1].body
    run_jobs(only="audit.")
    with brand_scope(aster):
        entry = AuditEntry.objects.get(action="factor.failed")
    assert entry.after["why"] == "sign count went back"


def test_a_device_that_did_not_check_its_user_is_refused(aster: Any, key: SoftwareKey) -> None:
    """ASVS item 20: without user verification a passkey is one factor."""
    key.flags = PRESENT
    visitor = Api("admin", aster)
    assert refused(visitor, sign_by_passkey(visitor, key))


@pytest.mark.parametrize(
    "answer",
    [
        {}, {"id": "x"}, {"rawId": "AA", "id": "AA", "response": {}, "type": "public-key"}, {"rawId": 7, "response": []},
        {"rawId": "AA", "id": "AA", "type": "public-key", "response": {"clientDataJSON": "AA", "authenticatorData": "AA", "signature": "AA"}},
        {"rawId": "A" * 40_000},
    ],
)  # fmt: skip
def test_garbage_is_one_refusal(aster: Any, nia: Any, answer: Any) -> None:
    visitor = Api("admin", aster, nia.user)
    begun = visitor.post("/api/v1/auth/passkey/options")["data"]
    given = {"challenge_id": begun["challenge_id"], "credential": answer}
    assert refused(visitor, visitor.post("/api/v1/auth/passkey", given))
    made = visitor.post("/api/v1/auth/enrolment/passkey")["data"]
    given = {"challenge_id": made["challenge_id"], "credential": answer}
    assert refused(visitor, visitor.post("/api/v1/auth/enrolment/passkey/confirmation", given))


def test_a_passkey_is_kept_once(aster: Any, nia: Any, ravi: Any, key: SoftwareKey) -> None:
    rival = Api("seller", aster, ravi.user)
    stolen = software_key(rival)
    stolen.private, stolen.credential_id = key.private, key.credential_id
    begun = rival.post("/api/v1/auth/enrolment/passkey")["data"]
    given = {"challenge_id": begun["challenge_id"], "credential": stolen.make(begun["options"])}
    assert refused(rival, rival.post("/api/v1/auth/enrolment/passkey/confirmation", given))
    assert Passkey.objects.get().user_id == nia.user.pk


def test_passkeys_are_named_and_removed_by_their_owner(aster: Any, nia: Any, ravi: Any, key: SoftwareKey) -> None:
    visitor, rival = Api("admin", aster, nia.user), Api("seller", aster, ravi.user)
    (row,) = visitor.get("/api/v1/me/factors")["data"]["passkeys"]
    assert row["name"] == "Laptop"
    rival.patch(f"/api/v1/me/factors/passkeys/{row['id']}", {"name": "Mine"})
    assert rival.status == 404
    visitor.patch(f"/api/v1/me/factors/passkeys/{row['id']}", {"name": "Office"})
    assert visitor.get("/api/v1/me/factors")["data"]["passkeys"][0]["name"] == "Office"


def test_a_closed_account_stays_closed(aster: Any, nia: Any, key: SoftwareKey) -> None:
    nia.user.is_active = False
    nia.user.save(update_fields=["is_active"])
    visitor = Api("admin", aster)
    sign_by_passkey(visitor, key)
    assert visitor.status == 403
