"""Every address of every portal, with something in its holes."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.urls import URLPattern, URLResolver

if TYPE_CHECKING:
    from collections.abc import Iterator

PORTALS = ("launch", "platform", "customer", "seller", "admin")
FILLERS = {
    "uuid": "01920000-0000-7000-8000-000000000000",
    "int": "1",
    "slug": "something",
    "str": "something",
    "path": "a/b.png",
}


def routes(portal: str) -> Iterator[tuple[str, Any]]:
    """Path and view of every route of a portal."""
    yield from _walk(import_module(f"haat.urls.{portal}").urlpatterns, "/")


def _walk(patterns: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        path = prefix + _filled(str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            yield path, pattern.callback


def _filled(pattern: str) -> str:
    if pattern.startswith("^"):
        return "some-page"  # the staff portals' catch-all
    return re.sub(r"<(?:(\w+):)?\w+>", lambda hole: FILLERS[hole.group(1) or "str"], pattern)
