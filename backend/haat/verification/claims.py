"""Writing what an entity claims, with the derived columns that make secrets findable without reading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.crypto import BlindIndex, blind_index, blind_indexes, indexes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from haat.verification.models import SellerEntity

PAN, BANK = "verification.pan", "verification.bank"
UPPER = {"pan", "gstin", "ifsc"}


def pan_index(pan: str) -> str:
    return blind_index(pan, purpose=PAN) if pan else ""


def pan_indexes(pan: str) -> list[str]:
    """What to look for: during a change of keys under the old one as well."""
    return blind_indexes(pan, purpose=PAN) if pan else []


def bank_index(entity: SellerEntity) -> str:
    account = entity.bank_account
    return blind_index(f"{entity.ifsc}:{account}", purpose=BANK) if account else ""


indexes += [
    BlindIndex("verification.SellerEntity", "pan_index", lambda entity: pan_index(entity.pan)),
    BlindIndex("verification.SellerEntity", "bank_index", bank_index),
]


def write(entity: SellerEntity, claims: Mapping[str, str]) -> set[str]:
    """Put claims on the entity without saving; returns the names that really changed."""
    changed = set()
    for name, value in claims.items():
        clean = _clean(name, value)
        if getattr(entity, name) != clean:
            setattr(entity, name, clean)
            changed.add(name)
    entity.pan_index, entity.pan_last4, entity.holder_type = pan_index(entity.pan), entity.pan[-4:], entity.pan[3:4]
    entity.bank_index, entity.bank_last4 = bank_index(entity), entity.bank_account[-4:]
    return changed


def _clean(name: str, value: str) -> str:
    text = " ".join(value.split())
    if name in UPPER or name == "bank_account":
        text = text.replace(" ", "").upper()
    return text
