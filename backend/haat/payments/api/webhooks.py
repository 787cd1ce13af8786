"""Where providers send their messages, on the platform host. The opaque account id only chooses the secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST

from haat.core import clock
from haat.core.api import errors
from haat.core.errors import DomainError
from haat.payments import services
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_webhook_token

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

BODY_BYTES_MAX = 1_000_000


@require_POST
def razorpay(request: HttpRequest, account: str) -> JsonResponse:
    """200 for what is stored or was stored before, 400 for a forgery, 404 for an account we do not know."""
    brand: Brand | None = brand_by_webhook_token(account)
    if brand is None:
        return JsonResponse(errors.body("not_found", "There is no such webhook account."), status=404)
    if int(request.headers.get("Content-Length") or 0) > BODY_BYTES_MAX:
        return JsonResponse(errors.body("too_large", "The body is larger than a message may be."), status=413)
    try:
        with brand_scope(brand):
            is_new = services.receive(
                body=request.body, signature=request.headers.get("X-Razorpay-Signature", ""), at=clock.now(), event_id=request.headers.get("X-Razorpay-Event-Id", ""),
            )  # fmt: skip
    except DomainError as error:
        return JsonResponse(errors.body(error.code, error.message), status=error.status)
    return JsonResponse({"status": "success", "data": {"new": is_new}, "meta": {"version": "v1"}})


urlpatterns = [path("webhooks/razorpay/<str:account>", razorpay)]
