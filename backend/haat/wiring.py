"""When X happened, Y reacts: the only place that says so, one line a reaction. The job gets the event's fields."""

from haat.core.events import on
from haat.tenancy.types import BrandLaunched


def connect() -> None:
    on(BrandLaunched, "tenancy.refill_pool")
