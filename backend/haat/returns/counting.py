"""The counter of units that people asked to give back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from haat.returns.models import AskedUnits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from haat.orders.models import OrderLine
    from haat.returns.models import ReturnLine


def take(line: OrderLine, quantity: int) -> bool:
    """Take units of a line; False when so many are not left."""
    AskedUnits.objects.get_or_create(order_line=line, defaults={"bought": line.kept})
    rows = AskedUnits.objects.filter(order_line=line, asked__lte=F("bought") - quantity)
    return rows.update(asked=F("asked") + quantity) == 1


def give_back(lines: Iterable[ReturnLine]) -> None:
    """What was refused or withdrawn can be asked for again; of a counted line, what was not accepted."""
    for line in lines:
        back = line.quantity - (line.accepted or 0)
        AskedUnits.objects.filter(order_line=line.order_line_id).update(asked=F("asked") - back)


def asked_of(line_ids: Iterable[UUID]) -> dict[UUID, int]:
    rows = AskedUnits.objects.filter(order_line__in=list(line_ids))
    return dict(rows.values_list("order_line_id", "asked"))
