"""Two accounts of one person become one: proven on both sides, then done brand by brand; each step may be repeated."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from haat.core import jobs
from haat.core.errors import DomainError, NotNow
from haat.identity import identifiers
from haat.identity import queries as identity
from haat.identity import services as identity_services
from haat.identity.services import Proof
from haat.identity.services.challenges import WrongCode
from haat.privacy import files, presence, queries
from haat.privacy.models import Merge
from haat.privacy.services.brands import fold_here
from haat.privacy.services.roles import move_roles
from haat.tenancy.context import brand_scope, public_scope

if TYPE_CHECKING:
    from datetime import datetime

    from haat.identity.models import LoginChallenge, User
    from haat.identity.services import Where

PROOF_LIFE = timedelta(minutes=10)
SOURCE, SOURCE_FACTOR, TARGET = "source", "source_factor", "target"
PURPOSE = "merge"
S = Merge.Status


class FactorElsewhere(DomainError):
    code = "factor_elsewhere"
    status = 403


class PhoneAlone(DomainError):
    code = "phone_alone"


def offer(*, user: User, challenge_id: UUID, at: datetime) -> Merge:
    """Begin to join the account of an address that this person has just proven. Raises NotNow, PhoneAlone.

    Numbers are given to other people after a while, so a phone alone never opens somebody's account for good.
    """
    proven = identity.proven_challenge(
        challenge_id, user=user, purpose=identity_services.proofs.CONTACT, since=at - PROOF_LIFE
    )
    source = identity.user_by_identifier(identifiers.Identifier(proven.identifier, proven.channel)) if proven else None
    if proven is None or source is None or source.pk == user.pk or not source.is_active:
        raise NotNow("Prove the address first, by the code that was sent to it.")
    _require_settled(source, at)
    has_factor = identity.factor_count(source) > 0
    if not source.email and not has_factor:
        raise PhoneAlone(
            "The other account has only a phone number, and numbers change hands. Sign in to it, add an e-mail address, "
            "and join the two then."
        )
    needs = [SOURCE] if source.email and proven.channel == "sms" else []
    needs += [SOURCE_FACTOR] if has_factor else []
    with transaction.atomic():
        Merge.objects.filter(target=user, status=S.PROVING).update(status=S.CANCELLED)
        return Merge.objects.create(
            source=source,
            target=user,
            began_at=at,
            needs=[*needs, TARGET],
            portal=proven.portal,
            brand_id=proven.brand_id,
        )


def factor_asked(*, merge: Merge, where: Where, at: datetime) -> dict[str, Any] | None:
    """How the next proof can be given, when it is a second factor of the other account; else None. Raises FactorElsewhere."""
    if _next(merge, at) != SOURCE_FACTOR:
        return None
    ways = identity.ways_to_prove(merge.source, where.place.rp_id)
    if not ways:
        raise FactorElsewhere(
            _("The passkeys of the other account work on another address. Sign in to it there and join the two there.")
        )
    begun: dict[str, Any] = {"challenge_id": None, "options": None}
    if "passkey" in ways:
        begun = identity_services.begin_passkey(user=merge.source, purpose=PURPOSE, place=where.place, at=at)
    return begun | {"methods": ways}


def ask(*, merge: Merge, brand: Any, at: datetime) -> LoginChallenge:
    """Send the code of the next proof."""
    side = _next(merge, at)
    person = merge.source if side == SOURCE else merge.target
    address = identifiers.Identifier(person.email or person.phone or "", "email" if person.email else "sms")
    return identity_services.proofs.ask(
        user=merge.target,
        address=address,
        purpose=identity_services.proofs.MERGE,
        portal=merge.portal,
        brand=brand,
        at=at,
    )


def prove(*, merge: Merge, proof: Proof, where: Where, at: datetime) -> Merge:
    """Take the next proof; the last one starts the work. Raises WrongCode, WrongFactor, PasskeyRefused, NotNow."""
    side = _next(merge, at)
    if side == SOURCE_FACTOR:
        identity_services.prove(user=merge.source, proof=proof, purpose=PURPOSE, where=where, at=at)
    elif proof.challenge_id is None:
        raise NotNow("Ask for the code first.")
    else:
        used = identity_services.proofs.prove(
            user=merge.target, challenge_id=proof.challenge_id, code=proof.code, purpose=identity_services.proofs.MERGE, portal=merge.portal,
            brand_id=merge.brand_id, at=at,
        )  # fmt: skip
        person = merge.source if side == SOURCE else merge.target
        if used.identifier not in {person.email, person.phone}:
            raise WrongCode("This code was sent to another address.", details={"code": ["Wrong or too old."]})
    merge.needs = [one for one in merge.needs if one != side]
    merge.save(update_fields=["needs", "updated_at"])
    return merge if merge.needs else _start(merge, at)


def join_in_brand(*, merge_id: str, at: datetime) -> None:
    """One brand's part, in that brand; the last one asks for the end. Repeatable."""
    brand_id = str(jobs.current_brand_id())
    with public_scope():
        merge = queries.merge(merge_id)
    state = fold_here(source_id=merge.source_id, target_id=merge.target_id, at=at)
    with public_scope():
        merge = Merge.objects.select_for_update().get(pk=merge_id)
        if merge.status != S.RUNNING or merge.brands.get(brand_id):
            return
        merge.brands[brand_id] = state
        merge.save(update_fields=["brands", "updated_at"])
        if all(merge.brands.values()):
            jobs.enqueue("privacy.finish_merge", merge_id=merge.pk)


