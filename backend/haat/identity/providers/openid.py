"""OpenID Connect with allauth's client: code flow with PKCE, and an ID token that is checked to the last claim.

allauth skips the signature of a token that it fetched itself, and takes the algorithm from the token's own header; here
the signature counts always, with asymmetric algorithms only, and so does the nonce.
"""

from __future__ import annotations

import hmac
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest

from haat.identity.providers.catalogue import Provider

log = logging.getLogger(__name__)
ALGORITHMS = ["RS256", "PS256", "ES256"]
LEEWAY_SECONDS = 60
SUBJECT_CHARACTERS_MAX = 191
SECOND_FACTORS = frozenset({"mfa", "otp", "hwk", "swk", "fpt", "pop"})  # RFC 8176
SCOPES = ["openid", "profile", "email"]


class IssuerFailed(Exception):
    """The issuer did not answer as it must. What it said is in no message: it may be a token."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What an issuer says about a person."""

    subject: str
    email: str = ""
    email_verified: bool = False
    name: str = ""
    hosted_domain: str = ""  # Google's: the domain whose accounts it runs
    second_factor: bool = False


class _Flow(OpenIDConnectOAuth2Adapter):
    """allauth's adapter for one of our issuers, coming back to one of our addresses."""

    def __init__(self, provider: Provider, redirect_uri: str) -> None:
        app = SocialApp(
            provider="openid_connect", provider_id=provider.key, name=provider.name, client_id=provider.client_id, secret=provider.client_secret,
            settings={"server_url": provider.issuer.rstrip("/"), "oauth_pkce_enabled": True},
        )  # fmt: skip
        super().__init__(HttpRequest(), provider.key)  # it reads nothing from a request of ours
        self.app, self.redirect_uri = app, redirect_uri

    def get_provider(self) -> Any:
        return OpenIDConnectProvider(self.request, app=self.app)

    def get_callback_url(self, request: Any, app: Any) -> str:  # noqa: ARG002 - the parent's
        return self.redirect_uri


def begin(provider: Provider, *, redirect_uri: str, state: str, nonce: str) -> tuple[str, str]:
    """Where to send the browser, and the verifier that redeems its code. Raises IssuerFailed."""
    with _as_failure(provider):
        flow = _discovered(provider, redirect_uri)
        client = flow.get_client(flow.request, flow.app)
        client.state = state
        proof = generate_code_challenge()
        extra = {"nonce": nonce, "code_challenge": proof["code_challenge"], "code_challenge_method": "S256"}
        return str(client.get_redirect_url(flow.authorize_url, SCOPES, extra)), str(proof["code_verifier"])


def describe(issuer: str) -> None:
    """Ask an issuer who it is. Raises IssuerFailed when it does not say, or is another."""
    provider = Provider("new", "", issuer, "", "")
    with _as_failure(provider):
        _discovered(provider, "")


def redeem(provider: Provider, *, redirect_uri: str, code: str, verifier: str, nonce: str) -> Claims:
    """Change a code for what the issuer says. Raises IssuerFailed."""
    with _as_failure(provider):
        flow = _discovered(provider, redirect_uri)
        answer = flow.get_client(flow.request, flow.app).get_access_token(code, pkce_code_verifier=verifier)
        claims = _checked(provider, flow.openid_config, str(answer["id_token"]), nonce)
        if "email" not in claims and flow.openid_config.get("userinfo_endpoint"):
            more = flow._fetch_user_info(answer["access_token"])
            if more.get("sub") != claims["sub"]:
                raise IssuerFailed("userinfo speaks of somebody else")
            claims = {**more, **claims}
    return Claims(
        subject=claims["sub"], email=str(claims.get("email") or "").lower(), email_verified=claims.get("email_verified") is True,
        name=str(claims.get("name") or "")[:120], hosted_domain=str(claims.get("hd") or "").lower(),
        second_factor=bool(SECOND_FACTORS.intersection(_list(claims.get("amr")))),
    )  # fmt: skip


def _discovered(provider: Provider, redirect_uri: str) -> _Flow:
    """The flow with the issuer's own description, which must be about this issuer."""
    flow = _Flow(provider, redirect_uri)
    described = flow.openid_config
    if described["issuer"] != provider.issuer:
        raise IssuerFailed("the description is of another issuer")
    allowed = {"https", "http"} if settings.HAAT_OUTBOUND_PRIVATE else {"https"}
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        if urlsplit(described[name]).scheme not in allowed:
            raise IssuerFailed(f"{name} is not https")
    return flow


def _checked(provider: Provider, described: dict[str, Any], token: str, nonce: str) -> dict[str, Any]:
    header = jwt.get_unverified_header(token)
    with get_adapter().get_requests_session() as http:
        answer = http.get(described["jwks_uri"])
        answer.raise_for_status()
    keys = [key for key in jwt.PyJWKSet.from_dict(answer.json()).keys if key.public_key_use in {None, "sig"}]
    fitting = [key for key in keys if key.key_id == header.get("kid")] if "kid" in header else keys
    if len(fitting) != 1:
        raise IssuerFailed("no one key fits the token")
    claims: dict[str, Any] = jwt.decode(
        token, fitting[0].key, algorithms=ALGORITHMS, audience=provider.client_id, issuer=provider.issuer, leeway=LEEWAY_SECONDS,
        options={"require": ["exp", "iat", "aud", "iss", "sub", "nonce"], "strict_aud": False},
    )  # fmt: skip
    audiences = _list(claims["aud"])
    if claims.get("azp", provider.client_id) != provider.client_id or (len(audiences) > 1 and "azp" not in claims):
        raise IssuerFailed("the token is for another client")
    if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise IssuerFailed("the token is of another visit")
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= SUBJECT_CHARACTERS_MAX:
        raise IssuerFailed("the token names nobody")
    return claims


def _list(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


@contextmanager
def _as_failure(provider: Provider) -> Iterator[None]:
    """Everything that a stranger's server can do wrong is one failure to us, told by its kind alone."""
    try:
        yield
    except (
        IssuerFailed,
        OAuth2Error,
        requests.RequestException,
        OSError,
        jwt.PyJWTError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    ) as error:
        reason = str(error) if isinstance(error, IssuerFailed) else type(error).__name__
        log.warning("issuer %s failed: %s", provider.key, reason)
        raise IssuerFailed(reason) from None
