"""What a seal of the books is over: one way to write a transaction down, with every posting of it."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from haat.core.macs import mac

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from haat.ledger.models import LedgerSeal, Transaction
    from haat.ledger.types import Leg


class Said(NamedTuple):
    """A posting as it is written down."""

    position: int
    source: str
    destination: str
    minor: int
    currency: str


def content(row: Transaction, postings: Iterable[Said], *, like: str = "") -> str:
    """The keyed hash of a transaction with its postings; `like` names an older hash whose key is to be used."""
    said = [str(row.pk), row.key, row.code, row.content_hash, row.reference, row.description]
    said += [row.at.astimezone(UTC).isoformat(), str(row.reverses_id or "")]
    return mac("ledger.transaction", [said, [list(one) for one in postings]], like=like)


def link(seal: LedgerSeal, *, previous: str, like: str = "") -> str:
    facts = [seal.position, str(seal.transaction_id), seal.postings, seal.content, previous]
    return mac("ledger.seal", facts, like=like)


def head(*, brand_id: str, position: int, hash: str, like: str = "") -> str:  # noqa: A002 - the column's name
    return mac("ledger.head", [brand_id, position, hash], like=like)


def digest(code: str, currency: str, legs: Sequence[Leg]) -> str:
    """What makes two postings under one key the same: the kind of event and every amount that moves."""
    said = [code, currency, [[leg.source, leg.destination, leg.minor] for leg in legs]]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
