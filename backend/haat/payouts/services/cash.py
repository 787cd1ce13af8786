"""Cash that couriers collected reaches the brand's bank: only then can it be paid to sellers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from haat.audit import services as audit
from haat.core.errors import InvalidInput
from haat.ledger import services as ledger
from haat.ledger.chart import BANK
from haat.ledger.types import Leg
from haat.orders import queries as orders
from haat.payouts.models import CashRemittance, RemittedPart
from haat.payouts.queries.cash import cash_of
from haat.payouts.services.runs import one_at_a_time
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

SAME_DAY = timedelta(hours=24)  # a day is written as its noon
NO = "Not delivered for cash, or brought before."


def remit(
    *, part_ids: Collection[UUID], courier: str, reference: str, amount_minor: int, received_at: datetime, at: datetime
) -> CashRemittance:
    """Book what arrived at the bank for these parcels. The same bank reference is one remittance.

    Raises InvalidInput when the amount is not what the parcels collected, one was brought before, or the day lies ahead.
    """
    if received_at > at + SAME_DAY:
        words = "This day has not come yet. Give the day on which the bank booked the cash."
        raise InvalidInput(words, details={"received_at": [words]})
    received_at = min(received_at, at)
    with transaction.atomic():
        one_at_a_time()
        known = CashRemittance.objects.filter(reference=reference).first()
        if known is not None:
            raise InvalidInput(
                "This bank reference was booked before.", details={"reference": [f"Booked as cash {known.number}."]}
            )
        waiting = {
            part.pk: part for part in orders.cash_parts(but=RemittedPart.objects.all()) if part.pk in set(part_ids)
        }
        if len(waiting) != len(set(part_ids)):
            raise InvalidInput("A parcel cannot be in this remittance.", details={"parts": [NO]})
        collected = cash_of(waiting.values())
        if sum(collected.values()) != amount_minor:
            words = "These parcels collected another amount. Leave out those whose cash is missing."
            raise InvalidInput(words, details={"amount_minor": [words]})
        row = CashRemittance.objects.create(
            number=(CashRemittance.objects.aggregate(last=Max("number"))["last"] or 0) + 1, courier=courier, reference=reference,
            amount_minor=amount_minor, currency=active_brand().currency, received_at=received_at, by=audit.somebody(),
        )  # fmt: skip
        RemittedPart.objects.bulk_create(
            RemittedPart(remittance=row, part_id=pk, amount_minor=minor) for pk, minor in collected.items()
        )
        ledger.post(
            key=f"remit:{row.pk}", code="cash.remitted", legs=[Leg("cod_receivable", BANK, amount_minor)], at=received_at,
            reference=f"COD-{row.number}", description=f"{courier} {reference}", currency=row.currency,
        )  # fmt: skip
        after = {"amount_minor": amount_minor, "parcels": len(collected), "reference": reference}
        audit.record("payout.cash_remitted", row, after=after)
    return row
