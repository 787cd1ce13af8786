"""The platform's own team, its support of people who lost every second factor, and its views of brands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import PlatformAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.core.errors import NotFound
from haat.identity import identifiers, queries, services
from haat.identity.api import team
from haat.identity.api.entering import UserOut
from haat.identity.api.factors import ResetOut
from haat.identity.api.shapes import TicketOut, ViewingIn, ticket_out
from haat.identity.types import Place, Subject
from haat.tenancy import queries as tenancy

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import FactorReset, User


class PersonFilters(Strict):
    identifier = serializers.CharField(max_length=254, help_text="The whole e-mail address or phone number")


class PersonOut(serializers.Serializer[Any]):
    user = UserOut()
    authenticators = serializers.IntegerField()
    passkeys = serializers.IntegerField()
    recovery_codes_left = serializers.IntegerField()
    reset = ResetOut(allow_null=True)
    actions = serializers.ListField(child=serializers.CharField())


class ResetIn(Strict):
    reason = serializers.CharField(min_length=10, max_length=500, help_text="How you made sure that it is this person")


class Person(PlatformAPI):
    permission = "people.reset"

    @operation("A person by their whole address", filters=PersonFilters, output=PersonOut)
    def get(self, _request: Any) -> dict[str, Any]:
        user = queries.user_by_identifier(identifiers.parse(self.filters["identifier"]))
        if user is None:
            raise NotFound("Nobody has this address.")
        return seen_by_support(user)


class FactorResets(PlatformAPI):
    permission = "people.reset"

    @operation(
        "Remove a person's second factors after the wait", input=ResetIn, output=ResetOut, status=201, step_up=True
    )
    def post(self, _request: Any, user_id: UUID) -> FactorReset:
        user = person(user_id)
        asked_by = self.identity.user
        return services.ask_for_reset(user=user, asked_by=asked_by, reason=self.input["reason"], at=self.at)

    @operation("Call the reset off")
    def delete(self, _request: Any, user_id: UUID) -> None:
        services.cancel_reset(user=person(user_id), at=self.at)


def person(user_id: UUID) -> User:
    """Raises NotFound."""
    user = queries.user_by_id(user_id)
    if user is None:
        raise NotFound("There is no such person.")
    return user


def seen_by_support(user: User) -> dict[str, Any]:
    found = queries.factors_of(user)
    counts = {name: len(found[name]) for name in ("authenticators", "passkeys")}
    actions = ["cancel_reset"] if found["reset"] else ["reset"] if any(counts.values()) else []
    return found | counts | {"user": user, "actions": actions}


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


urlpatterns = [
    *team.urls(PlatformTeam),
    path("brands/<slug:slug>/viewings", BrandViewing.as_view()),
    path("people", Person.as_view()),
    path("people/<uuid:user_id>/factor-reset", FactorResets.as_view()),
]
