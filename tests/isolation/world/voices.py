"""What customers say of the rivals' goods, and how people keep their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core import clock
from haat.customers.models import Customer
from haat.orders.models import SellerOrder
from haat.reviews.models import Reply, Review
from haat.reviews.services.ratings import refresh
from haat.saved_views import services as saved_views
from haat.tenancy.context import brand_scope
from tests.isolation.world import marks

if TYPE_CHECKING:
    from tests.isolation.world.side import Side


def speak(side: Side) -> None:
    """Asha says something of each rival's parcel that reached her, Ben of Meera's alone."""
    slug, at = str(side.brand.slug), clock.now()
    with brand_scope(side.brand):
        for author, party in (("asha", "ravi"), ("asha", "meera"), ("ben", "meera")):
            part = SellerOrder.objects.get(number=side.things["part.delivered"][party])
            row = Review.objects.create(
                product_id=side.things["product"][party], customer=Customer.objects.get(pk=side.things["customer"][author]),
                seller_id=part.seller_id, part=part, stars=4, title=f"Said in {marks.BRANDS[slug]}",
                text=f"Of {marks.shown(slug, party)}", status="published", written_at=at, published_at=at,
            )  # fmt: skip
            if author == "asha":
                side.keep("review", party, row.pk)
                Reply.objects.create(review=row, text=f"Thanks from {marks.shown(slug, party)}", written_at=at)
            side.keep("review.shown", author, row.pk)
            side.keep("purchase", author, row.product_id)
            side.keep("purchase.slug", author, row.product.slug)
        for pk in side.things["product"].values():
            refresh(pk)
        for party in (*marks.SELLERS, "nia"):
            view = saved_views.save(
                user_id=side.people[party].pk, seller_id=side.things["seller"].get(party), place="products",
                name=f"View {marks.kept(slug, party if party in marks.SELLERS else 'staff')}", query="status=draft",
            )  # fmt: skip
            side.keep("own.view", party, view.pk)
