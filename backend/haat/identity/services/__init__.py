"""Verbs of identity: send and check a code, issue and rotate tokens, end sign-ins, grant and revoke a role."""

from haat.identity.services import challenges, contacts, leaving, proofs
from haat.identity.services.challenges import resend, start, verify
from haat.identity.services.memberships import grant, pass_on, person, revoke
from haat.identity.services.notes import note, tell
from haat.identity.services.sign_ins import confirm, end_others, end_sign_in, replace_sign_in
from haat.identity.tokens import end_family, issue, rotate

__all__ = [
    "challenges",
    "confirm",
    "contacts",
    "end_family",
    "end_others",
    "end_sign_in",
    "grant",
    "issue",
    "leaving",
    "note",
    "pass_on",
    "person",
    "proofs",
    "replace_sign_in",
    "resend",
    "revoke",
    "rotate",
    "start",
    "tell",
    "verify",
]
