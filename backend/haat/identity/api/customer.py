"""What a customer may know about looks at their account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path

from haat.core.api.base import CustomerAPI
from haat.core.api.operation import operation
from haat.identity import queries
from haat.identity.api.viewings import LookOut
from haat.tenancy.context import public_scope

if TYPE_CHECKING:
    from haat.identity.models import Viewing


class Looks(CustomerAPI):
    @operation("When staff looked at your account as you see it, and why", output=LookOut, many=True)
    def get(self, _request: Any) -> list[Viewing]:
        with public_scope():
            rows = queries.viewings_of(portal="customer", brand_id=self.brand.pk, subject_id=self.identity.user.pk)
            return list(rows[: queries.LOOKS_MAX])


urlpatterns = [path("viewings", Looks.as_view())]
