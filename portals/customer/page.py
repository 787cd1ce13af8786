"""One visit to one page: the shop it belongs to, what the API answered, and the way back to the visitor."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from haat.core.inprocess import Client
from portals.customer import assets, theme

if TYPE_CHECKING:
    from django.http import HttpRequest

    from haat.core.inprocess import Answer

API = "/api/v1/customer/"
AUTH = "/api/v1/auth/"
ME = "/api/v1/me/"
NUMBER_MAX = 12  # digits


class SeeOther(HttpResponseRedirect):
    """303: the answer to a form is another page, to be fetched with GET."""

    status_code = 303


class Page:
    """Asks the API on the visitor's behalf and remembers the cookies it wants set."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self._api = Client(request, API)
        self._answers: list[Answer] = []

    def get(self, path: str, params: dict[str, Any] | None = None) -> Answer:
        return self._keep(self._api.get(path, params))

    def post(self, path: str, body: Any = None, *, idempotency_key: str | None = None) -> Answer:
        return self._keep(self._api.post(path, body, idempotency_key=idempotency_key))

    def put(self, path: str, body: Any) -> Answer:
        return self._keep(self._api.put(path, body))

    def patch(self, path: str, body: Any) -> Answer:
        return self._keep(self._api.patch(path, body))

    def delete(self, path: str) -> Answer:
        return self._keep(self._api.delete(path))

    def _keep(self, answer: Answer) -> Answer:
        self._answers.append(answer)
        return answer

    @property
    def is_platform(self) -> bool:
        """Whether this is the platform's own host, which has no shop."""
        return getattr(self.request, "portal", "") == "launch"

    @cached_property
    def shop(self) -> dict[str, Any]:
        """Brand, theme, navigation, home sections, policies: what every page of this shop shows."""
        answer = self.get("storefront")
        return answer.data if answer.ok and answer.data else {}

    def render(self, template: str, context: dict[str, Any] | None = None, *, status: int = 200) -> HttpResponse:
        if self.is_platform:
            return self.finish(render(self.request, f"launch/{template}", context or {}, status=status))
        return self.finish(render(self.request, f"customer/{template}", self._frame() | (context or {}), status=status))

    def show(self, template: str, context: dict[str, Any] | None = None, *, status: int = 200) -> HttpResponse:
        """A page of a person about themselves: the same in a shop and on the platform's own host, in another frame."""
        base = "launch/account_base.html" if self.is_platform else "customer/base.html"
        frame = {"is_platform": True, "shop": {"brand": {"name": "Haat"}}} if self.is_platform else self._frame()
        words = frame | {"base": base} | (context or {})
        return self.finish(render(self.request, f"own/{template}", words, status=status))

    def _frame(self) -> dict[str, Any]:
        look = theme.of(self.shop.get("theme"))
        request = self.request
        return {
            "shop": self.shop,
            "look": look,
            "scripts": assets.scripts(),
            "styles": assets.styles(),
            "canonical": request.build_absolute_uri(request.path),
            "origin": f"{request.scheme}://{request.get_host()}",
            "sell_url": seller_portal(self.shop),
        }

    def redirect(self, to: str) -> HttpResponse:
        return self.finish(SeeOther(to))

    def sign_in_first(self) -> HttpResponse:
        """Send the visitor to the login page and back here afterwards."""
        here = self.request.get_full_path() if self.request.method == "GET" else self.request.path
        return self.redirect(f"/login?next={quote(here)}")

    def refuse(self, answer: Answer) -> HttpResponse:
        """Show what the API refused, in the shop's own look."""
        if answer.status == 401:
            return self.sign_in_first()
        if (answer.error or {}).get("code") == "fresh_login_required":
            return self.redirect(f"/account/confirm?next={quote(self.request.path)}")
        if (answer.error or {}).get("code") == "step_up_required":
            return self.redirect("/account/security/proof")
        if (answer.error or {}).get("code") == "moved":
            return self.moved(answer)
        if answer.status == 404:
            return self.render("errors/not_found.html", status=404)
        sentence = (answer.error or {}).get("message") or _("Something went wrong on our side.")
        status = answer.status if answer.status >= 400 else 502
        return self.render("errors/refused.html", {"sentence": sentence}, status=status)

    def moved(self, answer: Answer) -> HttpResponse:
        """301 to where the thing is now: the last part of the path is its slug."""
        base, _, _ = self.request.path.rstrip("/").rpartition("/")
        query = self.request.META.get("QUERY_STRING", "")
        to = f"{base}/{quote((answer.error or {})['details']['slug'])}"
        return self.finish(HttpResponsePermanentRedirect(f"{to}?{query}" if query else to))

    def finish(self, response: HttpResponse) -> HttpResponse:
        for answer in self._answers:
            answer.pass_on(response)
            if answer.status == 429:  # also where a form is shown again with the sentence
                response.status_code = 429
                response.headers["Retry-After"] = answer.retry_after
        return response


def whole(text: str, default: int) -> int:
    """A number that somebody typed; `default` for anything that is none, and for endless ones."""
    return int(text) if text.isdecimal() and len(text) <= NUMBER_MAX else default


def problem(answer: Answer) -> dict[str, Any]:
    """Return {message, fields} of a refusal, for a form that is shown again."""
    error = answer.error or {}
    details = error.get("details") or {}
    fields = {name: value[0] if isinstance(value, list) and value else value for name, value in details.items()}
    return {"message": error.get("message", ""), "fields": fields, "code": error.get("code", "")}


def seller_portal(shop: dict[str, Any]) -> str:
    """Where people sell on this brand; always on the platform's own domain, whatever the storefront's is."""
    slug = (shop.get("brand") or {}).get("slug", "")
    port = f":{settings.HAAT_PUBLIC_PORT}" if settings.HAAT_PUBLIC_PORT else ""
    return f"{settings.HAAT_PUBLIC_SCHEME}://{slug}.seller.{settings.HAAT_PLATFORM_DOMAIN}{port}/"
