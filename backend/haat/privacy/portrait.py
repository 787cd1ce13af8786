"""Everything that is known about a person, as plain values: what an export carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit import queries as audit
from haat.core.money import Money
from haat.customers import queries as customers
from haat.giftcards import queries as gift_cards
from haat.identity import queries as identity
from haat.notifications import queries as notifications
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.privacy import presence
from haat.returns import queries as returns
from haat.reviews import queries as reviews
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.customers.models import Customer
    from haat.identity.models import User
    from haat.orders.models import Order
    from haat.tenancy.models import Brand

LOG_MAX = 2000
MESSAGES_MAX = 5000


def of(user: User, *, only: UUID | None, at: datetime) -> dict[str, Any]:
    """File name in the archive → content. With `only`, of that brand alone and without a word about others."""
    brands = presence.brands_of(user, only=only)
    files = {"account.json": _account(user, only=only, at=at)}
    for brand in brands:
        with brand_scope(brand):
            found = _at(brand, user)
        files |= {f"{brand.slug}/{name}.json": content for name, content in found.items() if content}
    return files


def _account(user: User, *, only: UUID | None, at: datetime) -> dict[str, Any]:
    roles = [row for row in identity.all_memberships(user) if only is None or row.brand_id == only]
    portal = "customer" if only else "launch"
    sign_ins = identity.sign_ins(user=user, portal=portal, brand_id=only, at=at)
    return {
        "name": user.name, "email": user.email, "phone": user.phone, "since": user.created_at,
        "roles": [{"scope": row.scope, "role": row.role, "since": row.created_at, "ended": row.revoked_at} for row in roles],
        "signed_in": [
            {
                "device": row.user_agent, "address": row.address, "since": row.began_at,
                "last_seen": row.last_seen_at,
            }
            for row in sign_ins
        ],
    }  # fmt: skip


def _at(brand: Brand, user: User) -> dict[str, Any]:
    customer = customers.customer_of(user.pk)
    found: dict[str, Any] = _shopping(customer) if customer else {}
    found["gift_cards"] = [
        {
            "for": row.recipient, "message": row.message, "amount": _money(row.amount_minor, row.currency), "since": row.issued_at,
            "until": row.expires_at,
        }
        for row in gift_cards.meant_for([user.email] if user.email else [])
    ]  # fmt: skip
    found["log"] = [
        {"at": row.at, "action": row.action, "address": row.address, "details": row.after}
        for row in audit.about_person(str(user.pk), limit=LOG_MAX)
    ]
    if customer is not None and not brand.is_house:
        found["messages"] = [
            {"at": row.sent_at, "to": row.address, "subject": row.subject, "text": row.text}
            for row in notifications.messages_to(customer.pk)[:MESSAGES_MAX]
        ]
    return found


def _shopping(customer: Customer) -> dict[str, Any]:
    profile = {name: getattr(customer, name) for name in ("name", "email", "phone", "language", "joined_at")}
    return {
        "profile": profile,
        "addresses": [
            {**row.snapshot(), "is_default": row.is_default} for row in customers.addresses(customer=customer)
        ],
        "consents": [
            {name: getattr(row, name) for name in ("purpose", "granted", "version", "text", "place", "at")}
            for row in customers.consent_history(customer=customer)
        ],
        "reviews": reviews.exported(customer=customer),
        "orders": [_order(row) for row in orders.customer_orders(customer=customer)],
        "returns": [
            {
                "number": row.number,
                "kind": row.kind,
                "status": row.status,
                "asked": row.requested_at,
                "note": row.note,
                "answer": row.answer,
                "lines": [
                    {"title": line.order_line.title, "quantity": line.quantity, "reason": line.reason}
                    for line in row.lines.all()
                ],
            }
            for row in returns.customer_returns(customer=customer)
        ],
    }


def _order(order: Order) -> dict[str, Any]:
    return {
        "number": order.number, "status": order.status, "ordered": order.created_for, "total": _money(order.total_minor, order.currency),
        "paid_by_gift_card": _money(order.gift_card_minor, order.currency),
        "address": orders.address_of(order), "contact": [order.contact_name, order.contact_phone, order.contact_email],
        "parts": [
            {
                "number": part.number, "seller": part.seller.name, "status": part.status,
                "lines": [
                    {"title": line.title, "sku": line.sku, "quantity": line.quantity, "sum": _money(line.gross_minor, order.currency)}
                    for line in part.lines.all()
                ],
            }
            for part in order.parts.all()
        ],
        "payments": [
            {
                "method": row.method or row.provider, "status": row.status, "amount": _money(row.amount_minor, row.currency),
                "refunded": _money(row.refunded_minor, row.currency), "captured": row.captured_at,
            }
            for row in payments.payments_of(order.pk)
        ],
        "history": [{"at": row.at, "text": row.text} for row in order.timeline.all()],
    }  # fmt: skip


def _money(minor: int, currency: str) -> str:
    return str(Money(minor, currency))
