"""Verbs of identity: send and check a code, prove a second factor, issue and rotate tokens, end sign-ins, grant and revoke."""

from haat.identity.services import (
    accounts,
    budgets,
    challenges,
    contacts,
    federation,
    issuers,
    leaving,
    passwords,
    proofs,
)
from haat.identity.services.authenticators import begin_authenticator, confirm_authenticator, setup_of
from haat.identity.services.challenges import resend, start, verify
from haat.identity.services.factors import (
    Proof,
    Where,
    after_proof,
    first_recovery_codes,
    note_refused_passkey,
    prove,
    remove_factor,
    rename_passkey,
    tell_added,
    tell_codes_renewed,
    tell_person,
)
from haat.identity.services.memberships import grant, pass_on, person, revoke
from haat.identity.services.notes import alarm, failed, note, tell
from haat.identity.services.passkeys import (
    ClonedPasskey,
    PasskeyRefused,
    begin_passkey,
    begin_registration,
    finish_registration,
    place_of,
    use_passkey,
)
from haat.identity.services.recovery import renew_recovery_codes
from haat.identity.services.resets import ask_for_reset, cancel_reset, carry_out_reset
from haat.identity.services.sign_ins import confirm, end_others, end_sign_in, replace_sign_in
from haat.identity.services.tickets import find_ticket, open_ticket, use_ticket
from haat.identity.tokens import end_family, issue, mark_proved, rotate

__all__ = [
    "ClonedPasskey",
    "PasskeyRefused",
    "Proof",
    "Where",
    "accounts",
    "after_proof",
    "alarm",
    "ask_for_reset",
    "begin_authenticator",
    "begin_passkey",
    "begin_registration",
    "budgets",
    "cancel_reset",
    "carry_out_reset",
    "challenges",
    "confirm",
    "confirm_authenticator",
    "contacts",
    "end_family",
    "end_others",
    "end_sign_in",
    "failed",
    "federation",
    "find_ticket",
    "finish_registration",
    "first_recovery_codes",
    "grant",
    "issue",
    "issuers",
    "leaving",
    "mark_proved",
    "note",
    "note_refused_passkey",
    "open_ticket",
    "pass_on",
    "passwords",
    "person",
    "place_of",
    "proofs",
    "prove",
    "remove_factor",
    "rename_passkey",
    "renew_recovery_codes",
    "replace_sign_in",
    "resend",
    "revoke",
    "rotate",
    "setup_of",
    "start",
    "tell",
    "tell_added",
    "tell_codes_renewed",
    "tell_person",
    "use_passkey",
    "use_ticket",
    "verify",
]
