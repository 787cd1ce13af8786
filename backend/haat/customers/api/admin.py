"""What a customer of the brand agreed to, for the people who answer them. Other brands' consents are not here at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path

from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation
from haat.customers import queries
from haat.customers.api.shapes import DecisionOut

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.customers.models import Consent


class CustomerConsents(AdminAPI):
    permission = "orders.read"  # whoever sees how to reach a customer sees whether they may

    @operation("Every yes and no of a customer, newest first", output=DecisionOut, many=True)
    def get(self, _request: Any, customer_id: UUID) -> QuerySet[Consent]:
        return queries.consent_history(customer=queries.customer_by_id(customer_id))


urlpatterns = [path("customers/<uuid:customer_id>/consents", CustomerConsents.as_view())]
