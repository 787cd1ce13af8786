"""An order is not paid online after all: what was opened for that is asked for no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.errors import NotNow
from haat.payments.gateway import PROVIDER
from haat.payments.models import Payment

if TYPE_CHECKING:
    from uuid import UUID


class MoneyUnderWay(NotNow):
    code = "payment_under_way"


def set_aside(*, reference: UUID) -> None:
    """Make every online attempt at a reference stray, in the caller's transaction; money that comes all the same goes back.

    The rows are locked as `record` locks them: a capture is written before this and refuses it, or after it and is
    stray. The provider knows no way to close its page. Raises MoneyUnderWay when money was taken or is promised.
    """
    rows = Payment.objects.select_for_update().filter(reference=reference, provider=PROVIDER, is_stray=False)
    found = list(rows.order_by("pk"))
    if any(row.is_captured or row.status == Payment.Status.AUTHORISED for row in found):
        raise MoneyUnderWay("Your payment has reached the bank. Look at your order again in a minute.")
    for row in found:
        row.is_stray = True
        row.save(update_fields=["is_stray", "updated_at"])
