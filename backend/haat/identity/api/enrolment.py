"""Setting up a second factor: by somebody who is signed in, or by staff who cannot sign in without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated
from rest_framework.response import Response

from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.core.errors import NotNow
from haat.identity import queries, services
from haat.identity.api.entering import AuthAPI, EnteredOut, let_in
from haat.identity.api.proofs import OptionsOut, mark_proved

if TYPE_CHECKING:
    from haat.identity.models import SignInTicket, User


class EnrolIn(Strict):
    ticket = serializers.CharField(max_length=100, required=False, help_text="Of a sign-in that waits for a factor")


class AuthenticatorIn(EnrolIn):
    id = serializers.UUIDField()
    code = serializers.CharField(max_length=12)
    name = serializers.CharField(max_length=64, required=False, default="", allow_blank=True)


class NewPasskeyIn(EnrolIn):
    challenge_id = serializers.UUIDField()
    credential = serializers.DictField(help_text="PublicKeyCredential as JSON")
    name = serializers.CharField(max_length=64, required=False, default="", allow_blank=True)


class SetupOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    secret = serializers.CharField(help_text="Base32, for typing")
    uri = serializers.CharField(help_text="otpauth: address, for apps on this device")
    qr = serializers.CharField(help_text="The same as a picture: an SVG as data: address")


class EnrolledOut(EnteredOut):
    recovery_codes = serializers.ListField(
        child=serializers.CharField(),
        allow_null=True,
        required=False,
        help_text="Shown this once; null when there are some already",
    )


class EnrolmentAPI(AuthAPI):
    """With a ticket, the person of that ticket; otherwise the caller, freshly proved."""

    ticket: SignInTicket | None = None

    def subject(self) -> User:
        """Whose factor it will be. Raises TicketOver, NotNow, StepUpRequired, FreshLoginRequired."""
        if token := self.input.get("ticket"):
            self.ticket = self.waiting(token, "enrol")
            if queries.factor_count(self.ticket.user):
                raise NotNow("A second factor was set up meanwhile. Start again and use it.")
            return self.ticket.user
        if self.identity is None:
            raise NotAuthenticated("Sign in to do this.")
        self.identity.require_freshness(self.at)
        user: User = self.identity.user
        return user

    def done(self, request: Any, user: User, method: str) -> Response:
        """The new factor was just used, so it counts as proved; a waiting sign-in is let in."""
        codes = services.first_recovery_codes(user=user)
        if self.ticket is None:
            mark_proved(self, request, method)
            return Response(EnrolledOut({"recovery_codes": codes}).data)
        services.use_ticket(ticket=self.ticket, at=self.at)
        more = {"recovery_codes": codes} if codes else {}
        return let_in(self, user, [*self.ticket.methods, method], is_new=self.ticket.is_new, **more)


class NewAuthenticator(EnrolmentAPI):
    @operation("A key for an authenticator app", input=EnrolIn, output=SetupOut)
    def post(self, _request: Any) -> dict[str, str]:
        return services.setup_of(services.begin_authenticator(user=self.subject()))


class ConfirmedAuthenticator(EnrolmentAPI):
    @operation("Confirm the authenticator app with its first code", input=AuthenticatorIn, output=EnrolledOut)
    def post(self, request: Any) -> Response:
        user = self.subject()
        device = services.confirm_authenticator(
            user=user, device_id=self.input["id"], code=self.input["code"], name=self.input["name"], at=self.at
        )
        services.tell_added(user=user, kind="authenticator", name=device.name, where=self.where)
        return self.done(request, user, "totp")


class NewPasskey(EnrolmentAPI):
    @operation("What the browser needs to make a passkey", input=EnrolIn, output=OptionsOut)
    def post(self, _request: Any) -> dict[str, Any]:
        return services.begin_registration(user=self.subject(), place=self.where.place, at=self.at)


class MadePasskey(EnrolmentAPI):
    @operation("Keep the passkey that was made", input=NewPasskeyIn, output=EnrolledOut)
    def post(self, request: Any) -> Response:
        user = self.subject()
        passkey = services.finish_registration(
            user=user, place=self.where.place, challenge_id=self.input["challenge_id"],
            answer=self.input["credential"], name=self.input["name"], at=self.at,
        )  # fmt: skip
        services.tell_added(user=user, kind="passkey", name=passkey.name, where=self.where)
        return self.done(request, user, "passkey")
