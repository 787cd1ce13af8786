"""What the seller and the brand's staff read of a seller: the brand's row together with the platform's findings."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from haat.audit import queries as audit_queries
from haat.core import india, jobs
from haat.identity import queries as identity_queries
from haat.sellers import queries
from haat.sellers.models import Seller
from haat.tenancy.context import public_scope
from haat.verification import queries as verification_queries

if TYPE_CHECKING:
    from collections.abc import Collection


PLAIN = (
    "id", "name", "slug", "status", "entity_status", "submitted_at", "legal_name", "description", "decision_reason",
    "gst_status", "gstin", "state", "city", "score", "tier", "is_own", "linked_account_status", "linked_account_reason",
    "payouts_frozen_until",
)  # fmt: skip


def application(seller: Seller) -> dict[str, Any]:
    """The application as the applicant sees it. PAN and account number come masked."""
    with public_scope():
        form = verification_queries.form(seller.entity_id)
    may_submit = (form.is_editable and not form.missing) or (not form.is_editable and seller.submitted_at is None)
    return {
        **form.claims,
        "status": form.status,
        "seller_status": seller.status,
        "decision_reason": seller.decision_reason or form.reason or None,
        "submitted_at": seller.submitted_at,
        "next_try_at": form.next_try_at,
        "slug": seller.slug,
        "shop_name": seller.name,
        "description": seller.description,
        "missing": [{"field": name, "label": label} for name, label in form.missing.items()],
        "requirements": [asdict(line) for line in form.requirements],
        "actions": [name for name, may in (("edit", form.is_editable), ("submit", may_submit)) if may],
    }


def for_staff(seller: Seller, permissions: Collection[str]) -> dict[str, Any]:
    """A seller as the brand's staff see it: no secret of the entity, and nothing of other brands."""
    place, brand_id = queries.pickup_place(seller), jobs.current_brand_id()
    with public_scope():
        lines = verification_queries.requirement_lines(verification_queries.entity(seller.entity_id))
        people = identity_queries.staff_contacts(scope="seller", brand_id=brand_id, seller_id=seller.pk)
    return {
        **{name: getattr(seller, name) for name in PLAIN},
        "payouts_frozen_reason": seller.get_payouts_frozen_reason_display(),
        "pan_masked": f"••••{seller.pan_last4}" if seller.pan_last4 else "",
        "state_name": india.state_name(seller.state),
        "pickup_address": f"{place.address}, {place.city}, {place.pin}" if place else "",
        "owner": people[0] if people else None,
        "requirements": [asdict(line) for line in lines],
        "timeline": timeline(seller),
        "actions": queries.staff_actions(seller, permissions),
    }


def timeline(seller: Seller) -> list[dict[str, Any]]:
    """What happened to a seller on this brand, oldest first."""
    words = {
        "seller.seeded": _("Came with the brand's manifest"),
        "seller.submitted": _("Application sent in"),
        "seller.approved": _("Approved by the brand"),
        "seller.activated": _("Verified by the platform; the shop is open"),
        "seller.rejected": _("Application declined"),
        "seller.suspended": _("Suspended"),
        "seller.reactivated": _("Reactivated"),
        "seller.paused": _("On vacation"),
        "seller.resumed": _("Back from vacation"),
        "seller.payouts_frozen": _("Payouts on hold"),
        "seller.shop_changed": _("Shop texts changed"),
        "seller.tier_set": _("Tier changed"),
    }
    rows: list[Any] = list(
        audit_queries.with_names(audit_queries.entries(object_id=str(seller.pk), action="seller."))[:100]
    )
    return [
        {
            "at": row.at,
            "text": f"{words[row.action]}{f': {_reason(row)}' if row.reason else ''}",
            "actor": row.shown_actor,
        }
        for row in reversed(rows)
        if row.action in words
    ]


def _reason(row: Any) -> str:
    """A reason as people read it; that of a freeze is kept as its code."""
    return str(dict(Seller.FrozenBy.choices).get(row.reason, row.reason))
