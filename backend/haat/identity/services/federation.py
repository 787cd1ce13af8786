"""Signing in at somebody else's: away, back, and whose person that is.

An issuer of the platform (Google) is believed about addresses that it runs itself. An issuer of a brand is believed
about nobody's address: its account becomes a person's only after they proved the address to us, or while signed in.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils.translation import gettext as _

from haat.core.errors import DomainError, NotFound, Unavailable
from haat.core.ids import new_token
from haat.identity import identifiers, queries
from haat.identity.models import ProviderLogin, User
from haat.identity.providers import catalogue, openid
from haat.identity.services import accounts
from haat.identity.services.challenges import device_hash
from haat.identity.services.memberships import person

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.providers.catalogue import Provider

VISIT = timedelta(minutes=10)
GMAIL = frozenset({"gmail.com", "googlemail.com"})
OPEN_PORTALS = frozenset({"customer", "seller"})  # where anybody may make an account
Outcome = ProviderLogin.Outcome


class VisitFailed(DomainError):
    """The way back from an issuer ended nowhere; `reason` is one of few words that pages have sentences for."""

    code = "provider_failed"
    status = 422

    def __init__(self, reason: str, visit: ProviderLogin | None = None) -> None:
        super().__init__(_("This sign-in did not work. Try again, or sign in with a code."), details={"reason": reason})
        self.reason, self.visit = reason, visit


class ConfirmByCode(DomainError):
    code = "confirm_by_code"
    status = 409


def start(
    *, key: str, portal: str, brand_id: UUID | None, origin: str, callback: str, device: str, at: datetime, goal: str = "",
    connects: User | None = None,
) -> str:  # fmt: skip
    """Where to send the browser. Raises NotFound for an issuer that this host does not offer, Unavailable when it is out."""
    provider = catalogue.find(key, portal, brand_id)
    state, nonce = new_token(), new_token()
    try:
        url, verifier = openid.begin(provider, redirect_uri=callback, state=state, nonce=nonce)
    except openid.IssuerFailed:
        raise Unavailable(
            _("%(name)s does not answer. Sign in with a code, or try again later.") % {"name": provider.name}
        ) from None
    ProviderLogin.objects.create(
        state_hash=_hash(state), provider=key, portal=portal, brand_id=brand_id, origin=origin, next=goal[:500], nonce=nonce,
        device_hash=device_hash(device), verifier=verifier, connects_id=connects.pk if connects else None, expires_at=at + VISIT,
    )  # fmt: skip
    return url


def origin_of(*, state: str, at: datetime) -> str | None:
    """The host that a state belongs to: the platform's callback passes the browser on there."""
    found = ProviderLogin.objects.filter(state_hash=_hash(state), outcome=Outcome.AWAY, expires_at__gt=at).first()
    return found.origin if found else None


def receive(
    *,
    state: str,
    code: str,
    error: str,
    portal: str,
    brand_id: UUID | None,
    callback_of: Any,
    device: str,
    at: datetime,
) -> ProviderLogin:
    """Take what an issuer sent back, once, from the browser that had left, on the host that it had left.

    Raises VisitFailed.
    """
    own = device_hash(device)
    bound = {"state_hash": _hash(state), "portal": portal, "brand_id": brand_id, "device_hash": own}
    if not own or not state or not ProviderLogin.objects.filter(
        **bound, outcome=Outcome.AWAY, expires_at__gt=at
    ).update(outcome=Outcome.FAILED):  # fmt: skip
        raise VisitFailed("expired")
    visit = ProviderLogin.objects.get(**bound)
    if error or not code:
        raise VisitFailed("cancelled" if error == "access_denied" else "failed", visit)
    try:
        provider = catalogue.find(visit.provider, portal, brand_id)
        claims = openid.redeem(
            provider, redirect_uri=callback_of(provider), code=code, verifier=visit.verifier, nonce=visit.nonce
        )
    except (NotFound, openid.IssuerFailed):
        raise VisitFailed("failed", visit) from None
    if provider.domains and not (claims.email_verified and claims.email.rpartition("@")[2] in provider.domains):
        raise VisitFailed("domain", visit)
    _settle(visit, provider, claims)
    return visit


