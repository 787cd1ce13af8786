"""What is shown when there is nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from portals.customer.page import Page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception  # Django hands it over; visitors need not know which addresses were tried
    return Page(request).render("errors/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something of ours failed. This page asks neither API nor database, which may be what failed."""
    return render(request, "launch/broken.html", status=500)
