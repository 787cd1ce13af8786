"""Jobs of payouts, run by Celery."""

from haat.core import clock
from haat.core.jobs import job
from haat.payments.services import with_provider
from haat.payouts import services


@job("payouts.share_order")
def share_order(order_id: str) -> None:
    services.share_order(order_id=order_id)


@job("payouts.take_back")
def take_back(credit_id: str) -> None:
    services.take_back(credit_id=credit_id)


@job("payouts.release_due")
def release_due() -> None:
    services.release_due(at=clock.now())


@job("payouts.start_approved")
def start_approved() -> None:
    services.start_approved(at=clock.now())


@job("payouts.settle")
def settle(transfer_id: str, reference: str) -> None:
    services.settle(part_id=reference, transfer_id=transfer_id, at=clock.now())


@job("payouts.share_failed")
def share_failed(transfer_id: str, reference: str) -> None:  # noqa: ARG001 - the event's fields
    services.share_failed(part_id=reference, reason="The provider could not make the transfer", at=clock.now())


@job("payouts.send_direct", external=True)
def send_direct(disbursement_id: str) -> None:
    with_provider(lambda: services.send_direct(disbursement_id=disbursement_id, at=clock.now()))
