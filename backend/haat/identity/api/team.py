"""The team of a place: the same endpoints on the seller's, the brand's and the platform's portal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.urls import path
from rest_framework import serializers

from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.identity import identifiers, permission_words, queries, services
from haat.identity.api.invitations import LetterOut
from haat.identity.api.viewings import LookOut
from haat.tenancy.context import public_scope

if TYPE_CHECKING:
    from uuid import UUID

    from django.urls import URLPattern

    from haat.core.api.base import RoleAPI
    from haat.identity.models import Invitation, Membership, Viewing
    from haat.identity.types import Place


class RoleIn(Strict):
    role = serializers.CharField(max_length=20)


class InviteIn(RoleIn):
    identifier = serializers.CharField(max_length=254, help_text="E-mail address or mobile number")


class MemberOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField(source="user.name")
    contact = serializers.CharField(source="user.masked_contact", help_text="Masked")
    role = serializers.CharField()
    since = serializers.DateTimeField(source="created_at")
    is_you = serializers.SerializerMethodField()

    def get_is_you(self, row: Any) -> bool:
        return bool(row.user_id == self.context["view"].identity.user.pk)


class InvitationOut(LetterOut):
    sent_at = serializers.DateTimeField()
    is_over = serializers.SerializerMethodField(help_text="Ran out without an answer")

    def get_is_over(self, row: Any) -> bool:
        return bool(row.expires_at <= self.context["view"].at)


class RoleOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    en = serializers.CharField()
    hi = serializers.CharField()
    permissions = serializers.ListField(child=serializers.CharField())
    can_grant = serializers.BooleanField(help_text="Whether you may give it")


class PermissionOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    en = serializers.CharField()
    hi = serializers.CharField()


class RolesOut(serializers.Serializer[Any]):
    roles = RoleOut(many=True)
    permissions = PermissionOut(many=True)


class AtPlace:
    """Mixed into a role API that says which `place` its caller works at."""

    permission: ClassVar[str | None] = "staff.edit"
    identity: Any
    input: Any
    at: Any
    place: Place

    @property
    def by(self) -> Membership:
        found: Membership = self.identity.membership(self.place.scope)
        return found


class Members(AtPlace):
    @operation("The people of this team", output=MemberOut, many=True)
    def get(self, _request: Any) -> list[Membership]:
        with public_scope():
            return list(queries.team(self.place))


class Member(AtPlace):
    @operation("Give somebody another role", input=RoleIn, output=MemberOut, step_up=True)
    def patch(self, _request: Any, member_id: UUID) -> Membership:
        with public_scope():
            return services.change_role(place=self.place, member_id=member_id, by=self.by, role=self.input["role"])

    @operation("Remove somebody from the team, at once", step_up=True)
    def delete(self, _request: Any, member_id: UUID) -> None:
        with public_scope():
            services.remove_member(place=self.place, member_id=member_id, by=self.by, at=self.at)


class Invitations(AtPlace):
    @operation("Invitations that wait for an answer", output=InvitationOut, many=True)
    def get(self, _request: Any) -> list[Invitation]:
        with public_scope():
            return list(queries.open_invitations(self.place, self.at))

    @operation("Invite somebody to this team", input=InviteIn, output=InvitationOut, status=201, step_up=True)
    def post(self, _request: Any) -> Invitation:
        found = identifiers.parse(self.input["identifier"])
        with public_scope():
            return services.invite(place=self.place, by=self.by, identifier=found, role=self.input["role"], at=self.at)


class OneInvitation(AtPlace):
    @operation("Take an invitation back; its link stops working", step_up=True)
    def delete(self, _request: Any, invitation_id: UUID) -> None:
        with public_scope():
            services.take_back(invitation=queries.invitation_of(self.place, invitation_id), at=self.at)


class Sending(AtPlace):
    @operation("Send the letter again, with a new link", output=InvitationOut, step_up=True)
    def post(self, _request: Any, invitation_id: UUID) -> Invitation:
        with public_scope():
            invitation = queries.invitation_of(self.place, invitation_id)
            return services.send_again(invitation=invitation, by=self.by, at=self.at)


class Roles(AtPlace):
    permission = None

    @operation("Which role may do what here", output=RolesOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return permission_words.table(self.place.scope, own=self.by.permissions)


class Looks(AtPlace):
    """Staff from above who saw this place as its own people see it."""

    @operation("When staff looked at this as you see it, and why", output=LookOut, many=True)
    def get(self, _request: Any) -> list[Viewing]:
        place = self.place
        with public_scope():
            return queries.looks_at(place)


def urls(base: type[RoleAPI]) -> list[URLPattern]:
    """The endpoints of a team on the API of one role."""
    views: dict[str, type[AtPlace]] = {
        "members": Members, "members/<uuid:member_id>": Member, "invitations": Invitations,
        "invitations/<uuid:invitation_id>": OneInvitation, "invitations/<uuid:invitation_id>/sending": Sending,
        "roles": Roles, "viewings": Looks,
    }  # fmt: skip
    made: dict[str, Any] = {
        address: type(view.__name__, (view, base), {"__module__": __name__}) for address, view in views.items()
    }
    return [path(f"team/{address}", view.as_view()) for address, view in made.items()]
