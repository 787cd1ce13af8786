"""What other apps learn of sellers, and the facts they react to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from haat.core.events import Event


@dataclass(frozen=True, slots=True)
class OwnerSpec:
    """The person who owns a seller; one of e-mail and phone must be there."""

    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class SellerSpec:
    """A seller as a brand's manifest gives it, verified by whoever wrote the manifest."""

    slug: str
    name: str
    legal_name: str
    pan: str
    gstin: str
    state: str
    address: str
    city: str
    pin: str
    bank_account: str
    ifsc: str
    account_holder: str
    owner: OwnerSpec
    description: str = ""
    tier: str = ""


@dataclass(frozen=True, slots=True)
class SellerApplied(Event):
    """A seller sent its application in."""

    topic: ClassVar[str] = "sellers.applied"
    seller_id: str


@dataclass(frozen=True, slots=True)
class SellerApproved(Event):
    """The brand said yes; whether it sells now depends on the entity."""

    topic: ClassVar[str] = "sellers.approved"
    seller_id: str


@dataclass(frozen=True, slots=True)
class SellerActivated(Event):
    """Customers can buy from the seller from now on, for the first time or again."""

    topic: ClassVar[str] = "sellers.activated"
    seller_id: str


@dataclass(frozen=True, slots=True)
class PayoutsFrozen(Event):
    """No payout of the seller starts for some days; the row says until when and why."""

    topic: ClassVar[str] = "sellers.payouts_frozen"
    seller_id: str


@dataclass(frozen=True, slots=True)
class SellerDeactivated(Event):
    """The seller went on vacation, was suspended or refused: its offers are off sale."""

    topic: ClassVar[str] = "sellers.deactivated"
    seller_id: str
    status: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SellerScored(Event):
    """Its record is another one now: of equal prices another offer may come first."""

    topic: ClassVar[str] = "sellers.scored"
    seller_id: str
