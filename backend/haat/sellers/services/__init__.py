"""Verbs of sellers: apply, decide, keep a shop, be paid."""

from haat.sellers.services.applications import apply, change_application, changes_payee, submit_application
from haat.sellers.services.decisions import approve, follow_entity, reactivate, reject, suspend
from haat.sellers.services.freeze import freeze_by_entity, freeze_payouts
from haat.sellers.services.own import mark_own
from haat.sellers.services.people import drop_applications
from haat.sellers.services.places import (
    PLACES_MAX,
    add_place,
    change_place,
    default_places,
    hold_place,
    set_open,
    use_first,
)
from haat.sellers.services.scores import set_scores
from haat.sellers.services.seeding import seed_seller
from haat.sellers.services.shop import pause, resume, update_shop
from haat.sellers.services.tier import set_tier

__all__ = [
    "PLACES_MAX", "add_place", "apply", "approve", "change_application", "change_place", "changes_payee",
    "default_places", "drop_applications", "follow_entity", "freeze_by_entity", "freeze_payouts", "hold_place", "mark_own", "pause",
    "reactivate", "reject", "resume", "seed_seller", "set_open", "set_scores", "set_tier", "submit_application", "suspend", "update_shop",
    "use_first",
]  # fmt: skip
