"""Signing in at Google, or at an issuer of the brand: away, back, and in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from django.http import HttpResponse, HttpResponseRedirect
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response

from haat.core import redirects
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.core.errors import DomainError, InvalidInput, NotFound
from haat.identity import services
from haat.identity.api.device import device_of, own_device
from haat.identity.api.entering import AuthAPI, SignedInOut, enter
from haat.identity.providers import catalogue
from haat.tenancy import hosts

if TYPE_CHECKING:
    from haat.identity.models import ProviderLogin, User
    from haat.identity.providers.catalogue import Provider

CALLBACK = "/api/v1/auth/providers/callback"
FINISH_PAGE = "/login/provider"  # of storefronts; staff portals finish on whatever page they show
LOGIN_PAGE = "/login"


class ProviderOut(serializers.Serializer[Any]):
    key = serializers.CharField()
    name = serializers.CharField()


class WaysInOut(serializers.Serializer[Any]):
    code = serializers.BooleanField()
    password = serializers.BooleanField()
    providers = ProviderOut(many=True)


class StartIn(Strict):
    provider = serializers.CharField(max_length=40)
    next = serializers.CharField(max_length=500, required=False, default="/", help_text="A path of this host")


class StartOut(serializers.Serializer[Any]):
    url = serializers.CharField(help_text="Send the browser there")


class VisitAPI(AuthAPI):
    """What a visit to an issuer needs to know of this host."""

    @property
    def origin(self) -> str:
        """Scheme, host and port of this host, which the middleware has found among those we serve."""
        request: Any = self.request
        return hosts.origin(str(request._request.META.get("HTTP_HOST", "")).lower().partition(":")[0])

    def callback_of(self, provider: Provider) -> str:
        """One address for the platform's issuers, which cannot know thousands of hosts; a brand's comes back to its host."""
        return f"{hosts.url('launch', path=CALLBACK) if provider.is_platforms else self.origin + CALLBACK}"

    def away(self, connects: User | None = None) -> dict[str, str]:
        """Begin a visit, for whoever is in this browser or for the signed-in person who connects an account."""
        goal = self.input["next"]
        if redirects.onward(goal, otherwise="") != goal:
            raise InvalidInput(
                "Only a page of this host can be next.", details={"next": ["Must be a path of this host."]}
            )
        provider = catalogue.find(self.input["provider"], self.portal, self.brand_id)
        url = services.federation.start(
            key=provider.key, portal=self.portal, brand_id=self.brand_id, origin=self.origin, callback=self.callback_of(provider),
            device=own_device(self), at=self.at, goal=goal, connects=connects,
        )  # fmt: skip
        return {"url": url}


class Options(AuthAPI):
    @operation("The ways of signing in that this host offers", output=WaysInOut)
    def get(self, _request: Any) -> dict[str, Any]:
        offered = catalogue.offered(self.portal, self.brand_id)
        return {"code": True, "password": True, "providers": offered}


class Start(VisitAPI):
    @operation("Begin to sign in at another issuer", input=StartIn, output=StartOut)
    def post(self, _request: Any) -> dict[str, str]:
        return self.away()


class Callback(VisitAPI):
    """Where issuers send the browser. It carries no session; state and device cookie bind it, and it works once."""

    @extend_schema(exclude=True)
    def get(self, request: Any) -> HttpResponse:
        sent = {name: str(request.query_params.get(name, ""))[:4000] for name in ("state", "code", "error")}
        if self.portal == "launch":
            return self._relay(sent)
        try:
            visit = services.federation.receive(
                **sent,
                portal=self.portal,
                brand_id=self.brand_id,
                callback_of=self.callback_of,
                device=device_of(self),
                at=self.at,
            )
        except services.federation.VisitFailed as failure:
            return self._failed(failure.reason, failure.visit)
        except DomainError as refusal:
            return self._failed(refusal.code, None)
        if visit.connects_id:
            return _to(visit.next, provider="connected")
        return _to(FINISH_PAGE, next=visit.next) if self.portal == "customer" else _to(visit.next, provider="back")

    def _relay(self, sent: dict[str, str]) -> HttpResponse:
        """On to the host that the state names, if it is still one of ours."""
        origin = services.federation.origin_of(state=sent["state"], at=self.at)
        if origin is None or hosts.find(urlsplit(origin).hostname or "") is None:
            raise NotFound("This sign-in has ended. Start again.")
        return _to(f"{origin}{CALLBACK}", **{name: value for name, value in sent.items() if value})

    def _failed(self, reason: str, visit: ProviderLogin | None) -> HttpResponse:
        goal = visit.next if visit else ""
        if self.portal == "customer" and not (visit and visit.connects_id):
            return _to(LOGIN_PAGE, provider="failed", reason=reason, **({"next": goal} if goal else {}))
        return _to(goal or "/", provider="failed", reason=reason)


class Finish(AuthAPI):
    @operation("Sign in whoever this browser brought back from an issuer", output=SignedInOut)
    def post(self, _request: Any) -> Response:
        user, methods, is_new = services.federation.finish(
            portal=self.portal, brand_id=self.brand_id, device=device_of(self), at=self.at
        )
        return enter(self, user, methods, is_new=is_new)


def _to(page: str, **params: str) -> HttpResponse:
    answer = HttpResponseRedirect(f"{page}{'&' if '?' in page else '?'}{urlencode(params)}")
    answer.status_code = 303
    return answer
