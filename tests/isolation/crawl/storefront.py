"""The shop as a visitor walks through it: every link, picture, stylesheet, form target and sitemap entry."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from haat.core.db import connection
from tests.isolation.crawl.sight import Sight, sight
from tests.support import Api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.isolation.world import Side

STARTS = (
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/site.webmanifest",
    "/search?q=bowl",
    "/personal",
    "/cart",
    "/account",
    "/orders",
    "/checkout",
)
PAGES_MAX = 400
LINKS = {"href", "src", "action", "poster", "content"}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [
            value for name, value in attrs if name in LINKS and value and value.startswith(("/", "http", "?"))
        ]
        self.found += [
            part.split()[0] for name, value in attrs if name == "srcset" and value for part in value.split(",")
        ]


def walk(side: Side, party: str, *, most: int = PAGES_MAX) -> Iterator[Sight]:
    """As a guest, or as one of the brand's people."""
    slug = str(side.brand.slug)
    visitor = Api("customer", side.brand, side.people[party] if party else None)
    waiting, seen = list(STARTS), set(STARTS)
    for _ in range(most):
        if not waiting:
            return
        place = waiting.pop(0)
        visitor.response = visitor.client.get(place, headers=visitor.headers)
        connection.set_schema_to_public()
        said = _said(visitor.response)
        yield sight("storefront", f"{place} as {party or 'guest'}", slug, said)
        for link in _links(visitor.response, said, place, visitor):
            if link not in seen:
                seen.add(link)
                waiting.append(link)


def _said(response: object) -> bytes:
    answer: object = response
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())  # type: ignore[attr-defined]
    return bytes(body) + b"\n" + heads.encode()


def _links(response: object, said: bytes, place: str, visitor: Api) -> Iterator[str]:
    """Addresses of this very host, files of our own code left out."""
    text = said.decode(errors="replace")
    kind = response.headers.get("Content-Type", "")  # type: ignore[attr-defined]
    found = [response.headers["Location"]] if "Location" in response.headers else []  # type: ignore[attr-defined]
    if "html" in kind:
        parser = _Links()
        parser.feed(text)
        found += parser.found
    found += re.findall(r"<loc>([^<]+)</loc>", text) + re.findall(r"url\(\"?(/[^)\"]+)", text)
    host = visitor.client.defaults["HTTP_HOST"]
    for link in found:
        parts = urlsplit(urljoin(f"http://{host}{place}", link))
        if parts.netloc == host and not parts.path.startswith(("/static/", "/logout")):
            yield parts.path + (f"?{parts.query}" if parts.query else "")
