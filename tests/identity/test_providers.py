"""Signing in at Google and at a brand's issuer, as people do it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.db.models import F

from haat.core import clock
from haat.core.models import Job
from haat.identity import services
from haat.identity.identifiers import parse
from haat.identity.models import LoginChallenge, ProviderLogin, TokenFamily, User
from haat.identity.services.challenges import code_of
from tests.identity.visits import CALLBACK, reason_of
from tests.support import Api, host_of, run_jobs


def by_code(visitor: Api, identifier: str) -> Any:
    challenge = visitor.post("/api/v1/auth/login", {"identifier": identifier})["data"]["challenge_id"]
    code = code_of(LoginChallenge.objects.get(pk=challenge))
    return visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": code})


def test_a_host_says_which_ways_it_offers(aster: Any, birch: Any, google: Any, keycloak: Any, settings: Any) -> None:
    def names(brand: Any) -> list[str]:
        found = Api("seller", brand).get("/api/v1/auth/options")["data"]
        assert found["code"] and found["password"]
        return [one["name"] for one in found["providers"]]

    assert names(aster) == ["Google", "Aster staff"]
    assert names(birch) == ["Google"]
    keycloak.portals = ["admin"]
    keycloak.save()
    settings.HAAT_GOOGLE_CLIENT_ID = ""
    assert names(aster) == []


def test_a_new_customer_signs_in_with_google(aster: Any, google: Any, visit: Any) -> None:
    browser = visit("customer", aster)
    url = browser.leave("/orders")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert asked["redirect_uri"] == f"http://haat.localhost:8000{CALLBACK}"  # one address for all hosts
    assert set(asked["scope"].split()) == {"openid", "email", "profile"}
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 32
    assert browser.come_back(google.visit(url)) == "/login/provider?next=%2Forders"
    body = browser.finish()
    assert body["data"]["is_new"]
    assert (body["data"]["user"]["email"], body["data"]["user"]["name"]) == ("asha@gmail.com", "Asha")
    assert browser.api.get("/api/v1/me")["data"]["user"]["name"] == "Asha"
    assert TokenFamily.objects.get().methods == ["fed", "google"]
    run_jobs(only="identity.")


def test_the_second_time_the_account_is_known_whatever_the_address_is_now(aster: Any, google: Any, visit: Any) -> None:
    first = visit("customer", aster).sign_in()
    google.person["email"] = "other@gmail.com"
    again = visit("customer", aster).sign_in()
    assert not again["data"]["is_new"]
    assert again["data"]["user"]["id"] == first["data"]["user"]["id"]


def test_the_platforms_callback_passes_on_to_the_host_that_the_state_names(aster: Any, google: Any, visit: Any) -> None:
    browser = visit("seller", aster)
    brought = google.visit(browser.leave())
    relay = Api("launch")
    relay.get(CALLBACK, **brought)
    assert relay.status == 303
    target = urlsplit(relay.response["Location"])
    assert (target.netloc, target.path) == (f"{host_of('seller', aster)}:8000", CALLBACK)
    assert {name: values[0] for name, values in parse_qs(target.query).items()} == brought
    assert browser.come_back(brought) == "/?provider=back"
    assert browser.finish()["data"]["access"]


def test_the_relay_sends_nobody_to_a_host_that_is_not_ours(aster: Any, google: Any, visit: Any) -> None:
    """ASVS item 31: an unknown state, and one whose host is gone, lead nowhere."""
    browser, relay = visit("customer", aster), Api("launch")
    brought = google.visit(browser.leave())
    relay.get(CALLBACK, state="made-up", code="x")
    assert relay.status == 404
    ProviderLogin.objects.update(origin="https://evil.example")
    relay.get(CALLBACK, **brought)
    assert relay.status == 404


def test_an_address_that_google_does_not_run_is_confirmed_by_a_code_once(aster: Any, google: Any, visit: Any) -> None:
    google.person |= {"email": "asha@work.example", "sub": "s-7"}
    browser = visit("customer", aster)
    refused = browser.sign_in()
    assert browser.api.status == 409
    assert refused["error"]["code"] == "confirm_by_code"
    assert refused["error"]["details"] == {"provider": "Google", "identifier": "asha@work.example"}
    assert not User.objects.filter(email="asha@work.example").exists()
    by_code(browser.api, "asha@work.example")
    assert browser.api.status == 200
    assert visit("customer", aster).sign_in()["data"]["user"]["email"] == "asha@work.example"


def test_a_hosted_domain_is_googles_own(aster: Any, google: Any, visit: Any) -> None:
    google.person |= {"email": "asha@work.example", "hd": "work.example"}
    assert visit("customer", aster).sign_in()["data"]["user"]["email"] == "asha@work.example"
    google.person |= {"email": "ceo@bank.example", "hd": "work.example", "sub": "s-2"}
    browser = visit("customer", aster)
    browser.sign_in()
    assert browser.api.status == 409


def test_another_persons_code_in_the_same_browser_connects_nothing(aster: Any, google: Any, visit: Any) -> None:
    """On a shared computer one visitor's account must not become the next visitor's way in."""
    google.person |= {"email": "asha@work.example"}
    browser = visit("customer", aster)
    browser.sign_in()
    by_code(browser.api, "ben@example.com")
    assert not SocialAccount.objects.exists()


def test_an_existing_person_is_linked_when_both_sides_have_verified(aster: Any, google: Any, visit: Any) -> None:
    user, _ = services.person(identifier=parse("asha@gmail.com"))
    assert visit("customer", aster).sign_in()["data"]["user"]["id"] == str(user.pk)
    assert "account.connected" in {
        row.payload["action"] for row in Job.objects.filter(name="audit.record_security_note")
    }


def test_an_address_that_we_have_not_verified_is_not_linked(aster: Any, google: Any, visit: Any) -> None:
    """Whoever put a stranger's address into an account must not get that stranger as a guest."""
    user, _ = services.person(identifier=parse("asha@gmail.com"))
    EmailAddress.objects.filter(user=user).update(verified=False)
    browser = visit("customer", aster)
    browser.sign_in()
    assert browser.api.status == 409


