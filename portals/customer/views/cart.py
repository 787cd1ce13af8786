"""The cart, grouped by the sellers who will send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.views.decorators.http import require_http_methods

from portals.customer import delivery
from portals.customer.caching import personal
from portals.customer.page import Page, problem, whole

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def cart(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    return _change(page) if request.method == "POST" else show(page)


def _change(page: Page) -> HttpResponse:
    """Set a line's quantity; none means out of the cart."""
    line, quantity = page.request.POST.get("line", ""), page.request.POST.get("quantity", "")
    path = f"cart/lines/{line}"
    count = whole(quantity, 0)
    answer = page.patch(path, {"quantity": count}) if count else page.delete(path)
    if answer.ok:
        place = delivery.asked_of(page).query
        return page.redirect(f"/cart?{place}" if place else "/cart")
    return show(page, refusal=problem(answer) | {"line": line}, status=answer.status)


def show(
    page: Page, *, refusal: dict[str, Any] | None = None, code_refusal: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The cart with what its codes and the shop's promotions take off."""
    answer = page.get("cart")
    if not answer.ok:
        return page.refuse(answer)
    place, estimate = delivery.estimate(page) if answer.data["lines"] else (None, {})
    context = {
        "cart": answer.data, "parcels": by_seller(answer.data["lines"], page.shop, estimate), "refusal": refusal,
        "quote": estimate, "code_refusal": code_refusal, "place": place,
        "just_added": page.request.GET.get("added") == "1",
    }  # fmt: skip
    return page.render("cart.html", context, status=status)


def by_seller(lines: list[dict[str, Any]], shop: dict[str, Any], estimate: dict[str, Any]) -> list[dict[str, Any]]:
    """Group lines into the parcels they will travel in, with the way still to go, after discounts, to free delivery."""
    paid = {
        line["offer_id"]: line["paid"]["minor"] for package in estimate.get("packages", []) for line in package["lines"]
    }
    groups: dict[str, dict[str, Any]] = {}
    for line in lines:
        group = groups.setdefault(line["seller"]["slug"], {"seller": line["seller"], "lines": [], "goods_minor": 0})
        group["lines"].append(line)
        group["goods_minor"] += paid.get(line["offer_id"], line["total"]["minor"])
    limit = (shop.get("policies") or {}).get("free_above") or {}
    free_above, currency = limit.get("minor") or 0, limit.get("currency", "INR")
    for group in groups.values():
        missing = max(0, free_above - group["goods_minor"])
        group["to_free"] = f"{'₹' if currency == 'INR' else currency + ' '}{-(-missing // 100)}" if missing else ""
        group["progress"] = min(100, group["goods_minor"] * 100 // free_above) if free_above else 100
    return list(groups.values())