def finish(*, portal: str, brand_id: UUID | None, device: str, at: datetime) -> tuple[User, list[str], bool]:
    """The person whom this browser brought back, the methods they used and whether they are new; once.

    Raises NotFound without one, ConfirmByCode when the address has to be proven to us first.
    """
    waiting = ProviderLogin.objects.filter(
        portal=portal, brand_id=brand_id, device_hash=device_hash(device) or "-", expires_at__gt=at,
        outcome__in=[Outcome.KNOWN, Outcome.CONFIRM],
    ).order_by("-created_at")  # fmt: skip
    visit = waiting.first()
    if visit is None:
        raise NotFound(_("This sign-in has ended. Start again."))
    if visit.outcome == Outcome.CONFIRM:
        name = catalogue.name_of(visit.provider)
        raise ConfirmByCode(
            _("Confirm your address once with a code. From then on, %(name)s is enough.") % {"name": name},
            details={"provider": name, "identifier": visit.email},
        )
    if not ProviderLogin.objects.filter(pk=visit.pk, outcome=Outcome.KNOWN).update(outcome=Outcome.DONE):
        raise NotFound(_("This sign-in has ended. Start again."))
    user = queries.user_by_id(visit.user_id or "")
    if user is None:
        raise NotFound(_("This sign-in has ended. Start again."))
    return user, visit.methods, visit.is_new


def link_confirmed(
    *, user: User, identifier: str, portal: str, brand_id: UUID | None, device: str, sender: str, at: datetime
) -> None:
    """After a right code: an account that waits in this browser, of the same address, becomes this person's."""
    own = device_hash(device)
    waiting = ProviderLogin.objects.filter(
        portal=portal, brand_id=brand_id, device_hash=own, outcome=Outcome.CONFIRM, email=identifier, expires_at__gt=at
    ).order_by("-created_at")
    visit = waiting.first() if own else None
    if visit is None or not ProviderLogin.objects.filter(pk=visit.pk, outcome=Outcome.CONFIRM).update(
        outcome=Outcome.DONE
    ):
        return
    accounts.connect(
        user=user, provider=visit.provider, subject=visit.subject, email=visit.email, sender=sender, brand_id=brand_id
    )


def forget(*, at: datetime) -> None:
    ProviderLogin.objects.filter(expires_at__lt=at - VISIT).delete()


def _settle(visit: ProviderLogin, provider: Provider, claims: openid.Claims) -> None:
    """Write down what came of the visit. Raises VisitFailed."""
    visit.subject, visit.email = claims.subject, claims.email if claims.email_verified else ""
    visit.methods = ["fed", "google" if provider.is_platforms else "brand_idp"]
    visit.methods += ["mfa"] if provider.trusts_factors and claims.second_factor else []
    with transaction.atomic():
        if visit.connects_id:
            _connect(visit, provider, claims)
        else:
            user, visit.is_new = _person(visit, provider, claims)
            visit.user_id = user.pk if user else None
            visit.outcome = Outcome.KNOWN if user else Outcome.CONFIRM
        visit.save(update_fields=["subject", "email", "methods", "user_id", "is_new", "outcome", "updated_at"])


def _connect(visit: ProviderLogin, provider: Provider, claims: openid.Claims) -> None:
    user = queries.user_by_id(visit.connects_id or "")
    taken = SocialAccount.objects.filter(provider=provider.key, uid=claims.subject).first()
    if user is None or (taken is not None and taken.user_id != user.pk):
        raise VisitFailed("taken", visit)
    accounts.connect(
        user=user,
        provider=provider.key,
        subject=claims.subject,
        email=claims.email,
        sender="Haat",
        brand_id=visit.brand_id,
    )
    visit.outcome = Outcome.DONE


def _person(visit: ProviderLogin, provider: Provider, claims: openid.Claims) -> tuple[User | None, bool]:
    """Whose account this is; None when the person has to prove the address to us first."""
    known = SocialAccount.objects.select_related("user").filter(provider=provider.key, uid=claims.subject).first()
    if known is not None:
        return known.user, False
    if not provider.is_platforms or not _runs_address(claims):
        if not claims.email_verified or not claims.email:
            raise VisitFailed("unverified", visit)
        return None, False
    found = identifiers.parse(claims.email)
    user = queries.user_by_identifier(found)
    if user is None and visit.portal not in OPEN_PORTALS:
        raise VisitFailed("stranger", visit)
    if user is not None and not EmailAddress.objects.filter(user=user, email=claims.email, verified=True).exists():
        return None, False
    is_new = user is None
    user = user or person(identifier=found, name=claims.name)[0]
    accounts.connect(
        user=user,
        provider=provider.key,
        subject=claims.subject,
        email=claims.email,
        sender="Haat",
        brand_id=visit.brand_id,
    )
    return user, is_new


def _runs_address(claims: openid.Claims) -> bool:
    """Whether the issuer runs this mailbox itself: only then its word is as good as a code that arrived there."""
    domain = claims.email.rpartition("@")[2]
    return claims.email_verified and bool(domain) and (domain in GMAIL or domain == claims.hosted_domain)


def _hash(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
