"""Being forgotten: asked for, waited for, done brand by brand, proven without a name."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from haat.core import context, forgetting, jobs
from haat.core.crypto import blind_index
from haat.core.errors import DomainError, NotNow
from haat.identity import queries as identity
from haat.identity import services as identity_services
from haat.privacy import files, law, presence, queries
from haat.privacy.models import Erasure, ErasureProof
from haat.privacy.services.brands import erase_here
from haat.tenancy import queries as tenancy
from haat.tenancy.context import brand_scope, public_scope
from haat.verification import services as verification

if TYPE_CHECKING:
    from datetime import datetime

    from haat.identity.models import User

REMIND_BEFORE = timedelta(hours=48)  # DPDP Rules 2025: told two days before
LOOK_AGAIN_AFTER = timedelta(days=1)
S = Erasure.Status


class StillOpen(DomainError):
    code = "still_open"


class AskedAlready(NotNow):
    code = "asked_already"


@transaction.atomic
def ask(*, user: User, brand: Any, sender: str, at: datetime) -> Erasure:
    """Ask to be forgotten by one brand, or by all. Raises StillOpen with every reason, AskedAlready."""
    only = brand.pk if brand else None
    if found := presence.still_open(user, only=only):
        sentences = [one.text for one in found]
        raise StillOpen(" ".join(sentences), details={"reasons": sentences})
    due = at + settings.HAAT_ERASURE_WAIT
    try:
        with transaction.atomic():
            row = Erasure.objects.create(user=user, brand_id=only, asked_at=at, due_at=due)
    except IntegrityError:
        raise AskedAlready("You have asked for this already.") from None
    with context.use(context.Context(actor=context.SYSTEM)):
        jobs.enqueue("privacy.remind_erasure", at=max(at, due - REMIND_BEFORE), erasure_id=row.pk, sender=sender)
        jobs.enqueue("privacy.begin_erasure", at=due, erasure_id=row.pk)
    identity_services.note("erasure.asked", user=user, brand_id=only, after={"due": due.isoformat()})
    _tell(
        user,
        sender,
        _("Your data will be erased on %(day)s. To keep your account, cancel that in your account before then."),
        due,
    )
    return row


@transaction.atomic
def cancel(*, erasure: Erasure, at: datetime) -> None:
    """Keep the account after all. Raises NotNow once it has begun."""
    moved = Erasure.objects.filter(pk=erasure.pk, status__in=[S.WAITING, S.BLOCKED]).update(
        status=S.CANCELLED, ended_at=at
    )
    if not moved:
        raise NotNow("The erasure has begun and cannot be stopped.")
    identity_services.note("erasure.cancelled", user=erasure.user, brand_id=erasure.brand_id)


def remind(*, erasure: Erasure, sender: str) -> None:
    if erasure.status in {S.WAITING, S.BLOCKED}:
        sentence = _(
            "In two days, on %(day)s, your data will be erased. This is the last message about it: afterwards we do not know "
            "your address. To keep your account, cancel that in your account before then."
        )
        _tell(erasure.user, sender, sentence, erasure.due_at)


def begin(*, erasure: Erasure, at: datetime) -> None:
    """The day has come: close the account and send each brand its part, or look again tomorrow while things are open."""
    erasure = Erasure.objects.select_for_update().select_related("user").get(pk=erasure.pk)
    if erasure.status not in {S.WAITING, S.BLOCKED} or at < erasure.due_at:
        return
    if presence.still_open(erasure.user, only=erasure.brand_id):
        Erasure.objects.filter(pk=erasure.pk).update(status=S.BLOCKED)
        jobs.enqueue("privacy.begin_erasure", at=at + LOOK_AGAIN_AFTER, erasure_id=erasure.pk)
        return
    brands = presence.brands_of(erasure.user, only=erasure.brand_id)
    erasure.status, erasure.brands = S.RUNNING, {str(brand.pk): None for brand in brands}
    erasure.save(update_fields=["status", "brands", "updated_at"])
    if erasure.brand_id is None:
        identity_services.leaving.close(user=erasure.user, at=at)
    for brand in brands:
        with brand_scope(brand):
            jobs.enqueue("privacy.erase_in_brand", erasure_id=erasure.pk)
    if not brands:
        jobs.enqueue("privacy.finish_erasure", erasure_id=erasure.pk)


def erase_in_brand(*, erasure_id: str, at: datetime) -> None:
    """One brand's part, in that brand; the last one asks for the end. Repeatable."""
    brand_id = str(jobs.current_brand_id())
    with public_scope():
        erasure = queries.erasure(erasure_id)
        user = erasure.user
        ids, addresses = identity.ids_ever(user), identity.addresses_ever(user)
        here = None if brand_id == str(tenancy.house().pk) else UUID(brand_id)
        asked = [row.pk for row in identity.invitations_ever(user) if row.brand_id == here]
        shops = [
            row.seller_id for row in identity.all_memberships(user) if str(row.brand_id) == brand_id and row.seller_id
        ]
    counts, last_order_at = erase_here(user_ids=ids, addresses=addresses, invitations=asked, shops=shops, at=at)
    with public_scope():
        erasure = Erasure.objects.select_for_update().get(pk=erasure_id)
        if erasure.status != S.RUNNING or erasure.brands.get(brand_id) is not None:
            return
        last = last_order_at.isoformat() if last_order_at else None
        erasure.brands[brand_id] = {"at": at.isoformat(), "counts": counts, "last_order_at": last}
        erasure.save(update_fields=["brands", "updated_at"])
        if all(erasure.brands.values()):
            jobs.enqueue("privacy.finish_erasure", erasure_id=erasure.pk)


