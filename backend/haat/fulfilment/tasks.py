"""Jobs of fulfilment."""

from haat.core import clock
from haat.core.jobs import job
from haat.fulfilment import services


@job("fulfilment.open_shipments")
def open_shipments(order_id: str) -> None:
    services.open_shipments(order_id=order_id)


@job("fulfilment.cancel_shipment")
def cancel_shipment(part_id: str) -> None:
    services.cancel_shipment(part_id=part_id)


@job("fulfilment.close_ripe_parts")
def close_ripe_parts() -> None:
    services.close_ripe_parts(at=clock.now())
