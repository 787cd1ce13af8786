"""The place that a visitor named before there is an address: a PIN code, or an emirate where there are none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from portals.customer.page import Page

TYPED_MAX = 6


@dataclass
class Asked:
    """`by` is what of a place decides, and empty in a shop whose fee is the same everywhere."""

    by: str
    typed: str = ""
    choices: list[dict[str, str]] = field(default_factory=list)
    problem: str = ""

    @property
    def query(self) -> str:
        return urlencode({"to": self.typed}) if self.typed else ""


def estimate(page: Page) -> tuple[Asked, dict[str, Any]]:
    """What the cart comes to, sent to the named place; the least it can be when that is none."""
    asked = asked_of(page)
    if asked.by == "region":
        asked.choices = page.get("address-form").data["regions"]
    answer = page.get("checkout/estimate", {asked.by: asked.typed} if asked.typed else None)
    if answer.status == 422:
        asked.problem = (answer.error or {}).get("message", "")
        answer = page.get("checkout/estimate")
    return asked, answer.data or {}


def asked_of(page: Page) -> Asked:
    by = (page.shop.get("policies") or {}).get("delivery_by", "")
    request = page.request
    typed = (request.POST if request.method == "POST" else request.GET).get("to", "").replace(" ", "")
    return Asked(by, typed[:TYPED_MAX] if by else "")
