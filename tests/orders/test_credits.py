"""What is taken back of a part: once for a key, never more than was sold, and the database has the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from haat.core import clock
from haat.orders import queries as orders
from haat.orders import services
from haat.orders.models import Remainder
from haat.orders.types import Taken
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of
from tests.checkout.conftest import running_simulator, shop, simulator

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

__all__ = ["running_simulator", "shop", "simulator"]


def give(part: Any, key: str, quantity: int, amount: int | None = None, **more: Any) -> Any:
    """Take back of the first line."""
    lines = [Taken(part.lines.get().pk, quantity, amount)]
    return services.credit_part(
        part=part, lines=lines, cause="return", reason="Too large", key=key, at=clock.now(), **more
    )


def test_a_line_is_given_back_once_and_to_the_paisa(shop: Shop, ravi: Any) -> None:
    number = shop.paid()
    with brand_scope(shop.brand), pytest.raises(services.NotCreditable):
        give(part_of(number, ravi.seller), "too-early", 1)
    deliver(shop, number, ravi)
    with brand_scope(shop.brand):
        part = part_of(number, ravi.seller)
        line = part.lines.get()
        with transaction.atomic():
            first = give(part, "a", 1)
            assert give(part, "a", 1) == first
            assert first.customer_minor == 49_900
            lower = give(part, "b", 0, 10_000)
            gift = give(part, "c", 0, 5_000, is_gift=True)
            assert (lower.sale_minor, gift.sale_minor, gift.goodwill_minor) == (10_000, 0, 5_000)
            for quantity, amount in ((2, None), (0, 34_901)):
                with pytest.raises(services.NothingLeft, match="are left"):
                    give(part, f"more-{quantity}", quantity, amount)
            for quantity, amount in ((-1, None), (0, -1), (0, None), (1, 100)):
                with pytest.raises(ValueError, match="Name a quantity"):
                    give(part, "odd", quantity, amount)
            last = give(part, "d", 1, shipping_minor=None)
            assert last.goodwill_minor == -5_000
        given = list(orders.credits_of(part.pk))
        assert sum(one.customer_minor for one in given) == part.total_minor
        rows = [row for one in given for row in one.lines.all() if not row.is_shipping]
        for name in ("quantity", "gross_minor", "taxable_minor", "cgst_minor", "sgst_minor", "igst_minor"):
            assert sum(getattr(row, name) for row in rows) == getattr(line, name)
        assert list(orders.credited_wrongly()) == []
        assert {one.position for one in given} == {1, 2, 3, 4}
        with pytest.raises(IntegrityError), transaction.atomic():
            Remainder.objects.filter(order_line=line).update(taxable_minor=-1)
