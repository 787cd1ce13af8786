"""Opening and ending a borrowed view on the host where it is seen, and telling people who looked at what is theirs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework import serializers
from rest_framework.response import Response

from haat.core.api.base import HaatAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.core.errors import NotFound
from haat.identity import services
from haat.identity.api.entering import AuthAPI
from haat.identity.models import Viewing


class LookTicketIn(Strict):
    ticket = serializers.CharField(max_length=100)


class OpenedOut(serializers.Serializer[Any]):
    access = serializers.CharField(help_text="Empty on a storefront, where a cookie is set instead")
    expires_in = serializers.IntegerField(help_text="Seconds")
    subject = serializers.CharField()


class LookOut(serializers.Serializer[Any]):
    """One look of staff at what is yours."""

    id = serializers.UUIDField()
    by = serializers.SerializerMethodField()
    side = serializers.CharField(source="staff_scope", help_text="brand or platform")
    reason = serializers.CharField()
    started_at = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)
    requests = serializers.IntegerField()

    def get_by(self, viewing: Any) -> str:
        return str(viewing.staff.name or viewing.staff.masked_contact)


class Opening(AuthAPI):
    @operation("Begin to look, with a ticket from the staff's own portal", input=LookTicketIn, output=OpenedOut)
    def post(self, _request: Any) -> Response:
        if self.brand is None:
            raise NotFound("The platform's own portal is nobody else's view.")
        viewing, token = services.open_viewing(
            ticket=self.input["ticket"], portal=self.portal, brand_id=self.brand.pk, at=self.at
        )
        seconds = int((viewing.expires_at - self.at).total_seconds())
        by_cookie = self.portal == "customer"
        shape = {"access": "" if by_cookie else token, "expires_in": seconds, "subject": viewing.subject_name}
        response = Response(OpenedOut(shape).data)
        if by_cookie:
            response.set_cookie(
                settings.HAAT_VIEW_COOKIE, token, max_age=seconds, secure=True, httponly=True, samesite="Strict", path="/",
            )  # fmt: skip
        return response


class Ending(AuthAPI, HaatAPI):
    login_required = True

    @operation("Stop looking, at once")
    def post(self, _request: Any) -> Response:
        if self.identity.viewing is None:
            raise NotFound("You are not looking as anybody here.")
        services.end_viewing(viewing=self.identity.viewing, cause=Viewing.End.BUTTON, at=self.at)
        response = Response(None)
        response.delete_cookie(settings.HAAT_VIEW_COOKIE, path="/")
        return response
