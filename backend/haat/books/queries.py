"""Reads of the books as a whole: their last proof, the queue of differences, and who may look after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Q

from haat.audit import queries as audit
from haat.books.models import ReconBreak, ReconRun
from haat.core.errors import NotFound
from haat.identity import queries as identity
from haat.payments import queries as payments
from haat.tenancy import queries as tenancy
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.tenancy.models import Brand

State = ReconBreak.State
NOBODY = "nobody"


def standing() -> dict[str, Any]:
    """How far the active brand's books are sealed, and what the last proof of them found."""
    brand_id = active_brand().pk
    with public_scope():
        head = tenancy.ledger_head(brand_id)
    checks = head.checks if head else []
    return {
        "sealed": head.position if head else 0,
        "hash": head.hash if head and head.position else "",
        "verified": head.verified_position if head else 0,
        "verified_at": head.verified_at if head else None,
        "holds": bool(head and head.verified_at and not head.faults),
        "checks": [{"warnings": []} | check | {"holds": not check["faults"]} for check in checks],
    }


def breaks(*, state: str = "", kind: str = "", owner: str = "", q: str = "") -> QuerySet[ReconBreak]:
    """The queue, newest first; `owner` is a member's id, or nobody."""
    rows = ReconBreak.objects.annotate(owner_name=audit.name_of("owner_id")).order_by("-found_at", "-id")
    if state:
        rows = rows.filter(state__in=state.split(","))
    if kind:
        rows = rows.filter(kind__in=kind.split(","))
    if owner:
        rows = rows.filter(owner_id="" if owner == NOBODY else owner)
    return rows.filter(Q(subject__icontains=q) | Q(reference__icontains=q)) if q else rows


def one_break(break_id: UUID) -> ReconBreak:
    """Raises NotFound."""
    found = breaks().filter(pk=break_id).first()
    if found is None:
        raise NotFound("There is no such difference.")
    return found


def can_give_back(row: ReconBreak) -> bool:
    """Whether it is money that no order asked for, and nobody has sent it back yet."""
    if row.kind != "unknown_payment" or row.state == State.RESOLVED:
        return False
    payment = payments.stray(row.subject)
    return payment is not None and not payment.refunded_minor


def can_send_again(row: ReconBreak) -> bool:
    """Whether it is a refund that waits for money at the provider."""
    return row.kind == "stuck_refund" and row.state != State.RESOLVED and payments.waits_for_money(row.subject)


def recon_standing() -> dict[str, Any]:
    """The last comparison, and how much is open of which kind since when."""
    last = ReconRun.objects.filter(finished_at__isnull=False).order_by("-started_at").first()
    failed = ReconRun.objects.exclude(failure="").order_by("-started_at").first()
    is_out = failed is not None and (last is None or failed.started_at > last.started_at)
    open_rows = ReconBreak.objects.filter(state=State.OPEN).order_by()
    kinds = open_rows.values("kind").annotate(count=Count("pk"), oldest=Min("found_at")).order_by("-count", "kind")
    return {
        "account": last.account if last else "",
        "ran_at": last.finished_at if last else None,
        "until": last.until if last else None,
        "looked_at": last.looked_at if last else {},
        "healed": last.healed if last else 0,
        "failure": failed.failure if failed and is_out else "",
        "open": open_rows.count(),
        "explained": ReconBreak.objects.filter(state=State.EXPLAINED).count(),
        "kinds": list(kinds),
    }


def people(brand: Brand) -> list[dict[str, str]]:
    """Who may look after differences: members of the brand whose role lets them settle one."""
    with public_scope():
        rows = identity.members_with("recon.edit", brand_id=brand.pk)
        return [{"id": str(row.user_id), "name": row.user.name} for row in rows]
