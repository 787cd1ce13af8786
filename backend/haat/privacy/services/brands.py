"""What is done to a person inside one brand. Everything here runs in that brand, with its role."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from haat.audit import services as audit
from haat.cart import services as cart
from haat.core import forgetting
from haat.customers import queries as customers
from haat.customers import services as customer_services
from haat.documents import services as documents
from haat.giftcards import services as gift_cards
from haat.inventory import services as inventory
from haat.notifications import services as notifications
from haat.orders import queries as orders
from haat.orders import services as order_services
from haat.returns import services as returns
from haat.reviews import services as reviews
from haat.saved_views import services as saved_views
from haat.sellers import services as sellers

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


def erase_here(
    *, user_ids: list[UUID], addresses: list[str], invitations: list[UUID], shops: list[UUID], at: datetime
) -> tuple[dict[str, int], datetime | None]:
    """Forget a person in the active brand. Returns rows by table, and when they last ordered. Repeatable."""
    rows = customers.customer_rows(user_ids)
    addresses = [*addresses, *(value for row in rows for value in (row.email, row.phone) if value)]
    subjects = [str(one) for one in [*user_ids, *invitations, *(row.pk for row in rows)]]
    counts = Counter({"audit.name": audit.forget(subject_ids=subjects, at=at)})
    ordered = [orders.last_order_at(customer=row) for row in rows]
    for row in rows:
        counts["cart.cart"] += cart.drop(customer=row)
        counts["returns.return"] += returns.erase(customer=row)
        counts["orders.order"] += order_services.erase_contact(customer=row)
        counts["documents.addressee"] += documents.erase_people(order_ids=orders.ids_of(customer=row), at=at)
        counts["reviews.review"] += reviews.erase(customer=row)
    counts["notifications.notification"] = notifications.forget(owner_ids=[row.pk for row in rows], addresses=addresses)
    for row in rows:
        counts.update(customer_services.erase(customer=row, at=at))
    counts["giftcards.giftcard"] = gift_cards.forget(addresses=addresses)
    counts["saved_views.savedview"] = saved_views.forget(user_ids=user_ids)
    counts["sellers.seller"] = sellers.drop_applications(seller_ids=shops)
    counts.update(forgetting.forget_person(user_ids=[str(one) for one in user_ids], words=addresses))
    return {table: number for table, number in counts.items() if number}, max(filter(None, ordered), default=None)


def fold_here(*, source_id: UUID, target_id: UUID, at: datetime) -> str:
    """Make the customer `source` the customer `target` of the active brand. Returns moved, joined or absent. Repeatable."""
    source, target = customers.customer_of(source_id), customers.customer_of(target_id)
    if source is None:
        return "absent"
    if target is None:
        customer_services.move(customer=source, user_id=target_id)
        state = "moved"
    else:
        order_services.hand_over(source=source, target=target)
        reviews.hand_over(source=source, target=target)
        cart.join(source=source, target=target)
        inventory.join_buyers(source_id=source.pk, target_id=target.pk)
        notifications.hand_over(source_id=source.pk, target_id=target.pk)
        customer_services.fold(source=source, target=target, at=at)
        state = "joined"
    audit.record("customer.merged", target or source, after={"from": str(source.pk), "how": state})
    return state
