"""Files of the brand of this host. Nothing in them can run: pictures of sellers and themes are not our code."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.urls import path
from django.utils.http import http_date

from haat.catalog.types import PICTURES
from haat.tenancy import media as files

if TYPE_CHECKING:
    from django.http import HttpResponseBase

TYPES = {
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp",
    ".avif": "image/avif", ".ico": "image/x-icon", ".woff2": "font/woff2",
}  # fmt: skip
POLICY = {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox"}
CHANGING = "public, max-age=300, stale-while-revalidate=86400"
IMMUTABLE = "public, max-age=31536000, immutable"


def media(request: Any, name: str) -> HttpResponseBase:
    """A file of the brand's media folder by its type; anything else is not there."""
    kind = TYPES.get(PurePosixPath(name).suffix.lower())
    if kind is None:
        raise Http404
    reach = "cross-origin" if request.brand.frontends else "same-site"
    headers = POLICY | {"Cross-Origin-Resource-Policy": reach}
    try:
        headers |= _named_by_content(name) if name.startswith(PICTURES) else _as_it_is(name)
        if request.headers.get("If-None-Match") == headers["ETag"]:
            return HttpResponseNotModified(headers=headers)
        return HttpResponse(files.store().fetch(name), content_type=kind, headers=headers)
    except (SuspiciousFileOperation, FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise Http404 from None


def _named_by_content(name: str) -> dict[str, str]:
    """A picture never changes: its name is its version, and the store is not asked for one."""
    return {"Cache-Control": IMMUTABLE, "ETag": f'"{PurePosixPath(name).name}"'}


def _as_it_is(name: str) -> dict[str, str]:
    stamp = files.store().stamp(name)
    if stamp is None:
        raise Http404
    return {"Cache-Control": CHANGING, "ETag": stamp.etag, "Last-Modified": http_date(stamp.changed.timestamp())}


urlpatterns = [path("media/<path:name>", media)]