def finish(*, merge: Merge, at: datetime) -> None:
    """Every brand is done: one sign-in is left. Sessions and tokens of both end."""
    merge = Merge.objects.select_for_update().select_related("source", "target").get(pk=merge.pk)
    if merge.status != S.RUNNING or not all(merge.brands.values()):
        return
    for export in queries.exports_of(merge.source):
        files.remove(export)  # its row goes with the account
    identity_services.leaving.fold(source=merge.source, target=merge.target, at=at)
    identity_services.note("account.merged", user=merge.target, brand_id=None, after={"from": str(merge.source_id)})
    Merge.objects.filter(pk=merge.pk).update(status=S.DONE, done_at=at)


def _start(merge: Merge, at: datetime) -> Merge:
    try:
        with transaction.atomic():
            merge.status, merge.proven_at = S.RUNNING, at
            merge.conflicts = move_roles(source=merge.source, target=merge.target, at=at)
            brands = presence.brands_of(merge.source)
            merge.brands = {str(brand.pk): "" for brand in brands}
            merge.save(update_fields=["status", "proven_at", "brands", "conflicts", "updated_at"])
            identity_services.end_others(user=merge.source, keep=None, at=at)
            for brand in brands:
                with brand_scope(brand):
                    jobs.enqueue("privacy.merge_in_brand", merge_id=merge.pk)
            if not brands:
                jobs.enqueue("privacy.finish_merge", merge_id=merge.pk)
    except IntegrityError:
        raise NotNow("The other account is being joined already.") from None
    return merge


def _require_settled(source: User, at: datetime) -> None:
    """Joining must not outrun a thief's being found out, nor a person's wish to be forgotten. Raises NotNow."""
    if identity.last_undoable_change(source, at=at) is not None:
        raise NotNow(
            _(
                "An address of the other account was changed a short time ago. Join the two when that cannot be undone any more."
            )
        )
    if queries.is_leaving(source):
        raise NotNow(_("The other account waits to be erased. Sign in to it and cancel that first."))


def _next(merge: Merge, at: datetime) -> str:
    if merge.status != S.PROVING or not merge.needs:
        raise NotNow(_("These accounts are joined already, or it was given up."))
    if merge.began_at < at - PROOF_LIFE * 3:
        raise NotNow(_("This took too long. Begin again."))
    return merge.needs[0]
