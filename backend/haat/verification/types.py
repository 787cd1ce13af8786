"""What other apps learn of seller entities, and the facts they react to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

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


@dataclass(frozen=True, slots=True)
class EntityChanged(Event):
    """Published in every brand the entity sells on: its snapshot there is out of date."""

    topic: ClassVar[str] = "verification.entity_changed"
    entity_id: str


@dataclass(frozen=True, slots=True)
class EntityDecided(Event):
    """Published in every brand the entity sells on: a verifier has decided."""

    topic: ClassVar[str] = "verification.entity_decided"
    entity_id: str
    decision: str
    reason: str
