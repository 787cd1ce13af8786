"""CORS: nobody, except the exact origins that a brand names for frontends of its own.

Such a frontend calls the customer API with a bearer token. Credentials are never allowed, so no cookie takes part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

if TYPE_CHECKING:
    from collections.abc import Callable

ALLOWED = {
    "Access-Control-Allow-Methods": "GET, POST, PATCH, PUT, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key, Accept-Language, If-None-Match",
    "Access-Control-Max-Age": "600",
}
EXPOSED = "Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, ETag, Idempotency-Replayed"
PATHS = ("/api/v1/customer/", "/api/v1/auth/", "/api/v1/me")


class CrossOriginMiddleware:
    """Answers preflights and marks answers for the brand's own frontends."""

    def __init__(self, get_response: Callable[[Any], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if not is_frontend(request):
            return self._vary(request, self.get_response(request))
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            response = HttpResponse(status=204, headers=ALLOWED)
        else:
            response = self.get_response(request)
            response.headers["Access-Control-Expose-Headers"] = EXPOSED
        response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
        return self._vary(request, response)

    @staticmethod
    def _vary(request: Any, response: HttpResponse) -> HttpResponse:
        """A kept answer to one origin must not be given to another."""
        if request.brand and request.brand.frontends and request.path.startswith(PATHS):
            patch_vary_headers(response, ["Origin"])
        return response


def is_frontend(request: Any) -> bool:
    """Whether a call comes from a page of an origin that this brand named, for an address meant for it."""
    brand = request.brand
    known = brand is not None and request.META.get("HTTP_ORIGIN") in brand.frontends
    return bool(known and request.portal == "customer" and request.path.startswith(PATHS))
