"""Jobs of disputes."""

from haat.core import clock
from haat.core.jobs import job
from haat.disputes import services
from haat.payments.services import with_provider


@job("disputes.follow")
def follow(dispute_id: str) -> None:
    services.follow(dispute_id=dispute_id, at=clock.now())


@job("disputes.carry_out", external=True)
def carry_out(case_id: str) -> None:
    with_provider(lambda: services.carry_out(case_id=case_id, at=clock.now()))


@job("disputes.book_covering")
def book_covering(covering_id: str) -> None:
    services.book_covering(covering_id=covering_id)


@job("disputes.charge_part")
def charge_part(part_id: str) -> None:
    services.charge_part(part_id=part_id, at=clock.now())
