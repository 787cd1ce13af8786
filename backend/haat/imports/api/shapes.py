"""What goes in and out, the same for sellers and for the brand's staff."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.core import clock
from haat.core.api.fields import Strict
from haat.imports import queries
from haat.imports.queries.imports import total_of
from haat.imports.services.exporting import link_of

STATUSES = [
    "uploaded", "mapped", "checking", "checked", "running", "paused", "stopped", "done", "failed", "undoing", "rolled_back",
]  # fmt: skip
OUTCOMES = ["create", "change", "unchanged", "refused"]
FORMATS = ["csv", "xlsx"]
VERBS = ["check", "run", "pause", "resume", "stop", "undo", "discard"]


class UploadFilters(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=300, default="goods.csv")


class ImportFilters(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=STATUSES, required=False, allow_blank=True)


class RowFilters(serializers.Serializer[Any]):
    outcome = serializers.ChoiceField(choices=OUTCOMES, required=False, allow_blank=True)


class TemplateFilters(serializers.Serializer[Any]):
    category = serializers.SlugField(required=False, allow_blank=True)
    form = serializers.ChoiceField(choices=FORMATS, default="csv")  # `format` would be DRF's own


class OptionsIn(Strict):
    seller = serializers.SlugField(required=False, allow_blank=True)
    category = serializers.SlugField(required=False, allow_blank=True)
    categories = serializers.DictField(child=serializers.SlugField(allow_blank=True), required=False)
    country_of_origin = serializers.RegexField(r"^([A-Z]{2})?$", required=False, allow_blank=True)
    manufacturer = serializers.CharField(max_length=300, required=False, allow_blank=True)
    hsn = serializers.RegexField(r"^([0-9]{4}|[0-9]{6}|[0-9]{8})?$", required=False, allow_blank=True)
    hsn_by_category = serializers.DictField(
        child=serializers.RegexField(r"^([0-9]{4}|[0-9]{6}|[0-9]{8})$"), required=False
    )
    stock = serializers.IntegerField(min_value=0, max_value=10_000_000, required=False)
    after = serializers.ChoiceField(choices=["draft", "propose"], required=False)
    make_categories = serializers.BooleanField(required=False)
    trim_trees = serializers.IntegerField(min_value=0, max_value=8, required=False)
    extract = serializers.BooleanField(required=False)


class MappingIn(Strict):
    columns = serializers.ListField(child=serializers.CharField(max_length=80, allow_blank=True), max_length=200)
    options = OptionsIn(required=False)


class MoveIn(Strict):
    verb = serializers.ChoiceField(choices=VERBS)


class ExportIn(Strict):
    format = serializers.ChoiceField(choices=FORMATS, default="csv")
    status = serializers.CharField(max_length=12, required=False, allow_blank=True)
    q = serializers.CharField(max_length=100, required=False, allow_blank=True)
    category = serializers.SlugField(required=False, allow_blank=True)
    ids = serializers.ListField(child=serializers.UUIDField(), required=False, max_length=1000)


class StaffExportIn(ExportIn):
    seller = serializers.SlugField(required=False, allow_blank=True)


class ResultIn(Strict):
    format = serializers.ChoiceField(choices=FORMATS, default="csv")
    outcome = serializers.ChoiceField(choices=OUTCOMES, required=False, allow_blank=True)


class ShopOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


class CountsOut(serializers.Serializer[Any]):
    create = serializers.IntegerField(default=0)  # type: ignore[assignment]  # DRF takes fields out of the class
    change = serializers.IntegerField(default=0)
    unchanged = serializers.IntegerField(default=0)
    refused = serializers.IntegerField(default=0)


class ImportRowOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    file_name = serializers.CharField()
    file_bytes = serializers.IntegerField()
    seller = ShopOut(allow_null=True)
    status = serializers.CharField()
    rows = serializers.IntegerField()
    done_rows = serializers.IntegerField()
    total_rows = serializers.SerializerMethodField()
    checked = CountsOut()
    done = CountsOut()
    undone = CountsOut()
    failure = serializers.CharField()
    created_at = serializers.DateTimeField()
    began_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    actions = serializers.SerializerMethodField()
    rate = serializers.SerializerMethodField()
    seconds_left = serializers.SerializerMethodField()

    def get_total_rows(self, row: Any) -> int:
        return total_of(row)

    def get_actions(self, row: Any) -> list[str]:
        return queries.actions_of(row)

    def get_rate(self, row: Any) -> int | None:
        return queries.tempo(row, at=clock.now())[0]

    def get_seconds_left(self, row: Any) -> int | None:
        return queries.tempo(row, at=clock.now())[1]


class LayoutOut(serializers.Serializer[Any]):
    kind = serializers.CharField()
    codec = serializers.CharField()
    delimiter = serializers.CharField()
    sheet = serializers.CharField()
    header_line = serializers.IntegerField()


class UnknownOut(serializers.Serializer[Any]):
    text = serializers.CharField()
    rows = serializers.IntegerField()


class ImportOut(ImportRowOut):
    layout = LayoutOut()
    header = serializers.ListField(child=serializers.CharField())
    columns = serializers.ListField(child=serializers.CharField())
    preview = serializers.ListField(child=serializers.ListField(child=serializers.CharField()))
    notes = serializers.ListField(child=serializers.CharField())
    options = serializers.DictField()
    is_remembered = serializers.BooleanField()
    unknown = serializers.SerializerMethodField()

    def get_unknown(self, row: Any) -> list[dict[str, Any]]:
        counted = sorted(row.unknown.items(), key=lambda pair: (-pair[1], pair[0]))
        return [{"text": text, "rows": rows} for text, rows in counted]


class ToldOut(serializers.Serializer[Any]):
    """`code` names the sentence; it is empty for one that is known in its own words alone, which are `params.text`."""

    code = serializers.CharField()
    params = serializers.DictField(child=serializers.CharField())


class ResultRowOut(serializers.Serializer[Any]):
    number = serializers.IntegerField()
    line = serializers.IntegerField()
    cells = serializers.ListField(child=serializers.CharField())
    outcome = serializers.CharField()
    column = serializers.CharField()
    place = serializers.IntegerField()
    message = serializers.CharField(help_text="In English, as in the file of results")
    told = ToldOut(many=True, help_text="The message sentence by sentence, for other languages")


class TargetOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # the answer calls it so; DRF never reads it here
    why = serializers.CharField()
    is_needed = serializers.BooleanField()


class CategoryOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    way = serializers.CharField()


class ExportOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    format = serializers.CharField()
    status = serializers.CharField()
    rows = serializers.IntegerField()
    failure = serializers.CharField()
    created_at = serializers.DateTimeField()
    url = serializers.SerializerMethodField()
    name = serializers.SerializerMethodField()

    def get_url(self, export: Any) -> str | None:
        return link_of(export=export, user_id=self.context["view"].identity.user.pk)

    def get_name(self, export: Any) -> str:
        return str(export.file).rpartition("/")[2]
