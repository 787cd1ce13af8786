"""Asking the popular questions once after a change, so that people need not wait for the first answer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.http import HttpRequest

from haat.core import generation
from haat.core.inprocess import Client
from haat.search.queries.desk import popular_questions
from haat.tenancy import hosts
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime

LATELY = timedelta(days=7)
QUESTIONS = 20
PAGE = {"page": 1, "limit": 24, "sort": "relevance"}  # as the storefront asks


def warm(*, at: datetime) -> int:
    """Answer the most popular questions of the active brand, unless that was done at this generation."""
    token = generation.current()
    if cache.get("search:warmed") == token:
        return 0
    client = Client(_visit(), "/api/v1/customer/")
    asked = popular_questions(since=at - LATELY, limit=QUESTIONS)
    for question in asked:
        client.get("products", PAGE | {"q": question.text})
    cache.set("search:warmed", token, 300)
    return len(asked)


def _visit() -> Any:
    """A guest of the storefront at its own address."""
    request: Any = HttpRequest()
    brand = active_brand()
    scheme, _, rest = hosts.url("customer", brand, "").partition("://")
    request.META = {"HTTP_HOST": rest, "wsgi.url_scheme": scheme, "REMOTE_ADDR": "127.0.0.1"}
    request.brand, request.portal, request.urlconf = brand, "customer", "haat.urls.customer"
    request.identity = request.session = request.user = None
    return request
