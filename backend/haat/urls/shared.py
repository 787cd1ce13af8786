"""What every host has: sign-in, /me and the health check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import caches
from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.urls import include, path

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


urlpatterns = [
    path("healthz", health),
    path("", include("haat.identity.api.urls")),
    path("", include("haat.privacy.api.urls")),
]
