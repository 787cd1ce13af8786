"""Every address of the shop, for search engines: one file, or an index of several where there are many products."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from portals.customer.caching import public
from portals.customer.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

    from haat.core.inprocess import Answer

PAGES_A_FILE = 9  # of 5,000 products: with categories and pages below the 50,000 that a file may name
FILES_MAX = 100
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


@public
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    products = list(_products(page, 1))
    if len(products) == PAGES_A_FILE and _answer(page, PAGES_A_FILE + 1).data:
        return _index(page)
    return _file(page, [*_places(page), *(entry for entries in products for entry in entries)])


@public
@require_safe
def part(request: HttpRequest, number: int) -> HttpResponse:
    """One file of a shop that needs several; the first one also names what is no product."""
    page = Page(request)
    if not 1 <= number <= FILES_MAX:
        raise Http404
    entries = [entry for entries in _products(page, (number - 1) * PAGES_A_FILE + 1) for entry in entries]
    if not entries:
        raise Http404
    return _file(page, [*(_places(page) if number == 1 else ()), *entries])


def _products(page: Page, first: int) -> Iterator[list[tuple[str, str]]]:
    for number in range(first, first + PAGES_A_FILE):
        rows = _answer(page, number).data or []
        if not rows:
            return
        yield [(f"/p/{row['slug']}", str(row["updated_at"])) for row in rows]


def _answer(page: Page, number: int) -> Answer:
    return page.get("product-addresses", {"page": number})


def _places(page: Page) -> Iterator[tuple[str, str]]:
    yield "/", ""
    for name, base in (("categories", "/c/"), ("collections", "/collections/"), ("pages", "/pages/")):
        yield from ((f"{base}{found['slug']}", "") for found in page.get(name).data or [])


def _file(page: Page, entries: list[tuple[str, str]]) -> HttpResponse:
    origin = _origin(page)
    urls = "".join(
        f"<url><loc>{escape(origin + place)}</loc>{f'<lastmod>{escape(at)}</lastmod>' if at else ''}</url>"
        for place, at in entries
    )
    return _xml(f'<urlset xmlns="{SCHEMA}">{urls}</urlset>')


def _index(page: Page) -> HttpResponse:
    number = 1
    while number < FILES_MAX and _answer(page, number * PAGES_A_FILE + 1).data:
        number += 1
    files = "".join(f"<sitemap><loc>{_origin(page)}/sitemap-{n}.xml</loc></sitemap>" for n in range(1, number + 1))
    return _xml(f'<sitemapindex xmlns="{SCHEMA}">{files}</sitemapindex>')


def _origin(page: Page) -> str:
    return escape(f"{page.request.scheme}://{page.request.get_host()}")


def _xml(body: str) -> HttpResponse:
    return HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>{body}', content_type="application/xml; charset=utf-8")
