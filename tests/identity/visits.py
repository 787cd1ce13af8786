"""Issuers of sign-ins, and visits to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from haat.identity.models import IdentityProvider
from tests.identity.issuer import CLIENT, SECRET, OpenIdIssuer
from tests.support import Api

CALLBACK = "/api/v1/auth/providers/callback"


@pytest.fixture
def issuer() -> Iterator[OpenIdIssuer]:
    server = OpenIdIssuer()
    yield server
    server.close()


@pytest.fixture
def google(issuer: OpenIdIssuer, settings: Any) -> OpenIdIssuer:
    """The platform's own issuer."""
    settings.HAAT_GOOGLE_ISSUER = issuer.url
    settings.HAAT_GOOGLE_CLIENT_ID, settings.HAAT_GOOGLE_CLIENT_SECRET = CLIENT, SECRET
    return issuer


@pytest.fixture
def keycloak(issuer: OpenIdIssuer, aster: Any) -> IdentityProvider:
    """The brand aster's issuer, for all of its portals."""
    return IdentityProvider.objects.create(
        brand_id=aster.pk, name="Aster staff", issuer=issuer.url, client_id=CLIENT, client_secret=SECRET,
        portals=["customer", "seller", "admin"], domains=["gmail.com"],
    )  # fmt: skip


class Visit:
    """One browser that goes to an issuer and comes back."""

    def __init__(self, portal: str, brand: Any, issuer: OpenIdIssuer, key: str = "google", user: Any = None) -> None:
        self.api, self.issuer, self.key = Api(portal, brand, user), issuer, key

    def leave(self, goal: str = "/", path: str = "/api/v1/auth/providers/start") -> str:
        body = self.api.post(path, {"provider": self.key, "next": goal})
        assert self.api.status == 200, body
        return str(body["data"]["url"])

    def come_back(self, brought: dict[str, str]) -> str:
        """Where the browser is sent from the callback."""
        self.api.get(CALLBACK, **brought)
        assert self.api.status == 303, self.api.response.content
        return str(self.api.response["Location"])

    def finish(self) -> Any:
        return self.api.post("/api/v1/auth/providers/finish")

    def sign_in(self, goal: str = "/") -> Any:
        self.come_back(self.issuer.visit(self.leave(goal)))
        return self.finish()


@pytest.fixture
def visit(issuer: OpenIdIssuer) -> Callable[..., Visit]:
    return lambda portal, brand, key="google", user=None: Visit(portal, brand, issuer, str(key), user)


def reason_of(location: str) -> str:
    return parse_qs(urlsplit(location).query).get("reason", [""])[0]
