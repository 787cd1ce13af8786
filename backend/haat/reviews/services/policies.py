"""What the brand wants with reviews."""

from __future__ import annotations

from django.db import transaction

from haat.audit import services as audit
from haat.reviews import queries
from haat.reviews.models import Policy


@transaction.atomic
def set_policy(*, publish: str, ask_after_days: int) -> Policy:
    before = queries.policy()
    row, _ = Policy.objects.update_or_create(pk=1, defaults={"publish": publish, "ask_after_days": ask_after_days})
    was = {"publish": before.publish, "ask_after_days": before.ask_after_days}
    audit.record("review.policy_set", row, before=was, after={"publish": publish, "ask_after_days": ask_after_days})
    return row
