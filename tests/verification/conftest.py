"""People who apply, and the registers that answer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.provider import provider
from tests.support import Api, gstin_of

__all__ = ["provider"]

PAN = "ABCPT1234A"
CLAIMS = {
    "legal_name": "Tara Rao", "pan": PAN, "gstin": gstin_of(PAN, "29"), "state": "29", "address": "4 MG Road",
    "city": "Bengaluru", "pin": "560001", "account_holder": "Tara Rao", "bank_account": "123456789012",
    "ifsc": "HDFC0001234",
}  # fmt: skip


@pytest.fixture
def tara(db: None) -> Any:
    """Somebody who sells nowhere yet."""
    from haat.identity import identifiers
    from haat.identity import services as identity

    return identity.person(identifier=identifiers.parse("tara@example.com"), name="Tara Rao")[0]


@pytest.fixture
def applicant(aster: Any, tara: Any) -> Api:
    """Tara on aster's seller portal with everything filled in and nothing sent."""
    visitor = Api("seller", aster, tara)
    visitor.post("application", {"shop_name": "Tara Weaves", "description": "Saris.", **CLAIMS})
    assert visitor.status == 201, visitor.response.content
    return visitor
