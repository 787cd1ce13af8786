"""The one door: whoever proved who they are, by code or otherwise, is let in here, is asked for more, or is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import login as start_session
from rest_framework import serializers
from rest_framework.response import Response

from haat.core import context
from haat.core.api.base import HaatAPI
from haat.core.errors import NotAllowed
from haat.identity import queries, services, tokens
from haat.identity.middleware import BROWSER_PORTALS, STAFF_KINDS, Identity, attach
from haat.identity.models import describe
from haat.identity.tokens import COUNTS_TWICE, PROOFS, STAFF_ONLY

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import SignInTicket, User

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
    recovery_codes = serializers.ListField(
        child=serializers.CharField(), required=False, help_text="Shown this once, after the first factor was set up"
    )
    recovery_codes_left = serializers.IntegerField(required=False, help_text="After one was used: time to enrol anew")


class EnteredOut(serializers.Serializer[Any]):
    """Either signed in (`access` and the rest), or what comes `next`, with a ticket that is good for nothing else."""

    next = serializers.ChoiceField(["factor", "enrol"], required=False)
    ticket = serializers.CharField(required=False)
    methods = serializers.ListField(child=serializers.CharField(), required=False)
    access = serializers.CharField(required=False)
    expires_in = serializers.IntegerField(required=False, help_text="Seconds")
    is_new = serializers.BooleanField(required=False)
    user = UserOut(required=False)
    memberships = MembershipOut(many=True, required=False)


class AuthAPI(HaatAPI):
    login_required = False
    write_limit = "login"

    @property
    def portal(self) -> str:
        request: Any = self.request
        return str(request._request.portal)

    @property
    def sender(self) -> str:
        """Who messages from here speak for."""
        return self.brand.name if self.brand else "Haat"

    @property
    def brand_id(self) -> UUID | None:
        return self.brand.pk if self.brand else None

    @property
    def where(self) -> services.Where:
        request: Any = self.request
        sender = self.brand.name if self.brand else "Haat"
        return services.Where(services.place_of(request._request), self.brand_id, sender)

    def waiting(self, token: str, kind: str) -> SignInTicket:
        """The sign-in that waits for its second step. Its holder has proved the first, so the log names them."""
        found = services.find_ticket(token=token, kind=kind, portal=self.portal, brand_id=self.brand_id, at=self.at)
        user = found.user
        who = STAFF_KINDS.get(self.portal, "customer")
        context.act_as(context.Actor(who, str(user.pk), user.name or user.masked_contact))
        return found


def enter(view: AuthAPI, user: User, methods: list[str], *, is_new: bool = False) -> Response:
    """Sign a proven person in on this host, or say which step is missing.

    `methods` says how they proved it; a passkey counts as both factors. Raises NotAllowed for a closed account or a
    stranger to a staff portal.
    """
    user = user.merged_into or user  # an address of an account that was joined to another opens that one
    identity = _known_here(view, user, methods)
    missing = None if COUNTS_TWICE.intersection(methods) else _missing(view.portal, identity)
    if missing is None:
        return let_in(view, user, methods, is_new=is_new)
    kind, ways = missing
    if kind == "enrol" and "brand_idp" in methods:
        # A factor opens every brand of this person, so nobody but the person may set one up: no brand's own issuer.
        raise NotAllowed("Sign in with a code once and set up your second factor; after that this way in works too.")
    ticket = services.open_ticket(
        user=user, kind=kind, portal=view.portal, brand_id=view.brand_id, methods=methods, is_new=is_new, at=view.at
    )
    return Response(EnteredOut({"next": kind, "ticket": ticket, "methods": ways}).data)


def let_in(view: AuthAPI, user: User, methods: list[str], *, is_new: bool = False, **more: Any) -> Response:
    """The sign-in itself, after every proof that this portal asks for; `more` goes into the answer."""
    user = user.merged_into or user
    identity = _known_here(view, user, methods)
    proved_at = view.at if PROOFS.intersection(methods) else None
    refresh = view.request.COOKIES.get(settings.HAAT_REFRESH_COOKIE, "")
    services.replace_sign_in(user=user, refresh=refresh, at=view.at)
    pair = services.issue(
        user=user, portal=view.portal, brand_id=view.brand_id, methods=methods, proved_at=proved_at,
        user_agent=view.request.headers.get("User-Agent", ""), at=view.at,
    )  # fmt: skip
    identity.family = pair.family
    if view.portal in BROWSER_PORTALS:
        _open_session(view, identity)
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
    return with_refresh(Response(SignedInOut(shape | more).data), pair.refresh)


def _known_here(view: AuthAPI, user: User, methods: list[str]) -> Identity:
    request: Any = view.request
    if not user.is_active:
        raise NotAllowed("This account is closed. Write to support if that is a mistake.")
    identity = Identity(user, [], methods, view.at)
    attach(request._request, identity)
    if view.portal in STAFF_ONLY and not identity.memberships and not _is_awaited(view, user):
        raise NotAllowed(STRANGER)
    return identity


def _missing(portal: str, identity: Identity) -> tuple[str, list[str]] | None:
    """The step between the first proof and the sign-in: always for staff, elsewhere for who has set it up.

    On a storefront a passkey alone is a short way in, not a lock: only an authenticator app is asked for there.
    """
    ways = queries.ways_to_prove(identity.user, identity.rp_id)
    if portal in STAFF_ONLY and not ways:
        identity.require_no_other_place(ways)
        return "enrol", ["totp", "passkey"]
    asked = bool(ways) if portal in STAFF_ONLY or portal == "seller" else queries.has_authenticator(identity.user)
    return ("factor", ways) if asked else None


def _is_awaited(view: AuthAPI, user: User) -> bool:
    """Somebody who was invited gets in, to answer; without a role they see nothing else."""
    rows = queries.invitations_to(user, portal=view.portal, brand_id=view.brand_id)
    return rows.filter(expires_at__gt=view.at).exists()


def _open_session(view: AuthAPI, identity: Identity) -> None:
    """A browser session under a new id; it lives as long as the sign-in that it names."""
    request: Any = view.request
    start_session(request._request, identity.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request._request.session.cycle_key()  # also for the same person again, where Django keeps the id
    family = identity.family
    assert family is not None  # noqa: S101 - it was issued a moment ago
    facts = {"brand": str(view.brand_id), "family": str(family.pk), "amr": identity.methods}
    request._request.session.update(facts | {"auth_time": view.at.isoformat()})


def with_refresh(response: Response, refresh: str) -> Response:
    response.set_cookie(
        settings.HAAT_REFRESH_COOKIE, refresh, max_age=int(tokens.REFRESH.total_seconds()), secure=True, httponly=True, samesite="Strict", path="/",
    )  # fmt: skip
    return response
