"""The cart, grouped by the sellers who will send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.views.decorators.http import require_http_methods

from portals.customer.caching import personal
from portals.customer.page import Page, problem, whole

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def cart(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    return _change(page) if request.method == "POST" else _show(page)


def _change(page: Page) -> HttpResponse:
    """Set a line's quantity; none means out of the cart."""
    line, quantity = page.request.POST.get("line", ""), page.request.POST.get("quantity", "")
    path = f"cart/lines/{line}"
    count = whole(quantity, 0)
    answer = page.patch(path, {"quantity": count}) if count else page.delete(path)
    if answer.ok:
        return page.redirect("/cart")
    return _show(page, refusal=problem(answer) | {"line": line}, status=answer.status)


def _show(page: Page, *, refusal: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    answer = page.get("cart")
    if not answer.ok:
        return page.refuse(answer)
    context = {
        "cart": answer.data, "parcels": by_seller(answer.data["lines"], page.shop), "refusal": refusal,
        "just_added": page.request.GET.get("added") == "1",
    }  # fmt: skip
    return page.render("cart.html", context, status=status)


def by_seller(lines: list[dict[str, Any]], shop: dict[str, Any]) -> list[dict[str, Any]]:
    """Group lines into the parcels they will travel in, with the way still to go to free delivery."""
    groups: dict[str, dict[str, Any]] = {}
    for line in lines:
        group = groups.setdefault(line["seller"]["slug"], {"seller": line["seller"], "lines": [], "goods_minor": 0})
        group["lines"].append(line)
        group["goods_minor"] += line["total"]["minor"]
    free_above = ((shop.get("policies") or {}).get("free_above") or {}).get("minor") or 0
    for group in groups.values():
        missing = max(0, free_above - group["goods_minor"])
        group["to_free_rupees"] = -(-missing // 100)
        group["progress"] = min(100, group["goods_minor"] * 100 // free_above) if free_above else 100
    return list(groups.values())
