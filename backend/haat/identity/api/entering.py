"""The one door: whoever proved who they are, by code or otherwise, is let in here, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import login as start_session
from rest_framework import serializers
from rest_framework.response import Response

from haat.core.api.base import HaatAPI
from haat.core.errors import NotAllowed
from haat.identity import queries, services, tokens
from haat.identity.middleware import Identity, attach
from haat.identity.models import describe

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import User

STAFF_ONLY = {"admin", "platform"}
STRANGER = "You have no access here. Ask the owner to invite this address."


class UserOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    email = serializers.EmailField(allow_null=True)
    phone = serializers.CharField(allow_null=True)


class MembershipOut(serializers.Serializer[Any]):
    scope = serializers.CharField()
    role = serializers.CharField()
    brand = serializers.CharField()
    seller = serializers.CharField()


class AccessOut(serializers.Serializer[Any]):
    access = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds")


class SignedInOut(AccessOut):
    is_new = serializers.BooleanField()
    user = UserOut()
    memberships = MembershipOut(many=True)


class AuthAPI(HaatAPI):
    login_required = False

    @property
    def portal(self) -> str:
        request: Any = self.request
        return str(request._request.portal)

    @property
    def brand_id(self) -> UUID | None:
        return self.brand.pk if self.brand else None


def enter(view: AuthAPI, user: User, methods: list[str], *, is_new: bool = False) -> Response:
    """Sign a proven person in on this host. Raises NotAllowed for a closed account or a stranger to a staff portal."""
    request: Any = view.request
    if not user.is_active:
        raise NotAllowed("This account is closed. Write to support if that is a mistake.")
    identity = Identity(user, [], methods, view.at)
    attach(request._request, identity)
    if view.portal in STAFF_ONLY and not identity.memberships and not _is_awaited(view, user):
        raise NotAllowed(STRANGER)
    if view.portal == "customer":
        _open_session(view, identity)
    pair = services.issue(
        user=user, portal=view.portal, brand_id=view.brand_id, methods=methods, user_agent=request.headers.get("User-Agent", ""), at=view.at,
    )  # fmt: skip
    services.note(
        "login.succeeded", user=user, brand_id=view.brand_id, after={"portal": view.portal, "methods": methods}
    )
    shape = {
        "access": pair.access,
        "expires_in": pair.expires_in,
        "is_new": is_new,
        "user": user,
        "memberships": describe(identity.memberships),
    }
    return with_refresh(Response(SignedInOut(shape).data), pair.refresh)


def _is_awaited(view: AuthAPI, user: User) -> bool:
    """Somebody who was invited gets in, to answer; without a role they see nothing else."""
    rows = queries.invitations_to(user, portal=view.portal, brand_id=view.brand_id)
    return rows.filter(expires_at__gt=view.at).exists()


def _open_session(view: AuthAPI, identity: Identity) -> None:
    request: Any = view.request
    start_session(request._request, identity.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    facts = {"brand": str(view.brand_id), "security_version": identity.user.security_version}
    request._request.session.update(facts | {"amr": identity.methods, "auth_time": view.at.isoformat()})


def with_refresh(response: Response, refresh: str) -> Response:
    response.set_cookie(
        settings.HAAT_REFRESH_COOKIE, refresh, max_age=int(tokens.REFRESH.total_seconds()), secure=True, httponly=True, samesite="Strict", path="/",
    )  # fmt: skip
    return response
