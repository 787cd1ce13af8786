"""Private documents, on every host: for the person and the brand that the address was signed for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path

from haat.core.api.base import HaatAPI
from haat.tenancy import private

if TYPE_CHECKING:
    from django.http import HttpResponse


class Document(HaatAPI):
    def get(self, _request: Any, ticket: str) -> HttpResponse:
        return private.opened(ticket=ticket, user_id=self.identity.user.pk, at=self.at)


urlpatterns = [path("api/v1/private/<str:ticket>", Document.as_view())]
