"""What other apps learn of seller entities, and the facts they react to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from haat.core.events import Event


@dataclass(frozen=True, slots=True)
class EntityClaims:
    """Everything an entity says about itself."""

    legal_name: str
    trade_name: str
    pan: str
    gstin: str
    state: str
    address: str
    city: str
    pin: str
    bank_account: str
    ifsc: str
    account_holder: str
    gst_status: str = "regular"


@dataclass(frozen=True, slots=True)
class EntitySnapshot:
    """What a brand may keep of an entity that sells on it."""

    entity_id: str
    status: str
    legal_name: str
    holder_type: str
    pan_last4: str
    gst_status: str
    gstin: str
    state: str
    address: str
    city: str
    pin: str
    reason: str  # of the last decision


@dataclass(frozen=True, slots=True)
class RequirementLine:
    """A requirement as people read it; `next` says what happens or is to be done, and is empty when it is in order."""

    id: UUID
    kind: str
    title: str
    why: str
    status: str
    reason: str
    next: str
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class EntityForm:
    """What an entity has said so far, secrets masked, and what may be done with it."""

    status: str
    reason: str
    submitted_at: datetime | None
    next_try_at: datetime | None  # of a check whose provider is out
    claims: dict[str, str]
    missing: dict[str, str]  # field → what people call it
    is_editable: bool
    requirements: list[RequirementLine]


@dataclass(frozen=True, slots=True)
class AccountDetails:
    """What the payment provider must know of an entity, in clear. It is handed on and kept nowhere."""

    legal_name: str
    trade_name: str
    holder_type: str
    pan: str
    gstin: str
    address: str
    city: str
    state: str
    pin: str
    bank_account: str
    ifsc: str
    account_holder: str
    person: str  # the owner as a person
    email: str
    phone: str

    def __repr__(self) -> str:
        return f"AccountDetails({self.legal_name})"  # never a secret in a log or a traceback


@dataclass(frozen=True, slots=True)
class EntityChanged(Event):
    """Published in every brand the entity sells on: its snapshot there is out of date."""

    topic: ClassVar[str] = "verification.entity_changed"
    entity_id: str


@dataclass(frozen=True, slots=True)
class BankAccountChanged(Event):
    """Published in every brand the entity sells on: it gave another bank account than the one it had given."""

    topic: ClassVar[str] = "verification.bank_account_changed"
    entity_id: str


@dataclass(frozen=True, slots=True)
class EntityDecided(Event):
    """Published in every brand the entity sells on: a verifier has decided."""

    topic: ClassVar[str] = "verification.entity_decided"
    entity_id: str
    decision: str
    reason: str


@dataclass(frozen=True, slots=True)
class BankAccount:
    """A verified bank account in clear: for a file to the bank. Never shown or logged."""

    holder: str
    number: str
    ifsc: str