def test_staff_enter_with_google_and_strangers_do_not(aster: Any, nia: Any, google: Any, visit: Any) -> None:
    google.person |= {"email": "stranger@gmail.com"}
    browser = visit("admin", aster)
    assert reason_of(browser.come_back(google.visit(browser.leave("/orders?q=1")))) == "stranger"
    assert not User.objects.filter(email="stranger@gmail.com").exists()
    google.person |= {"email": "nia@example.com", "hd": "example.com", "sub": "s-nia"}
    browser = visit("admin", aster)
    assert browser.come_back(google.visit(browser.leave("/orders?q=1"))) == "/orders?q=1&provider=back"
    assert browser.finish()["data"]["next"] == "enrol"


def test_cancelling_is_said_and_the_goal_is_kept(aster: Any, google: Any, visit: Any) -> None:
    browser = visit("customer", aster)
    brought = google.visit(browser.leave("/checkout"))
    landing = browser.come_back({"state": brought["state"], "error": "access_denied"})
    assert landing == "/login?provider=failed&reason=cancelled&next=%2Fcheckout"


def test_an_issuer_that_is_out_is_said_in_words(aster: Any, google: Any, visit: Any) -> None:
    google.down = True
    browser = visit("customer", aster)
    body = browser.api.post("/api/v1/auth/providers/start", {"provider": "google"})
    assert browser.api.status == 503
    assert "Google does not answer" in body["error"]["message"]


def test_a_brands_issuer_needs_one_code_and_then_opens_its_portals(
    aster: Any, nia: Any, issuer: Any, keycloak: Any, visit: Any
) -> None:
    issuer.person |= {"sub": "kc-1", "email": "nia@gmail.com"}
    services_person, _ = services.person(identifier=parse("nia@gmail.com"))
    services.grant(user=services_person, scope="brand", role="owner", brand_id=aster.pk)
    browser = visit("admin", aster, keycloak.pk)
    url = browser.leave()
    assert parse_qs(urlsplit(url).query)["redirect_uri"] == [f"http://{host_of('admin', aster)}:8000{CALLBACK}"]
    browser.come_back(issuer.visit(url))
    assert browser.finish()["error"]["code"] == "confirm_by_code"
    by_code(browser.api, "nia@gmail.com")
    refused = visit("admin", aster, keycloak.pk).sign_in()
    assert refused["error"]["code"] == "not_allowed", "a brand's issuer must not set up a factor for all brands"
    keycloak.trusts_factors, issuer.person["amr"] = True, ["pwd", "otp"]
    keycloak.save()
    again = visit("admin", aster, keycloak.pk)
    assert again.sign_in()["data"]["user"]["id"] == str(services_person.pk)
    assert TokenFamily.objects.order_by("-created_at")[0].methods == ["fed", "brand_idp", "mfa"]


