"""Collects a role's endpoints from the apps: `haat/<app>/api/<role>.py` with `urlpatterns`."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.urls import include, path
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerSplitView

if TYPE_CHECKING:
    from django.urls import URLPattern, URLResolver

TITLES = {
    "customer": "Haat customer API", "seller": "Haat seller API", "admin": "Haat brand admin API", "platform": "Haat platform API",
}  # fmt: skip

ASKED_MOST = "haat.search"


def api(role: str) -> list[URLPattern | URLResolver]:
    """All endpoints of one role below /api/v1/<role>/, with identity's beside them: what its OpenAPI document shows."""
    names = [config.name for config in apps.get_app_configs() if config.name.startswith("haat.")]
    names.sort(key=lambda name: name != ASKED_MOST)  # addresses are tried one after another
    modules = [import_module(module) for name in names if _exists(module := f"{name}.api.{role}")]
    own = path(f"api/v1/{role}/", include([address for module in modules for address in module.urlpatterns]))
    return [own, path("", include("haat.identity.api.urls")), path("", include("haat.privacy.api.urls"))]


def docs(role: str) -> list[URLPattern]:
    """The OpenAPI document of a role and the page to browse it, on the role's own host; in production when asked for."""
    if not settings.HAAT_API_DOCS:
        return []
    titled: dict[str, Any] = {"TITLE": TITLES[role]}
    view = SpectacularJSONAPIView.as_view(patterns=api(role), custom_settings=titled, authentication_classes=[])
    page = SpectacularSwaggerSplitView.as_view(
        url=f"/api/v1/{role}/schema", template_name="haat/api_docs.html", authentication_classes=[]
    )
    return [path(f"api/v1/{role}/schema", view), path(f"api/v1/{role}/docs", page)]


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False
