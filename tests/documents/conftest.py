"""A shop whose parcels are packed, shipped and sent back, and the papers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.documents.models import Document
from haat.orders import services as orders
from haat.orders.types import Taken
from haat.tenancy.context import brand_scope
from tests.books.conftest import account, deliver, part_of, pay_out, verified
from tests.checkout.conftest import running_simulator, shop, simulator
from tests.checkout.test_second_country import dubai
from tests.support import run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

__all__ = ["account", "deliver", "dubai", "pay_out", "running_simulator", "shop", "simulator", "verified"]


def papers(brand: Any, **filters: Any) -> list[Document]:
    """What was issued, in the order in which it was."""
    with brand_scope(brand):
        rows = Document.objects.select_related("addressee", "part", "order", "original", "seller")
        return list(rows.filter(**filters).order_by("issued_at", "id"))


def give_back(shop: Shop, number: str, person: Any, quantity: int, key: str, **more: Any) -> None:
    """Some of the first line of a part comes back."""
    with brand_scope(shop.brand):
        part = part_of(number, person.seller)
        line = part.lines.get()
        lines = [Taken(line.pk, quantity)] if quantity else [Taken(line.pk, 0, more.pop("amount"))]
        orders.credit_part(part=part, lines=lines, cause="return", reason="Too large", key=key, at=clock.now(), **more)
    run_jobs(shop.brand)