def finish(*, erasure: Erasure, at: datetime) -> None:
    """Every brand is done: forget the account as well, if nothing needs it, and write the proof."""
    erasure = Erasure.objects.select_for_update().select_related("user").get(pk=erasure.pk)
    if erasure.status != S.RUNNING or not all(erasure.brands.values()):
        return
    user, addresses = erasure.user, identity.addresses_ever(erasure.user)
    others = [brand for brand in presence.brands_of(user) if brand.pk != erasure.brand_id]
    is_whole = erasure.brand_id is None or not (others or identity.living_memberships(user))
    counts = {brand_id: done["counts"] for brand_id, done in erasure.brands.items()}
    ordered = [parse_datetime(done["last_order_at"]) for done in erasure.brands.values() if done["last_order_at"]]
    if is_whole:
        identity_services.leaving.close(user=user, at=at)
        counts["platform"] = _erase_account(user, addresses, at)
    else:
        ids = identity.ids_ever(user)
        identity_services.leaving.forget_at(user_ids=ids, addresses=addresses, at=at, brand_id=erasure.brand_id)
    ErasureProof.objects.create(
        erasure_id=erasure.pk, person_hash=person_hash(user.pk), address_hashes=[address_hash(one) for one in addresses],
        whole_person=is_whole, asked_at=erasure.asked_at, done_at=at, counts=counts,
        kept=law.kept(last_order_at=max(filter(None, ordered), default=None), at=at),
    )  # fmt: skip
    Erasure.objects.filter(pk=erasure.pk).update(status=S.DONE, ended_at=at)


def person_hash(user_id: UUID) -> str:
    return blind_index(str(user_id), purpose="privacy.person")


def address_hash(address: str) -> str:
    """By this a proof is found for somebody who says “you should not know me any more”."""
    return blind_index(address, purpose="privacy.address")


def _erase_account(user: User, addresses: list[str], at: datetime) -> dict[str, int]:
    ids = [*identity.ids_ever(user), *(row.pk for row in identity.invitations_ever(user))]
    for export in queries.exports_of(user):
        files.remove(export)
    counts = verification.forget_drafts(owner=user)
    counts |= identity_services.leaving.erase(user=user, at=at)
    counts |= forgetting.forget_person(user_ids=[str(one) for one in ids], words=addresses)
    return {table: number for table, number in counts.items() if number}


def _tell(user: User, sender: str, sentence: str, due: datetime) -> None:
    text = sentence % {"day": timezone.localtime(due).strftime("%d %B %Y, %H:%M")}
    to = (user.email or user.phone) or ""
    if to:
        identity_services.tell(to=to, sender=sender, subject=_("Erasing your data"), text=text)
