"""Who calls: found out in `public`, before the brand is activated, because brand roles cannot read identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from haat.core import clock, context
from haat.core.errors import DomainError
from haat.identity import looking, queries
from haat.identity.models import Membership, TokenFamily, User, Viewing

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

STEP_UP = timedelta(minutes=5)
SHOP_HEADER = "X-Haat-Shop"
STAFF_KINDS = {"seller": "seller", "admin": "staff", "platform": "platform"}


class StepUpRequired(DomainError):
    code = "step_up_required"
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
    viewing: Viewing | None = None  # set while a member of staff looks as somebody else
    shop_refused: bool = False  # the asked-for shop is not one of theirs

    def require_proof(self, at: datetime) -> None:
        """Refuse without a strong proof of the last minutes. Raises StepUpRequired."""
        if self.proved_at is None or self.proved_at < at - STEP_UP:
            raise StepUpRequired("Confirm that it is you, with your authenticator app or passkey.")

    def require_own_eyes(self, method: str, path: str) -> None:
        """While looking as somebody else nothing may be changed, and some things not seen. Raises ViewingOnly."""
        if self.viewing is not None:
            looking.require_allowed(self.viewing, method, path)

    def membership(self, scope: str) -> Membership | None:
        return next((row for row in self.memberships if row.scope == scope), None)


class IdentityMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.identity = _by_view(request) or _by_token(request) or _by_session(request)
        if request.identity is None:
            return self.get_response(request)
        attach(request, request.identity)
        if request.identity.viewing is None:
            return self.get_response(request)
        return looking.through(request, request.identity.viewing, self.get_response)


def attach(request: Any, identity: Identity) -> None:
    """Make a person the caller of this request, with the roles they hold here.

    While they look as somebody else, the roles are the subject's and the actor stays who they are.
    """
    if identity.viewing is not None:
        identity.memberships = looking.borrowed(identity.viewing)
    else:
        found = queries.memberships_here(identity.user, request.portal, request.brand)
        identity.memberships = _chosen_first(found, request.headers.get(SHOP_HEADER, ""), identity)
    request.identity = identity
    nobody = "customer" if request.portal == "customer" else ""  # signed in to a staff portal without a role
    role = identity.memberships[0].role if identity.memberships else nobody
    kind, view = STAFF_KINDS.get(request.portal, "customer"), identity.viewing
    if view is not None:
        kind, role = "platform" if view.staff_scope == "platform" else "staff", view.staff_role
    name = identity.user.name or identity.user.masked_contact
    context.act_as(context.Actor(kind, str(identity.user.pk), name, role, view.subject_name if view else ""))


def _chosen_first(found: list[Membership], shop: str, identity: Identity) -> list[Membership]:
    """Somebody who works for several shops of a brand says which; a shop that is not theirs opens nothing."""
    if not shop:
        return found
    chosen = [row for row in found if str(row.seller_id) == shop]
    identity.shop_refused = not chosen
    return chosen + [row for row in found if row not in chosen] if chosen else []


def _by_view(request: Any) -> Identity | None:
    """A borrowed view: in the staff portals by its own token, on the storefront by its own cookie."""
    view = looking.of_request(request, at=clock.now())
    return Identity(view.staff, [], ["view_as"], view.opened_at, None, None, view) if view else None


def _by_token(request: Any) -> Identity | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token or token.startswith(looking.TOKEN_PREFIX):
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
