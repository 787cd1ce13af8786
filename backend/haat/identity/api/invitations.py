"""Answering an invitation: who asks for what can be read by link, but only the person it was sent to may say yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers

from haat.core.api.base import HaatAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.identity import queries, services
from haat.identity.api.entering import AuthAPI
from haat.identity.identifiers import Identifier
from haat.identity.permission_words import ROLES

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import Invitation, Membership


class LinkIn(Strict):
    token = serializers.CharField(max_length=100)


class LetterOut(serializers.Serializer[Any]):
    """What an invitation says to the person it was sent to."""

    id = serializers.UUIDField()
    place = serializers.CharField()
    role = serializers.CharField()
    role_words = serializers.SerializerMethodField(help_text="The role in English and Hindi")
    invited_by = serializers.SerializerMethodField()
    sent_to = serializers.SerializerMethodField(help_text="Masked")
    expires_at = serializers.DateTimeField()

    def get_role_words(self, row: Any) -> dict[str, str]:
        return dict(zip(("en", "hi"), ROLES[row.role], strict=True))

    def get_invited_by(self, row: Any) -> str:
        return str(row.invited_by.name or row.invited_by.masked_contact)

    def get_sent_to(self, row: Any) -> str:
        return Identifier(row.identifier, row.channel).masked


class JoinedOut(serializers.Serializer[Any]):
    scope = serializers.CharField()
    role = serializers.CharField()
    shop = serializers.CharField(source="seller_id", allow_null=True, help_text="The seller, on a seller portal")


class Link(AuthAPI):
    @operation("Who invites to what, for whoever has the link", input=LinkIn, output=LetterOut)
    def post(self, _request: Any) -> Invitation:
        return queries.invitation_by_token(self.input["token"], portal=self.portal, brand_id=self.brand_id, at=self.at)


class Mine(AuthAPI, HaatAPI):
    login_required = True

    @operation("Invitations on this portal that were sent to the signed-in person", output=LetterOut, many=True)
    def get(self, _request: Any) -> list[Invitation]:
        rows = queries.invitations_to(self.identity.user, portal=self.portal, brand_id=self.brand_id)
        return list(rows.filter(expires_at__gt=self.at))


class Acceptance(AuthAPI, HaatAPI):
    login_required = True

    @operation("Join the team; works once, and only for the person who was invited", output=JoinedOut)
    def post(self, _request: Any, invitation_id: UUID) -> Membership:
        return services.accept(
            invitation_id=invitation_id, user=self.identity.user, portal=self.portal, brand_id=self.brand_id, at=self.at
        )
