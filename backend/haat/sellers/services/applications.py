"""Somebody applies to sell on this brand: the entity is the platform's matter, the shop is the brand's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from haat.audit import services as audit
from haat.core import events, jobs
from haat.core.errors import NotNow
from haat.core.ids import new_id
from haat.identity import services as identity_services
from haat.sellers.models import PickupPlace, Seller
from haat.sellers.services import snapshots
from haat.sellers.types import SellerApplied
from haat.tenancy.context import public_scope
from haat.verification import queries as verification_queries
from haat.verification import services as verification_services

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from haat.verification.models import SellerEntity

SHOP = {"shop_name": "name", "description": "description"}
EDITABLE = {"draft", "needs_changes"}
PAYEE = {"pan", "gst_status", "gstin", "bank_account", "ifsc", "account_holder"}


class AlreadyApplied(NotNow):
    code = "already_applied"


@transaction.atomic
def apply(*, user: Any, answers: Mapping[str, str], at: datetime) -> Seller:
    """Begin an application and make the person the owner of the shop. Raises AlreadyApplied, InvalidInput."""
    brand_id, seller_id = jobs.current_brand_id(), new_id()
    assert brand_id is not None  # noqa: S101 - a seller exists in a brand only; the table is nowhere else
    with public_scope():
        entity = verification_services.start(owner=user, trade_name=answers["shop_name"])
    if Seller.objects.filter(entity_id=entity.pk).exists():
        raise AlreadyApplied("You have an application on this marketplace already.")
    with public_scope():
        verification_services.place(entity=entity, brand_id=brand_id, seller_id=seller_id)
        identity_services.grant(user=user, scope="seller", role="owner", brand_id=brand_id, seller_id=seller_id)
    seller = Seller(
        pk=seller_id,
        slug=_free_slug(answers["shop_name"]),
        name=answers["shop_name"],
        applied_at=at,
        entity_id=entity.pk,
    )
    try:
        with transaction.atomic():
            seller.save(force_insert=True)
    except IntegrityError:
        raise AlreadyApplied("You have an application on this marketplace already.") from None
    audit.record("seller.applied", seller, after={"status": seller.status})
    return change_application(seller=seller, answers=answers)


@transaction.atomic
def change_application(*, seller: Seller, answers: Mapping[str, str]) -> Seller:
    """Save what was filled in: shop texts here, claims with the entity. Raises what verification refuses."""
    claims = {name: value for name, value in answers.items() if name not in SHOP}
    with public_scope():
        entity = verification_queries.entity(seller.entity_id)
        if "shop_name" in answers and entity.is_editable:
            claims["trade_name"] = answers["shop_name"]
        entity = verification_services.update(entity=entity, changes=claims)
    changed = _refresh(seller, entity, {SHOP[name]: value for name, value in answers.items() if name in SHOP})
    audit.record(
        "seller.application_changed", changed, after={"fields": sorted(answers)}
    )  # the values are the entity's
    return changed


def changes_payee(*, seller: Seller, answers: Mapping[str, str]) -> bool:
    """Whether somebody who may sell already says anew who is paid and taxed. A masked value means "as it was"."""
    return seller.approved_at is not None and any(
        name in PAYEE and not value.startswith("••••") for name, value in answers.items()
    )


@transaction.atomic
def submit_application(*, seller: Seller, agreed: bool, at: datetime) -> Seller:
    """Send the application in: to the platform's checks, unless the entity passed them before, and to the brand."""
    seller = Seller.objects.select_for_update().get(pk=seller.pk)
    with public_scope():
        entity = verification_queries.entity(seller.entity_id)
        if entity.is_editable:
            entity = verification_services.submit(entity=entity, agreed=agreed, at=at)
        elif seller.submitted_at is not None:
            raise NotNow("Your application was sent in already.")
    is_first = seller.submitted_at is None
    seller.submitted_at = seller.submitted_at or at
    seller.save(update_fields=["submitted_at", "updated_at"])
    _refresh(seller, entity, {})
    _ensure_pickup_place(seller)
    audit.record("seller.submitted", seller, before={"submitted": not is_first}, after={"submitted": True})
    if is_first:
        events.publish(SellerApplied(seller_id=str(seller.pk)))
    return seller


def _refresh(seller: Seller, entity: SellerEntity, texts: Mapping[str, str]) -> Seller:
    with public_scope():
        snapshots.copy(seller, verification_queries.snapshot(entity.pk))
    for name, value in texts.items():
        setattr(seller, name, value)
    seller.save(update_fields=[*snapshots.FIELDS, *texts, "updated_at"])
    return seller


def _ensure_pickup_place(seller: Seller) -> None:
    """Parcels start at the address of the application until the seller says otherwise."""
    place = {name: getattr(seller, name) for name in ("name", "address", "city", "state", "pin")}
    PickupPlace.objects.update_or_create(seller=seller, is_default=True, archived_at=None, defaults=place)


def _free_slug(name: str) -> str:
    base = slugify(name)[:50] or "shop"
    taken = set(Seller.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug
        for number in range(1, len(taken) + 2)
        if (slug := base if number == 1 else f"{base}-{number}") not in taken
    )
