"""The brand's own pages: about, shipping, returns, and what the law wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_safe

from portals.customer.caching import public
from portals.customer.page import Page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@public
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    here = Page(request)
    answer = here.get(f"pages/{slug}")
    return here.render("content.html", {"content": answer.data}) if answer.ok else here.refuse(answer)
