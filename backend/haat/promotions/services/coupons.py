"""Codes: by hand, or a batch of random ones."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, NoReturn

from django.db import IntegrityError, transaction

from haat.audit import services as audit
from haat.core.errors import InvalidInput
from haat.promotions import queries
from haat.promotions.models import Coupon, CouponBatch, Promotion

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

CODE = re.compile(r"^[A-Z0-9][A-Z0-9-]{2,23}$")
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without those that are read for one another
RANDOM_LETTERS = 10  # about 50 bits of chance
BATCH_MAX = 10_000
PREFIX_MAX = 10


def add_coupon(
    *, promotion: Promotion, code: str, uses_max: int | None = None, expires_at: datetime | None = None,
    customer_id: UUID | None = None,
) -> Coupon:  # fmt: skip
    """Open a promotion by a code of somebody's choice. Raises InvalidInput for one that exists or cannot be typed."""
    wanted = queries.normal_code(code)
    _takes_codes(promotion)
    if not CODE.match(wanted):
        _refuse("code", "Use 3 to 24 letters, digits and hyphens.")
    try:
        with transaction.atomic():
            coupon = Coupon.objects.create(
                promotion=promotion, code=wanted, uses_max=uses_max, expires_at=expires_at, customer_id=customer_id
            )
            audit.record("promotion.code_added", promotion, after={"code": wanted, "uses_max": uses_max})
    except IntegrityError:
        _refuse("code", f"The code {wanted} exists already.")
    return coupon


def make_batch(
    *,
    promotion: Promotion,
    name: str,
    size: int,
    prefix: str = "",
    expires_at: datetime | None = None,
    uses_max: int = 1,
) -> CouponBatch:
    """Make `size` codes nobody can guess, each for `uses_max` uses."""
    _takes_codes(promotion)
    start = queries.normal_code(prefix)
    if start and (len(start) > PREFIX_MAX or not re.match(r"^[A-Z0-9]+$", start)):
        _refuse("prefix", f"Use at most {PREFIX_MAX} letters and digits.")
    if not 1 <= size <= BATCH_MAX:
        _refuse("size", f"Make between 1 and {BATCH_MAX:,} codes at once.")
    codes: set[str] = set()
    while len(codes) < size:
        codes.add(start + "".join(secrets.choice(LETTERS) for _ in range(RANDOM_LETTERS)))
    with transaction.atomic():
        batch = CouponBatch.objects.create(promotion=promotion, name=name, size=size)
        Coupon.objects.bulk_create(
            [
                Coupon(promotion=promotion, batch=batch, code=code, uses_max=uses_max, expires_at=expires_at)
                for code in sorted(codes)
            ],
            batch_size=1000,
        )
        audit.record("promotion.batch_made", promotion, after={"batch": name, "size": size})
    return batch


def stop_coupon(*, coupon: Coupon, at: datetime) -> Coupon:
    """Nobody can use the code any more; orders made with it stay."""
    with transaction.atomic():
        if Coupon.objects.filter(pk=coupon.pk, stopped_at=None).update(stopped_at=at):
            audit.record("promotion.code_stopped", coupon.promotion, before={"code": coupon.code})
    coupon.refresh_from_db()
    return coupon


def _takes_codes(promotion: Promotion) -> None:
    if not promotion.needs_code:
        raise InvalidInput(f"“{promotion.name}” applies to everybody without a code.")


def _refuse(field: str, sentence: str) -> NoReturn:
    raise InvalidInput(sentence, details={field: [sentence]})
