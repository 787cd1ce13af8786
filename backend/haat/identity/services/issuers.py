"""The issuers that a brand trusts with its own portals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from haat.core.errors import InvalidInput, NotFound
from haat.identity.models import IdentityProvider
from haat.identity.providers import openid
from haat.identity.services.notes import note

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import User
    from haat.tenancy.models import Brand

SHOWN = ("name", "issuer", "client_id", "portals", "domains", "trusts_factors", "active")


def add(*, brand: Brand, fields: dict[str, Any], by: User) -> IdentityProvider:
    """Trust an issuer, after asking it who it is. Raises InvalidInput."""
    _check(fields["issuer"])
    try:
        with transaction.atomic():
            row = IdentityProvider.objects.create(brand_id=brand.pk, **fields)
            note("signin.added", user=by, brand_id=brand.pk, after=shown(row))
            return row
    except IntegrityError:
        raise _taken() from None


def change(*, brand: Brand, provider_id: UUID, fields: dict[str, Any], by: User) -> IdentityProvider:
    """Change one of the brand's issuers. An empty secret keeps the old one.

    Its accounts stay with the row, so another issuer behind the same row would inherit them: the issuer cannot change.
    """
    if not fields.get("client_secret", "kept"):
        fields = {name: value for name, value in fields.items() if name != "client_secret"}
    try:
        with transaction.atomic():
            row = _own(brand.pk, provider_id)
            if fields.get("issuer", row.issuer) != row.issuer:
                sentence = _("Add the new issuer beside this one; accounts of one issuer are not another's.")
                raise InvalidInput(sentence, details={"issuer": [sentence]})
            before = shown(row)
            for name, value in fields.items():
                setattr(row, name, value)
            row.save(update_fields=[*fields, "updated_at"])
            note("signin.changed", user=by, brand_id=brand.pk, before=before, after=shown(row))
            return row
    except IntegrityError:
        raise _taken() from None


def remove(*, brand: Brand, provider_id: UUID, by: User) -> None:
    """Trust it no longer; who signed in there uses a code from now on."""
    with transaction.atomic():
        row = _own(brand.pk, provider_id)
        note("signin.removed", user=by, brand_id=brand.pk, before=shown(row))
        row.delete()


def shown(row: IdentityProvider) -> dict[str, Any]:
    """What may be seen and logged: everything but the secret."""
    return {name: getattr(row, name) for name in SHOWN}


def _own(brand_id: UUID, provider_id: UUID) -> IdentityProvider:
    row = IdentityProvider.objects.select_for_update().filter(pk=provider_id, brand_id=brand_id).first()
    if row is None:
        raise NotFound(_("There is no such issuer."))
    return row


def _check(issuer: str) -> None:
    parts = urlsplit(issuer)
    allowed = {"https", "http"} if settings.HAAT_OUTBOUND_PRIVATE else {"https"}
    if parts.scheme not in allowed or not parts.hostname or parts.query or parts.fragment or "@" in parts.netloc:
        sentence = _(
            "Give the issuer's address as its own description has it, such as https://login.example.com/realms/shop."
        )
        raise InvalidInput(sentence, details={"issuer": [sentence]})
    try:
        openid.describe(issuer)
    except openid.IssuerFailed:
        sentence = _(
            "This issuer does not answer at its …/.well-known/openid-configuration, or names itself differently."
        )
        raise InvalidInput(sentence, details={"issuer": [sentence]}) from None


def _taken() -> InvalidInput:
    sentence = _("This client of this issuer is there already.")
    return InvalidInput(sentence, details={"client_id": [sentence]})
