"""What an attacker, a broken issuer or a malicious brand may try, and what comes of it: nothing."""

from __future__ import annotations

import io
import logging
import time
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from haat.identity import services
from haat.identity.identifiers import parse
from haat.identity.models import IdentityProvider, ProviderLogin, TokenFamily, User
from tests.identity.issuer import CLIENT, SECRET, OpenIdIssuer
from tests.identity.visits import CALLBACK, reason_of
from tests.support import Api


def nobody_is_in() -> bool:
    return not TokenFamily.objects.exists() and not SocialAccount.objects.exists()


def test_a_state_of_another_browser_is_worthless(aster: Any, google: Any, visit: Any) -> None:
    """Login CSRF: the attacker's own code and state, brought into the victim's browser."""
    attacker, victim = visit("customer", aster), visit("customer", aster)
    victim.leave()
    brought = google.visit(attacker.leave())
    assert reason_of(victim.come_back(brought)) == "expired"
    assert reason_of(victim.come_back(brought | {"state": ""})) == "expired"
    assert reason_of(victim.come_back(brought | {"state": "made-up"})) == "expired"
    victim.finish()
    assert victim.api.status == 404
    assert nobody_is_in()


def test_a_code_is_taken_once(aster: Any, google: Any, visit: Any) -> None:
    browser = visit("customer", aster)
    brought = google.visit(browser.leave())
    browser.come_back(brought)
    asked = list(google.asked)
    assert reason_of(browser.come_back(brought)) == "expired"
    assert google.asked == asked  # the issuer was not even asked


def test_a_code_of_another_visit_fails_at_the_proof_key(aster: Any, google: Any, visit: Any) -> None:
    """Code injection: PKCE binds a code to the visit that it was given for."""
    attacker, victim = visit("customer", aster), visit("customer", aster)
    stolen = google.visit(victim.leave())["code"]
    own = google.visit(attacker.leave())
    assert reason_of(attacker.come_back(own | {"code": stolen})) == "failed"
    assert nobody_is_in()


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"}, {"nonce": None}, {"aud": "another-client"}, {"aud": None}, {"aud": [CLIENT, "another"]},
        {"azp": "another"}, {"iss": "https://accounts.example"}, {"iss": None}, {"exp": int(time.time()) - 3600}, {"exp": None},
        {"iat": int(time.time()) + 3600}, {"sub": None}, {"sub": ""}, {"sub": 17}, {"sub": "x" * 300},
    ],
    ids="-".join,
)  # fmt: skip
def test_a_token_that_is_not_for_us_now_is_refused(aster: Any, google: Any, visit: Any, claims: dict[str, Any]) -> None:
    google.claims = claims
    browser = visit("customer", aster)
    assert reason_of(browser.come_back(google.visit(browser.leave()))) == "failed"
    assert nobody_is_in()


def test_a_token_that_the_issuer_did_not_sign_is_refused(aster: Any, google: Any, visit: Any) -> None:
    """No algorithm, another's key, and the public key taken for a shared secret."""
    public = google.key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    for key in ("none", rsa.generate_private_key(public_exponent=65537, key_size=2048), public):
        google.sign_with = key
        browser = visit("customer", aster)
        assert reason_of(browser.come_back(google.visit(browser.leave()))) == "failed"
    google.sign_with, google.header = None, {"kid": "unknown"}
    browser = visit("customer", aster)
    assert reason_of(browser.come_back(google.visit(browser.leave()))) == "failed"
    assert nobody_is_in()


@pytest.mark.parametrize(
    "described",
    [{"issuer": "https://accounts.example"}, {"issuer": None}, {"token_endpoint": None}, {"jwks_uri": "file:///etc/passwd"}, {"authorization_endpoint": "javascript:alert(1)"}],
    ids=str,
)  # fmt: skip
def test_a_description_that_is_not_the_issuers_is_refused(aster: Any, google: Any, described: dict[str, Any]) -> None:
    google.described = described
    visitor = Api("customer", aster)
    visitor.post("/api/v1/auth/providers/start", {"provider": "google"})
    assert visitor.status == 503


