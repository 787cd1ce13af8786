"""Verbs of identity: send and check a code, issue and rotate tokens, grant and revoke a role."""

from haat.identity.services import budgets, challenges
from haat.identity.services.challenges import resend, start, verify
from haat.identity.services.memberships import grant, person, revoke
from haat.identity.services.notes import alarm, note, tell
from haat.identity.tokens import end_family, issue, rotate

__all__ = [
    "alarm",
    "budgets",
    "challenges",
    "end_family",
    "grant",
    "issue",
    "note",
    "person",
    "resend",
    "revoke",
    "rotate",
    "start",
    "tell",
    "verify",
]
