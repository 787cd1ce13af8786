"""Many offers at once: the rows of the grid and of the file, a trial, the save, the undo."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import MoneyField, Strict
from haat.core.api.operation import operation
from haat.inventory import queries, services
from haat.sellers import queries as sellers

FIELDS = ("price_minor", "mrp_minor", "handling_days", "status")


class GridFilters(serializers.Serializer[Any]):
    q = serializers.CharField(required=False, allow_blank=True, max_length=100)
    stock = serializers.ChoiceField(choices=queries.STATES, required=False, allow_blank=True)
    place = serializers.UUIDField(required=False, help_text="Whose counts; the default place if none is named")


class GridRowOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField(source="offer.pk")
    sku = serializers.CharField(source="offer.variant.sku")
    title = serializers.CharField(source="offer.variant.product.title")
    options = serializers.CharField(source="offer.variant.label")
    kind = serializers.CharField()
    price = MoneyField(source="price_minor")
    mrp = MoneyField(source="mrp_minor")
    handling_days = serializers.IntegerField(source="offer.handling_days")
    status = serializers.CharField(source="offer.status")
    on_hand = serializers.IntegerField()
    reserved = serializers.IntegerField()


class GridOut(serializers.Serializer[Any]):
    place_id = serializers.UUIDField()
    rows = GridRowOut(many=True)
    is_cut = serializers.BooleanField(help_text="There are more offers than one edit may change")


class EditRowIn(Strict):
    offer_id = serializers.UUIDField(required=False)
    sku = serializers.CharField(max_length=64, required=False)
    place_id = serializers.UUIDField(required=False)
    price_minor = serializers.IntegerField(min_value=1, required=False)
    mrp_minor = serializers.IntegerField(min_value=1, required=False)
    handling_days = serializers.IntegerField(min_value=0, max_value=60, required=False)
    status = serializers.ChoiceField(choices=["active", "paused"], required=False)
    on_hand = serializers.IntegerField(min_value=0, max_value=10_000_000, required=False)
    seen_on_hand = serializers.IntegerField(min_value=0, required=False)


class BulkEditIn(Strict):
    rows = serializers.ListField(child=serializers.DictField(), min_length=1, max_length=services.ROWS_MAX)
    is_trial = serializers.BooleanField(default=False)
    reason = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class RowResultOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField(allow_null=True)
    sku = serializers.CharField()
    state = serializers.CharField(help_text="changed, unchanged or refused")
    before = serializers.JSONField()
    after = serializers.JSONField()
    problems = serializers.DictField(child=serializers.ListField(child=serializers.CharField()))


class BulkEditOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="edit.pk", allow_null=True, default=None, help_text="To undo it with")
    changed = serializers.SerializerMethodField()
    refused = serializers.SerializerMethodField()
    results = RowResultOut(many=True)

    def get_changed(self, outcome: Any) -> int:
        return sum(row.state == "changed" for row in outcome.results)

    def get_refused(self, outcome: Any) -> int:
        return sum(row.state == "refused" for row in outcome.results)


class UndoneOut(serializers.Serializer[Any]):
    rows = serializers.IntegerField()
    kept = serializers.ListField(child=serializers.CharField(), help_text="SKUs that changed since and stay so")


class FileOut(serializers.Serializer[Any]):
    csv = serializers.CharField()
    rows = serializers.IntegerField()


class Grid(SellerAPI):
    permission = "offers.edit"

    @operation("Every offer as one row to edit", output=GridOut, filters=GridFilters)
    def get(self, _request: Any) -> Any:
        place_id = self.filters.get("place")
        place = sellers.seller_place(seller=self.seller, place_id=place_id) if place_id else None
        return queries.grid(
            seller=self.seller, place=place, q=self.filters.get("q", ""), stock=self.filters.get("stock", ""),
            rows_max=services.ROWS_MAX,
        )  # fmt: skip


class StockFile(SellerAPI):
    permission = "offers.edit"

    @operation("Prices and counts by place, as a file for a spreadsheet", output=FileOut)
    def get(self, _request: Any) -> Any:
        return queries.stock_file(seller=self.seller)


class BulkEdits(SellerAPI):
    permission = "offers.edit"

    @operation("Change many offers, or try it", input=BulkEditIn, output=BulkEditOut, status=200, idempotent=True)
    def post(self, _request: Any) -> Any:
        rows = [_read(row) for row in self.input["rows"]]
        return services.bulk_edit(
            seller=self.seller, rows=rows, is_trial=self.input["is_trial"], reason=self.input["reason"], at=self.at,
            actor=self.actor,
        )  # fmt: skip


class BulkEditUndo(SellerAPI):
    permission = "offers.edit"

    @operation("Take a bulk edit back, as far as nothing changed since", output=UndoneOut, status=200)
    def post(self, _request: Any, edit_id: Any) -> Any:
        return services.undo_bulk_edit(seller=self.seller, edit_id=edit_id, at=self.at, actor=self.actor)


def _read(row: dict[str, Any]) -> services.EditRow:
    """A row with what is wrong with its cells: it is refused alone, and the others go on."""
    checked = EditRowIn(data=row)
    problems: dict[str, Any] = {} if checked.is_valid() else {**checked.errors}
    good = checked.validated_data if not problems else {}
    return services.EditRow(
        offer_id=good.get("offer_id"), sku=good.get("sku") or str(row.get("sku", ""))[:64],
        place_id=good.get("place_id"), changes={name: good[name] for name in FIELDS if name in good},
        on_hand=good.get("on_hand"), seen_on_hand=good.get("seen_on_hand"),
        problems={name: [str(one) for one in found] for name, found in problems.items()},
    )  # fmt: skip
