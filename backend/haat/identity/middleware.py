"""Who calls: found out in `public`, before the brand is activated, because brand roles cannot read identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import JsonResponse

from haat.core import clock, context
from haat.core.api import errors
from haat.core.errors import DomainError
from haat.identity import looking, queries, standing
from haat.identity.models import Membership, TokenFamily, User, Viewing
from haat.identity.services import place_of, sign_ins
from haat.tenancy.context import public_scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

STEP_UP = timedelta(minutes=5)
BROWSER_PORTALS = {"customer", "launch"}  # pages made by the server; the others hold a token in memory
SIGNING = "/api/v1/auth/"
SHOP_HEADER = "X-Haat-Shop"
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


class FreshLoginRequired(DomainError):
    code = "fresh_login_required"
    status = 403


@dataclass(slots=True)
class Identity:
    """A signed-in person as this request sees them; `memberships` are those of this portal and brand only."""

    user: User
    memberships: list[Membership] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    authenticated_at: datetime | None = None
    proved_at: datetime | None = None  # last proof by authenticator app or passkey
    family: TokenFamily | None = None  # the sign-in, of a token or of a browser session; None while one begins
    rp_id: str = ""  # the domain whose passkeys can be used here
    standing: str = ""  # version of all roles here, whatever shop was chosen
    viewing: Viewing | None = None  # set while a member of staff looks as somebody else
    shop_refused: bool = False  # the asked-for shop is not one of theirs

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

        Raises StepUpRequired, FreshLoginRequired, FactorElsewhere.
        """
        try:
            self.require_proof(at)
        except FactorRequired:
            self.require_fresh(at)

    def require_no_other_place(self, ways: list[str]) -> None:
        """Refuse somebody whose every factor belongs to another domain. Raises FactorElsewhere."""
        if not ways and queries.factor_count(self.user):
            raise FactorElsewhere("Your passkeys work on another address. Sign in there and add an authenticator app.")

    def is_proved(self, at: datetime) -> bool:
        return self.proved_at is not None and self.proved_at >= at - STEP_UP

    def require_fresh(self, at: datetime) -> None:
        """Refuse a change of who this person is or how they sign in without a proof to us within the last minutes.

        A brand's issuer opens that brand's portals; it proves nothing here. Raises FreshLoginRequired.
        """
        is_brands_word = "brand_idp" in self.methods and "otp" not in self.methods  # no code of ours came after it
        own_at = None if is_brands_word else self.authenticated_at
        if not any(proof is not None and proof >= at - STEP_UP for proof in (own_at, self.proved_at)):
            raise FreshLoginRequired(
                "Confirm that it is you, or sign in again with a code: then you have five minutes."
            )

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
        at = clock.now()
        identity = _by_view(request, at)
        claims: dict[str, Any] = {}
        if identity is None:
            identity, claims = _by_token(request, at)
        request.identity = identity = identity or _by_session(request, at)
        if identity is None:
            return self.get_response(request)
        attach(request, identity)
        if identity.viewing is not None:
            return looking.through(request, identity.viewing, self.get_response)
        is_outdated = bool(claims) and claims["mv"] != identity.standing
        if is_outdated and not request.path.startswith(SIGNING):  # signing out works with any token
            return _outdated()
        sign_ins.seen(family=identity.family, address=context.current().address, at=at)
        return self.get_response(request)


def _outdated() -> HttpResponse:
    """The roles changed since the token was made: the client gets another by its cookie, with today's roles."""
    context.act_as(context.ANONYMOUS)
    return JsonResponse(
        errors.body("token_outdated", "Your roles have changed. Renew your access and try again."), status=401
    )


def attach(request: Any, identity: Identity) -> None:
    """Make a person the caller of this request, with the roles they hold here.

    While they look as somebody else, the roles are the subject's and the actor stays who they are.
    """
    identity.rp_id = place_of(request).rp_id
    if identity.viewing is not None:
        identity.memberships = looking.borrowed(identity.viewing)
    else:
        found = queries.memberships_here(identity.user, request.portal, request.brand)
        identity.standing = standing.version(found)
        identity.memberships = _chosen_first(found, request.headers.get(SHOP_HEADER, ""), identity)
    request.identity = identity
    nobody = "customer" if request.portal == "customer" else ""  # signed in to a staff portal without a role
    role = identity.memberships[0].role if identity.memberships else nobody
    kind, view = STAFF_KINDS.get(request.portal, "customer"), identity.viewing
    if view is not None:
        kind, role = "platform" if view.staff_scope == "platform" else "staff", view.staff_role
    name, subject = identity.user.name or identity.user.masked_contact, looking.shown_subject(view) if view else ""
    context.act_as(context.Actor(kind, str(identity.user.pk), name, role, subject))


def _chosen_first(found: list[Membership], shop: str, identity: Identity) -> list[Membership]:
    """Somebody who works for several shops of a brand says which; a shop that is not theirs opens nothing."""
    if not shop:
        return found
    chosen = [row for row in found if str(row.seller_id) == shop]
    identity.shop_refused = not chosen
    return chosen + [row for row in found if row not in chosen] if chosen else []


def _by_view(request: Any, at: datetime) -> Identity | None:
    """A borrowed view: in the staff portals by its own token, on the storefront by its own cookie."""
    view = looking.of_request(request, at=at)
    return Identity(view.staff, [], ["view_as"], view.opened_at, viewing=view) if view else None


def _by_token(request: Any, at: datetime) -> tuple[Identity | None, dict[str, Any]]:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token or token.startswith(looking.TOKEN_PREFIX):
        return None, {}
    family, claims = queries.family_of_token(token, portal=request.portal, brand_id=_brand_id(request), at=at)
    return (_identity(family), claims) if family else (None, {})


def _by_session(request: Any, at: datetime) -> Identity | None:
    """Browser sessions exist on pages made by the server; the session names its brand and is worthless elsewhere."""
    if request.portal not in BROWSER_PORTALS or "Authorization" in request.headers:
        return None
    session, brand_id = request.session, _brand_id(request)
    if session.get("brand") != str(brand_id):
        return None
    family = queries.living_family(session.get("family"), portal=request.portal, brand_id=brand_id, at=at)
    if family is None or str(family.user_id) != session.get("_auth_user_id"):
        return None
    return _identity(family)


def _identity(family: TokenFamily) -> Identity:
    return Identity(family.user, [], family.methods, family.authenticated_at, family.proved_at, family)


def _brand_id(request: Any) -> UUID | None:
    return request.brand.pk if request.brand else None
