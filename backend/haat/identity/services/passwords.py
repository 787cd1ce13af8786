"""Passwords, for those who want one. They are a first proof only: whoever needs a second is asked for it all the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from haat.core.errors import DomainError, InvalidInput, NotNow
from haat.identity import breaches, queries
from haat.identity.services.budgets import give_back
from haat.identity.services.notes import failed, note, tell
from haat.identity.services.sending import codes_reach
from haat.identity.services.tries import count_try

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.identifiers import Identifier
    from haat.identity.models import User

CHARACTERS_MIN, CHARACTERS_MAX = 8, 128
_common = CommonPasswordValidator()


class WrongPassword(DomainError):
    code = "wrong_password"
    status = 422


def prove(*, identifier: Identifier, password: str, brand_id: UUID | None, at: datetime) -> User:
    """The person whose password this is. Raises WrongPassword, in one sentence and one time for everybody, or Spent.

    Somebody unknown, or without a password, costs a comparison like everybody else.
    """
    taken = count_try("password", identifier.value, at=at)
    user = queries.user_by_identifier(identifier)
    known = user is not None and user.has_usable_password()
    right = check_password(password, user.password if user and known else _nobodys())
    if user is None or not known or not right:
        failed("pwd", user, brand_id=brand_id)
        raise WrongPassword(
            _("Name and password do not fit. Check both, or sign in with a code."),
            details={"password": [_("Wrong, or not set.")]},
        )
    give_back(taken)
    return user


def set_password(*, user: User, password: str, sender: str, brand_id: UUID | None) -> None:
    """Give a person a password, or another one; the caller ends their other sign-ins. Raises InvalidInput for a weak one."""
    check(password, user)
    had = user.has_usable_password()
    encoded = make_password(password)
    with transaction.atomic():
        user.password = encoded
        user.save(update_fields=["password", "updated_at"])
        note("password.changed" if had else "password.set", user=user, brand_id=brand_id)
        _tell(user, sender, _("Your password was changed.") if had else _("A password was set for your sign-in."))


def remove_password(*, user: User, sender: str, brand_id: UUID | None) -> None:
    """Back to codes. Raises NotNow when there is none, or when codes do not reach this person and nothing else is left."""
    if not user.has_usable_password():
        raise NotNow(_("You have no password."))
    if not (codes_reach(user) or SocialAccount.objects.filter(user=user).exists()):
        raise NotNow(_("This is the only way you can sign in. Add another first."))
    with transaction.atomic():
        user.set_unusable_password()
        user.save(update_fields=["password", "updated_at"])
        note("password.removed", user=user, brand_id=brand_id)
        _tell(user, sender, _("Your password was removed. You sign in with a code."))


def check(password: str, user: User) -> None:
    """Refuse what is short, common, leaked or one's own name. Any characters will do. Raises InvalidInput."""
    if not CHARACTERS_MIN <= len(password) <= CHARACTERS_MAX:
        raise _weak(
            _("Use %(min)s to %(max)s characters; a few words make a good password.")
            % {"min": CHARACTERS_MIN, "max": CHARACTERS_MAX}
        )
    own = {part for part in (user.email, (user.email or "").partition("@")[0], user.phone, user.name) if part}
    if password.casefold() in {part.casefold() for part in own}:
        raise _weak(_("This is your name or address. Choose something that others do not know."))
    try:
        _common.validate(password)
    except ValidationError:
        raise _weak(_("Too many people use this password. Choose another.")) from None
    if breaches.provider().count(password):
        raise _weak(_("This password has leaked from another site. Choose another."))


def _tell(user: User, sender: str, text: str) -> None:
    advice = _("If that was not you, sign in with a code and change it.")
    for address in filter(None, (user.email, user.phone)):
        tell(
            to=address,
            sender=sender,
            subject=_("Your sign-in at %(brand)s") % {"brand": sender},
            text=f"{text} {advice}",
        )


def _weak(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, details={"password": [sentence]})


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return make_password("nobody has this password")
