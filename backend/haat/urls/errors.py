"""What answers when nothing else does: programs get the API's form of a refusal, people a page of the portal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from django.db import InterfaceError, OperationalError
from django.http import JsonResponse
from django.utils.module_loading import import_string

from haat.core.api import errors

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PROGRAMS = ("/api/", "/webhooks/")
RETRY_AFTER = "3"  # seconds
NOT_FOUND = {
    "customer": "portals.customer.views.errors.not_found",
    "launch": "django.views.defaults.page_not_found",
}  # the others have the frame's
BROKEN = {"customer": "portals.customer.views.errors.broken"}


def not_found(request: Any, exception: Exception) -> HttpResponse:
    if request.path.startswith(PROGRAMS):
        return JsonResponse(errors.body("not_found", "There is no such address."), status=404)
    page = import_string(NOT_FOUND.get(getattr(request, "portal", ""), "haat.urls.shell.not_found"))
    found: HttpResponse = page(request, exception)
    return found


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours: said without a word about what broke; the request id leads to it in the log.

    A database that is away for a moment is no fault: whoever asked is told when to ask again.
    """
    is_away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    if is_away and request.path.startswith(PROGRAMS):
        sentence = "We are not reachable at the moment. Try again in a few seconds; nothing was lost."
        return JsonResponse(errors.body("unavailable", sentence), status=503, headers={"Retry-After": RETRY_AFTER})
    if request.path.startswith(PROGRAMS):
        sentence = "Something went wrong on our side. Try again; if it stays, tell us the request id."
        return JsonResponse(errors.body("broken", sentence), status=500)
    page = import_string(BROKEN.get(getattr(request, "portal", ""), "django.views.defaults.server_error"))
    found: HttpResponse = page(request)
    if is_away:
        found.status_code, found["Retry-After"] = 503, RETRY_AFTER
    return found
