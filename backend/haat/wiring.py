"""When X happened, Y reacts: the only place that says so, one line a reaction. The job gets the event's fields."""

from haat.catalog.types import PriceChanged, ProductChanged, ProductPublished, StockBecame
from haat.core.events import on
from haat.sellers.types import SellerActivated, SellerDeactivated
from haat.tenancy.types import BrandLaunched


def connect() -> None:
    on(BrandLaunched, "tenancy.refill_pool")
    on(ProductPublished, "search.index_product")
    on(ProductChanged, "search.index_product")
    on(PriceChanged, "search.index_product")
    on(StockBecame, "search.index_product")
    on(SellerActivated, "search.index_seller")
    on(SellerDeactivated, "search.index_seller")
