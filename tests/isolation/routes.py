"""Every address that answers, read from the URL tables themselves."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.urls import URLPattern, URLResolver

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PORTALS = ("launch", "platform", "customer", "seller", "admin")
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True)
class Route:
    """`methods` is empty for a plain function, which does not say what it takes."""

    portal: str
    path: str
    methods: tuple[str, ...]
    view: str


def routes() -> list[Route]:
    return list({(one.portal, one.path): one for portal in PORTALS for one in of_portal(portal)}.values())


def of_portal(portal: str) -> Iterator[Route]:
    for path, pattern in _walk(import_module(f"haat.urls.{portal}").urlpatterns, ""):
        view: Any = pattern.callback
        found = getattr(view, "cls", None) or getattr(view, "view_class", None)
        methods = tuple(name.upper() for name in METHODS if found and hasattr(found, name))
        yield Route(portal, path, methods, f"{(found or view).__module__}.{(found or view).__name__}")


def _walk(patterns: Iterable[Any], prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path)
        else:
            yield path, pattern
