"""Search as the brand's staff shape it: words that mean the same, what comes first, and what people asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.search import queries, services

CHANGES = dict.fromkeys(("POST", "PATCH", "DELETE"), "products.decide")
DAYS = 30


class SynonymOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    words = serializers.ListField(child=serializers.CharField())
    one_way = serializers.BooleanField()
    from_manifest = serializers.SerializerMethodField()
    updated_at = serializers.DateTimeField()

    def get_from_manifest(self, synonym: Any) -> bool:
        return synonym.import_key is not None


class SynonymIn(Strict):
    words = serializers.ListField(child=serializers.CharField(max_length=60), min_length=2, max_length=12)
    one_way = serializers.BooleanField(default=False)


class Synonyms(AdminAPI):
    permission = "products.read"
    permissions_by_method = CHANGES

    @operation("Groups of words that mean the same", output=SynonymOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.synonyms()

    @operation("Add a group of words", input=SynonymIn, output=SynonymOut, status=201, idempotent=True)
    def post(self, _request: Any) -> Any:
        return services.save_synonym(words=self.input["words"], one_way=self.input["one_way"])


class SynonymPage(AdminAPI):
    permission = "products.read"
    permissions_by_method = CHANGES

    @operation("Change a group of words", input=SynonymIn, output=SynonymOut)
    def patch(self, _request: Any, synonym_id: Any) -> Any:
        synonym = queries.synonym(synonym_id)
        return services.save_synonym(words=self.input["words"], one_way=self.input["one_way"], synonym=synonym)

    @operation("Take a group of words away")
    def delete(self, _request: Any, synonym_id: Any) -> None:
        services.remove_synonym(synonym=queries.synonym(synonym_id))


class CuratedOut(serializers.Serializer[Any]):
    """A product's place in the results of a question, from 1; without one it is hidden there."""

    id = serializers.UUIDField()
    question = serializers.CharField()
    product_id = serializers.UUIDField()
    title = serializers.CharField(source="product.title")
    slug = serializers.CharField(source="product.slug")
    position = serializers.IntegerField(allow_null=True)


class CuratedIn(Strict):
    question = serializers.CharField(max_length=100)
    product_id = serializers.UUIDField()
    position = serializers.IntegerField(min_value=1, max_value=100, allow_null=True)


class Curation(AdminAPI):
    permission = "products.read"
    permissions_by_method = CHANGES

    @operation("What is pinned or hidden, by question", output=CuratedOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.curated()

    @operation("Pin a product to a place of a question's results, or hide it", input=CuratedIn, output=CuratedOut)
    def post(self, _request: Any) -> Any:
        return services.curate(**self.input)


class CuratedPage(AdminAPI):
    permission = "products.decide"

    @operation("Leave a product of a question to the search again")
    def delete(self, _request: Any, curated_id: Any) -> None:
        services.forget_curated(curated=queries.curated_one(curated_id))


class AskedOut(serializers.Serializer[Any]):
    text = serializers.CharField()
    times = serializers.IntegerField()
    found = serializers.IntegerField()
    last_at = serializers.DateTimeField()


class Popular(AdminAPI):
    permission = "products.read"

    @operation("What people looked for most in the last 30 days", output=AskedOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.popular_questions(since=self.at - timedelta(days=DAYS))


class Empty(AdminAPI):
    permission = "products.read"

    @operation("What people looked for in the last 30 days and did not find", output=AskedOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.empty_questions(since=self.at - timedelta(days=DAYS))
