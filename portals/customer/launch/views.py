"""The front page of the platform: what Haat is, and the shops that run on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haat.core.inprocess import Client
from portals.customer.caching import personal, public
from portals.customer.page import ME, Page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    shops = Client(request, "/api/v1/launch/").get("shops").data or []
    port = f":{settings.HAAT_PUBLIC_PORT}" if settings.HAAT_PUBLIC_PORT else ""
    staff = f"{settings.HAAT_PUBLIC_SCHEME}://admin.{settings.HAAT_PLATFORM_DOMAIN}{port}/"
    return render(request, "launch/front.html", {"shops": shops, "staff": staff})


@personal
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Where a person finds what they may do with their account, over all brands."""
    page = Page(request)
    known = page.get(f"{ME}contacts")
    return page.render("account.html", {"known": known.data}) if known.ok else page.refuse(known)
