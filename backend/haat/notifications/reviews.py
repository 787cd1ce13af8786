"""Who is told what about reviews, and asking for one some days after delivery."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core import jobs
from haat.core.jobs import job
from haat.notifications import services
from haat.notifications.contacts import seller_contacts
from haat.orders import queries as orders
from haat.reviews import queries as reviews
from haat.tenancy import hosts
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from haat.reviews.models import Review


@job("notifications.plan_review_ask")
def plan_review_ask(part_id: str) -> None:
    """The day is in the database, so a restart loses nothing; whether to ask at all is decided then."""
    part, days = orders.part(part_id), reviews.policy().ask_after_days
    if days and part.delivered_at:
        jobs.enqueue("notifications.review_ask", at=part.delivered_at + timedelta(days=days), part_id=part.pk)


@job("notifications.review_ask")
def review_ask(part_id: str) -> None:
    """Ask the customer about what arrived and was not reviewed yet, once, if they want mails at all."""
    part = orders.part(part_id)
    order = part.order
    waiting = reviews.unreviewed(customer=order.customer, number=order.number)
    lines = [line for line in waiting if line.part_id == part.pk]
    if not lines or not reviews.policy().ask_after_days:
        return
    words = {
        "brand": active_brand().name, "number": part.number, "name": order.contact_name,
        "lines": "\n".join(line.title for line in lines),
        "url": hosts.url("customer", active_brand(), f"/orders/{order.number}"),
    }  # fmt: skip
    services.tell(
        template="review-ask", fact=f"part:{part.pk}", audience="customer", owner_id=order.customer_id,
        contacts=[{"email": order.contact_email, "phone": ""}], words=words,
    )  # fmt: skip


@job("notifications.review_published")
def review_published(review_id: str) -> None:
    """Without the buyer's words, which must be able to leave with the buyer."""
    review = reviews.one(review_id)
    words = _words(review) | {"stars": review.stars, "url": hosts.url("seller", active_brand(), "/reviews")}
    services.tell(
        template="seller-new-review", fact=f"review:{review.pk}", audience="seller", owner_id=review.seller_id,
        contacts=seller_contacts(review.seller_id), words=words,
    )  # fmt: skip


@job("notifications.review_hidden")
def review_hidden(review_id: str) -> None:
    review = reviews.one(review_id)
    if review.status == review.Status.HIDDEN:
        path = f"/p/{review.product.slug}/review"
        _tell_author(
            "review-hidden", f"{review.pk}:{review.updated_at.timestamp():.0f}", review, {"reason": review.reason}, path
        )


@job("notifications.review_answered")
def review_answered(review_id: str) -> None:
    review = reviews.one(review_id)
    _tell_author(
        "review-answered", str(review.pk), review, {"answer": review.reply.text}, f"/p/{review.product.slug}#reviews"
    )


def _tell_author(template: str, fact: str, review: Review, more: dict[str, Any], path: str) -> None:
    customer = review.customer
    words = _words(review) | more | {"name": customer.name, "url": hosts.url("customer", active_brand(), path)}
    services.tell(
        template=template, fact=f"review:{fact}", audience="customer", owner_id=customer.pk,
        contacts=[{"email": customer.email, "phone": ""}], words=words,
    )  # fmt: skip


def _words(review: Review) -> dict[str, Any]:
    return {"brand": active_brand().name, "seller": review.seller.name, "product": review.product.title}
