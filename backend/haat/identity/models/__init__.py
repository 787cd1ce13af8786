"""People, what they may do, and how they got in. Shared tables that no brand's role can read."""

from haat.identity.models.challenges import LoginChallenge
from haat.identity.models.invitations import Invitation
from haat.identity.models.people import Membership, User, UserManager, describe
from haat.identity.models.tokens import RefreshToken, TokenFamily
from haat.identity.models.viewings import ViewedPath, Viewing

__all__ = [
    "Invitation",
    "LoginChallenge",
    "Membership",
    "RefreshToken",
    "TokenFamily",
    "User",
    "UserManager",
    "ViewedPath",
    "Viewing",
    "describe",
]