def test_a_second_factor_of_the_issuer_counts_only_where_the_brand_says_so(
    aster: Any, issuer: Any, keycloak: Any, visit: Any
) -> None:
    """ASVS item 20: by default the issuer's word on a second factor is not taken."""
    user, _ = services.person(identifier=parse("asha@gmail.com"))
    SocialAccount.objects.create(user=user, provider=str(keycloak.pk), uid="s-1")
    issuer.person["amr"] = ["pwd", "otp"]
    visit("customer", aster, keycloak.pk).sign_in()
    keycloak.trusts_factors = True
    keycloak.save()
    visit("customer", aster, keycloak.pk).sign_in()
    issuer.person["amr"] = ["pwd"]
    visit("customer", aster, keycloak.pk).sign_in()
    found = [family.methods for family in TokenFamily.objects.order_by("created_at")]
    assert found == [["fed", "brand_idp"], ["fed", "brand_idp", "mfa"], ["fed", "brand_idp"]]


def test_an_address_may_be_told_by_userinfo_alone(aster: Any, google: Any, visit: Any) -> None:
    google.claims = {"email": None, "email_verified": None}
    assert visit("customer", aster).sign_in()["data"]["user"]["email"] == "asha@gmail.com"
    google.userinfo = {"sub": "somebody-else", "email": "victim@gmail.com", "email_verified": True}
    google.person["sub"] = "s-2"
    browser = visit("customer", aster)
    assert reason_of(browser.come_back(google.visit(browser.leave()))) == "failed"


def test_a_signed_in_person_connects_and_disconnects(
    aster: Any, birch: Any, asha: Any, google: Any, visit: Any
) -> None:
    google.person |= {"email": "private@gmail.com"}
    browser = visit("seller", aster, user=asha.user)
    brought = google.visit(browser.leave("/account/sign-in", "/api/v1/me/accounts"))
    assert browser.come_back(brought) == "/account/sign-in?provider=connected"
    ways = browser.api.get("/api/v1/me/sign-in")["data"]
    assert [(one["name"], one["email"]) for one in ways["accounts"]] == [("Google", "private@gmail.com")]
    assert ways["may_change"] and not ways["password"]
    assert visit("customer", birch).sign_in()["data"]["user"]["id"] == str(asha.user.pk)
    other = Api("seller", aster, services.person(identifier=parse("ben@example.com"))[0])
    other.delete(f"/api/v1/me/accounts/{ways['accounts'][0]['id']}")
    assert other.status == 404
    browser.api.delete(f"/api/v1/me/accounts/{ways['accounts'][0]['id']}")
    assert browser.api.status == 200
    assert not SocialAccount.objects.exists()
    actions = [row.payload["action"] for row in Job.objects.filter(name="audit.record_security_note").order_by("pk")]
    assert actions[-1] == "account.disconnected"


def test_the_last_way_in_cannot_be_removed(aster: Any, google: Any, visit: Any) -> None:
    user, _ = services.person(identifier=parse("+12125550123"))  # no code reaches this phone
    SocialAccount.objects.create(user=user, provider="google", uid="s-1")
    person = Api("seller", aster, user)
    person.delete(f"/api/v1/me/accounts/{SocialAccount.objects.get().pk}")
    assert person.status == 409
    assert SocialAccount.objects.exists()


def test_an_account_of_somebody_else_cannot_be_connected(
    aster: Any, asha: Any, ben: Any, google: Any, visit: Any
) -> None:
    SocialAccount.objects.create(user=ben.user, provider="google", uid="s-1")
    browser = visit("seller", aster, user=asha.user)
    landing = browser.come_back(google.visit(browser.leave("/x", "/api/v1/me/accounts")))
    assert reason_of(landing) == "taken"
    assert SocialAccount.objects.get().user_id == ben.user.pk


def test_connecting_needs_a_fresh_sign_in(aster: Any, asha: Any, google: Any) -> None:
    visitor = Api("seller", aster, asha.user, proved=False)
    TokenFamily.objects.update(authenticated_at=F("authenticated_at") - timedelta(minutes=6))
    body = visitor.post("/api/v1/me/accounts", {"provider": "google"})
    assert visitor.status == 403
    assert body["error"]["code"] == "fresh_login_required"


def test_old_visits_are_deleted(aster: Any, google: Any, visit: Any) -> None:
    visit("customer", aster).leave()
    services.federation.forget(at=clock.now() + timedelta(minutes=21))
    assert not ProviderLogin.objects.exists()


@pytest.mark.parametrize("method", ["post", "get"])
def test_a_visit_is_finished_once(aster: Any, google: Any, visit: Any, method: str) -> None:
    browser = visit("customer", aster)
    brought = google.visit(browser.leave())
    browser.come_back(brought)
    assert browser.finish()["data"]["access"]
    if method == "get":
        assert reason_of(browser.come_back(brought)) == "expired"
    browser.finish()
    assert browser.api.status == 404
