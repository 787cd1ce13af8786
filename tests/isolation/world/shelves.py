"""Where the rivals keep their goods: places, a bundle, numbered units, an alert, an edit whose moment is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog.models import Component
from haat.core import clock, context
from haat.inventory import services as inventory
from haat.inventory.models import BulkEdit, Drop
from haat.sellers import services as sellers
from tests.goods import make_offer, make_product

if TYPE_CHECKING:
    from tests.isolation.world.side import Side


def shelve(side: Side, party: str, offer: Any, spare: Any, word: str) -> None:
    """`offer` is in the shop; `spare` is the variant of a draft, which becomes a bundle."""
    at, seller = clock.now(), offer.seller
    first = sellers.default_places(seller_ids=[seller.pk])[seller.pk]
    spec = {"name": f"Godown {word}", "address": f"7 Yard {word}", "city": "Bhiwandi", "state": "27", "pin": "421302"}
    other = sellers.add_place(seller=seller, spec=spec)
    side.keep("place", party, first.pk)
    side.keep("place.other", party, other.pk)
    inventory.adjust(
        offer=offer, place=other, delta=5, reason="received", note=f"By {word}", at=at, actor=context.SYSTEM
    )
    spare.is_bundle = True
    spare.save()
    Component.objects.create(bundle=spare, variant=offer.variant, quantity=2)
    side.keep("variant", party, spare.pk)
    numbered = make_offer(
        make_product(f"Print {word}", seller=seller, status="draft", published_at=None), seller=seller, stock=0
    )
    drop = Drop.objects.create(offer=numbered, opened_at=at)
    units = inventory.add_units(
        drop=drop, place=None, first=1, count=3, prefix=word[:8] + "-", at=at, actor=context.SYSTEM
    )
    side.keep("offer.drop", party, numbered.pk)
    side.keep("unit", party, units[0].pk)
    inventory.tell(offer_id=numbered.pk, at=at)
    side.keep("edit", party, BulkEdit.objects.create(seller=seller, at=at, expires_at=at, changes=[]).pk)
