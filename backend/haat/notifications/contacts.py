"""How the people of a shop are reached."""

from __future__ import annotations

from typing import Any

from haat.identity import queries as identity
from haat.tenancy.context import active_brand, public_scope


def seller_contacts(seller_id: Any) -> list[dict[str, str]]:
    brand_id = active_brand().pk
    with public_scope():
        return identity.staff_contacts(scope="seller", brand_id=brand_id, seller_id=seller_id)
