"""Sellers that come with a brand's manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core import jobs
from haat.core.errors import InvalidInput
from haat.core.ids import new_id
from haat.identity import identifiers
from haat.identity import services as identity_services
from haat.sellers.models import PickupPlace, Seller
from haat.sellers.services import snapshots
from haat.tenancy.context import public_scope
from haat.verification import queries as verification_queries
from haat.verification import services as verification_services
from haat.verification.types import EntityClaims

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.sellers.types import SellerSpec
    from haat.verification.types import EntitySnapshot


@transaction.atomic
def seed_seller(*, spec: SellerSpec, at: datetime) -> Seller:
    """An active seller of the active brand with a verified entity and an owner; again, only its texts may change.

    Raises InvalidInput when the entity sells on this brand under another slug, or is known and not verified.
    """
    found = Seller.objects.filter(slug=spec.slug).first()
    if found is not None:
        return _retouch(found, spec)
    brand_id = jobs.current_brand_id()
    assert brand_id is not None  # noqa: S101 - a seller exists in a brand only; the table is nowhere else
    seller_id = new_id()
    snapshot = _entity(spec, brand_id=brand_id, seller_id=seller_id, at=at)
    if snapshot.status != "verified":
        raise InvalidInput(
            f"The PAN of “{spec.slug}” belongs to a seller who is {snapshot.status.replace('_', ' ')} on this platform.",
            details={"pan": ["Not verified."]},
        )
    if Seller.objects.filter(entity_id=snapshot.entity_id).exists():
        raise InvalidInput(
            f"The PAN of “{spec.slug}” belongs to another seller of this brand.", details={"pan": ["Used twice."]}
        )
    seller = Seller(
        pk=seller_id, slug=spec.slug, name=spec.name, description=spec.description, tier=spec.tier, status=Seller.Status.ACTIVE,
        applied_at=at, submitted_at=at, approved_at=at, entity_id=snapshot.entity_id,
    )  # fmt: skip
    snapshots.copy(seller, snapshot)
    seller.save(force_insert=True)
    PickupPlace.objects.create(
        seller=seller, name=spec.name, address=spec.address, city=spec.city, state=spec.state, pin=spec.pin
    )
    audit.record("seller.seeded", seller, after={"status": seller.status})
    jobs.enqueue("sellers.create_linked_account", seller_id=seller.pk, unique_key=str(seller.pk))
    return seller


def _entity(spec: SellerSpec, *, brand_id: UUID, seller_id: UUID, at: datetime) -> EntitySnapshot:
    with public_scope():
        owner, _ = identity_services.person(
            identifier=identifiers.parse(spec.owner.email or spec.owner.phone), name=spec.owner.name
        )
        claims = EntityClaims(
            legal_name=spec.legal_name, trade_name=spec.name, pan=spec.pan, gstin=spec.gstin, state=spec.state,
            address=spec.address, city=spec.city, pin=spec.pin, bank_account=spec.bank_account, ifsc=spec.ifsc,
            account_holder=spec.account_holder, gst_status="regular" if spec.gstin else "unregistered",
        )  # fmt: skip
        entity = verification_services.seed_entity(owner=owner, claims=claims, at=at)
        verification_services.place(entity=entity, brand_id=brand_id, seller_id=seller_id)
        identity_services.grant(user=owner, scope="seller", role="owner", brand_id=brand_id, seller_id=seller_id)
        return verification_queries.snapshot(entity.pk)


def _retouch(seller: Seller, spec: SellerSpec) -> Seller:
    if (seller.name, seller.description) != (spec.name, spec.description):
        before = {"name": seller.name, "description": seller.description}
        seller.name, seller.description = spec.name, spec.description
        seller.save(update_fields=["name", "description", "updated_at"])
        after = {"name": spec.name, "description": spec.description}
        audit.record("seller.shop_changed", seller, before=before, after=after)
    return seller
