"""Launching, suspending and resuming brands."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from haat.core import events, jobs
from haat.core.errors import DomainError, InvalidInput, Unavailable
from haat.tenancy import hosts
from haat.tenancy.models import HOUSE, Brand, Domain, LedgerHead, SealHead
from haat.tenancy.types import BrandChanged, BrandDecided, BrandLaunched

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

CLAIM = """
UPDATE tenancy_brand SET status = 'provisioning', slug = %(slug)s, updated_at = %(at)s
 WHERE id = (SELECT id FROM tenancy_brand WHERE status = 'spare' ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id
"""


ACTIONS: dict[str, str] = {Brand.Status.SUSPENDED: "brand.suspended", Brand.Status.ACTIVE: "brand.reactivated"}


class SlugTaken(DomainError):
    code = "slug_taken"


class WrongBrandState(DomainError):
    code = "brand_state"


@dataclass(frozen=True, slots=True)
class BrandSpec:
    """What a brand is, without its catalogue and people."""

    slug: str
    name: str
    legal_name: str
    order_prefix: str
    document_code: str
    home_state: str
    country: str = "IN"
    currency: str = "INR"
    locale: str = "en-IN"
    gstin: str = ""
    settings: dict[str, Any] = field(default_factory=dict)
    presentation: dict[str, Any] = field(default_factory=dict)


def launch_brand(*, spec: BrandSpec, at: datetime) -> Brand:
    """Claim a spare schema for a new brand; it is active when this returns.

    Raises SlugTaken, InvalidInput for a reserved slug or a used prefix, Unavailable when no schema can be made.
    """
    if spec.slug in hosts.RESERVED - {HOUSE}:
        raise InvalidInput(
            f"“{spec.slug}” is reserved. Choose another short name.", details={"slug": ["This name is reserved."]}
        )
    if Brand.objects.filter(slug=spec.slug).exists():
        raise SlugTaken(
            f"There is already a brand “{spec.slug}”. Choose another short name.", details={"slug": ["Taken."]}
        )
    brand_id = _claim(spec.slug, at) or _claim_after_refill(spec.slug, at)
    try:
        with transaction.atomic():
            brand = Brand.objects.select_for_update().get(pk=brand_id)
            _write(brand, spec)
            brand.status, brand.launched_at = Brand.Status.ACTIVE, at
            brand.save()
            host = f"{spec.slug}.{settings.HAAT_PLATFORM_DOMAIN}"
            Domain.objects.create(tenant=brand, domain=host, is_primary=True, status=Domain.Status.LIVE)
            if spec.slug != HOUSE:  # made by the owner at set-up, before anybody listens
                events.publish(BrandLaunched(brand_id=str(brand.pk)))
    except IntegrityError as error:
        Brand.objects.filter(pk=brand_id).update(status=Brand.Status.SPARE, slug=None)
        field_name = "document_code" if "document_code" in str(error) else "order_prefix"
        raise InvalidInput(
            "Another brand uses this code already.", details={field_name: ["Used by another brand."]}
        ) from None
    hosts.forget()
    return brand


def update_brand(*, brand: Brand, spec: BrandSpec) -> Brand:
    """Bring settings and presentation in line with a manifest; schema and slug never change."""
    with transaction.atomic():
        brand = Brand.objects.select_for_update().get(pk=brand.pk)
        _write(brand, spec)
        brand.save()
        events.publish(BrandChanged(brand_id=str(brand.pk)))
    hosts.forget()
    return brand


class RatesMoved(DomainError):
    """Somebody set a brand's delivery rates after these were read."""

    code = "rates_moved"


def set_shipping(*, brand_id: UUID, document: dict[str, Any], seen: int, at: datetime) -> tuple[dict[str, Any], Brand]:
    """Replace a brand's delivery rates by the next version; returns what was, and the brand. Raises RatesMoved."""
    with transaction.atomic():
        brand = Brand.objects.select_for_update().get(pk=brand_id)
        before, brand.shipping = brand.shipping, document
        if before.get("version", 0) != seen:
            raise RatesMoved("Somebody changed the delivery rates meanwhile. Load them again and look what is new.")
        brand.save(update_fields=["shipping", "updated_at"])
        events.publish(BrandChanged(brand_id=str(brand_id)))
        # Once more when no process can know the old row any more: until then one may keep a page that was made of it.
        stale_until = at + timedelta(seconds=hosts.STALE_SECONDS + 1)
        jobs.enqueue("tenancy.forget_pages", at=stale_until, brand_id=str(brand_id))
    hosts.forget()
    transaction.on_commit(hosts.forget)  # of a caller's transaction: who asked meanwhile has read what was before
    return before, brand


def note_manifest(*, brand: Brand, fingerprint: str) -> None:
    """Remember which manifest was applied, so that the same one need not be again."""
    Brand.objects.filter(pk=brand.pk).update(manifest_hash=fingerprint)


def note_seal_head(*, brand_id: UUID, position: int, hash: str, mac: str) -> None:  # noqa: A002 - the column's name
    """Keep where the chain of a brand's audit log ends now."""
    head = {"position": position, "hash": hash, "mac": mac}
    SealHead.objects.update_or_create(brand_id=brand_id, defaults=head)


def note_proof(*, brand_id: UUID, position: int, faults: list[str], at: datetime) -> None:
    """Keep what the last walk through a brand's audit log found."""
    found = {"verified_at": at, "verified_position": position, "faults": faults}
    SealHead.objects.filter(brand_id=brand_id).update(**found)


def note_ledger_head(*, brand_id: UUID, position: int, hash: str, mac: str) -> None:  # noqa: A002 - the column's name
    """Keep where the chain of a brand's books ends now."""
    head = {"position": position, "hash": hash, "mac": mac}
    LedgerHead.objects.update_or_create(brand_id=brand_id, defaults=head)


def note_ledger_proof(
    *, brand_id: UUID, position: int, faults: list[str], checks: list[dict[str, Any]], at: datetime
) -> None:
    """Keep what the last proof of a brand's books found."""
    found = {"verified_at": at, "verified_position": position, "faults": faults, "checks": checks}
    LedgerHead.objects.filter(brand_id=brand_id).update(**found)


def suspend_brand(*, brand: Brand, reason: str = "") -> Brand:
    """Close a shop for now: its storefront and seller portal answer 503, its staff still get in."""
    return _move(brand, Brand.Status.ACTIVE, Brand.Status.SUSPENDED, reason)


def resume_brand(*, brand: Brand, reason: str = "") -> Brand:
    return _move(brand, Brand.Status.SUSPENDED, Brand.Status.ACTIVE, reason)


def set_plan(*, brand: Brand, plan: str) -> Brand:
    """How many requests a minute a brand may have. Raises InvalidInput for a plan that is not offered."""
    if plan not in settings.HAAT_PLANS:
        sentence = f"Choose one of {', '.join(settings.HAAT_PLANS)}."
        raise InvalidInput(sentence, details={"plan": [sentence]})
    with transaction.atomic():
        before, brand.plan = brand.plan, plan
        brand.save(update_fields=["plan", "updated_at"])
        events.publish(BrandDecided(brand_id=str(brand.pk), action="brand.plan_changed", reason=f"{before} → {plan}"))
    hosts.forget()
    return brand


def refill_pool() -> None:
    """Make spare schemas in a process of the owner's, since this one may not create any."""
    command = [sys.executable, str(settings.BASE_DIR / "backend" / "manage.py"), "spares"]
    environment = os.environ | {"HAAT_DB_PRINCIPAL": "owner"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603 - our own command
    if done.returncode:
        raise Unavailable(
            f"No schema could be made for the brand: {done.stderr.strip().splitlines()[-1:] or 'no reason given'}."
        )


def _move(brand: Brand, source: str, target: str, reason: str) -> Brand:
    with transaction.atomic():
        if not Brand.objects.filter(pk=brand.pk, status=source).update(status=target):
            raise WrongBrandState(f"{brand.name} is {brand.status}; only a brand that is {source} can become {target}.")
        brand.status = target
        events.publish(BrandChanged(brand_id=str(brand.pk)))
        states = {"before": {"status": source}, "after": {"status": target}}
        events.publish(BrandDecided(brand_id=str(brand.pk), action=ACTIONS[target], reason=reason, **states))
    hosts.forget()
    return brand


def _claim(slug: str, at: datetime) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, {"slug": slug, "at": at})
        row = cursor.fetchone()
    return row[0] if row else None


def _claim_after_refill(slug: str, at: datetime) -> Any:
    refill_pool()
    if brand_id := _claim(slug, at):
        return brand_id
    raise Unavailable("No prepared schema is free. Try again in a minute.")


def _write(brand: Brand, spec: BrandSpec) -> None:
    for name in (
        "name",
        "legal_name",
        "country",
        "currency",
        "locale",
        "home_state",
        "gstin",
        "order_prefix",
        "document_code",
    ):
        setattr(brand, name, getattr(spec, name))
    brand.settings, brand.presentation = spec.settings, spec.presentation
