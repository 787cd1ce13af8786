"""Who calls: found out in `public`, before the brand is activated, because brand roles cannot read identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from haat.core import clock, context
from haat.core.errors import DomainError
from haat.identity import queries
from haat.identity.models import Membership, TokenFamily, User
from haat.identity.services import place_of
from haat.tenancy.context import public_scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

STEP_UP = timedelta(minutes=5)
STAFF_KINDS = {"seller": "seller", "admin": "staff", "platform": "platform"}


class StepUpRequired(DomainError):
    code = "step_up_required"
    status = 403


class FactorRequired(DomainError):
    """There is nothing that could be asked for: the person has to enrol first."""

    code = "factor_required"
    status = 403


class FactorElsewhere(DomainError):
    """The person has factors, but none that works on this host: being asked for none would let a thief add one."""

    code = "factor_elsewhere"
    status = 403


class LoginRequiredAgain(DomainError):
    code = "login_required_again"
    status = 403


@dataclass(slots=True)
class Identity:
    """A signed-in person as this request sees them; `memberships` are those of this portal and brand only."""

    user: User
    memberships: list[Membership] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    authenticated_at: datetime | None = None
    proved_at: datetime | None = None  # last proof by authenticator app or passkey
    family: TokenFamily | None = None  # None for a browser session
    rp_id: str = ""  # the domain whose passkeys can be used here

    def require_proof(self, at: datetime) -> None:
        """Refuse without a strong proof of the last minutes. Raises StepUpRequired, FactorRequired, FactorElsewhere."""
        if self.is_proved(at):
            return
        with public_scope():
            ways = queries.ways_to_prove(self.user, self.rp_id)
            self.require_no_other_place(ways)
        if not ways:
            sentence = "This needs a second factor, and you have none yet. Set one up under Security first."
            raise FactorRequired(sentence, details={"methods": []})
        sentence = "Confirm that it is you, with your authenticator app or passkey."
        raise StepUpRequired(sentence, details={"methods": ways})

    def require_freshness(self, at: datetime) -> None:
        """For changes of the factors themselves: a strong proof, or a fresh sign-in of somebody who has no factor.

        Raises StepUpRequired, LoginRequiredAgain, FactorElsewhere.
        """
        try:
            self.require_proof(at)
        except FactorRequired:
            if self.authenticated_at is None or self.authenticated_at < at - STEP_UP:
                sentence = "You signed in a while ago. Sign out and in again, then set up your second factor."
                raise LoginRequiredAgain(sentence) from None

    def require_no_other_place(self, ways: list[str]) -> None:
        """Refuse somebody whose every factor belongs to another domain. Raises FactorElsewhere."""
        if not ways and queries.factor_count(self.user):
            raise FactorElsewhere("Your passkeys work on another address. Sign in there and add an authenticator app.")

    def is_proved(self, at: datetime) -> bool:
        return self.proved_at is not None and self.proved_at >= at - STEP_UP

    def membership(self, scope: str) -> Membership | None:
        return next((row for row in self.memberships if row.scope == scope), None)


class IdentityMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.identity = _by_token(request) or _by_session(request)
        if request.identity is not None:
            attach(request, request.identity)
        return self.get_response(request)


def attach(request: Any, identity: Identity) -> None:
    """Make a person the caller of this request, with the roles they hold here."""
    identity.memberships = queries.memberships_here(identity.user, request.portal, request.brand)
    identity.rp_id = place_of(request).rp_id
    request.identity = identity
    role = identity.memberships[0].role if identity.memberships else "customer"
    context.act_as(
        context.Actor(STAFF_KINDS.get(request.portal, "customer"), str(identity.user.pk), identity.user.name, role)
    )


def _by_token(request: Any) -> Identity | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        return None
    brand_id: UUID | None = request.brand.pk if request.brand else None
    family = queries.family_of_token(token, portal=request.portal, brand_id=brand_id, at=clock.now())
    return (
        Identity(family.user, [], family.methods, family.authenticated_at, family.proved_at, family) if family else None
    )


def _by_session(request: Any) -> Identity | None:
    """Browser sessions exist on storefronts only; the session names its brand and is worthless elsewhere."""
    if request.portal != "customer" or "Authorization" in request.headers:
        return None
    session = request.session
    if session.get("brand") != str(request.brand.pk) or not request.user.is_authenticated:
        return None
    user = User.objects.get(pk=request.user.pk)
    if session.get("security_version") != user.security_version or not user.is_active:
        return None
    proved = session.get("proved_at")
    proved_at = datetime.fromisoformat(proved) if proved else None
    return Identity(user, [], session.get("amr", []), datetime.fromisoformat(session["auth_time"]), proved_at)
