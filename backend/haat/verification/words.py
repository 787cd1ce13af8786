"""Requirements in plain words: what it is, why it is asked, what happens or is to be done next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from haat.verification.models import Requirement, SellerEntity

if TYPE_CHECKING:
    Text = str | Promise

K = Requirement.Kind


@dataclass(frozen=True, slots=True)
class Words:
    title: Text
    why: Text
    mend: Text  # what to do when it failed


WORDS: dict[str, Words] = {
    K.IDENTITY_PAN: Words(
        _("PAN"),
        _("The law asks every marketplace to know who sells."),
        _("Correct the PAN or the legal name and send the application again."),
    ),
    K.GSTIN: Words(
        _("GSTIN"),
        _("Tax on your sales is reported under it. PAN, GSTIN and state must agree."),
        _("Correct the GSTIN, the PAN or the state and send the application again."),
    ),
    K.REGISTERED_ADDRESS: Words(
        _("Registered address"),
        _("Customers may see it, and it decides which GST applies."),
        _("Correct the address and send the application again."),
    ),
    K.PICKUP_ADDRESS: Words(
        _("Pick-up address"),
        _("Parcels are collected there."),
        _("Correct the address and send the application again."),
    ),
    K.BANK_ACCOUNT: Words(
        _("Bank account"),
        _("Your earnings are sent there, so we make sure that it is yours."),
        _("Correct account number, IFSC or account holder and send the application again."),
    ),
    K.AGREEMENT: Words(
        _("Seller agreement"),
        _("It says what you and the marketplace owe each other."),
        _("Agree to the terms when you send the application."),
    ),
}
_PENDING: dict[str, Text] = {
    SellerEntity.Status.DRAFT: _("Fill it in and send the application."),
    SellerEntity.Status.NEEDS_CHANGES: _("Send the application again to have it checked."),
}


def title(row: Requirement) -> str:
    return str(WORDS[row.kind].title)


def why(row: Requirement) -> str:
    return str(WORDS[row.kind].why)


def next_step(row: Requirement, entity: SellerEntity) -> str:
    """What happens next, or what the seller has to do; empty when nothing is left to do."""
    if row.is_settled:
        return ""
    if row.status == Requirement.Status.FAILED:
        return str(WORDS[row.kind].mend) if entity.is_editable else str(_("A person is looking at it."))
    return str(_PENDING.get(entity.status, _("We are checking it. This mostly takes minutes.")))
