"""Disputes, told to the sellers whose money waits and to the brand's people who answer the bank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from haat.core.jobs import job
from haat.core.money import Money
from haat.disputes import queries
from haat.identity import queries as identity
from haat.notifications import services
from haat.notifications.contacts import seller_contacts
from haat.tenancy import hosts
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from haat.disputes.models import Case


@job("notifications.dispute_opened")
def dispute_opened(case_id: str) -> None:
    case = queries.case(case_id)
    for seller_id, number, minor in _concerned(case):
        words = {"until": _day(case.sellers_due_at), "reason": _reason(case)}
        _tell_seller("dispute-opened", case, seller_id, number, minor, words, sms=True)
    until = _day(case.dispute.respond_by)
    _tell_staff("dispute-came", case, {"until": until, "reason": _reason(case)})


@job("notifications.dispute_ended")
def dispute_ended(case_id: str) -> None:
    case = queries.case(case_id)
    lost, won = _("the customer got the money"), _("the payment stands")
    words = {
        "end": lost if case.is_lost else won,
        "next": _("The brand decides who bears it.")
        if case.is_lost
        else _("What was held is paid out with your next payout."),
    }
    for seller_id, number, minor in _concerned(case):
        _tell_seller("dispute-ended", case, seller_id, number, minor, words)
    _tell_staff("dispute-ended", case, words | {"next": _("Say who bears it.") if case.is_lost else ""})


@job("notifications.dispute_charged")
def dispute_charged(case_id: str) -> None:
    case = queries.case(case_id)
    if case.bearer == "seller":
        for seller_id, number, minor in _concerned(case):
            _tell_seller("dispute-charged", case, seller_id, number, minor, {})


def _concerned(case: Case) -> Iterator[tuple[UUID, str, int]]:
    for share in case.dispute.shares.all():
        if share.seller_id is not None:
            yield share.seller_id, share.reference_number, share.amount_minor


def _tell_seller(
    template: str, case: Case, seller_id: UUID, number: str, minor: int, words: dict[str, Any], *, sms: bool = False
) -> None:
    brand = active_brand()
    known = {
        "brand": brand.name, "number": number, "total": Money(minor, case.dispute.currency),
        "url": hosts.url("seller", brand, f"/disputes/{case.pk}"),
    }  # fmt: skip
    services.tell(
        template=template, fact=f"dispute:{case.pk}:{seller_id}", audience="seller", owner_id=seller_id,
        contacts=seller_contacts(seller_id), words=known | words, sms=sms,
    )  # fmt: skip


def _tell_staff(template: str, case: Case, words: dict[str, Any]) -> None:
    brand = active_brand()
    with public_scope():
        people = [row.user for row in identity.members_with("disputes.edit", brand_id=brand.pk)]
    known = {
        "brand": brand.name, "number": case.number, "total": Money(case.dispute.amount_minor, case.dispute.currency),
        "url": hosts.url("admin", brand, f"/disputes/{case.pk}"),
    }  # fmt: skip
    services.tell(
        template=template, fact=f"dispute:{case.pk}:brand", audience="staff", owner_id=None,
        contacts=[{"name": one.name, "email": one.email or "", "phone": ""} for one in people], words=known | words,
    )  # fmt: skip


def _reason(case: Case) -> str:
    return str(case.dispute.reason or case.dispute.reason_code.replace("_", " "))


def _day(moment: datetime | None) -> str:
    return timezone.localtime(moment).strftime("%d %B %Y") if moment else _("soon")
