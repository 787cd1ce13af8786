"""What a borrowed view can and cannot do: every request of one passes here, pages and API alike (docs/adr/0019)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render

from haat.core import clock
from haat.core.api import errors
from haat.core.errors import DomainError
from haat.identity import services
from haat.identity.models import Membership
from haat.identity.services.viewings import TOKEN_PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from haat.identity.models import Viewing

__all__ = ["TOKEN_PREFIX", "ViewingOnly", "borrowed", "of_request", "require_allowed", "shown_subject", "through"]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
ENDINGS = frozenset({"/api/v1/auth/viewings/end", "/view-as/end"})
OPEN = frozenset({"/api/v1/me", "/api/v1/me/portal"})
# Sign-in, factors, sessions and contacts are nobody's but their owner's; applications hold bank numbers.
CLOSED = (
    "/api/v1/auth",
    "/api/v1/me",
    "/login",
    "/logout",
    "/account/security",
    "/account/sign-in",
    "/account/contacts",
    "/account/devices",
    "/account/privacy",
    "/account/undo",
    "/checkout",
)
CLOSED_PARTS = frozenset({"team", "application", "viewings", "exports"})


class ViewingOnly(DomainError):
    code = "viewing_only"
    status = 403


def of_request(request: Any, *, at: datetime) -> Viewing | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        token = request.COOKIES.get(settings.HAAT_VIEW_COOKIE, "") if request.portal == "customer" else ""
    if request.brand is None or not token.startswith(TOKEN_PREFIX):
        return None  # the platform has nobody above it who could look
    return services.viewing_of_token(token=token, portal=request.portal, brand_id=request.brand.pk, at=at)


def borrowed(viewing: Viewing) -> list[Membership]:
    """The subject's role as the staff see it, never saved.

    A shop is seen as its owner sees it; a brand's admin portal under the role of the same name as the platform's own,
    so that looking gives no rights that one does not have.
    """
    if viewing.portal == "seller":
        keys = {"scope": "seller", "seller_id": viewing.subject_id, "role": "owner"}
    elif viewing.portal == "admin":
        keys = {"scope": "brand", "role": viewing.staff_role}
    else:
        return []
    return [Membership(user=viewing.staff, brand_id=viewing.brand_id, **keys)]


def shown_subject(viewing: Viewing) -> str:
    """What the log keeps of whose view it was: a customer by id, since names of people are kept beside the log."""
    return str(viewing.subject_id) if viewing.portal == "customer" else viewing.subject_name


def require_allowed(viewing: Viewing, method: str, path: str) -> None:
    """Raises ViewingOnly for anything but looking, and for what nobody but the subject may see."""
    if path in ENDINGS:
        return
    if method not in SAFE:
        raise ViewingOnly(f"You only look as {viewing.subject_name}. Nothing can be changed in this view.")
    if path in OPEN:
        return
    if path.startswith(CLOSED) or CLOSED_PARTS & set(path.removeprefix("/api/v1/").split("/")):
        raise ViewingOnly("This is for the person alone and is not shown in a borrowed view.")


def through(request: Any, viewing: Viewing, get_response: Callable[[Any], HttpResponse]) -> HttpResponse:
    """One request of a view: counted, refused or answered, and kept by no cache."""
    services.count_request(viewing=viewing, path=request.path)
    left = viewing.expires_at - clock.now()
    request.viewing = {"subject": viewing.subject_name, "minutes": max(1, -(-int(left.total_seconds()) // 60))}
    request.COOKIES.pop(settings.HAAT_GUEST_COOKIE, None)  # the guest's cart of this browser is not the subject's
    try:
        require_allowed(viewing, request.method, request.path)
    except ViewingOnly as refusal:
        response = _refused(request, refusal)
    else:
        response = get_response(request)
    response.headers["Cache-Control"] = "private, no-store"
    del response.headers["ETag"]
    return response


def _refused(request: Any, refusal: ViewingOnly) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse(errors.body(refusal.code, refusal.message), status=refusal.status)
    return render(request, "viewing_only.html", {"sentence": refusal.message}, status=refusal.status)
