"""The edge: whose host this is, and the brand around the view, left again whatever happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render

from haat.core import context, edge
from haat.core.api import errors
from haat.core.db import connection
from haat.core.ids import new_id
from haat.tenancy import hosts
from haat.tenancy.context import brand_scope
from haat.tenancy.models import Brand

if TYPE_CHECKING:
    from collections.abc import Callable

    Handler = Callable[[HttpRequest], HttpResponse]


HOSTLESS = {"/healthz", "/.well-known/haat/certificate"}  # asked by machines of ours, under whatever name
STAYS = ("/api/", "/static/", "/media/", "/.well-known/", "/healthz")  # no page: an answer here is as good as there


class ContextMiddleware:
    """A request id for everything that happens, and the way back to `public` at the very end."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        here = context.Context(request_id=new_id().hex, address=edge.settle(request.META))
        with context.use(here):
            connection.set_schema_to_public()
            try:
                response = self.get_response(request)
                response.headers.setdefault("X-Request-Id", here.request_id)
                return response
            finally:
                connection.set_schema_to_public()


class HostMiddleware:
    """The host alone decides portal and brand. Forwarded host headers are not read."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        target = hosts.find(hosts.named(request.META.get("HTTP_HOST", "")))
        if target is None and request.path not in HOSTLESS:
            return self._refuse(request, 404, "unknown_host", "There is no shop at this address.")
        request.portal = target.portal if target else "launch"
        request.brand = target.brand if target else None
        if request.brand and request.brand.status == Brand.Status.SUSPENDED and request.portal != "admin":
            return self._refuse(request, 503, "brand_suspended", "This shop is closed for now.")
        if "\x00" in request.path:  # no database can look for it, and nobody types it
            return HttpResponse("There is nothing here.", status=404, content_type="text/plain")
        if target and target.moved_to and request.method in {"GET", "HEAD"} and not request.path.startswith(STAYS):
            return _moved(request, target.moved_to)
        request.urlconf = f"haat.urls.{request.portal}"
        return self.get_response(request)

    def _refuse(self, request: HttpRequest, status: int, code: str, sentence: str) -> HttpResponse:
        if request.path.startswith(("/api/", "/webhooks/")):
            return JsonResponse(errors.body(code, sentence), status=status)
        return render(
            request, f"{code}.html", {"sentence": sentence, "platform": settings.HAAT_PLATFORM_DOMAIN}, status=status
        )


class BrandMiddleware:
    """Innermost: identity was loaded before, the session is saved after; only the view runs inside the brand."""

    outside = ("/api/v1/auth/", "/api/v1/me", "/healthz", "/.well-known/haat/")

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.brand is None or request.path.startswith(self.outside):
            return self.get_response(request)
        with brand_scope(request.brand):
            return self.get_response(request)


def _moved(request: HttpRequest, host: str) -> HttpResponse:
    """301 to the same page on the brand's primary host."""
    return HttpResponsePermanentRedirect(f"{hosts.origin(host)}{request.get_full_path()}")
