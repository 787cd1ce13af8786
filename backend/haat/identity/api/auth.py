"""Signing in, on every host. These run outside the brand: its role could not read a single row here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import logout as end_session
from rest_framework import serializers
from rest_framework.response import Response

from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.core.errors import NotAllowed
from haat.identity import identifiers, queries, services, tokens
from haat.identity.api.entering import STAFF_ONLY, STRANGER, AccessOut, AuthAPI, SignedInOut, enter, with_refresh

if TYPE_CHECKING:
    from haat.identity.models import LoginChallenge, TokenFamily, User


class LoginIn(Strict):
    identifier = serializers.CharField(max_length=254)


class RegisterIn(LoginIn):
    name = serializers.CharField(max_length=120)


class ChallengeIn(Strict):
    challenge_id = serializers.UUIDField()


class CodeIn(ChallengeIn):
    code = serializers.CharField(max_length=12)


class ChallengeOut(serializers.Serializer[Any]):
    challenge_id = serializers.UUIDField()
    channel = serializers.ChoiceField(["sms", "email"])
    masked = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds")
    resend_in = serializers.IntegerField(help_text="Seconds")


class CodeAPI(AuthAPI):
    def challenge(self, identifier: str, name: str = "") -> dict[str, Any]:
        found = identifiers.parse(identifier)
        row = services.start(identifier=found, portal=self.portal, brand=self.brand, name=name, at=self.at)
        return challenge_out(row, found)


class Login(CodeAPI):
    @operation("Send a one-time code to a phone or mail address", input=LoginIn, output=ChallengeOut)
    def post(self, _request: Any) -> dict[str, Any]:
        return self.challenge(**self.input)


class Register(CodeAPI):
    @operation("Send a one-time code to a new person", input=RegisterIn, output=ChallengeOut)
    def post(self, _request: Any) -> dict[str, Any]:
        return self.challenge(**self.input)


class Resend(AuthAPI):
    @operation("Send another code; the one before stops working", input=ChallengeIn, output=ChallengeOut)
    def post(self, _request: Any) -> dict[str, Any]:
        row = services.resend(
            challenge_id=self.input["challenge_id"], portal=self.portal, brand_id=self.brand_id, at=self.at
        )
        return challenge_out(row, identifiers.Identifier(row.identifier, row.channel))


class Verify(AuthAPI):
    @operation("Sign in with the code", input=CodeIn, output=SignedInOut)
    def post(self, _request: Any) -> Response:
        challenge = services.verify(
            challenge_id=self.input["challenge_id"], code=self.input["code"], portal=self.portal, brand_id=self.brand_id, at=self.at,
        )  # fmt: skip
        found = identifiers.Identifier(challenge.identifier, challenge.channel)
        user, is_new = self._person(found, challenge)
        return enter(self, user, ["otp", challenge.channel], is_new=is_new)

    def _person(self, found: identifiers.Identifier, challenge: LoginChallenge) -> tuple[User, bool]:
        """Staff portals sign in people who are known; the others make an account."""
        if self.portal in STAFF_ONLY and queries.user_by_identifier(found) is None:
            raise NotAllowed(STRANGER)
        return services.person(identifier=found, name=challenge.name)


class Refresh(AuthAPI):
    @operation("A new access token for the refresh cookie, which is replaced", output=AccessOut)
    def post(self, request: Any) -> Response:
        old = request.COOKIES.get(settings.HAAT_REFRESH_COOKIE, "")
        if not old:
            raise tokens.SignedOut("You are not signed in.")
        pair = services.rotate(refresh=old, portal=self.portal, brand_id=self.brand_id, at=self.at)
        return with_refresh(Response({"access": pair.access, "expires_in": pair.expires_in}), pair.refresh)


class Logout(AuthAPI):
    @operation("Sign out here, at once")
    def post(self, request: Any) -> Response:
        family: TokenFamily | None = self.identity.family if self.identity else None
        family = family or tokens.family_of_refresh(request.COOKIES.get(settings.HAAT_REFRESH_COOKIE, ""))
        if family is not None:
            services.end_family(family=family, at=self.at)
        if self.portal == "customer":
            end_session(request._request)
        response = Response(None)
        response.delete_cookie(settings.HAAT_REFRESH_COOKIE, path="/")
        return response


def challenge_out(row: LoginChallenge, found: identifiers.Identifier) -> dict[str, Any]:
    resend_in = int(services.challenges.RESEND_AFTER.total_seconds())
    return {
        "challenge_id": row.pk, "channel": found.channel, "masked": found.masked,
        "expires_in": settings.HAAT_CODE_SECONDS, "resend_in": resend_in,
    }  # fmt: skip
