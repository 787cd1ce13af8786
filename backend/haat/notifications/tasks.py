"""Who is told what, when something happened to an order or a payout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from haat.core import clock
from haat.core.ids import new_id
from haat.core.jobs import job
from haat.core.money import Money
from haat.notifications import alarms, disputes, paying, returned, reviews, services, stock
from haat.notifications.contacts import seller_contacts
from haat.orders import queries as orders
from haat.payouts import queries as payouts
from haat.sellers import queries as sellers
from haat.tenancy import hosts
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Callable

    from haat.orders.models import Order, SellerOrder
    from haat.sellers.models import Seller


__all__ = ["alarms", "disputes", "returned", "reviews", "stock"]  # whose jobs are found with these


@job("notifications.send", external=True)
def send(notification_id: str) -> None:
    services.send(notification_id=notification_id, sender=active_brand().name, at=clock.now())


@job("notifications.order_placed")
def order_placed(order_id: str) -> None:
    """The customer by mail and SMS, and each seller's staff."""
    order = orders.order(order_id)
    brand = active_brand()
    words = _order_words(order) | {"payment": paying.of_order(order)}
    _tell_customer("order-placed", order, words, sms=True)
    for part in order.parts.all():
        url = hosts.url("seller", brand, f"/orders/{part.number}")
        contacts = seller_contacts(part.seller_id)
        services.tell(
            template="seller-new-order", fact=f"part:{part.pk}", audience="seller", owner_id=part.seller_id, contacts=contacts,
            words=_part_words(part) | {"url": url}, sms=True,
        )  # fmt: skip


@job("notifications.part_shipped")
def part_shipped(part_id: str) -> None:
    _about_part("part-shipped", part_id, paying.on_the_way)


@job("notifications.part_delivered")
def part_delivered(part_id: str) -> None:
    _about_part("part-delivered", part_id, paying.delivered)


@job("notifications.part_cancelled")
def part_cancelled(part_id: str) -> None:
    """A text message has no room for what is true of the one case only, so there is one for each."""
    is_cash = orders.part(part_id).order.payment_method == "cod"
    _about_part("cash-part-cancelled" if is_cash else "part-cancelled", part_id, paying.cancelled)


@job("notifications.lines_cancelled")
def lines_cancelled(credit_id: str) -> None:
    """The customer, and the seller's staff: they are not to send it."""
    credit = orders.credit(credit_id)
    part, brand = credit.part, active_brand()
    goods = "\n".join(f"{row.quantity} × {row.order_line.title}" for row in credit.lines.all() if row.order_line)
    words = _part_words(part) | {"lines": goods, "what": paying.called_off(credit), "reason": credit.reason}
    url = _customer_url(part.order)
    _tell_customer("lines-cancelled", part.order, words | {"url": url}, sms=False, fact=f"credit:{credit.pk}")
    services.tell(
        template="seller-lines-cancelled", fact=f"credit:{credit.pk}", audience="seller", owner_id=part.seller_id,
        contacts=seller_contacts(part.seller_id), words=words | {"url": hosts.url("seller", brand, f"/orders/{part.number}")},
    )  # fmt: skip


@job("notifications.payout_paid")
def payout_paid(payout_id: str) -> None:
    payout = payouts.payout(payout_id)
    brand = active_brand()
    words = {
        "brand": brand.name, "number": payout.number, "total": Money(payout.amount_minor, payout.currency), "url": hosts.url("seller", brand, "/payouts"),
    }  # fmt: skip
    services.tell(
        template="payout-paid", fact=f"payout:{payout.pk}", audience="seller", owner_id=payout.seller_id,
        contacts=seller_contacts(payout.seller_id), words=words,
    )  # fmt: skip


@job("notifications.entity_decided")
def entity_decided(entity_id: str, decision: str, reason: str) -> None:
    seller = sellers.seller_by_entity(entity_id)
    if seller is not None:
        words = {"decision": decision.replace("_", " "), "reason": reason}
        _tell_seller("entity-decided", f"decision:{new_id()}", seller, words, "/application")


@job("notifications.seller_activated")
def seller_activated(seller_id: str) -> None:
    seller = sellers.seller(seller_id)
    _tell_seller("seller-activated", f"seller:{seller.pk}", seller, {}, "/products")


@job("notifications.payouts_frozen")
def payouts_frozen(seller_id: str) -> None:
    seller = sellers.seller(seller_id)
    until = seller.payouts_frozen_until
    if until is not None:
        words = {
            "until": timezone.localtime(until).strftime("%d %B %Y, %H:%M"),
            "reason": seller.get_payouts_frozen_reason_display(),
        }
        _tell_seller("payouts-frozen", f"freeze:{seller.pk}:{until.isoformat()}", seller, words, "/security")


def _tell_seller(template: str, fact: str, seller: Seller, words: dict[str, Any], path: str) -> None:
    brand = active_brand()
    known = {"brand": brand.name, "seller": seller.name, "url": hosts.url("seller", brand, path)}
    contacts = seller_contacts(seller.pk)
    services.tell(
        template=template, fact=fact, audience="seller", owner_id=seller.pk, contacts=contacts, words=known | words
    )


def _about_part(template: str, part_id: str, pay: Callable[[SellerOrder], str]) -> None:
    part = orders.part(part_id)
    words = _part_words(part) | {"url": _customer_url(part.order), "pay": pay(part)}
    _tell_customer(template, part.order, words, sms=True, fact=f"part:{part.pk}")


def _tell_customer(template: str, order: Order, words: dict[str, Any], *, sms: bool, fact: str = "") -> None:
    contact = {"email": order.contact_email, "phone": order.contact_phone}
    services.tell(
        template=template, fact=fact or f"order:{order.pk}", audience="customer", owner_id=order.customer_id, contacts=[contact],
        words=words | {"name": order.contact_name}, sms=sms,
    )  # fmt: skip


def _order_words(order: Order) -> dict[str, Any]:
    lines = [line for part in order.parts.all() for line in part.lines.all()]
    return {
        "brand": active_brand().name, "number": order.number, "total": Money(order.total_minor, order.currency), "url": _customer_url(order),
        "lines": "\n".join(f"{line.quantity} × {line.title}" for line in lines),
    }  # fmt: skip


def _part_words(part: SellerOrder) -> dict[str, Any]:
    return {
        "brand": active_brand().name, "number": part.number, "seller": part.seller.name, "total": Money(part.kept_minor, part.currency),
        "lines": "\n".join(f"{line.kept} × {line.title}" for line in part.lines.all() if line.kept),
        "until": part.return_until.strftime("%d %B %Y") if part.return_until else "",
    }  # fmt: skip


def _customer_url(order: Order) -> str:
    return hosts.url("customer", active_brand(), f"/orders/{order.number}")
