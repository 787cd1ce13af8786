"""What is shown when there is nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

from portals.customer.page import Page

if TYPE_CHECKING:
    from django.http import HttpRequest


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    return Page(request).render("errors/not_found.html", status=404)
