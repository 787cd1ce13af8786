"""Refusals as the provider's documentation shows them, some without the fields that others have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from haat.payments.gateway import GatewayRefused, GatewayUnknown, KeysRefused
from tests.payments.recorded import Recorded
from tests.razorpay_simulator.samples import recorded

if TYPE_CHECKING:
    from haat.payments.gateway import Gateway

STATUSES = (400, 400, 401, 500, 502)


@pytest.mark.parametrize(("number", "status"), list(enumerate(STATUSES)))
def test_every_documented_error_is_a_clear_no_or_not_known(gate: Gateway, number: int, status: int) -> None:
    body = recorded("error")[number]
    gate.sdk.session.mount(gate.sdk.base_url, Recorded({"/v1/orders": (status, body)}))
    kind = KeysRefused if status == 401 else GatewayUnknown if status >= 500 else GatewayRefused
    with pytest.raises(kind) as found:
        gate.call(lambda sdk: sdk.order.all({"count": 1}))
    if isinstance(found.value, GatewayRefused):
        said = body["error"]
        expected = (status, said["code"], said["description"], said.get("field"))
        assert (found.value.status, found.value.code, found.value.description, found.value.field) == expected


def test_none_of_them_is_untried() -> None:
    assert len(recorded("error")) == len(STATUSES)