def test_an_unverified_address_counts_for_nothing(aster: Any, google: Any, visit: Any) -> None:
    victim, _ = services.person(identifier=parse("asha@gmail.com"))
    for verified in (False, None, "true", 1):
        google.claims = {"email_verified": verified}
        browser = visit("customer", aster)
        assert reason_of(browser.come_back(google.visit(browser.leave()))) == "unverified"
    assert nobody_is_in()
    assert victim.is_active


def test_an_issuer_of_one_brand_is_none_of_another_nor_of_the_platform(
    aster: Any, birch: Any, issuer: Any, keycloak: Any, visit: Any, om: Any
) -> None:
    """ASVS item 18."""
    for portal, brand in (("customer", birch), ("admin", birch), ("platform", None)):
        visitor = Api(portal, brand)
        visitor.post("/api/v1/auth/providers/start", {"provider": str(keycloak.pk)})
        assert visitor.status == 404
    browser = visit("customer", aster, keycloak.pk)
    brought = issuer.visit(browser.leave())
    elsewhere = visit("customer", birch, keycloak.pk)
    elsewhere.api.client.cookies = browser.api.client.cookies  # even the same browser
    assert reason_of(elsewhere.come_back(brought)) == "expired"
    elsewhere.finish()
    assert elsewhere.api.status == 404
    assert nobody_is_in()


def test_a_malicious_brand_cannot_become_somebody_else(
    aster: Any, birch: Any, issuer: OpenIdIssuer, keycloak: IdentityProvider, visit: Any, nia: Any
) -> None:
    """A brand runs its issuer and may have it say anything. It says: this is Om, of the platform; this is Nia."""
    keycloak.domains = []
    keycloak.save()
    victim, _ = services.person(identifier=parse("victim@gmail.com"))
    services.grant(user=victim, scope="platform", role="owner")
    services.grant(user=victim, scope="brand", role="owner", brand_id=birch.pk)
    issuer.person |= {"email": "victim@gmail.com", "email_verified": True, "hd": "gmail.com", "amr": ["otp", "hwk"]}
    for portal in ("customer", "seller", "admin"):
        browser = visit(portal, aster, keycloak.pk)
        browser.sign_in()
        assert browser.api.status == 409  # asks for a code to that address, which the brand does not get
    assert nobody_is_in()


def test_a_malicious_brand_cannot_take_an_address_before_its_owner_comes(
    aster: Any, issuer: Any, keycloak: Any, visit: Any
) -> None:
    issuer.person |= {"email": "later@gmail.com"}
    visit("customer", aster, keycloak.pk).sign_in()
    assert not User.objects.filter(email="later@gmail.com").exists()
    assert nobody_is_in()


def test_what_a_brands_issuer_opens_changes_nothing_about_the_person(
    aster: Any, birch: Any, asha: Any, issuer: Any, keycloak: Any, visit: Any, google: Any
) -> None:
    """Asha has connected the brand's issuer. It can be her at aster, and cannot make itself a way to her elsewhere."""
    SocialAccount.objects.create(user=asha.user, provider=str(keycloak.pk), uid="s-1")
    browser = visit("seller", aster, keycloak.pk)
    access = browser.sign_in()["data"]["access"]
    browser.api.headers["Authorization"] = f"Bearer {access}"
    assert browser.api.get("/api/v1/me/sign-in")["data"]["may_change"] is False
    for method, path, sent in (
        ("PUT", "/api/v1/me/password", {"password": "a long new password"}), ("DELETE", "/api/v1/me/password", None),
        ("POST", "/api/v1/me/accounts", {"provider": "google"}), ("DELETE", f"/api/v1/me/accounts/{SocialAccount.objects.get().pk}", None),
    ):  # fmt: skip
        body = browser.api.call(method, path, sent)
        assert (browser.api.status, body["error"]["code"]) == (403, "fresh_login_required")
    elsewhere = Api("seller", birch)
    elsewhere.headers = browser.api.headers
    elsewhere.get("/api/v1/me")
    assert elsewhere.status == 401


