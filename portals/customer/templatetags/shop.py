"""Small presentations of API data. Amounts and permissions come from the API; nothing is computed here."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt

from portals.customer.progress import SAID

register = template.Library()
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "heading", "lheading"])

COUNTRIES = {
    "IN": _("India"), "FR": _("France"), "KR": _("South Korea"), "JP": _("Japan"), "CZ": _("Czechia"), "US": _("United States"),
    "GB": _("United Kingdom"), "DE": _("Germany"), "IT": _("Italy"), "CN": _("China"), "VN": _("Vietnam"), "TH": _("Thailand"),
}  # fmt: skip


@register.filter
def rupees(money: dict[str, Any] | None) -> str:
    """The API's own text of an amount, without paise when there are none."""
    text = str(money["text"]) if money else ""
    return text.removesuffix(".00")


@register.filter
def country(code: str) -> str:
    return str(COUNTRIES.get(code, code))


@register.filter
def src(image: Any) -> str:
    """Address of a picture, whether the API gave `{url, alt}` or the address alone."""
    return str(image.get("url", "")) if isinstance(image, dict) else str(image or "")


@register.filter
def json_ld(value: Any) -> SafeString:
    """JSON that cannot end its own <script>: the three characters HTML reads are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(character, escaped)
    return mark_safe(text)  # noqa: S308 - every character with a meaning in HTML was escaped above


@register.inclusion_tag("customer/parts/icon.html")
def icon(name: str) -> dict[str, str]:
    return {"name": name}


@register.inclusion_tag("customer/parts/field.html")
def field(name: str, label: str, form: dict[str, Any], **more: Any) -> dict[str, Any]:
    """One labelled input with its value, its error and its autocomplete token."""
    values, errors = form.get("values") or {}, form.get("errors") or {}
    base = {"name": name, "label": label, "value": values.get(name, ""), "error": errors.get(name, ""), "kind": "text"}
    return base | more


@register.filter
def when(moment: str | None) -> datetime | None:
    """A time of the API, to be written with the `date` filter in the visitor's own zone."""
    found = parse_datetime(moment) if moment else None
    return timezone.localtime(found) if found else None


@register.filter
def markdown(text: str) -> SafeString:
    """Words of a seller with headings and lists; HTML, images and unsafe addresses do not come through."""
    html: str = MARKDOWN.render(text)
    return mark_safe(html)  # noqa: S308 - HTML is off and markdown-it refuses unsafe addresses


@register.filter
def month(text: str) -> str:
    """“2026-04” as people read it: April 2026."""
    return str(date_format(date.fromisoformat(f"{text}-01"), "F Y"))


@register.filter
def place(entry: dict[str, Any]) -> str:
    """Where a link of the navigation leads."""
    for name, base in (("category", "/c/"), ("collection", "/collections/"), ("page", "/pages/")):
        if entry.get(name):
            return f"{base}{entry[name]}"
    return str(entry.get("url") or "/")


@register.filter
def said(status: str) -> str:
    """A state of an order or parcel in the customer's words."""
    return str(SAID.get(status, status))


FIVE = "".join(
    f"M{20 * n + 10} 1.800l2.500 5.200 5.700.8-4.100 4 1 5.700-5.100-2.700-5.100 2.700 1-5.700-4.100-4 5.700-.800z"
    for n in range(5)
)


@register.inclusion_tag("customer/parts/star_row.html")
def star_row(tenths: int) -> dict[str, Any]:
    """Five stars, of which so many tenths are filled; the drawing is cut where they end."""
    return {"shape": FIVE, "width": 2 * int(tenths)}


@register.filter
def stars_text(tenths: int) -> str:
    """“43” as people say it: 4.3."""
    return f"{tenths // 10}.{tenths % 10}".removesuffix(".0")


@register.filter
def tenfold(stars: int) -> int:
    return int(stars) * 10
