"""When X happened, Y reacts: the only place that says so, one line a reaction. The job gets the event's fields."""

from haat.core.events import on
from haat.tenancy.types import BrandDecided, BrandLaunched, BrandOwnerNamed
from haat.verification.types import EntityChanged


def connect() -> None:
    on(BrandLaunched, "tenancy.refill_pool")
    on(BrandDecided, "audit.record_brand_decision")
    on(BrandOwnerNamed, "identity.grant_brand_owner")
    on(EntityChanged, "sellers.follow_entity")
