"""Jobs of checkout."""

from haat.checkout import services
from haat.core import clock
from haat.core.jobs import job
from haat.payments import queries as payments
from haat.payments.services import with_provider


@job("checkout.confirm_payment")
def confirm_payment(payment_id: str, reference: str) -> None:  # noqa: ARG001 - the event's field
    services.confirm_payment(payment=payments.payment(payment_id), at=clock.now())


@job("checkout.refund_part")
def refund_part(part_id: str) -> None:
    services.refund_part(part_id=part_id, at=clock.now())


@job("checkout.put_back")
def put_back(credit_id: str) -> None:
    services.put_back(credit_id=credit_id, at=clock.now())


@job("checkout.settle_credit")
def settle_credit(credit_id: str) -> None:
    services.settle_credit(credit_id=credit_id)


@job("checkout.give_back_discounts")
def give_back_discounts(part_id: str) -> None:
    services.give_back_discounts(part_id=part_id)


@job("checkout.book_refund")
def book_refund(refund_id: str) -> None:
    services.book_refund(refund_id=refund_id)


@job("checkout.expire_unpaid", external=True)
def expire_unpaid() -> None:
    with_provider(lambda: services.expire_unpaid(at=clock.now()))
