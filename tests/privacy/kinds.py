"""One row of each kind that identity keeps of a person, with their marks in it wherever a word of theirs can be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.socialaccount.models import SocialAccount

from haat.core import clock, context
from haat.identity import services
from haat.identity.identifiers import Identifier
from haat.identity.models import (
    Authenticator,
    DayCount,
    FactorFailure,
    FactorReset,
    Invitation,
    Membership,
    Passkey,
    PasskeyChallenge,
    ProviderLogin,
    RecoveryCode,
    SignInTicket,
    Use,
    User,
    Viewing,
)
from haat.identity.services.budgets import subject_of
from haat.identity.types import Place, Subject
from haat.tenancy.context import public_scope

HELD = (
    Authenticator, Passkey, PasskeyChallenge, RecoveryCode, FactorFailure, FactorReset, SignInTicket, SocialAccount,
)  # fmt: skip


def hold_factors(user: Any, staff: Any, name: str) -> None:
    """What of the person ends with the person."""
    at = clock.now()
    Authenticator.objects.create(user=user, name=name, confirmed=True)
    Passkey.objects.create(
        user=user, credential_id=f"id-{user.pk}", credential=b"", rp_id="marker.example", name=f"{name}'s laptop"
    )
    PasskeyChallenge.objects.create(
        user=user, purpose="step_up", portal="customer", host="marker.example", challenge="c", expires_at=at
    )
    RecoveryCode.objects.create(user=user, letter="A", code_hash="h")
    FactorFailure.objects.create(user=user, at=at)
    FactorReset.objects.create(user=user, asked_by=staff, reason=f"{name} called", due_at=at, cancelled_at=at)
    services.open_ticket(
        user=user, kind="factor", portal="customer", brand_id=None, methods=["otp"], is_new=False, at=at
    )
    SocialAccount.objects.create(user=user, provider="google", uid=str(user.pk), extra_data={"email": user.email})
    services.passwords.set_password(user=user, password="four words make sense", sender="Haat", brand_id=None)


def leave_everywhere(brand: Any, user: Any, owner: Any, staff: Any) -> Viewing:
    """Invitations, borrowed views, visits and counters: they speak of the person without hanging on them."""
    at, by = clock.now(), Membership.objects.get(user=owner, brand_id=brand.pk)
    for role, scope in (("support", Place("brand", brand.pk, None, brand.name)),):
        services.invite(place=scope, by=by, identifier=Identifier(user.email, "email"), role=role, at=at)
    boss = Membership.objects.filter(user=staff, scope="platform").get()
    boss.role = "owner"
    boss.save()
    house = Place("platform", None, None, "Haat")
    services.invite(place=house, by=boss, identifier=Identifier(user.email, "email"), role="support", at=at)
    ProviderLogin.objects.create(
        state_hash="s", provider="google", portal="customer", origin="https://x.example", device_hash="d", nonce="n",
        verifier="v", connects_id=user.pk, email=user.email, subject="sub", expires_at=at + timedelta(days=30),
    )  # fmt: skip
    for subject in (subject_of(user.email), user.email):
        Use.objects.create(scope="code.person", subject=subject, at=at)
        DayCount.objects.create(scope="code", subject=subject, day=at.date(), used=1)
    person = Subject(portal="customer", brand_id=brand.pk, id=user.pk, name=user.name)
    with (
        public_scope(),
        context.use(context.Context(actor=context.Actor("platform", str(staff.pk), staff.name, "owner"))),
    ):
        viewing, _ticket = services.start_viewing(
            by=boss, subject=person, reason="A payment does not go through.", at=at
        )
        services.count_request(viewing=viewing, path="/account")
    return viewing


def left_of(user_ids: list[Any]) -> list[str]:
    """Tables that still have a row of these people, or a word in a row that had one."""
    left = [model.__name__ for model in HELD if model.objects.filter(user_id__in=user_ids).exists()]
    left += [f"password of {one.pk}" for one in User.objects.filter(pk__in=user_ids) if one.has_usable_password()]
    left += ["ProviderLogin"] if ProviderLogin.objects.exists() else []
    left += ["Invitation"] if Invitation.objects.exclude(identifier="").exists() else []
    left += ["open Invitation"] if Invitation.objects.filter(accepted_at=None, revoked_at=None).exists() else []
    seen = Viewing.objects.filter(subject_id__in=user_ids)
    return left + (["Viewing"] if seen.exclude(subject_name="", reason="").exists() else [])
