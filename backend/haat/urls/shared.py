"""What every host has: sign-in, /me and the health check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import caches
from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.urls import include, path

from haat.core import edge
from haat.tenancy import hosts

if TYPE_CHECKING:
    from django.http import HttpRequest


def health(_request: HttpRequest) -> JsonResponse:
    """200 when database and cache answer; a load balancer reads nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        caches["platform"].get("health")
    except (DatabaseError, OSError) as error:
        return JsonResponse({"status": "unavailable", "reason": type(error).__name__}, status=503)
    return JsonResponse({"status": "ok"})


def certificate(request: HttpRequest) -> HttpResponse:
    """For the edge alone: 200 when it may ask for a certificate for `?domain=`, else 404 (Caddy's on-demand TLS)."""
    name = request.GET.get("domain", "").lower()
    allowed = edge.is_internal(request.META) and hosts.may_have_certificate(name)
    return HttpResponse(status=200 if allowed else 404, headers={"Cache-Control": "no-store"})


urlpatterns = [
    path("healthz", health),
    path(".well-known/haat/certificate", certificate),
    path("", include("haat.identity.api.urls")),
    path("", include("haat.privacy.api.urls")),
    path("", include("haat.tenancy.api.private")),
]
