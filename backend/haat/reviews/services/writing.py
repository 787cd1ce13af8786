"""A customer writes, changes and withdraws a review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.catalog import queries as catalog
from haat.core import events
from haat.core.errors import DomainError
from haat.identity import queries as identity
from haat.orders import queries as orders
from haat.reviews import queries
from haat.reviews.flags import flags_of
from haat.reviews.models import Review
from haat.reviews.services.ratings import refresh
from haat.reviews.types import APPROVAL, AUTHOR_MAX, ReviewPublished
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.customers.models import Customer
    from haat.orders.models import OrderLine

S = Review.Status
ANONYMOUS = "A customer"


class NotBought(DomainError):
    code = "not_bought"


class OwnGoods(DomainError):
    code = "own_goods"
    status = 403


@dataclass(frozen=True, slots=True)
class Words:
    """What the customer gives; an empty `author` is their own name, shortened."""

    stars: int
    title: str = ""
    text: str = ""
    author: str = ""


def write(*, customer: Customer, product_id: UUID, words: Words, at: datetime) -> Review:
    """Write a review of what was delivered, or change it. Raises NotFound, NotBought, OwnGoods.

    It waits for the brand when the brand wants that, when it holds contacts or links, or when it was hidden before.
    """
    product = catalog.product(product_id=product_id)
    line = orders.delivered_line(customer=customer, product_id=product.pk)
    if line is None:
        raise NotBought("You can review this once it was delivered to you; nothing of it was so far.")
    _require_no_seller(customer, line)
    with transaction.atomic():
        row, is_new = _locked(customer, line, words, at)
        given = (words.stars, words.title, words.text, words.author or short_name(customer.name))
        was = {"stars": row.stars, "status": row.status}
        if not is_new and row.status != S.WITHDRAWN and given == (row.stars, row.title, row.text, row.author):
            return row
        if not is_new:
            row.edited_at = at
        row.stars, row.title, row.text, row.author = given
        row.flags = flags_of(row.title, row.text, row.author)
        waits = queries.policy().publish == APPROVAL or bool(row.flags) or bool(row.reason)
        row.status = S.PENDING if waits else S.PUBLISHED
        is_first = not waits and row.published_at is None
        row.published_at = at if is_first else row.published_at
        row.save()
        now = {"stars": row.stars, "status": row.status}
        audit.record("review.written" if is_new else "review.edited", row, before=None if is_new else was, after=now)
        if is_first:
            events.publish(ReviewPublished(review_id=str(row.pk)))
        refresh(row.product_id)
    return row


@transaction.atomic
def withdraw(*, review: Review) -> None:
    """Take one's own words and stars back. The row stays without them."""
    row = Review.objects.select_for_update().get(pk=review.pk)
    if row.status == S.WITHDRAWN:
        return
    before = {"stars": row.stars, "status": row.status}
    row.title = row.text = row.author = ""
    row.status = S.WITHDRAWN
    row.save(update_fields=["title", "text", "author", "status", "updated_at"])
    audit.record("review.withdrawn", row, before=before)
    refresh(row.product_id)


def short_name(name: str) -> str:
    """“Asha Kulkarni” is shown as “Asha K.”; nobody's whole name is published without their doing."""
    parts = name.split()
    if not parts:
        return ANONYMOUS
    last = f" {parts[-1][0]}." if len(parts) > 1 else ""
    return f"{parts[0][: AUTHOR_MAX - 3]}{last}"


def _locked(customer: Customer, line: OrderLine, words: Words, at: datetime) -> tuple[Review, bool]:
    """The customer's only row for this product, made now if there is none."""
    new = Review(
        product_id=line.product_id, customer=customer, seller_id=line.part.seller_id, part=line.part, stars=words.stars,
        bought=", ".join(str(one["value"]) for one in line.options)[:200], written_at=at,
    )  # fmt: skip
    Review.objects.bulk_create([new], ignore_conflicts=True)
    row = Review.objects.select_for_update().get(product_id=line.product_id, customer=customer)
    return row, row.pk == new.pk


def _require_no_seller(customer: Customer, line: OrderLine) -> None:
    """Whoever works for the shop does not praise its goods as a customer (Consumer Protection Rules 2020, rule 6)."""
    brand_id, seller_id = active_brand().pk, line.part.seller_id
    with public_scope():
        person = identity.user_by_id(customer.user_id)
        shops = identity.seller_memberships(person) if person else []
        is_own = any((row.brand_id, row.seller_id) == (brand_id, seller_id) for row in shops)
    if is_own:
        raise OwnGoods("You work for the shop that sold this, so you cannot review it as a customer.")
