"""A list of goods as its address describes it: filters, order and page; and the links that change one of them."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portals.customer.facets import attribute_of, range_label, ranges_of

PER_PAGE = 24
SORTS: dict[str, tuple[Any, dict[str, str]]] = {
    "relevance": (_("Best match"), {"sort": "relevance"}),
    "featured": (_("Featured"), {}),
    "newest": (_("Newest"), {"sort": "newest", "order": "desc"}),
    "price_up": (_("Price: low to high"), {"sort": "price", "order": "asc"}),
    "price_down": (_("Price: high to low"), {"sort": "price", "order": "desc"}),
    "rating": (_("Best rated"), {"sort": "rating"}),
    "discount": (_("Biggest saving"), {"sort": "discount", "order": "desc"}),
    "origin": (_("Country of origin"), {"sort": "origin"}),
}
SINGLE = {"category", "rating"}
FACET_LABELS = {"category": _("Category"), "seller": _("Maker"), "origin": _("Made in"), "rating": _("Stars")}


class Listing:
    def __init__(
        self, query: QueryDict, *, fixed: dict[str, str], facet_names: tuple[str, ...], default_sort: str
    ) -> None:
        self.query, self.fixed, self.facet_names, self.default_sort = query, fixed, facet_names, default_sort
        page = query.get("page", "")
        self.page = max(1, int(page)) if page.isdecimal() and len(page) < 6 else 1
        self.sort = query.get("sort") if query.get("sort") in SORTS else default_sort
        self.min_price, self.max_price = (_rupees(query.get(name, "")) for name in ("min_price", "max_price"))
        self.in_stock = query.get("in_stock") == "1"
        self.products: list[dict[str, Any]] = []
        self.total = 0
        self.facets: list[dict[str, Any]] = []
        self.corrected = ""
        self.is_loose = self.has_more = False
        self.near: list[dict[str, str]] = []

    def params(self) -> dict[str, Any]:
        """What the API is asked. Prices are in rupees, as they are typed; only one category can be asked for."""
        asked: dict[str, Any] = {"page": self.page, "limit": PER_PAGE, **SORTS[str(self.sort)][1], **self.fixed}
        for name in self.facet_names:
            if chosen := self.query.getlist(name):
                asked[name] = chosen[0] if name in SINGLE else chosen
        ranges = [f"{name}:{low}..{high}" for name, (low, high) in ranges_of(self.query).items()]
        if attributes := [*self.query.getlist("attr"), *ranges]:
            asked["attr"] = attributes
        asked |= {
            name: value for name, value in (("min_price", self.min_price), ("max_price", self.max_price)) if value
        }
        if self.in_stock:
            asked["in_stock"] = "true"
        return asked

    def fill(self, products: list[dict[str, Any]], meta: dict[str, Any]) -> None:
        self.products, self.total = products, meta.get("total", len(products))
        self.corrected = meta.get("corrected") or ""
        counts = meta.get("facets") or {}
        self.is_loose, self.has_more = bool(meta.get("loose")), bool(meta.get("more"))
        self.near = meta.get("categories") or []
        attributes = meta.get("attributes") or {}
        self.facets = [self._facet(name, counts.get(name) or []) for name in self.facet_names]
        kinds = meta.get("kinds") or {}
        self.facets += [
            attribute_of(name, label, counts.get(name) or [], kinds.get(name) or {}, self.query)
            for name, label in attributes.items()
        ]

    def _facet(self, name: str, counts: list[dict[str, Any]]) -> dict[str, Any]:
        chosen = set(self.query.getlist(name))
        values = [value | {"chosen": value["value"] in chosen} for value in counts]
        return {
            "name": name, "label": FACET_LABELS[name], "values": values, "chosen": len(chosen), "is_single": name in SINGLE,
            "is_listed": True,
        }  # fmt: skip

    @property
    def first(self) -> int:
        """The place of this page's first product among all."""
        return (self.page - 1) * PER_PAGE + 1

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PER_PAGE))

    @property
    def around(self) -> list[int | None]:
        """Page numbers to link, None for a gap."""
        wanted = sorted({1, self.pages, *range(max(1, self.page - 1), min(self.pages, self.page + 1) + 1)})
        linked: list[int | None] = []
        for number in wanted:
            if linked and number - (linked[-1] or 0) > 1:
                linked.append(None)
            linked.append(number)
        return linked

    @property
    def previous(self) -> int | None:
        return self.page - 1 if self.page > 1 else None

    @property
    def following(self) -> int | None:
        return self.page + 1 if self.page < self.pages else None

    @property
    def sorts(self) -> list[dict[str, Any]]:
        offered = [name for name in SORTS if name != "relevance" or self.default_sort == "relevance"]
        offered = [name for name in offered if name != "featured" or self.default_sort == "featured"]
        return [{"value": name, "label": SORTS[name][0], "chosen": name == self.sort} for name in offered]

    @property
    def chosen(self) -> list[dict[str, str]]:
        """Every active filter with the query that takes it off again."""
        found = [
            {"label": value["label"], "without": self._without(facet["name"], value["value"])}
            for facet in self.facets
            for value in facet["values"]
            if value["chosen"]
        ]
        found += [
            {"label": range_label(facet), "without": self._without(f"from:{facet['key']}", None, f"to:{facet['key']}")}
            for facet in self.facets
            if facet.get("low") or facet.get("high")
        ]
        for name, label in (
            ("min_price", f"≥ ₹{self.min_price}"),
            ("max_price", f"≤ ₹{self.max_price}"),
            ("in_stock", str(_("In stock"))),
        ):
            if value := self.query.get(name):
                found.append({"label": label, "without": self._without(name, value)})
        return found

    def _without(self, name: str, value: str | None, *others: str) -> str:
        rest = self.query.copy()
        rest.setlist(name, [kept for kept in rest.getlist(name) if value is not None and kept != value])
        for other in ("page", *others):
            rest.pop(other, None)
        return "?" + rest.urlencode()


def _rupees(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 7 else None
