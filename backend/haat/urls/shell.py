"""The page that a staff portal's script fills: the same for every address that is not the API's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import render
from django.urls import re_path

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

APPS = {"seller": "seller", "admin": "admin", "platform": "admin"}  # portal → the build that serves it
MACHINE_PATHS = ("api/", "static/", "media/", "webhooks/")


def shell(request: Any, path: str = "") -> HttpResponse:
    """The frame of the portal. Addresses below the API that do not exist stay 404."""
    if path.startswith(MACHINE_PATHS):
        raise Http404
    answer = render(
        request, "haat/portal.html", {"build": APPS[request.portal], "brand": request.brand, "portal": request.portal}
    )
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def pages() -> list[URLPattern]:
    return [re_path(r"^(?P<path>.*)$", shell)]


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return render(request, "haat/not_found.html", status=404)
