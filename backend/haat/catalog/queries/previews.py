"""Looking at a product as customers will see it, before they can: an address that only who has it can open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core import signing

from haat.catalog.models import Product
from haat.core.db import connection
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

LIFE = timedelta(hours=4)
SALT = "haat.preview"


def preview_ticket(*, product_id: UUID, at: datetime) -> str:
    facts = {"p": str(product_id), "b": connection.schema_name, "e": int((at + LIFE).timestamp())}
    return signing.dumps(facts, salt=SALT, compress=True)


def previewed(*, ticket: str, at: datetime) -> str:
    """The slug of the product. Raises NotFound for another brand's, a dead or a forged ticket."""
    try:
        facts = signing.loads(ticket, salt=SALT)
    except signing.BadSignature:
        facts = {}
    alive = facts.get("e", 0) >= int(at.timestamp()) and facts.get("b") == connection.schema_name
    found = Product.objects.filter(pk=facts["p"]).values_list("slug", flat=True).first() if alive else None
    if found is None:
        raise NotFound("This preview has run out. Open it again from the product.")
    return found