def test_two_issuers_with_the_same_subject_are_two_accounts(
    aster: Any, birch: Any, asha: Any, issuer: Any, keycloak: Any, visit: Any
) -> None:
    SocialAccount.objects.create(user=asha.user, provider=str(keycloak.pk), uid="s-1")
    other = IdentityProvider.objects.create(
        brand_id=birch.pk, name="Birch", issuer=issuer.url, client_id=CLIENT, client_secret=SECRET, portals=["customer"]
    )
    browser = visit("customer", birch, other.pk)
    browser.sign_in()
    assert browser.api.status == 409


def test_an_account_is_only_as_good_as_the_domains_it_may_have(
    aster: Any, asha: Any, issuer: Any, keycloak: Any, visit: Any
) -> None:
    SocialAccount.objects.create(user=asha.user, provider=str(keycloak.pk), uid="s-1")
    for email in ("asha@elsewhere.example", "asha@gmail.com.evil.example", "asha@sub.gmail.com"):
        issuer.person["email"] = email
        browser = visit("customer", aster, keycloak.pk)
        assert reason_of(browser.come_back(issuer.visit(browser.leave()))) == "domain"


def test_an_issuer_that_is_switched_off_on_the_way_lets_nobody_in(
    aster: Any, asha: Any, issuer: Any, keycloak: Any, visit: Any
) -> None:
    SocialAccount.objects.create(user=asha.user, provider=str(keycloak.pk), uid="s-1")
    browser = visit("customer", aster, keycloak.pk)
    brought = issuer.visit(browser.leave())
    IdentityProvider.objects.update(active=False)
    assert reason_of(browser.come_back(brought)) == "failed"


@pytest.mark.parametrize(
    "goal", ["https://evil.example", "//evil.example", "/\\evil.example", "evil.example", "javascript:alert(1)", "\t//evil.example", "/\t/evil.example"],
)  # fmt: skip
def test_next_stays_on_this_host(aster: Any, google: Any, goal: str) -> None:
    """ASVS item 31."""
    visitor = Api("customer", aster)
    visitor.post("/api/v1/auth/providers/start", {"provider": "google", "next": goal})
    assert visitor.status == 422
    assert not ProviderLogin.objects.exists()


def test_an_issuer_inside_our_network_is_not_called(aster: Any, issuer: Any, keycloak: Any, settings: Any) -> None:
    """ASVS item 35: a brand names an address of ours as its issuer."""
    settings.HAAT_OUTBOUND_PRIVATE = False
    visitor = Api("customer", aster)
    visitor.post("/api/v1/auth/providers/start", {"provider": str(keycloak.pk)})
    assert visitor.status == 503
    assert not issuer.asked


def test_neither_code_nor_token_nor_secret_is_logged(aster: Any, google: Any, visit: Any) -> None:
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger("haat").addHandler(handler)
    logging.getLogger("haat").setLevel(logging.DEBUG)
    try:
        google.claims = {"nonce": "another"}
        browser = visit("customer", aster)
        brought = google.visit(browser.leave())
        browser.come_back(brought)
    finally:
        logging.getLogger("haat").removeHandler(handler)
        logging.getLogger("haat").setLevel(logging.NOTSET)
    text = log.getvalue()
    assert "issuer google failed" in text
    for secret in (brought["code"], brought["state"], SECRET, "asha@gmail.com", "eyJ"):
        assert secret not in text


def test_the_callback_without_anything_is_a_plain_failure(aster: Any) -> None:
    visitor = Api("customer", aster)
    visitor.get(CALLBACK)
    assert visitor.response["Location"] == "/login?provider=failed&reason=expired"
