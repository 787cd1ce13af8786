"""Categories, lists of goods, and search as one types."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.core.api.base import CustomerAPI
from haat.core.api.cached import Cached
from haat.core.api.operation import operation
from haat.core.errors import InvalidInput
from haat.core.money import parse_minor
from haat.search import queries
from haat.search.api.customer.shapes import CardOut, CategoryOut, NamedOut, media_url


class CategoryPageOut(serializers.Serializer[Any]):
    slug = serializers.CharField(source="category.slug")
    name = serializers.CharField(source="category.name")
    description = serializers.CharField(source="category.description")
    image = serializers.SerializerMethodField()
    breadcrumbs = NamedOut(many=True)
    children = CategoryOut(many=True)

    def get_image(self, page: Any) -> str | None:
        return media_url(page.category.image) or None


class Categories(Cached, CustomerAPI):
    login_required = False

    @operation("The whole tree of categories, flat", output=CategoryOut, many=True)
    def get(self, _request: Any) -> Any:
        rows = queries.shown_categories()
        self.meta |= {"page": 1, "limit": len(rows), "total": len(rows)}
        return tuple(rows)


class CategoryPage(Cached, CustomerAPI):
    login_required = False

    @operation("A category with its way up and its children", output=CategoryPageOut)
    def get(self, _request: Any, slug: str) -> Any:
        return queries.category_page(slug=slug)


class ProductFilters(serializers.Serializer[Any]):
    """`seller` and `origin` may be given more than once, or with commas. Prices are in rupees, as one types them."""

    category = serializers.SlugField(required=False)
    q = serializers.CharField(required=False, max_length=100, allow_blank=True)
    seller = serializers.CharField(required=False)
    origin = serializers.CharField(required=False)
    min_price = serializers.CharField(required=False, allow_blank=True)
    max_price = serializers.CharField(required=False, allow_blank=True)
    in_stock = serializers.BooleanField(required=False, default=False)
    sort = serializers.ChoiceField(choices=list(queries.SORTS), required=False, default="relevance")
    order = serializers.ChoiceField(choices=["asc", "desc"], required=False, default="asc")


class Products(Cached, CustomerAPI):
    """`meta.facets` counts what each further filter would leave; `meta.corrected` is how a mistyped word was read."""

    login_required = False
    cache_seconds = 300

    def own_limit(self, request: Any) -> str:
        return "search" if request.GET.get("q") else ""

    @operation("Find products", output=CardOut, filters=ProductFilters, many=True)
    def get(self, _request: Any) -> Any:
        wanted = self._wanted()
        found = queries.find(wanted, sort=self.filters["sort"], descending=self.filters["order"] == "desc")
        ids = self.page_of(found)
        self.meta |= {"facets": queries.facets(wanted, currency=self.brand.currency)}
        self.meta |= {"corrected": wanted.reading.corrected}
        return tuple(queries.cards(ids))

    def _wanted(self) -> queries.Wanted:
        slug = self.filters.get("category")
        return queries.Wanted(
            reading=queries.read_words(self.filters.get("q", "")),
            category=catalog.category(slug=slug).pk if slug else None,
            sellers=self._several("seller"),
            origins=[code.upper() for code in self._several("origin")],
            min_minor=self._amount("min_price"),
            max_minor=self._amount("max_price"),
            in_stock=self.filters["in_stock"],
        )

    def _several(self, name: str) -> list[str]:
        values = ",".join(self.request.query_params.getlist(name)).split(",")
        return [value.strip() for value in values if value.strip()][:50]

    def _amount(self, name: str) -> int | None:
        text = self.filters.get(name, "")
        if not text:
            return None
        try:
            return parse_minor(text, self.brand.currency)
        except ValueError as wrong:
            raise InvalidInput(str(wrong), details={name: [str(wrong)]}) from None


class SuggestionFilters(serializers.Serializer[Any]):
    q = serializers.CharField(max_length=100, allow_blank=True)


class SuggestionsOut(serializers.Serializer[Any]):
    corrected = serializers.CharField()
    products = CardOut(many=True)
    categories = CategoryOut(many=True)


class Suggestions(Cached, CustomerAPI):
    login_required = False
    cache_seconds = 300

    def own_limit(self, request: Any) -> str:  # noqa: ARG002 - the parent's signature
        return "search"

    @operation("What the letters typed so far may mean", output=SuggestionsOut, filters=SuggestionFilters)
    def get(self, _request: Any) -> Any:
        return queries.suggestions(self.filters["q"])
