"""Files of goods that came in and that were asked for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from haat.core import clock
from haat.imports import services
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.isolation.world import marks

if TYPE_CHECKING:
    from tests.isolation.world.side import Side


def send(side: Side) -> None:
    with brand_scope(side.brand):
        for party in marks.SELLERS:
            _send(
                side,
                party,
                Seller.objects.get(pk=side.things["seller"][party]),
                marks.shown(str(side.brand.slug), party),
                "",
            )
        _send(side, "nia", None, marks.BRANDS[str(side.brand.slug)], ".brand")


def _send(side: Side, party: str, seller: Seller | None, word: str, kind: str) -> None:
    body, user = f"sku,title\nFILE-{word},Bowl {word}\n".encode(), side.people[party]
    row = services.begin(
        source=io.BytesIO(body), announced=len(body), name=f"{word}.csv", seller=seller, user_id=user.pk, at=clock.now()
    )
    side.keep(f"import{kind}", party, row.pk)
    export = services.ask_export(seller=seller, user_id=user.pk, form="csv", filters={})
    side.keep(f"export{kind}", party, export.pk)
