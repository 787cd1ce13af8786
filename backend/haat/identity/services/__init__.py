"""Verbs of identity: send and check a code, issue and rotate tokens, grant and revoke a role."""

from haat.identity.services import accounts, budgets, challenges, federation, issuers, passwords
from haat.identity.services.challenges import resend, start, verify
from haat.identity.services.elsewhere import end_elsewhere
from haat.identity.services.memberships import grant, person, revoke
from haat.identity.services.notes import alarm, failed, note, tell
from haat.identity.tokens import end_family, issue, rotate

__all__ = [
    "accounts",
    "alarm",
    "budgets",
    "challenges",
    "end_elsewhere",
    "end_family",
    "failed",
    "federation",
    "grant",
    "issue",
    "issuers",
    "note",
    "passwords",
    "person",
    "resend",
    "revoke",
    "rotate",
    "start",
    "tell",
    "verify",
]
