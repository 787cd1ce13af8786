"""Files of the brand of this host. Nothing in them can run: pictures of sellers and themes are not our code."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.urls import path
from django.utils.http import http_date

if TYPE_CHECKING:
    from django.http import HttpResponseBase

TYPES = {
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp",
    ".avif": "image/avif", ".ico": "image/x-icon", ".woff2": "font/woff2",
}  # fmt: skip
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Cache-Control": "public, max-age=300, stale-while-revalidate=86400",
}


def media(request: Any, name: str) -> HttpResponseBase:
    """A file of the brand's media folder by its type; anything else is not there."""
    kind = TYPES.get(PurePosixPath(name).suffix.lower())
    try:
        if kind is None or not default_storage.exists(name):
            raise Http404
        changed, size = default_storage.get_modified_time(name), default_storage.size(name)
        etag = f'"{int(changed.timestamp() * 1e6):x}-{size:x}"'
        reach = "cross-origin" if request.brand.frontends else "same-site"
        headers = HEADERS | {
            "Cross-Origin-Resource-Policy": reach,
            "ETag": etag,
            "Last-Modified": http_date(changed.timestamp()),
        }
        if request.headers.get("If-None-Match") == etag:
            return HttpResponseNotModified(headers=headers)
        with default_storage.open(name) as file:
            return HttpResponse(file.read(), content_type=kind, headers=headers)
    except (SuspiciousFileOperation, IsADirectoryError):
        raise Http404 from None


urlpatterns = [path("media/<path:name>", media)]
