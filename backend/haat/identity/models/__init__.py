"""People, what they may do, and how they got in. Shared tables that no brand's role can read."""

from haat.identity.models.budgets import DayCount, Use
from haat.identity.models.challenges import LoginChallenge
from haat.identity.models.contacts import ContactChange
from haat.identity.models.factors import (
    Authenticator,
    FactorFailure,
    FactorReset,
    Passkey,
    PasskeyChallenge,
    RecoveryCode,
    SignInTicket,
)
from haat.identity.models.invitations import Invitation
from haat.identity.models.people import Membership, User, UserManager, describe
from haat.identity.models.providers import IdentityProvider, ProviderLogin
from haat.identity.models.tokens import RefreshToken, TokenFamily
from haat.identity.models.viewings import ViewedPath, Viewing

__all__ = [
    "Authenticator",
    "ContactChange",
    "DayCount",
    "FactorFailure",
    "FactorReset",
    "IdentityProvider",
    "Invitation",
    "LoginChallenge",
    "Membership",
    "Passkey",
    "PasskeyChallenge",
    "ProviderLogin",
    "RecoveryCode",
    "RefreshToken",
    "SignInTicket",
    "TokenFamily",
    "Use",
    "User",
    "UserManager",
    "ViewedPath",
    "Viewing",
    "describe",
]
