"""Building both brands inside a transaction that is rolled back.

The neighbour has fewer orders: of its things only that they are not aster's counts, not their state.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.tenancy import hosts
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from tests.isolation.world import applicants, desks, files, goods, marks, orders, people, selves, voices
from tests.isolation.world.side import Side

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class World:
    aster: Side
    birch: Side
    platform: dict[str, Any] = field(default_factory=dict)

    def side(self, slug: str) -> Side:
        return self.aster if slug == "aster" else self.birch


def build(linked_account: Callable[[str], str]) -> World:
    """`linked_account` opens a seller's account at the provider."""
    accounts = {
        (slug, party): linked_account(marks.kept(slug, party)) for slug in marks.BRANDS for party in marks.SELLERS
    }
    world = World(Side(brand_by_slug("aster")), Side(brand_by_slug("birch")), people.platform_staff())
    for side in (world.aster, world.birch):
        goods.dress(side.brand)
        hosts.forget()
        people.staff(side, accounts)
        with brand_scope(side.brand):
            goods.stock_up(side)
        orders.trade(side, states=orders.STATES if side is world.aster else orders.STATES[-1:])
        applicants.arrive(side)
        selves.settle(side, world.platform)
        desks.open_up(side, world.platform)
        files.send(side)
        voices.speak(side)
        side.keep("brand", "olga", side.brand.slug)
        side.keep("webhook", "olga", side.brand.webhook_token)
    return world
