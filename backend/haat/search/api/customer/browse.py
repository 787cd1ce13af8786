"""Categories, lists of goods, and search as one types."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from rest_framework import serializers
from rest_framework.response import Response

from haat.core.api.base import CustomerAPI
from haat.core.api.cached import Cached, listeners
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.search import queries, services
from haat.search.api.customer.wanted import wanted_of
from haat.search.api.shapes import CardOut, CategoryOut, NamedOut, media_url


class CategoryPageOut(serializers.Serializer[Any]):
    slug = serializers.CharField(source="category.slug")
    name = serializers.CharField(source="category.name")
    description = serializers.CharField(source="category.description")
    seo_title = serializers.CharField(source="category.seo_title")
    seo_description = serializers.CharField(source="category.seo_description")
    image = serializers.SerializerMethodField()
    breadcrumbs = NamedOut(many=True)
    children = CategoryOut(many=True)

    def get_image(self, page: Any) -> str | None:
        return media_url(page.category.image) or None


class Categories(Cached, CustomerAPI):
    login_required = False

    @operation("The whole tree of categories, flat", output=CategoryOut, many=True)
    def get(self, _request: Any) -> Any:
        return self.all_of(queries.shown_categories())


class CategoryPage(Cached, CustomerAPI):
    login_required = False

    @operation("A category with its way up and its children", output=CategoryPageOut)
    def get(self, _request: Any, slug: str) -> Any:
        return queries.category_page(slug=slug)


class ProductFilters(serializers.Serializer[Any]):
    """`seller`, `origin` and `attr` may be given more than once. Prices are in rupees, as one types them.

    `attr` is `name:value` as facets give them: `attr=colour:blue&attr=size:xl` asks for one variant with both.
    `rating=4` asks for an average of four stars and more. Of attributes that are numbers `attr=capacity:200..500` asks for a range. Without `sort` a collection is in its own
    order.
    """

    category = serializers.SlugField(required=False)
    collection = serializers.SlugField(required=False)
    q = serializers.CharField(required=False, max_length=100, allow_blank=True)
    seller = serializers.CharField(required=False)
    origin = serializers.CharField(required=False)
    attr = serializers.CharField(required=False)
    rating = serializers.ChoiceField(choices=["4", "3", "2"], required=False)
    min_price = serializers.CharField(required=False, allow_blank=True)
    max_price = serializers.CharField(required=False, allow_blank=True)
    in_stock = serializers.BooleanField(required=False, default=False)
    sort = serializers.ChoiceField(choices=list(queries.SORTS), required=False)
    order = serializers.ChoiceField(choices=["asc", "desc"], required=False)


class Products(Cached, CustomerAPI):
    """`meta.facets` counts what each further filter would leave, `meta.attributes` names those that are attributes.

    `meta.kinds` says of the brand's own attributes which kind they are of. `meta.corrected` is how a mistyped word was read, `meta.loose` says that not every word was asked for, and
    `meta.more` that there are more than `meta.total`. When nothing was found, `meta.categories` may help.
    """

    login_required = False
    cache_seconds = 300
    listener = "search"

    def own_limit(self, request: Any) -> str:
        return "search" if request.GET.get("q") else ""

    @operation("Find products", output=CardOut, filters=ProductFilters, many=True)
    def get(self, _request: Any) -> Any:
        wanted = wanted_of(self.filters, self.request.query_params, self.brand.currency)
        sort, descending = queries.order_of(self.filters)
        page, limit = self.asked_page()
        found = queries.find(
            wanted,
            sort=sort,
            descending=descending,
            offset=(page - 1) * limit,
            limit=limit,
            currency=self.brand.currency,
        )
        self.meta |= {"page": page, "limit": limit, "total": found.total, "more": found.is_cut, "loose": found.is_loose}
        self.meta |= {"facets": found.facets, "attributes": found.names, "kinds": found.kinds}
        self.meta |= {"corrected": wanted.reading.corrected}
        if not found.total:
            near = queries.help_with(wanted).categories
            self.meta["categories"] = [{"slug": row.slug, "name": row.name} for row in near]
        return Response(found.cards)


def hear(query: str, meta: dict[str, Any]) -> None:
    """Count the question of a person, also when the answer was kept; turning a page asks nothing new."""
    if "q=" in query and meta.get("page") == 1 and (text := QueryDict(query).get("q", "")[:100]):
        services.hear(text=text, found=meta["total"], read_as=meta["corrected"])


listeners[Products.listener] = hear


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


class ChoiceIn(Strict):
    q = serializers.CharField(max_length=100)
    product = serializers.UUIDField()
    position = serializers.IntegerField(min_value=1, max_value=10_000)


class Choices(CustomerAPI):
    """What was chosen from the results of a question. Nothing is kept of who chose it."""

    login_required = False

    @operation("Say which result was chosen", input=ChoiceIn)
    def post(self, _request: Any) -> None:
        chosen = self.input
        services.note_choice(text=chosen["q"], product_id=chosen["product"], position=chosen["position"])
