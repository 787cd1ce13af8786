"""The platform's own team, and its way to see a brand's admin portal as the brand's staff see it."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.core.api.base import PlatformAPI
from haat.core.api.operation import operation
from haat.identity import services
from haat.identity.api import team
from haat.identity.api.shapes import TicketOut, ViewingIn, ticket_out
from haat.identity.types import Place, Subject
from haat.tenancy import queries as tenancy


class PlatformTeam(PlatformAPI):
    @property
    def place(self) -> Place:
        return Place("platform", None, None, "Haat")


class BrandViewing(PlatformAPI):
    permission = "support.view_as"

    @operation(
        "See a brand's admin portal, read-only, for 15 minutes",
        input=ViewingIn,
        output=TicketOut,
        status=201,
        step_up=True,
    )
    def post(self, _request: Any, slug: str) -> dict[str, Any]:
        brand = tenancy.brand_by_slug(slug)
        subject = Subject(portal="admin", brand_id=brand.pk, id=brand.pk, name=brand.name)
        viewing, ticket = services.start_viewing(
            by=self.staff, subject=subject, reason=self.input["reason"], at=self.at
        )
        return ticket_out(viewing, ticket, brand)


urlpatterns = [*team.urls(PlatformTeam), path("brands/<slug:slug>/viewings", BrandViewing.as_view())]
