"""Jobs of documents, run by Celery. Each may come again: a fact has one document."""

from haat.core import clock
from haat.core.jobs import job
from haat.documents import services


@job("documents.invoice_part")
def invoice_part(part_id: str) -> None:
    services.invoice_part(part_id=part_id, at=clock.now())


@job("documents.invoice_cash_fee")
def invoice_cash_fee(part_id: str) -> None:
    services.invoice_cash_fee(part_id=part_id, at=clock.now())


@job("documents.credit_cancelled")
def credit_cancelled(part_id: str) -> None:
    services.credit_cancelled(part_id=part_id, at=clock.now())


@job("documents.credit_taken")
def credit_taken(credit_id: str) -> None:
    services.credit_taken(credit_id=credit_id, at=clock.now())


@job("documents.state_payout")
def state_payout(payout_id: str) -> None:
    services.state_payout(payout_id=payout_id, at=clock.now())


@job("documents.close_months")
def close_months() -> None:
    services.close_months(at=clock.now())
