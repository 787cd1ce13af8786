"""Cross-site defence of every unsafe request, by what the browser itself says (docs/adr/0003).

No form token, so cached pages can hold forms; guests and log-in are covered too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.http import HttpResponse, JsonResponse

from haat.core.api import errors
from haat.tenancy.crossorigin import is_frontend

if TYPE_CHECKING:
    from collections.abc import Callable

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class CrossSiteMiddleware:
    """Refuses an unsafe request that another site made a browser send."""

    exempt = ("/webhooks/", "/payments/razorpay/return/")  # signed by the provider, read no cookie

    def __init__(self, get_response: Callable[[Any], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.method in SAFE or request.path.startswith(self.exempt) or self.is_own(request):
            return self.get_response(request)
        sentence = "This request came from another site and was not carried out. Open the page here and try again."
        return JsonResponse(errors.body("cross_site", sentence), status=403)

    @staticmethod
    def is_own(request: Any) -> bool:
        """Fetch metadata first; older browsers by Origin; a bearer call without cookies cannot be forged by a page."""
        if is_frontend(request) and not request.COOKIES:
            return True  # an origin that the brand named, with nothing that the browser would add by itself
        site = request.headers.get("Sec-Fetch-Site")
        if site is not None:
            return site in {"same-origin", "none"}
        origin = request.headers.get("Origin")
        if origin is not None:
            return bool(urlsplit(origin).netloc.lower() == request.META.get("HTTP_HOST", "").lower())
        return not request.COOKIES
