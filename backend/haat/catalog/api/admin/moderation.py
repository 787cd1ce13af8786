"""The queue of what waits for the brand, and deciding about many of it at once."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework import serializers

from haat.catalog import queries, services
from haat.catalog.api.shapes import DiffOut
from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation

VERBS = ("publish", "reject", "approve_change", "reject_change")


class FlagOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    sentence = serializers.CharField()


class QueueSellerOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class RowOut(serializers.Serializer[Any]):
    """A proposed product or an edit of a published one. `diff` of a product that is new has nothing before it."""

    id = serializers.UUIDField()
    kind = serializers.CharField()
    product_id = serializers.UUIDField(source="product.pk")
    title = serializers.CharField(source="product.title")
    slug = serializers.CharField(source="product.slug")
    image_url = serializers.SerializerMethodField()
    seller = QueueSellerOut(source="product.seller", allow_null=True)
    status = serializers.CharField()
    since = serializers.DateTimeField()
    flags = FlagOut(many=True)
    diff = DiffOut(many=True)
    outdated = serializers.ListField(child=serializers.CharField())
    reason = serializers.CharField()
    reason_code = serializers.CharField()
    actions = serializers.ListField(child=serializers.CharField())

    def get_image_url(self, row: Any) -> str | None:
        picture = next(iter(row.product.media.all()), None)
        return f"{settings.MEDIA_URL}{picture.path}" if picture else None


class QueueFilters(serializers.Serializer[Any]):
    tab = serializers.ChoiceField(choices=["proposed", "changes", "rejected"], required=False, default="proposed")
    q = serializers.CharField(required=False, allow_blank=True, max_length=100)


class CountsOut(serializers.Serializer[Any]):
    proposed = serializers.IntegerField()
    changes = serializers.IntegerField()
    reasons = serializers.DictField(child=serializers.CharField())


class WishIn(Strict):
    id = serializers.UUIDField()
    verb = serializers.ChoiceField(choices=VERBS)
    reason_code = serializers.CharField(max_length=20, required=False, allow_blank=True, default="")
    reason = serializers.CharField(max_length=1000, required=False, allow_blank=True, default="")


class DecisionsIn(Strict):
    decisions = serializers.ListField(child=WishIn(), min_length=1, max_length=100)


class OutcomeOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    title = serializers.CharField()
    done = serializers.BooleanField(source="is_done")
    code = serializers.CharField()
    sentence = serializers.CharField()


class BatchOut(serializers.Serializer[Any]):
    """What became of each row. Until `undo_until` the batch can be taken back under its `id`."""

    id = serializers.UUIDField()
    undo_until = serializers.DateTimeField()
    outcomes = OutcomeOut(many=True)


class Queue(AdminAPI):
    permission = "products.read"

    @operation("What waits for a decision, or was sent back", output=RowOut, filters=QueueFilters, many=True)
    def get(self, _request: Any) -> Any:
        tab, q = self.filters["tab"], self.filters.get("q", "")
        return tuple(queries.queue_rows(self.page_of(queries.queue(tab=tab, q=q))))


class QueueCounts(AdminAPI):
    permission = "products.read"

    @operation("How much waits, and the reasons one may give", output=CountsOut)
    def get(self, _request: Any) -> Any:
        return queries.waiting_counts() | {"reasons": services.REASONS}


class Decisions(AdminAPI):
    permission = "products.decide"

    @operation("Decide about one or many; each row stands for itself", input=DecisionsIn, output=BatchOut)
    def post(self, _request: Any) -> Any:
        wishes = [services.Wish(**one) for one in self.input["decisions"]]
        return services.decide(wishes=wishes, user_id=self.identity.user.pk, at=self.at)


class Undo(AdminAPI):
    permission = "products.decide"

    @operation("Take one's own decisions back", output=BatchOut)
    def delete(self, _request: Any, batch_id: Any) -> Any:
        return services.undo(batch=batch_id, user_id=self.identity.user.pk, at=self.at)


class Rebase(AdminAPI):
    permission = "products.decide"

    @operation("Compare an edit with the product as it is now")
    def post(self, _request: Any, change_id: Any) -> None:
        services.rebase_change(change=queries.change(change_id=change_id))
