"""Jobs of payments. All of them talk to the provider, so all of them are repeatable."""

from haat.core import clock
from haat.core.jobs import job
from haat.payments import queries, services
from haat.payments.services import with_provider
from haat.tenancy.context import active_brand, brand_scope


@job("payments.process_webhook", external=True)
def process_webhook(event_id: str) -> None:
    with_provider(lambda: services.process(event=queries.webhook_event(event_id), at=clock.now()))


@job("payments.send_refund", external=True)
def send_refund(refund_id: str) -> None:
    with_provider(lambda: services.send_refund(refund=queries.refund(refund_id), at=clock.now()))


@job("payments.send_transfers", external=True)
def send_transfers(payment_id: str) -> None:
    with_provider(lambda: services.send_transfers(payment=queries.payment(payment_id)))


@job("payments.settle_transfer", external=True)
def settle_transfer(transfer_id: str) -> None:
    with_provider(lambda: services.settle_wish(transfer=queries.transfer(transfer_id)))


@job("payments.send_reversal", external=True)
def send_reversal(reversal_id: str) -> None:
    with_provider(lambda: services.send_reversal(reversal=queries.reversal(reversal_id)))


@job("payments.open_test_account", platform=True, external=True)
def open_test_account(brand_id: str) -> None:
    with brand_scope(brand_id) as brand:
        services.open_test_account(brand=brand)


@job("payments.renew_test_account", external=True)
def renew_test_account() -> None:
    services.open_test_account(brand=active_brand())


@job("payments.reconcile", external=True)
def reconcile() -> None:
    """Ask for what is open, whatever messages came or did not."""
    with_provider(lambda: services.sync_open(at=clock.now(), moved=clock.offset()))
