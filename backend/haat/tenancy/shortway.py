"""The short way to a kept answer: a guest's question needs no session, no identity and no view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from haat.core.api.cached import kept_answer
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

KEPT = "/api/v1/customer/"


class ShortWayMiddleware:
    """After the host is known and other sites are refused. Whoever carries a sign-in of any kind goes the long way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.portal != "customer" or not request.path.startswith(KEPT) or _is_signed_in(request):
            return self.get_response(request)
        with brand_scope(request.brand):
            answer = kept_answer(request)
        return answer or self.get_response(request)


def _is_signed_in(request: Any) -> bool:
    """Whether it may be somebody; the identity middleware decides who."""
    if "HTTP_AUTHORIZATION" in request.META:
        return True
    return settings.SESSION_COOKIE_NAME in request.COOKIES or settings.HAAT_VIEW_COOKIE in request.COOKIES
