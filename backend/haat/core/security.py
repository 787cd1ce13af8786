"""Headers of every answer, on every host: pages, API, files, redirects and errors."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

CHECKOUT = "https://checkout.razorpay.com"
RAZORPAY = f"{CHECKOUT} https://api.razorpay.com"


@cache
def policy(checkout_url: str, pictures_url: str = "") -> str:
    """The content security policy. `checkout_url` is a hosted payment page to which our order form leads.

    `pictures_url` is where brands' files are read when their own hosts do not serve them.
    """
    elsewhere = urlsplit(pictures_url)
    shows = f" {elsewhere.scheme}://{elsewhere.netloc}" if elsewhere.netloc else ""
    hosted = urlsplit(checkout_url)
    pays_at = f" {hosted.scheme}://{hosted.netloc}" if hosted.netloc else ""
    return "; ".join(
        f"{name} {value}"
        for name, value in {
            "default-src": "'self'",
            "script-src": f"'self' {CHECKOUT}",
            "style-src": "'self'",
            "img-src": f"'self' data:{shows}",
            "font-src": "'self'",
            "connect-src": f"'self' {RAZORPAY} https://lumberjack.razorpay.com",
            "frame-src": RAZORPAY,
            "form-action": f"'self' https://api.razorpay.com{pays_at}",  # browsers hold redirects after a form to it too
            "object-src": "'none'",
            "base-uri": "'none'",
            "frame-ancestors": "'none'",
        }.items()
    )


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), usb=(), browsing-topics=(), "
        f'payment=(self "{CHECKOUT}" "https://api.razorpay.com")'
    ),
}
HSTS = "max-age=31536000; includeSubDomains"


def headers_of_all() -> dict[str, str]:
    """What every answer carries, on whatever way it was made."""
    said = policy(settings.RAZORPAY_CHECKOUT_URL, settings.STORAGE_PUBLIC_URL)
    always = HEADERS | {"Content-Security-Policy": said}
    return always | {"Strict-Transport-Security": HSTS} if settings.PRODUCTION else always


class HeadersMiddleware:
    """Sets the security headers unless a view chose its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in headers_of_all().items():
            response.headers.setdefault(name, value)
        return response
