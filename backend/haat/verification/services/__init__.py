"""Verbs of verification: apply, check, decide."""

from haat.verification.services.applications import start, submit, update
from haat.verification.services.checks import check
from haat.verification.services.decisions import decide, waive
from haat.verification.services.linked_accounts import linked_account, note_step
from haat.verification.services.people import forget_drafts, hand_over
from haat.verification.services.seeding import place, seed_entity

__all__ = [
    "check", "decide", "forget_drafts", "hand_over", "linked_account", "note_step", "place", "seed_entity", "start", "submit", "update", "waive",
]  # fmt: skip
