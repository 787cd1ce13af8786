"""Signing in with a password, and having one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import HASH_SESSION_KEY
from rest_framework import serializers
from rest_framework.response import Response

from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.identity import identifiers, services
from haat.identity.api.entering import AuthAPI, SignedInOut, enter
from haat.identity.middleware import BROWSER_PORTALS

CHARACTERS_MAX = services.passwords.CHARACTERS_MAX


class PasswordLoginIn(Strict):
    identifier = serializers.CharField(max_length=254)
    password = serializers.CharField(max_length=CHARACTERS_MAX, trim_whitespace=False)


class PasswordIn(Strict):
    password = serializers.CharField(max_length=CHARACTERS_MAX, trim_whitespace=False)


class PasswordLogin(AuthAPI):
    @operation("Sign in with a password", input=PasswordLoginIn, output=SignedInOut)
    def post(self, _request: Any) -> Response:
        found = identifiers.parse(self.input["identifier"])
        user = services.passwords.prove(
            identifier=found, password=self.input["password"], brand_id=self.brand_id, at=self.at
        )
        return enter(self, user, ["pwd"])


class OwnPassword(AuthAPI):
    """Each change ends every other sign-in of the person, on all brands."""

    login_required = True

    @operation("Set or change my password", input=PasswordIn)
    def put(self, _request: Any) -> None:
        self.identity.require_fresh(self.at)
        services.passwords.set_password(
            user=self.identity.user, password=self.input["password"], sender=self.sender, brand_id=self.brand_id
        )
        self._stay()

    @operation("Remove my password")
    def delete(self, _request: Any) -> None:
        self.identity.require_fresh(self.at)
        services.passwords.remove_password(user=self.identity.user, sender=self.sender, brand_id=self.brand_id)
        self._stay()

    def _stay(self) -> None:
        """Keep the sign-in in hand, under a new session id."""
        request: Any = self.request
        services.end_others(user=self.identity.user, keep=self.identity.family, at=self.at)
        if self.portal in BROWSER_PORTALS and "Authorization" not in request.headers:
            session = request._request.session
            session.cycle_key()
            session[HASH_SESSION_KEY] = self.identity.user.get_session_auth_hash()
