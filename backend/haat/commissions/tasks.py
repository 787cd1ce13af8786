"""Jobs of commission, run by Celery."""

from haat.commissions import services
from haat.core import clock
from haat.core.jobs import job


@job("commissions.compute")
def compute(order_id: str) -> None:
    services.compute(order_id=order_id, at=clock.now())


@job("commissions.recognise")
def recognise(part_id: str) -> None:
    services.recognise(part_id=part_id, at=clock.now())


@job("commissions.credit")
def credit(credit_id: str) -> None:
    services.credit(credit_id=credit_id)


@job("commissions.reverse")
def reverse(part_id: str) -> None:
    services.reverse(part_id=part_id, at=clock.now())
