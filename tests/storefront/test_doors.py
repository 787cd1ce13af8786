"""Every way in, on the storefront, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from haat.identity import services
from haat.identity.identifiers import parse
from haat.tenancy.context import public_scope
from tests.identity.issuer import CLIENT, SECRET, OpenIdIssuer

if TYPE_CHECKING:
    from tests.storefront.conftest import Visitor

GOOD = "seven green parrots"


@pytest.fixture
def google(settings: Any) -> Iterator[OpenIdIssuer]:
    server = OpenIdIssuer()
    settings.HAAT_GOOGLE_ISSUER = server.url
    settings.HAAT_GOOGLE_CLIENT_ID, settings.HAAT_GOOGLE_CLIENT_SECRET = CLIENT, SECRET
    yield server
    server.close()


def come_back(visitor: Visitor, brought: dict[str, str]) -> str:
    visitor.answer = visitor.client.get("/api/v1/auth/providers/callback", brought)
    return str(visitor.answer["Location"])


def test_a_password_signs_in_and_a_wrong_one_is_said(visitor: Visitor, aster: Any) -> None:
    with public_scope():
        user, _ = services.person(identifier=parse("asha@example.com"), name="Asha")
        services.passwords.set_password(user=user, password=GOOD, sender="Aster", brand_id=None)
    assert "/login/password?next=/cart" in visitor.open("/login?next=/cart")
    visitor.open("/login/password?next=/cart")
    visitor.send("/login/password", identifier="asha@example.com", password="wrong wrong")
    assert visitor.status == 422
    assert "do not fit" in visitor.text
    assert "wrong wrong" not in visitor.text
    assert visitor.send("/login/password", identifier="asha@example.com", password=GOOD) == "/cart"
    assert "Asha" in visitor.open("/account")


def test_google_signs_in_over_a_link_and_lands_where_one_wanted_to_go(visitor: Visitor, google: OpenIdIssuer) -> None:
    assert "Sign in with Google" in visitor.open("/login?next=/cart")
    visitor.open("/login/with/google?next=/cart")
    assert visitor.status == 303
    landing = come_back(visitor, google.visit(visitor.answer["Location"]))
    visitor.open(landing)
    assert visitor.answer["Location"] == "/cart"
    assert "Asha" in visitor.open("/account")


def test_an_address_that_google_does_not_run_is_asked_for_once(visitor: Visitor, google: OpenIdIssuer) -> None:
    google.person["email"] = "asha@work.example"
    visitor.open("/login/with/google")
    visitor.open(come_back(visitor, google.visit(visitor.answer["Location"])))
    assert "Confirm your address once" in visitor.text
    assert 'value="asha@work.example"' in visitor.text


def test_what_went_wrong_there_is_said_here(visitor: Visitor, google: OpenIdIssuer) -> None:
    visitor.open("/login/with/google?next=/cart")
    state = google.visit(visitor.answer["Location"])["state"]
    visitor.open(come_back(visitor, {"state": state, "error": "access_denied"}))
    assert "You stopped the sign-in there" in visitor.text
    assert 'name="next" value="/cart"' in visitor.text
    visitor.open("/login/provider")
    assert visitor.answer["Location"].startswith("/login?provider=failed")
    google.down = True
    assert "Google does not answer" in visitor.open("/login/with/google")
    assert "is not offered" in visitor.open("/login/with/nobody")


def test_the_way_on_never_leads_to_another_site(visitor: Visitor, google: OpenIdIssuer) -> None:
    """ASVS item 31."""
    for goal in ("https://evil.example", "//evil.example", "/\\evil.example"):
        visitor.open(f"/login/with/google?next={goal}")
        landing = come_back(visitor, google.visit(visitor.answer["Location"]))
        visitor.open(landing)
        assert urlsplit(visitor.answer["Location"]).netloc == ""


def test_the_account_page_sets_changes_and_removes_a_password(visitor: Visitor) -> None:
    visitor.sign_in("asha@example.com")
    assert "You have no password" in visitor.open("/account/sign-in")
    visitor.send("/account/sign-in", password="iloveyou")
    assert visitor.status == 422
    assert "Too many people use this password" in visitor.text
    visitor.open(visitor.send("/account/sign-in", password=GOOD))
    assert "Your password is saved" in visitor.text
    assert "Change password" in visitor.text
    visitor.answer = visitor.client.post(
        "/account/sign-in", {"act": "remove-password"}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert "You have no password" in visitor.open(visitor.answer["Location"])


def test_the_account_page_connects_and_disconnects(visitor: Visitor, google: OpenIdIssuer) -> None:
    visitor.sign_in("asha@example.com")
    own = {"Sec-Fetch-Site": "same-origin"}
    visitor.answer = visitor.client.post("/account/sign-in", {"act": "connect", "provider": "google"}, headers=own)
    assert 'http-equiv="refresh"' in visitor.text
    url = visitor.text.partition('class="button button-wide" href="')[2].partition('"')[0].replace("&amp;", "&")
    visitor.open(come_back(visitor, google.visit(url)))
    assert "Connected. It signs you in" in visitor.text
    account = visitor.text.partition('name="account" value="')[2].partition('"')[0]
    visitor.answer = visitor.client.post("/account/sign-in", {"act": "disconnect", "account": account}, headers=own)
    assert "None is connected yet" in visitor.open(visitor.answer["Location"])


def test_another_site_cannot_begin_to_connect(visitor: Visitor, google: OpenIdIssuer) -> None:
    visitor.sign_in("asha@example.com")
    visitor.answer = visitor.client.post(
        "/account/sign-in", {"act": "connect", "provider": "google"}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert visitor.status == 403
    visitor.answer = visitor.client.get("/account/sign-in?act=connect&provider=google")
    assert "http-equiv" not in visitor.text.partition("<main")[0].partition("refresh")[0]


def test_a_guest_is_asked_to_sign_in_first(visitor: Visitor) -> None:
    visitor.open("/account/sign-in")
    assert visitor.answer["Location"] == "/login?next=/account/sign-in"
