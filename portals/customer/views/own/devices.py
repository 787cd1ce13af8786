"""Where I am signed in, and signing out there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.views.decorators.http import require_http_methods

from portals.customer.caching import personal
from portals.customer.page import ME, Page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

HERE = "/account/devices"


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def devices(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    if request.method == "POST":
        one = request.POST.get("id", "")
        ended = page.delete(f"{ME}sessions/{one}" if one else f"{ME}sessions")
        is_over = ended.ok or ended.status == 404  # somebody was faster: it has ended all the same
        return page.redirect(f"{HERE}?ended=1") if is_over else page.refuse(ended)
    answer = page.get(f"{ME}sessions", {"limit": 100})
    if not answer.ok:
        return page.refuse(answer)
    return page.show("devices.html", {"rows": answer.data, "ended": request.GET.get("ended") == "1"})
