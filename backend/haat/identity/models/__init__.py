"""People, what they may do, and how they got in. Shared tables that no brand's role can read."""

from haat.identity.models.budgets import DayCount, Use
from haat.identity.models.challenges import LoginChallenge
from haat.identity.models.people import Membership, User, UserManager, describe
from haat.identity.models.providers import IdentityProvider, ProviderLogin
from haat.identity.models.tokens import RefreshToken, TokenFamily

__all__ = [
    "DayCount",
    "IdentityProvider",
    "LoginChallenge",
    "Membership",
    "ProviderLogin",
    "RefreshToken",
    "TokenFamily",
    "Use",
    "User",
    "UserManager",
    "describe",
]
