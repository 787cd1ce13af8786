"""Verbs of identity: send and check a code, issue and rotate tokens, give and take roles, look as somebody else."""

from haat.identity.services import challenges
from haat.identity.services.challenges import WrongCode, note_failed_code, resend, start, verify
from haat.identity.services.invitations import accept, invite, send_again, take_back
from haat.identity.services.memberships import grant, person, revoke
from haat.identity.services.notes import note, note_thing, tell
from haat.identity.services.teams import change_role, remove_member
from haat.identity.services.viewings import (
    close_viewings,
    count_request,
    end_viewing,
    open_viewing,
    start_viewing,
    viewing_of_token,
)
from haat.identity.tokens import end_families, end_family, issue, rotate

__all__ = [
    "WrongCode",
    "accept",
    "challenges",
    "change_role",
    "close_viewings",
    "count_request",
    "end_families",
    "end_family",
    "end_viewing",
    "grant",
    "invite",
    "issue",
    "note",
    "note_failed_code",
    "note_thing",
    "open_viewing",
    "person",
    "remove_member",
    "resend",
    "revoke",
    "rotate",
    "send_again",
    "start",
    "start_viewing",
    "take_back",
    "tell",
    "verify",
    "viewing_of_token",
]
