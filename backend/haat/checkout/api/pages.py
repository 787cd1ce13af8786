"""The way back from the provider's hosted page: a cross-site form post that carries no cookie of ours.

It is keyed by the payment's opaque reference and trusted for its signature alone (docs/adr/0003).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path
from django.views.decorators.http import require_POST

from haat.checkout import services
from haat.core import clock
from haat.core.errors import DomainError

if TYPE_CHECKING:
    from haat.orders.models import Order


class SeeOther(HttpResponseRedirect):
    status_code = 303


@require_POST
def razorpay_return(request: HttpRequest, ref: str) -> HttpResponse:
    """303 to the order; a forged or unknown return goes to the list of orders with a word."""
    fields = {name: str(request.POST.get(name, "")) for name in ("razorpay_payment_id", "razorpay_signature")}
    try:
        order: Order = services.accept_return(ref=ref, fields=fields, at=clock.now())
    except DomainError as error:
        return SeeOther(f"/orders?notice={error.code}")
    return SeeOther(f"/orders/{order.number}?placed=1")


urlpatterns = [path("payments/razorpay/return/<str:ref>", razorpay_return)]
