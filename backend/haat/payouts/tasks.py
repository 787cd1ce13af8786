"""Jobs of payouts, run by Celery."""

from haat.core import clock
from haat.core.jobs import job
from haat.payouts import services
from haat.tenancy.context import active_brand


@job("payouts.share_order")
def share_order(order_id: str) -> None:
    services.share_order(order_id=order_id)


@job("payouts.schedule_part")
def schedule_part(part_id: str) -> None:
    delay_days = int(active_brand().policy("payout_delay_days", 0))
    services.schedule_part(part_id=part_id, delay_days=delay_days)


@job("payouts.take_back")
def take_back(credit_id: str) -> None:
    services.take_back(credit_id=credit_id)


@job("payouts.release_due")
def release_due() -> None:
    services.release_due(at=clock.now())


@job("payouts.settle")
def settle(transfer_id: str, reference: str) -> None:
    services.settle(part_id=reference, transfer_id=transfer_id, at=clock.now())
