"""Accounts of other issuers that belong to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils.translation import gettext as _

from haat.core.errors import NotFound, NotNow
from haat.identity.providers import catalogue
from haat.identity.services.notes import note, tell
from haat.identity.services.sending import codes_reach

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import User

ACCOUNTS_MAX = 10


def connect(*, user: User, provider: str, subject: str, email: str, sender: str, brand_id: UUID | None) -> None:
    """Make an issuer's account a way in for a person, and tell them. Once more is no change; another's raises NotNow."""
    user = user.merged_into or user  # what is proven by an address of a joined account belongs to the one it went into
    with transaction.atomic():
        if SocialAccount.objects.filter(user=user).count() >= ACCOUNTS_MAX:
            raise NotNow(_("You have connected as many accounts as one may. Disconnect one first."))
        account, is_new = SocialAccount.objects.get_or_create(
            provider=provider, uid=subject, defaults={"user": user, "extra_data": {"email": email}}
        )
        if account.user_id != user.pk:
            raise NotNow(_("This account belongs to another person here."))
        if is_new:
            name = catalogue.name_of(provider)
            note("account.connected", user=user, brand_id=brand_id, after={"provider": name})
            _tell(user, sender, _("%(name)s was connected: it signs you in from now on.") % {"name": name})


def disconnect(*, user: User, account_id: int, sender: str, brand_id: UUID | None) -> None:
    """Take a way in away. Raises NotFound, and NotNow for the last one."""
    with transaction.atomic():
        account = SocialAccount.objects.select_for_update().filter(pk=account_id, user=user).first()
        if account is None:
            raise NotFound(_("This account is not connected."))
        others = SocialAccount.objects.filter(user=user).exclude(pk=account.pk).exists()
        if not (others or user.has_usable_password() or codes_reach(user)):
            raise NotNow(_("This is the only way you can sign in. Add another first."))
        name = catalogue.name_of(account.provider)
        account.delete()
        note("account.disconnected", user=user, brand_id=brand_id, before={"provider": name})
        _tell(user, sender, _("%(name)s was disconnected: it no longer signs you in.") % {"name": name})


def drop_all(*, user: User, heir: User) -> None:
    """Take the password and the issuers' accounts of an account that went into another; its addresses stay a way in."""
    rows = SocialAccount.objects.filter(user=user)
    names = [catalogue.name_of(row.provider) for row in rows.order_by("date_joined")]
    rows.delete()
    for name in names:
        note("account.disconnected", user=heir, brand_id=None, before={"provider": name, "account": str(user.pk)})
    if user.has_usable_password():
        names.append(_("The password"))
        note("password.removed", user=heir, brand_id=None, before={"account": str(user.pk)})
    user.set_unusable_password()
    user.save(update_fields=["password", "updated_at"])
    text = _("Your accounts were joined. %(names)s signed you in to one of them and no longer can.")
    for address in [*user.addresses, *heir.addresses] if names else []:
        subject = _("Your sign-in at %(brand)s") % {"brand": "Haat"}
        tell(to=address, sender="Haat", subject=subject, text=text % {"names": ", ".join(names)})


def _tell(user: User, sender: str, text: str) -> None:
    advice = _("If that was not you, sign in with a code and change it.")
    for address in filter(None, (user.email, user.phone)):
        tell(
            to=address,
            sender=sender,
            subject=_("Your sign-in at %(brand)s") % {"brand": sender},
            text=f"{text} {advice}",
        )
